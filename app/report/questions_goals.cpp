// What is missing from the goals, and what might belong elsewhere.
#include <algorithm>
#include <set>

#include "report/asker.h"
#include "report/characters.h"
#include "report/grammar.h"
#include "report/spoken.h"

namespace hub::report {

namespace {

class GoalAsker {
 public:
  GoalAsker(const FoundGoal& goal, const std::string& at, Asker& asker)
      : goal_(goal), at_(at), name_(spoken(at)), asker_(asker) {}

  void run(bool reviewed) {
    about_text();
    about_lists(reviewed);
    about_placement();
    about_marks();
    about_numbering();
  }

 private:
  std::string field_of(int role) const { return at_ + "/" + role_key(role); }
  base::Message name_of(int role) const {
    return {name_.ja + "の" + role_name(role).ja, name_.en + ", " + role_name(role).en};
  }

  void about_text() {
    if (goal_.goal.empty()) {
      asker_.ask(Doubt::Kind::missing, field_of(0),
                 name_ + base::Message{"の文が見つかりません。報告書から書き写してください。",
                                       ": its text was not found. Copy it from the report."},
                 {}, 0.1);
    } else if (goal_.goal.size() > 1) {
      asker_.ask(Doubt::Kind::placement, field_of(0),
                 name_ + base::Message{"の文は、分かれていた 2 つの部分をつなげました。1 つの目標でよいですか。",
                                       ": its text was put together from two parts. Are they one goal?"},
                 goal_.goal.front().place, 0.3, utf8(goal_.goal[1].words));
    }
  }

  void about_lists(bool reviewed) {
    for (int role = 1; role < (reviewed ? kRoles : 2); ++role) {
      if (!goal_.lists[role].empty()) continue;
      // What is missing may stand among the goal's other lists: the question is about the whole goal.
      asker_.ask(Doubt::Kind::missing, at_,
                 name_of(role) +
                     base::Message{"が見つかりません。ほかの項目にまじっていませんか。報告書に書かれていないのですか。",
                                   ": not found. Are they among its other lists, or does the report not have them?"},
                 {}, 0.3);
    }
    for (const FoundItem& item : goal_.lists[1]) {
      const std::u32string& words = item.text.front().words;
      if (!is_past(fold(words))) continue;
      asker_.ask(
          Doubt::Kind::placement, field_of(1),
          name_of(1) + base::Message{"に、済んだことの文（「" + excerpt(words) +
                                         "」）がまじっています。取組の成果ではありませんか。",
                                     ": 「" + excerpt(words) + "」 tells what was done. Is it an outcome (成果)?"},
          item.text.front().place, 0.4);
      break;
    }
  }

  // One question a goal about where its parts were found, however many parts it is about.
  void about_placement() {
    std::set<int> close, headings, other_goal;
    Place place;
    double confidence = 1;
    for (const Hesitation& one : goal_.hesitations) {
      const int role = static_cast<int>(one.role);
      if (one.close_call) close.insert(role);
      if (one.heading_differs) headings.insert(role);
      if (one.goal_differs) other_goal.insert(role);
      if (one.lost_mark) {
        asker_.ask(Doubt::Kind::mark, field_of(role),
                   name_of(role) +
                       base::Message{"に、①②などの印がありません。順番から、この目標のものとしました。合っていますか。",
                                     ": no mark ①② stands before them. By their order they were taken as this goal's. "
                                     "Is that right?"},
                   one.place, 0.5);
      }
      if (!(one.close_call || one.heading_differs || one.goal_differs)) continue;
      if (place.line == 0) place = one.place;
      confidence = std::min(confidence, std::clamp(0.3 + one.margin / 12, 0.1, 0.9));
    }
    const bool far = !other_goal.empty();
    if (!close.empty()) {
      const char* apart = far ? "は、この目標の見出しから離れて書かれています。" : "は、";
      return ask_where(Doubt::Kind::placement, close,
                       {std::string(apart) + "ほかの目標や項目のものかもしれません。報告書と見比べてください。",
                        std::string(far ? ": far from this goal's heading. They" : ": they") +
                            " may belong to another goal or list. Compare with the report."},
                       place, confidence);
    }
    headings.insert(other_goal.begin(), other_goal.end());
    if (headings.empty()) return;
    ask_where(Doubt::Kind::heading, headings,
              {std::string(far ? "は、この目標の見出しから離れて書かれているので、文の内容から決めました"
                               : "は、見出しと順番が合わないので、文の内容から決めました") +
                   "。報告書と見比べてください。",
               std::string(far ? ": far from this goal's heading, so" : ": the headings do not fit the order, so") +
                   " they were placed by what they say. Compare with the report."},
              place, confidence);
  }

  void ask_where(Doubt::Kind kind, const std::set<int>& roles, const base::Message& question, Place place,
                 double confidence) {
    base::Message names{name_.ja + "の", name_.en + ", "};
    for (const int role : roles) {
      names = names + (role == *roles.begin() ? base::Message{} : base::Message{"・", ", "}) + role_name(role);
    }
    asker_.ask(kind, roles.size() == 1 ? field_of(*roles.begin()) : at_, names + question, place, confidence);
  }

  void about_marks() {
    const std::set<int> known = marks_of(goal_.lists[1]);
    for (int role = 2; role < kRoles; ++role) {
      const std::vector<FoundItem>& list = goal_.lists[role];
      for (std::size_t i = 0; i < list.size(); ++i) about_mark(role, i, known);
      const std::set<int> used = marks_of(list);
      if (used.empty()) continue;
      for (const int mark : known) {
        if (used.contains(mark)) continue;
        asker_.ask(Doubt::Kind::mark, field_of(role),
                   {name_.ja + "の取組内容" + circled(mark) + "に当たる" + role_name(role).ja +
                        "が見つかりません。書かれていないのですか。",
                    name_of(role).en + ": none for activity " + circled(mark) + ". Does the report not have it?"},
                   list.front().text.front().place, 0.5);
      }
    }
  }

  static std::set<int> marks_of(const std::vector<FoundItem>& list) {
    std::set<int> marks;
    for (const FoundItem& item : list) marks.insert(item.marks.begin(), item.marks.end());
    return marks;
  }

  void about_mark(int role, std::size_t i, const std::set<int>& known) {
    const FoundItem& item = goal_.lists[role][i];
    const std::string field = field_of(role) + "/" + std::to_string(i) + "/marks";
    const Words& words = item.text.front();
    if (!item.dropped_marks.empty()) {
      const std::string mark = circled(item.dropped_marks.front());
      asker_.ask(Doubt::Kind::mark, field,
                 name_of(role) +
                     base::Message{"の" + mark + "は、取組内容に同じ番号がないので外しました。どの取組のものですか。",
                                   ": " + mark + " was taken off, no activity has it. Which one is it of?"},
                 words.place, 0.3);
    } else if (item.marks.empty() && !known.empty()) {
      asker_.ask(Doubt::Kind::mark, field,
                 name_of(role) +
                     base::Message{"「" + excerpt(words.words) + "」に①②などの印がありません。どの取組のものですか。",
                                   ": 「" + excerpt(words.words) + "」 has no mark ①②. Which activity is it of?"},
                 words.place, 0.4);
    }
  }

  void about_numbering() {
    const bool marked = !marks_of(goal_.lists[1]).empty();
    int last = 0;
    for (const FoundItem& item : goal_.lists[1]) {
      const Place place = item.text.front().place;
      if (item.marks.empty()) {
        if (!marked) continue;
        return asker_.ask(Doubt::Kind::mark, field_of(1),
                          name_of(1) + base::Message{"に、①②などの印のないものがあります。印が抜けていませんか。",
                                                     ": one has no mark ①②. Has it been lost?"},
                          place, 0.4);
      }
      if (item.marks.front() != last + 1) {
        const std::string before = circled(last), mark = circled(item.marks.front());
        return asker_.ask(
            Doubt::Kind::mark, field_of(1),
            name_of(1) +
                base::Message{"の番号が、" + before + "の次に" + mark + "となっています。抜けや重なりがありませんか。",
                              ": " + mark + " follows " + before + ". Is one missing, or there twice?"},
            place, 0.4);
      }
      last = item.marks.back();
    }
  }

  const FoundGoal& goal_;
  std::string at_;
  base::Message name_;
  Asker& asker_;
};

void ask_about_section(const std::vector<FoundGoal>& goals, const std::string& section, Asker& asker) {
  const bool reviewed = section == "/review";
  if (goals.empty()) {
    asker.ask(Doubt::Kind::missing, section,
              reviewed ? base::Message{"評価した重点目標が見つかりません。この報告書には書かれていないのですか。",
                                       "No reviewed goals were found. Does this report not have them?"}
                       : base::Message{"次年度の重点目標が見つかりません。報告書から書き写してください。",
                                       "No goals for the next year were found. Copy them from the report."},
              {}, 0.2);
  }
  for (std::size_t i = 0; i < goals.size(); ++i) {
    GoalAsker(goals[i], section + "/" + std::to_string(i), asker).run(reviewed);
  }
}

}  // namespace

void ask_about_goals(const FoundGoals& goals, Asker& asker) {
  ask_about_section(goals.review, "/review", asker);
  ask_about_section(goals.next, "/goals", asker);
}

}  // namespace hub::report
