#include "desk/answers/choice.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <set>

#include "base/circled_numbers.h"
#include "base/utf8.h"
#include "content/model/letters.h"
#include "content/model/sentence.h"
#include "content/model/year.h"
#include "report/draft/field_names.h"
#include "report/words/characters.h"

namespace hub::desk {

namespace {

using report::Alternative;
using report::Question;
using report::operator+;  // NOLINT(misc-unused-using-decls): clang-tidy 14 does not see operators used
using Kind = Question::Kind;

// That nothing is to be changed.
base::Message label_of_right(Kind kind) {
  switch (kind) {
    case Kind::missing:
      return {"報告書にも書かれていない", "The report does not have it"};
    case Kind::unread:
      return {"このページに文はない", "There is no text on it"};
    case Kind::unpublished:
      return {"公表された報告書にまちがいない", "It is the published report"};
    case Kind::unplaced:
    case Kind::left_out:
      return {"載せない", "Leave it out"};
    case Kind::midway:
      return {"報告書でもこうなっている", "The report has it so"};
    case Kind::lost:
      return {"載せない", "Leave it out"};
    default:
      return {"これでよい", "It is right"};
  }
}

std::string last_of(const std::string& pointer) { return pointer.substr(pointer.find_last_of('/') + 1); }
std::string above(const std::string& pointer) { return pointer.substr(0, pointer.find_last_of('/')); }
bool is_item_list(const std::string& pointer) {
  const std::string name = last_of(pointer);
  return name == "activities" || name == "outcomes" || name == "challenges";
}

class ChoiceMaker {
 public:
  explicit ChoiceMaker(const Asked& asked)
      : asked_(asked), field_(asked.field.value_or("")), report_(asked.file, asked.report) {}

  std::vector<Choice> make() {
    const Kind kind = asked_.question.kind;
    if (kind == Kind::lost) {
      leave_out_lost();
    } else if (!must_choose()) {
      choices_.push_back({"right", label_of_right(kind), "", 1, true, {}});
    }
    if (!asked_.field) return take();
    if (kind == Kind::midway) add_ellipsis();
    for (const Alternative& one : asked_.question.alternatives) add_alternative(one);
    if (kind == Kind::unplaced) add_places();
    if (kind == Kind::placement || kind == Kind::heading || kind == Kind::count || kind == Kind::mark) {
      add_splits();
      add_joins();
      add_entry_omissions();
      add_moves();
    }
    if (kind == Kind::mark || kind == Kind::placement || kind == Kind::heading) add_marks();
    if (kind == Kind::placement || kind == Kind::missing || kind == Kind::heading) add_removals();
    if (kind == Kind::placement || kind == Kind::heading) add_exchanges();
    if (kind == Kind::placement) add_omission();
    return take();
  }

 private:
  // Without a year a report cannot be shown: one of those that are offered.
  bool must_choose() const {
    return asked_.question.kind == Kind::missing && field_ == "/goalYear" && !asked_.question.alternatives.empty();
  }

  // The choice that makes of the report what `change` makes of it; none where it changes nothing.
  void add(std::string id, base::Message label, double likelihood, const std::function<void(ReportEditor&)>& change,
           std::string group = {}) {
    const auto same = [&](const Choice& one) { return one.id == id; };
    if (std::ranges::any_of(choices_, same)) return;
    ReportEditor changed(asked_.file, asked_.report);
    change(changed);
    Step step = changed.step();
    if (step.edits.empty()) return;
    choices_.push_back(
        {std::move(id), std::move(label), std::move(group), likelihood, !takes_more(asked_), std::move(step)});
  }

  std::vector<Choice> take() {
    const auto first = choices_.empty() || choices_.front().id != "right" ? choices_.begin() : choices_.begin() + 1;
    std::stable_sort(first, choices_.end(),
                     [](const Choice& a, const Choice& b) { return a.likelihood > b.likelihood; });
    return std::move(choices_);
  }

  Entry words() const { return {{}, {asked_.question.text}}; }

  void leave_out_lost() {
    const auto lost = [](const std::string& text) {
      return std::ranges::any_of(base::decode_utf8(text), content::is_lost);
    };
    add("omit", {"その文を載せない", "Leave those sentences out"}, 1, [&](ReportEditor& report) {
      for (;;) {
        const auto texts = texts_of(report);
        const auto found = std::ranges::find_if(texts, [&](const auto& one) { return lost(one.second); });
        if (found == texts.end()) return;
        report.remove(found->first);
      }
    });
    if (choices_.empty()) choices_.push_back({"right", {"もう載っていない", "They are gone"}, "", 1, true, {}});
  }

  void add_ellipsis() {
    const std::string text = report_.text(field_);
    if (text.empty()) return;
    const bool begins = content::starts_midway(text);
    add("ellipsis",
        begins ? base::Message{"はじめに「……」を付ける", "Begin it with ……"}
               : base::Message{"終わりに「……」を付ける", "End it with ……"},
        0.3, [&](ReportEditor& report) { report.set_text(field_, begins ? "……" + text : text + "……"); });
  }

  void add_alternative(const Alternative& one) {
    if (one.year) add_year(*one.year, one.confidence);
    if (one.marks && field_.ends_with("/marks")) {
      std::string id = "marks:", circled;
      for (const int mark : *one.marks) {
        id += std::to_string(mark) + ",";
        circled += base::circled_text(mark);
      }
      id.pop_back();
      add(id, {circled + "のもの", "of " + circled}, one.confidence,
          [&](ReportEditor& report) { report.set_marks(above(field_), *one.marks); });
    }
    if (!one.texts.empty()) {
      const std::string shown = one.texts.begin()->second;
      add("texts",
          one.texts.size() == 1 ? base::Message{"「" + shown + "」にする", "Make it 「" + shown + "」"}
                                : base::Message{"報告書の書き方にもどす", "As the report has them"},
          one.confidence, [&](ReportEditor& report) {
            for (const auto& [pointer, text] : one.texts) {
              if (report.has(pointer)) report.set_text(pointer, text);
            }
          });
    }
    if (one.field && asked_.question.kind != Kind::unplaced) add_other_field(*one.field, one.confidence);
    if (one.field && asked_.question.kind == Kind::unplaced) likely_places_[*one.field] = one.confidence;
  }

  void add_year(int year, double likelihood) {
    add("year:" + std::to_string(year),
        {content::fiscal_year_name(year) + "の目標", "the goals of fiscal " + std::to_string(year)}, likelihood,
        [&](ReportEditor& report) {
          report.set_number("/goalYear", year);
          report.set_number("/reviewYear", year - 1);
        });
  }

  // The question's words, or the list that it is about, may belong there.
  void add_other_field(const std::string& field, double likelihood) {
    if (!asked_.question.text.empty() && !field.empty()) {
      add("to:" + field, report::field_name(field) + base::Message{"に移す", ""}, likelihood,
          [&](ReportEditor& report) {
            take_words_out(report, words());
            put_words(report, asked_.origins, words(), asked_.question.place, field);
          });
      return;
    }
    const std::string list = list_in_question();
    if (list.empty() || field == list) return;
    if (field.empty()) {
      add("omit", {"載せない", "Leave it out"}, likelihood, [&](ReportEditor& report) {
        while (report.size(list) > 0) report.remove(list + "/0");
      });
    } else if (is_item_list(field)) {
      add_list_move(list, field, likelihood);
    }
  }

  // The list that the question is about: its field, or the one that the text at its place is in.
  std::string list_in_question() const {
    if (is_item_list(field_)) return field_;
    for (const auto& [pointer, place] : asked_.origins) {
      const std::size_t text = pointer.find("/text/");
      if (place != asked_.question.place || text == pointer.npos || !pointer.starts_with(field_)) continue;
      return above(pointer.substr(0, text));
    }
    return {};
  }

  void add_list_move(const std::string& list, const std::string& to, double likelihood) {
    const base::Message there = report::field_name(to);
    const auto move = [](ReportEditor& report, const std::string& from, std::size_t count, const std::string& where) {
      for (std::size_t i = 0; i < count; ++i) report.move(from + "/0", where, report.size(where));
    };
    if (report_.size(list) == 0) return;
    if (report_.size(to) > 0) {
      add(
          "swap:" + list + ":" + to, there + base::Message{"と入れかえる", ": exchange with it"}, likelihood,
          [&](ReportEditor& report) {
            const std::size_t ours = report.size(list), theirs = report.size(to);
            move(report, list, ours, to);
            for (std::size_t i = 0; i < theirs; ++i) report.move(to + "/0", list, report.size(list));
          },
          to);
      likelihood *= 0.8;
    }
    add(
        "move:" + list + ":" + to, there + base::Message{"に移す", ": move it there"}, likelihood,
        [&](ReportEditor& report) { move(report, list, report.size(list), to); }, to);
  }

  void add_places() {
    std::vector<PlaceForWords> places = neighbours_of(report_, asked_.origins, asked_.question.place);
    for (PlaceForWords& place : places_for(asked_)) places.push_back(std::move(place));
    for (const PlaceForWords& place : places) {
      const auto likely = likely_places_.find(place.id);
      const bool neighbour = place.id.front() == '+' || place.id.front() == '-';
      const double likelihood = likely != likely_places_.end() ? likely->second : neighbour ? 0.2 : 0.01;
      add(
          "to:" + place.id, place.name, likelihood,
          [&](ReportEditor& report) { put_words(report, asked_.origins, words(), asked_.question.place, place.id); },
          place.list);
    }
  }

  // The entry that ends in the question's words becomes two.
  void add_splits() {
    const std::string& text = asked_.question.text;
    if (text.empty()) return;
    for (const auto& one : texts_of(report_)) {
      const std::string &pointer = one.first, &there = one.second;
      if (!pointer.starts_with(field_) || !there.ends_with(text) || there.size() == text.size()) continue;
      const bool entry = pointer.find("/text/") != pointer.npos || pointer.starts_with("/principles");
      if (!entry) continue;
      add("split:" + pointer, {"別々の 2 つにする", "Make them two"}, 0.4,
          [&](ReportEditor& report) { report.split(pointer, there.size() - text.size()); });
    }
  }

  void add_joins() {
    const bool list = is_item_list(field_) || field_ == "/principles" || field_ == "/evaluationMethod";
    if (!list) return;
    const std::vector<Entry> entries = report_.entries(field_);
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
      const Entry &one = entries[i], &next = entries[i + 1];
      if (one.texts.empty() || next.texts.empty() || !(next.marks.empty() || next.marks == one.marks)) continue;
      const bool ended = report::ends_sentence(base::decode_utf8(one.texts.back()));
      const std::string first = report::excerpt(base::decode_utf8(one.texts.back()), true),
                        second = report::excerpt(base::decode_utf8(next.texts.front()));
      add("join:" + field_ + "/" + std::to_string(i),
          {"「" + first + "」と「" + second + "」は 1 つの文", "「" + first + "」 and 「" + second + "」 are one"},
          ended ? 0.02 : 0.1, [&](ReportEditor& report) { report.join(field_, i); });
    }
  }

  void add_moves() {
    const std::string list = list_in_question();
    if (list.empty() || asked_.question.kind == Kind::count) return;
    for (const PlaceForWords& place : places_in(report_, "")) {
      if (is_item_list(place.id) && place.id != list) add_list_move(list, place.id, 0.01);
    }
  }

  // Of each list in question.
  void add_marks() {
    for (const PlaceForWords& place : places_in(report_, field_)) {
      if (is_item_list(place.id)) add_marks_of(place.id);
    }
  }
  void add_marks_of(const std::string& list) {
    const std::size_t size = report_.size(list);
    const base::Message name = report::field_name(list) + base::Message{": ", ": "};
    const std::string group = field_ == list ? "" : list;
    add(
        "number:" + list, name + base::Message{"上から順に①②③を付ける", "number them ①②③ from the top"}, 0.03,
        [&](ReportEditor& report) {
          for (std::size_t i = 0; i < size && i < base::kMaxCircledNumber; ++i) {
            report.set_marks(list + "/" + std::to_string(i), {static_cast<int>(i) + 1});
          }
        },
        group);
    add(
        "unmark:" + list, name + base::Message{"①②③を付けない", "without ①②③"}, 0.01,
        [&](ReportEditor& report) {
          for (std::size_t i = 0; i < size; ++i) report.set_marks(list + "/" + std::to_string(i), {});
        },
        group);
  }

  // Two goals were taken for each other.
  void add_exchanges() {
    for (const std::string section : {"/review", "/goals"}) {
      if (!field_.starts_with(section)) continue;
      const std::size_t size = report_.size(section);
      for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t k = i + 1; k < size; ++k) {
          const std::string one = section + "/" + std::to_string(i), other = section + "/" + std::to_string(k);
          const bool concerned = one.starts_with(field_) || other.starts_with(field_);
          if (!concerned) continue;
          add(
              "exchange:" + one + ":" + other,
              report::field_name(one) + base::Message{"と", " and "} + report::field_name(other) +
                  base::Message{"を入れかえる", ": exchange them"},
              0.02, [&](ReportEditor& report) { report.swap_goals(one, other); }, section);
        }
      }
    }
  }

  // A goal that the report does not have.
  void add_removals() {
    for (const std::string section : {"/review", "/goals"}) {
      for (std::size_t i = 0; i < report_.size(section); ++i) {
        const std::string goal = section + "/" + std::to_string(i);
        if (!goal.starts_with(field_) && !field_.starts_with(goal + "/")) continue;
        if (field_.starts_with(goal + "/") && !report_.text(goal + "/goal").empty()) continue;
        add("remove:" + goal, report::field_name(goal) + base::Message{"はない", " is none"}, 0.02,
            [&](ReportEditor& report) { report.remove_goal(goal); });
      }
    }
  }

  // Entries of the lists in question that are none.
  void add_entry_omissions() {
    for (const PlaceForWords& place : places_in(report_, field_)) {
      if (place.id.front() != '=') continue;
      const std::string entry = place.id.substr(1);
      const std::vector<Entry> entries = report_.entries(place.list);
      const auto index = static_cast<std::size_t>(std::atoi(last_of(entry).c_str()));
      const std::string words = entries[index].texts.empty() ? "" : entries[index].texts.front();
      const std::string quoted = "「" + report::excerpt(base::decode_utf8(words)) + "」";
      add(
          "omit:" + entry, {quoted + "を載せない", "Leave " + quoted + " out"}, 0.01,
          [&](ReportEditor& report) { report.remove(entry); }, place.list);
    }
  }

  // An entry that was taken for one by where it stands.
  void add_omission() {
    const bool entry = report_.has(field_) && !report_.text(field_).empty() && field_.find('/', 1) != field_.npos;
    if (!entry) return;
    add("omit", {"載せない", "Leave it out"}, 0.2, [&](ReportEditor& report) { report.remove(field_); });
  }

  const Asked& asked_;
  std::string field_;
  ReportEditor report_;
  std::vector<Choice> choices_;
  std::map<std::string, double> likely_places_;
};

}  // namespace

bool takes_more(const Asked& asked) {
  const std::string field = asked.field.value_or("");
  const Kind kind = asked.question.kind;
  const bool places = kind == Kind::missing || kind == Kind::placement || kind == Kind::heading || kind == Kind::count;
  return places && std::ranges::count(field, '/') <= 2 && field != "/purpose" && field != "/title";
}

std::vector<Choice> choices_for(const Asked& asked) { return ChoiceMaker(asked).make(); }

std::vector<PlaceForWords> places_for(const Asked& asked) {
  const ReportEditor report(asked.file, asked.report);
  const std::string field = asked.field.value_or("");
  const bool anywhere = asked.question.kind == Kind::unplaced || asked.question.kind == Kind::left_out;
  std::vector<PlaceForWords> places = places_in(report, anywhere ? "" : field);
  if (places.empty()) places = places_in(report, "");
  return places;
}

std::optional<Choice> put_there(const Asked& asked, const Entry& words, report::Place from, const std::string& place) {
  ReportEditor report(asked.file, asked.report);
  take_words_out(report, words);
  if (!put_words(report, asked.origins, words, from, place)) return std::nullopt;
  const std::size_t name = place.find('/'), hash = place.find('#');
  base::Message label = report::field_name(place.substr(name, hash == place.npos ? hash : hash - name));
  return Choice{"put:" + place, std::move(label), "", 1, !takes_more(asked), report.step()};
}

}  // namespace hub::desk
