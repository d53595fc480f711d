// A report's JSON (content/schema/report.schema.json), changed the way staff think of it: an entry goes to another
// list, two become one, a mark is set. It remembers where everything went. What it does not know of it leaves as it is.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "desk/edit/step.h"

namespace hub::desk {

// An entry of a list. Of principles, implementers and the like it has no marks and one text.
struct Entry {
  std::vector<int> marks;          // of ①②③…
  std::vector<std::string> texts;  // paragraphs
  bool operator==(const Entry&) const = default;
};

class ReportEditor {
 public:
  // Precondition: a JSON object. `file`: its path inside the content folder, which the step names.
  ReportEditor(std::string file, const std::string& json);
  ~ReportEditor();
  ReportEditor(const ReportEditor&) = delete;
  ReportEditor& operator=(const ReportEditor&) = delete;

  std::size_t size(const std::string& list) const;            // 0 where there is no such list
  std::vector<Entry> entries(const std::string& list) const;  // of either kind of list
  std::string text(const std::string& pointer) const;         // in Japanese; empty where there is none
  int number(const std::string& pointer) const;               // 0 where there is none
  bool has(const std::string& pointer) const;
  std::string json() const;

  void insert(const std::string& list, std::size_t index, const Entry& entry);
  void set_text(const std::string& pointer, const std::string& text);  // of a scalar, a paragraph, an entry of texts
  bool replace(const std::string& entry, const std::vector<std::string>& texts);  // false: there is no such entry
  void set_marks(const std::string& entry, std::vector<int> marks);
  // Of the seven services; in the place of the one that has the number.
  void put_service(int number, const std::string& description, const std::string& program);
  void set_number(const std::string& pointer, int number);
  // A paragraph, with its entry if that was all of it; an entry; a text alone, which is then empty.
  void remove(const std::string& pointer);
  void move(const std::string& entry, const std::string& list, std::size_t index);  // index: when it is gone already
  void join(const std::string& list, std::size_t index);          // with the one after it, as one sentence
  void split(const std::string& paragraph, std::size_t at_byte);  // the entry becomes two with the same marks
  void add_goal(const std::string& section);                      // /review or /goals, behind those that are there
  void swap_goals(const std::string& a, const std::string& b);    // of one section; their numbers stay
  void remove_goal(const std::string& goal);                      // with all it has; the others are numbered anew

  // All that was done since the beginning.
  Step step() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::desk
