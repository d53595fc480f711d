// What is missing from the goals, and what might belong elsewhere.
#include <algorithm>
#include <set>
#include <span>

#include "base/circled_numbers.h"
#include "content/model/sentence.h"
#include "report/draft/alternatives.h"
#include "report/draft/field_names.h"
#include "report/draft/question_list.h"
#include "report/words/characters.h"
#include "report/words/grammar.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/list_mark.h"

namespace hub::report {

namespace {

constexpr Role kNextLists[] = {Role::activities};
std::span<const Role> lists_of(bool reviewed) { return reviewed ? std::span<const Role>(kLists) : kNextLists; }

// Behind the end of a sentence or a space, before a space, colon or bracket.
bool holds_heading(std::u32string_view words) {
  constexpr std::size_t kMostTries = 100;
  std::size_t tries = 0;
  for (std::size_t at = words.find_first_of(U"。【〔［《 　");
       at != words.npos && at + 3 < words.size() && ++tries < kMostTries;
       at = words.find_first_of(U"。【〔［《 　", at + 1)) {
    const std::size_t from = words[at] == U'。' || is_space(words[at]) ? at + 1 : at;
    if (label_prefix(words.substr(from)) > 0) return true;
  }
  return false;
}

// Also one that was taken for words: …します。②…
bool holds_mark(std::u32string_view words) {
  if (find_line_start(words).any()) return true;
  for (std::size_t at = words.find(U'。'); at != words.npos && at + 1 < words.size(); at = words.find(U'。', at + 1)) {
    if (is_circled_number(words[at + 1])) return true;
  }
  return std::ranges::any_of(list_marks_at(words, 0), [&](const ListMark& mark) {
    const bool bare = mark.style.form == ListMarkStyle::Form::bare;
    return !mark.weak && mark.length < words.size() && (!bare || is_space(words[mark.length - 1]));
  });
}

class GoalQuestions {
 public:
  GoalQuestions(const FoundGoals& all, const FoundGoal& goal, const std::string& at, QuestionList& questions)
      : all_(all), goal_(goal), at_(at), name_(field_name(at)), questions_(questions) {}

  void ask(bool reviewed) {
    about_text();
    about_lists(reviewed);
    about_placement();
    about_joins();
    about_headings_inside();
    about_other_marks();
    about_marks();
    about_numbering();
  }

 private:
  std::string field_of(Role role) const { return at_ + "/" + role_key(role); }
  base::Message name_of(Role role) const {
    return {name_.ja + "の" + role_name(role).ja, name_.en + ", " + role_name(role).en};
  }

  void about_text() {
    if (goal_.goal.empty()) {
      questions_.ask(Question::Kind::missing, field_of(Role::goal),
                     name_ + base::Message{"の文が見つかりません。報告書から書き写してください。",
                                           ": its text was not found. Copy it from the report."},
                     {}, 0.1);
    } else if (goal_.goal.size() > 1) {
      // The second part may be of any of the goal's lists.
      questions_.ask(Question::Kind::placement, at_,
                     name_ + base::Message{"の文は、分かれていた 2 つの部分（「" + excerpt(goal_.goal[1].words) +
                                               "」から後ろ）をつなげました。取組内容などがまじっていませんか。",
                                           ": its text was put together from two parts (the second is 「" +
                                               excerpt(goal_.goal[1].words) + "」). Is it of another list?"},
                     goal_.goal.front().place, 0.3, utf8(goal_.goal[1].words));
      questions_.offer(other_places(all_, goal_.goal[1].group, 0.3));
    }
  }

  void about_lists(bool reviewed) {
    for (const Role role : lists_of(reviewed)) {
      if (!goal_.lists[role].empty()) continue;
      // What is missing may stand among the goal's other lists: the question is about the whole goal.
      questions_.ask(
          Question::Kind::missing, at_,
          name_of(role) +
              base::Message{"が見つかりません。ほかの項目にまじっていませんか。報告書に書かれていないのですか。",
                            ": not found. Are they among its other lists, or does the report not have them?"},
          {}, 0.3);
    }
    for (const FoundItem& item : goal_.lists[Role::activities]) {
      const std::u32string& words = item.text.front().words;
      if (!is_past(fold(words))) continue;
      questions_.ask(Question::Kind::placement, field_of(Role::activities),
                     name_of(Role::activities) +
                         base::Message{"に、済んだことの文（「" + excerpt(words) +
                                           "」）がまじっています。取組の成果ではありませんか。",
                                       ": 「" + excerpt(words) + "」 tells what was done. Is it an outcome (成果)?"},
                     item.text.front().place, 0.4);
      break;
    }
  }

  // One question a goal about where its parts were found, however many parts it is about.
  void about_placement() {
    std::set<Role> close, headings, other_goal;
    const Uncertainty* least = nullptr;  // sure
    for (const Uncertainty& one : goal_.uncertainties) {
      const Role role = one.role;
      if (one.close_call) close.insert(role);
      if (one.heading_differs) headings.insert(role);
      if (one.goal_differs) other_goal.insert(role);
      if (one.lost_mark) {
        questions_.ask(
            Question::Kind::mark, field_of(role),
            name_of(role) +
                base::Message{"に、①②などの印がありません。順番から、この目標のものとしました。合っていますか。",
                              ": no mark ①② stands before them. By their order they were taken as this goal's. "
                              "Is that right?"},
            one.place, 0.5);
      }
      if (!(one.close_call || one.heading_differs || one.goal_differs)) continue;
      if (!least || one.margin < least->margin) least = &one;
    }
    if (!least) return;
    const bool far = !other_goal.empty();
    if (!close.empty()) {
      const char* apart = far ? "は、この目標の見出しから離れて書かれています。" : "は、";
      return ask_where(Question::Kind::placement, close,
                       {std::string(apart) + "ほかの目標や項目のものかもしれません。報告書と見比べてください。",
                        std::string(far ? ": far from this goal's heading. They" : ": they") +
                            " may belong to another goal or list. Compare with the report."},
                       *least);
    }
    headings.insert(other_goal.begin(), other_goal.end());
    ask_where(Question::Kind::heading, headings,
              {std::string(far ? "は、この目標の見出しから離れて書かれているので、文の内容から決めました"
                               : "は、見出しと順番が合わないので、文の内容から決めました") +
                   "。報告書と見比べてください。",
               std::string(far ? ": far from this goal's heading, so" : ": the headings do not fit the order, so") +
                   " they were placed by what they say. Compare with the report."},
              *least);
  }

  void ask_where(Question::Kind kind, const std::set<Role>& roles, const base::Message& question,
                 const Uncertainty& least) {
    base::Message names{name_.ja + "の", name_.en + ", "};
    for (const Role role : roles) {
      names = names + (role == *roles.begin() ? base::Message{} : base::Message{"・", ", "}) + role_name(role);
    }
    const double confidence = std::clamp(0.3 + least.margin / 12, 0.1, 0.9);
    questions_.ask(kind, roles.size() == 1 ? field_of(*roles.begin()) : at_, names + question, least.place, confidence);
    questions_.offer(other_places(all_, least.group, confidence));
  }

  // Short entries without 。 or ・: whether two lines are one entry, nothing tells.
  void about_joins() {
    for (const Role role : kLists) {
      for (const FoundItem& item : goal_.lists[role]) {
        const auto joined = std::ranges::find_if(
            item.text, [](const SourceText& words) { return words.guessed_join > 0 && !ends_sentence(words.words); });
        if (joined == item.text.end()) continue;
        const std::u32string_view words = joined->words;
        const std::string before = excerpt(words.substr(0, joined->guessed_join), true),
                          after = excerpt(words.substr(joined->guessed_join));
        questions_.ask(
            Question::Kind::placement, field_of(role),
            name_of(role) +
                base::Message{"の「" + before + "」と「" + after +
                                  "」は、続いた 1 つのものとしました。別々のものではありませんか。",
                              ": 「" + before + "」 and 「" + after + "」 were taken as one entry. Are they two?"},
            joined->place, 0.4, utf8(words.substr(joined->guessed_join)));
        break;
      }
    }
  }

  // …します。【取組の成果】…: a heading that was read as words.
  void about_headings_inside() {
    const SourceText* found = nullptr;
    const auto look = [&](const SourceText& words) {
      if (!found && holds_heading(words.words)) found = &words;
    };
    for (const SourceText& words : goal_.goal) look(words);
    for (const Role role : kLists) {
      for (const FoundItem& item : goal_.lists[role]) std::ranges::for_each(item.text, look);
    }
    if (!found) return;
    questions_.ask(Question::Kind::placement, at_,
                   name_ + base::Message{"の文（「" + excerpt(found->words) +
                                             "」）の中に、取組の成果などの見出しがまじっているようです。"
                                             "この目標は全部、報告書と見比べてください。",
                                         ": 「" + excerpt(found->words) +
                                             "」 seems to hold a heading, such as 取組の成果. Compare all of this "
                                             "goal with the report."},
                   found->place, 0.2, utf8(found->words));
  }

  // ア, A) or － before an entry: a mark that was not known as one.
  void about_other_marks() {
    for (const Role role : kLists) {
      for (const FoundItem& item : goal_.lists[role]) {
        const std::u32string& words = item.text.front().words;
        if (!holds_mark(words)) continue;
        questions_.ask(Question::Kind::mark, field_of(role),
                       name_of(role) + base::Message{"の「" + excerpt(words) +
                                                         "」の初めか途中に、①②のような印がまじっているようです。"
                                                         "報告書と見比べてください。",
                                                     ": 「" + excerpt(words) +
                                                         "」 seems to hold a mark like ①. Compare with the report."},
                       item.text.front().place, 0.4);
        break;
      }
    }
  }

  void about_marks() {
    const std::set<int> known = marks_of(goal_.lists[Role::activities]);
    for (const Role role : {Role::outcomes, Role::challenges}) {
      const std::vector<FoundItem>& list = goal_.lists[role];
      const std::set<int> used = marks_of(list);
      const auto unused = std::ranges::find_if(known, [&](int mark) { return !used.contains(mark); });
      const int expected = unused == known.end() ? 0 : *unused;
      for (std::size_t i = 0; i < list.size(); ++i) about_mark(role, i, known, expected);
      if (used.empty()) continue;
      for (const int mark : known) {
        if (used.contains(mark)) continue;
        questions_.ask(
            Question::Kind::mark, field_of(role),
            {name_.ja + "の取組内容" + base::circled_text(mark) + "に当たる" + role_name(role).ja +
                 "が見つかりません。書かれていないのですか。",
             name_of(role).en + ": none for activity " + base::circled_text(mark) + ". Does the report not have it?"},
            list.front().text.front().place, 0.5);
      }
    }
  }

  static std::set<int> marks_of(const std::vector<FoundItem>& list) {
    std::set<int> marks;
    for (const FoundItem& item : list) marks.insert(item.marks.begin(), item.marks.end());
    return marks;
  }

  // expected: the first mark that nothing in the list has; 0: none.
  void about_mark(Role role, std::size_t i, const std::set<int>& known, int expected) {
    const FoundItem& item = goal_.lists[role][i];
    const std::string field = field_of(role) + "/" + std::to_string(i) + "/marks";
    const SourceText& words = item.text.front();
    if (!item.dropped_marks.empty()) {
      const std::string mark = base::circled_text(item.dropped_marks.front());
      questions_.ask(
          Question::Kind::mark, field,
          name_of(role) +
              base::Message{"の" + mark + "は、取組内容に同じ番号がないので外しました。どの取組のものですか。",
                            ": " + mark + " was taken off, no activity has it. Which one is it of?"},
          words.place, 0.3);
      questions_.offer(other_marks(known, expected));
    } else if (item.marks.empty() && !known.empty()) {
      questions_.ask(
          Question::Kind::mark, field,
          name_of(role) +
              base::Message{"「" + excerpt(words.words) + "」に①②などの印がありません。どの取組のものですか。",
                            ": 「" + excerpt(words.words) + "」 has no mark ①②. Which activity is it of?"},
          words.place, 0.4);
      questions_.offer(other_marks(known, expected));
    }
  }

  void about_numbering() {
    const bool marked = !marks_of(goal_.lists[Role::activities]).empty();
    int last = 0;
    for (const FoundItem& item : goal_.lists[Role::activities]) {
      const Place place = item.text.front().place;
      if (item.marks.empty()) {
        if (!marked) continue;
        return questions_.ask(
            Question::Kind::mark, field_of(Role::activities),
            name_of(Role::activities) + base::Message{"に、①②などの印のないものがあります。印が抜けていませんか。",
                                                      ": one has no mark ①②. Has it been lost?"},
            place, 0.4);
      }
      if (item.marks.front() != last + 1) {
        const std::string before = base::circled_text(last), mark = base::circled_text(item.marks.front());
        return questions_.ask(
            Question::Kind::mark, field_of(Role::activities),
            name_of(Role::activities) +
                base::Message{"の番号が、" + before + "の次に" + mark + "となっています。抜けや重なりがありませんか。",
                              ": " + mark + " follows " + before + ". Is one missing, or there twice?"},
            place, 0.4);
      }
      last = item.marks.back();
    }
  }

  const FoundGoals& all_;
  const FoundGoal& goal_;
  std::string at_;
  base::Message name_;
  QuestionList& questions_;
};

constexpr int kFewBreaks = 3;          // from that many on, the lines of the section seem to be mixed up
constexpr std::size_t kMostUsual = 6;  // goals

// Sentences that break off, marks that lead nowhere, headings among the entries, lists that are missing and more goals
// than any hub has show that columns or rows were taken for each other. One alone may be the report's own slip.
class SectionQuestions {
 public:
  SectionQuestions(const std::vector<FoundGoal>& goals, bool other_missing, const std::string& section,
                   Document::Kind kind, QuestionList& questions)
      : goals_(goals), other_missing_(other_missing), section_(section), kind_(kind), questions_(questions) {}

  void ask() {
    for (const FoundGoal& goal : goals_) {
      if (goal.goal.empty()) ++breaks_;
      for (const SourceText& words : goal.goal) look_at(words, goals_end_sentences());
      for (const Role role : lists_of(section_ == "/review")) {
        if (goal.lists[role].empty()) ++breaks_;
        for (const FoundItem& item : goal.lists[role]) {
          for (const SourceText& words : item.text) look_at(words, lists_end_sentences(role));
          if (!item.dropped_marks.empty()) note(item.text.front(), 1);
        }
      }
    }
    if (goals_.size() > kMostUsual && breaks_ > 0) breaks_ += kFewBreaks;
    if (other_missing_) ++breaks_;
    if (breaks_ >= kFewBreaks && !goals_.empty()) ask_about_all();
  }

 private:
  void look_at(const SourceText& words, bool ends_sentences) {
    const std::u32string folded = fold(words.words);
    if (content::starts_midway(utf8(words.words))) note(words, 1);
    if (content::ends_midway(utf8(words.words)) || (ends_sentences && !ends_sentence(words.words))) note(words, 1);
    if (is_part_of_heading(folded)) note(words, 1);
    if (has_bullet_inside(words.words)) note(words, 2);
    if (words.guessed_join > 0 && !ends_sentence(words.words)) note(words, 1);
  }
  void note(const SourceText& words, int breaks) {
    breaks_ += breaks;
    if (examples_.size() < 2 && (examples_.empty() || examples_.back() != &words)) examples_.push_back(&words);
  }

  static bool is_part_of_heading(std::u32string_view folded) {
    return folded.size() <= 3 || parse_label(folded) || may_become_label(folded);
  }
  // …を多言 ・翻訳機を…: the entry beside it stands in the middle of a sentence.
  static bool has_bullet_inside(std::u32string_view words) {
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      const bool starts = is_bullet(words[i + 1]) || is_circled_number(words[i + 1]);
      if (is_space(words[i]) && starts && !ends_sentence(words.substr(0, i))) return true;
    }
    return false;
  }

  bool goals_end_sentences() const {
    int ended = 0, all = 0;
    for (const FoundGoal& goal : goals_) {
      for (const SourceText& words : goal.goal) ++all, ended += ends_sentence(words.words) ? 1 : 0;
    }
    return ended * 2 > all;
  }
  bool lists_end_sentences(Role role) const {
    int ended = 0, all = 0;
    for (const FoundGoal& goal : goals_) {
      for (const FoundItem& item : goal.lists[role]) {
        ++all;
        ended += ends_sentence(item.text.back().words) ? 1 : 0;
      }
    }
    return ended * 2 > all;
  }

  void ask_about_all() {
    base::Message words = section_ == "/review" ? base::Message{"評価した重点目標", "The reviewed goals"}
                                                : base::Message{"次の重点目標", "The next goals"};
    std::string quoted;
    for (const SourceText* one : examples_) quoted += "「" + excerpt(one->words) + "」";
    const base::Message examples =
        quoted.empty() ? base::Message{} : base::Message{"（" + quoted + "など）", " (" + quoted + " and others)"};
    words = words + base::Message{"は、表の列や行がまざって読み取られたようです" + examples.ja +
                                      "。この部分は全部、報告書と見比べてください。",
                                  ": columns or rows of the table seem to be mixed up" + examples.en +
                                      ". Compare all of this part with the report."};
    const Place place = examples_.empty() ? Place{} : examples_.front()->place;
    questions_.ask(Question::Kind::placement, section_, words + other_file(), place, 0.1);
  }
  base::Message other_file() const {
    switch (kind_) {
      case Document::Kind::text:
        return {
            "ホームページの報告書（HTML）か PDF があれば、テキストの代わりにそれを選ぶと、正しく読めることがあります。",
            " If there is the report's web page (HTML) or PDF, choose that instead of the text: it may be read right."};
      case Document::Kind::pdf:
        return {"ホームページの報告書（HTML）があれば、それを選ぶと、正しく読めることがあります。",
                " If there is the report's web page (HTML), choose that: it may be read right."};
      case Document::Kind::word:
      case Document::Kind::excel:
        return {"公表された報告書の PDF があれば、それを選ぶと、正しく読めることがあります。",
                " If there is the published report as PDF, choose that: it may be read right."};
      case Document::Kind::html:
        return {};
    }
    return {};
  }

  const std::vector<FoundGoal>& goals_;
  bool other_missing_;  // the goals of the other section may stand among these
  const std::string& section_;
  Document::Kind kind_;
  QuestionList& questions_;
  int breaks_ = 0;
  std::vector<const SourceText*> examples_;
};

void ask_about_section(const FoundGoals& all, const std::string& section, Document::Kind kind,
                       QuestionList& questions) {
  const bool reviewed = section == "/review";
  const std::vector<FoundGoal>&goals = reviewed ? all.review : all.next, &others = reviewed ? all.next : all.review;
  if (goals.empty()) {
    questions.ask(Question::Kind::missing, section,
                  reviewed ? base::Message{"評価した重点目標が見つかりません。この報告書には書かれていないのですか。",
                                           "No reviewed goals were found. Does this report not have them?"}
                           : base::Message{"次年度の重点目標が見つかりません。報告書から書き写してください。",
                                           "No goals for the next year were found. Copy them from the report."},
                  {}, 0.2);
  }
  for (std::size_t i = 0; i < goals.size(); ++i) {
    GoalQuestions(all, goals[i], section + "/" + std::to_string(i), questions).ask(reviewed);
  }
  SectionQuestions(goals, others.empty(), section, kind, questions).ask();
}

// A report with far more parts than any hub's.
void ask_about_all_places(const std::string& section, QuestionList& questions) {
  questions.ask(Question::Kind::placement, section,
                (section == "/review" ? base::Message{"評価した重点目標", "The reviewed goals"}
                                      : base::Message{"次の重点目標", "The next goals"}) +
                    base::Message{"は、部分がとても多いので、置き場所を全部は比べられませんでした。"
                                  "この部分は全部、報告書と見比べてください。",
                                  " have so many parts that not every place for them could be looked at. Compare all "
                                  "of this part with the report."},
                {}, 0.1);
}

}  // namespace

void ask_about_goals(const FoundGoals& goals, Document::Kind kind, QuestionList& questions) {
  if (!goals.complete && !goals.review.empty()) ask_about_all_places("/review", questions);
  if (!goals.complete && !goals.next.empty()) ask_about_all_places("/goals", questions);
  ask_about_section(goals, "/review", kind, questions);
  ask_about_section(goals, "/goals", kind, questions);
}

}  // namespace hub::report
