#include "desk/draft/changes.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/circled_numbers.h"
#include "content/model/year.h"
#include "desk/answers/places.h"
#include "desk/edit/report_editor.h"
#include "desk/store/json.h"
#include "report/draft/field_names.h"

namespace hub::desk {

namespace {

base::Message name_of(const std::string& pointer) {
  if (pointer == "/principles") return {"基本理念", "the principles (基本理念)"};
  return report::field_name(pointer);
}

std::string shown(const Entry& entry) {
  std::string words;
  for (const int mark : entry.marks) words += base::circled_text(mark);
  for (const std::string& text : entry.texts) words += (&text == &entry.texts.front() ? "" : " ") + text;
  return words;
}

// Lists of entries and texts that stand alone, by pointer, in the report's order.
struct Statements {
  std::vector<std::string> pointers;
  std::map<std::string, std::vector<Entry>> entries;
};

Statements statements_of(const ReportEditor& report) {
  Statements all;
  for (const auto& [pointer, text] : texts_of(report)) {
    const std::size_t item = pointer.find("/text/");
    std::string list = pointer;
    if (item != pointer.npos) list = pointer.substr(0, pointer.find_last_of('/', item - 1));
    const bool names = pointer.starts_with("/principles/") || pointer.starts_with("/implementers/") ||
                       pointer.starts_with("/evaluationMethod/");
    if (names) list = pointer.substr(0, pointer.find_last_of('/'));
    if (all.entries.contains(list)) continue;
    all.pointers.push_back(list);
    all.entries[list] = item != pointer.npos || names ? report.entries(list) : std::vector<Entry>{{{}, {text}}};
  }
  return all;
}

class Comparison {
 public:
  std::vector<StatementChange> take() { return std::move(changes_); }

  void compare_years(const std::string& before, const std::string& after) {
    const auto from = parsed(before), to = parsed(after);
    const int was = from ? number_of<int>(*from, "goalYear") : 0, is = to ? number_of<int>(*to, "goalYear") : 0;
    if (was == is || is == 0) return;
    changes_.push_back({"/goalYear",
                        {"目標の年度が変わります", "The year of the goals changes"},
                        was == 0 ? "" : content::fiscal_year_name(was),
                        content::fiscal_year_name(is)});
  }

  void compare(const std::string& pointer, std::vector<Entry> before, std::vector<Entry> after) {
    const auto same = [](std::vector<Entry>& from, const std::vector<Entry>& in) {
      std::vector<Entry> left;
      for (Entry& one : from) {
        if (std::ranges::find(in, one) == in.end()) left.push_back(std::move(one));
      }
      return left;
    };
    const bool same_entries = before.size() == after.size() && std::ranges::is_permutation(before, after);
    if (same_entries) {
      if (before != after) add(pointer, {"順番が変わります", "the order changes"}, all(before), all(after));
      return;
    }
    const std::vector<Entry> kept = before;
    std::vector<Entry> gone = same(before, after), come = same(after, kept);
    for (std::size_t i = 0; i < std::max(gone.size(), come.size()); ++i) {
      const std::string was = i < gone.size() ? shown(gone[i]) : "", is = i < come.size() ? shown(come[i]) : "";
      add(pointer,
          was.empty()  ? base::Message{"文が加わります", "words are added"}
          : is.empty() ? base::Message{"文がなくなります", "words go"}
                       : base::Message{"文が変わります", "the words change"},
          was, is);
    }
  }

 private:
  static std::string all(const std::vector<Entry>& entries) {
    std::string words;
    for (const Entry& one : entries) words += (words.empty() ? "" : " / ") + shown(one);
    return words;
  }
  void add(const std::string& pointer, const base::Message& what, std::string before, std::string after) {
    const base::Message name = name_of(pointer);
    changes_.push_back(
        {pointer, {name.ja + ": " + what.ja, name.en + ": " + what.en}, std::move(before), std::move(after)});
  }

  std::vector<StatementChange> changes_;
};

}  // namespace

std::vector<StatementChange> changes_between(const std::string& before, const std::string& after) {
  const std::string none = "{}";
  const ReportEditor from("", parsed(before) ? before : none), to("", parsed(after) ? after : none);
  const Statements was = statements_of(from), is = statements_of(to);
  Comparison comparison;
  comparison.compare_years(before, after);
  std::vector<std::string> pointers = is.pointers;
  for (const std::string& one : was.pointers) {
    if (!is.entries.contains(one)) pointers.push_back(one);
  }
  const auto of = [](const Statements& all, const std::string& pointer) {
    const auto found = all.entries.find(pointer);
    return found == all.entries.end() ? std::vector<Entry>{} : found->second;
  };
  for (const std::string& pointer : pointers) comparison.compare(pointer, of(was, pointer), of(is, pointer));
  return comparison.take();
}

}  // namespace hub::desk
