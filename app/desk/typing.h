// Typed changes of a draft, for the faces that have a keyboard: what there is to edit, edits, and what is wrong with
// what was typed. A face asks with the draft's mark that it has seen; the desk decides whether the edit still fits.
//
// Where nothing is a draft yet, what shows is edited: the first edit begins the draft.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "desk/desk.h"
#include "desk/typed/statement.h"
#include "desk/typed/typed_edit.h"

namespace hub::desk {

// Which state of which draft a face has before it.
struct DraftMark {
  std::string draft;  // its id; "": there was none, what shows was seen
  int revision = 0;
  bool operator==(const DraftMark&) const = default;
};
std::string word_of(const DraftMark& mark);  // 8c1f02aa93d4:17, as a page's hidden field has it
std::optional<DraftMark> mark_from(std::string_view word);

struct Texts {
  DraftMark mark;
  std::string source_name;             // of the report's file; "": of none that is kept
  std::vector<std::string> languages;  // that the hub's screens offer, Japanese first
  std::vector<Statement> statements;
  int differing = 0;  // statements of the report that are not as it has them
};

enum class WithReadings { no, yes };  // they take the dictionary: some 100 ms

// Of the draft, or of what shows. Error: it cannot be read.
base::Result<Texts> texts(const Desk& desk, WithReadings readings);

// Every statement of the report that a person has changed. 「報告書とちがう文が 2 つあります」
std::vector<Statement> differing_statements(const Desk& desk, const Work& work);
base::Message differing_sentence(int count);  // empty: 0

struct TypedBy {
  std::string who;
  std::optional<DraftMark> seen;  // nothing: whatever the draft is (a command line)
  // Typing goes on in the same field as in the edit before: both are one step to undo. Only of SetText.
  bool goes_on = false;
  // What stood in the field when it was opened (Statement::japanese, a rendering, a reading): decides where the desk
  // does not know any more what was seen, because that draft has been published or given up.
  std::optional<std::string> saw = {};
};

struct Typed {
  DraftMark mark;                      // of the draft with the edit
  std::optional<Address> at;           // where what was edited stands now; nothing: it is gone
  bool changed = true;                 // false: it said so already, and there is no step
  std::vector<base::Message> notices;  // what else to say: letters that were mended, translations that went
};

// Somebody else has changed the same value since. Nothing was done.
struct TypedConflict {
  Address at;           // where it is now
  bool gone = false;    // it is not there any more
  std::string ours;     // what was typed
  std::string theirs;   // what stands there now
  std::string before;   // what stood there when it was seen; empty where that is not known any more
  std::string who;      // by whom, where it is known
  DraftMark mark;       // to write over it with, knowingly
  base::Error message;  // 「ほかの人が先に…」
};

// An Error: it cannot be done at all (a control character, no kana, no such place, the disk); nothing was done.
using TypedOutcome = std::variant<Typed, TypedConflict, base::Error>;

// An edit that was made of an older state is done if what it changes stands as it did then (it may stand elsewhere:
// entries before it may have come or gone), else it comes back as a conflict with both texts.
TypedOutcome type(Desk& desk, const TypedEdit& edit, const TypedBy& by);

// The last step goes, whoever made it. An older mark is refused.
base::Status undo_typed(Desk& desk, const TypedBy& by);

// One sentence about one field.
struct FieldFinding {
  Address at;            // the nearest statement; pointer "" is not said: file alone where it is about all of it
  std::string language;  // "": not of one language
  bool refuses = false;  // content with it cannot be shown
  base::Message what;
  base::Message remedy;
};

// What content's checks find in one text as it is being typed, and whether it differs from its source. Holds what takes
// long to make, so a face keeps it while a person types. Reads nothing from the disk after it was made.
class TextChecker {
 public:
  // Of the draft, or of what shows.
  static base::Result<TextChecker> make(const Desk& desk);
  ~TextChecker();
  TextChecker(TextChecker&&) noexcept;
  TextChecker& operator=(TextChecker&&) noexcept;

  const DraftMark& mark() const;

  struct Checked {
    std::optional<SourceWords> source;  // of a report's Japanese
    std::vector<FieldFinding> findings;
    std::vector<WordReading> readings;  // of Japanese
    std::string as_saved;               // letters mended, spaces at its ends gone
    std::string plain;                  // of it
  };
  Checked check(const Address& at, const std::string& language, const std::string& words) const;

 private:
  struct Impl;
  explicit TextChecker(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Of the whole draft, as `check` finds them, each with its field. With Depth::layout as `check --render` does: seconds.
struct FindingsFor {
  std::string published = {};                       // the folder that is published to; empty: it is not looked at
  inspect::InspectionListener* listener = nullptr;  // who waits for it; null: nobody
};
base::Result<std::vector<FieldFinding>> findings(const Desk& desk, const Work& work, inspect::Depth depth,
                                                 const FindingsFor& whom = {});

}  // namespace hub::desk
