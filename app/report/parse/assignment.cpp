#include "report/parse/assignment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "report/words/characters.h"

namespace hub::report {

namespace {

// What each piece of evidence is worth. A class score of the grammar differs by about 2 between a clear fit and none.
constexpr double kNear = 3.0;              // the heading on the side where this report puts headings
constexpr double kFar = 1.0;               // the heading on the other side
constexpr double kOtherHeading = 0.45;     // share of that lost below a heading of something else
constexpr double kTold = 5.0;              // ① where ① is the goal
constexpr double kSameGoalAbove = 1.5;     // the last 重点目標① above
constexpr double kSameSectionAbove = 1.5;  // … at least its year
constexpr double kNextGoalBelow = 0.5;
constexpr double kSameHeader = 0.8;   // 令和５年度重点目標の評価
constexpr double kAlike = 14.0;       // words shared with the goal
constexpr double kAlikeByMark = 6.0;  // words shared with the activity of the same mark
constexpr double kMarksKnown = 1.2;   // ①②④ all stand among the activities' marks
constexpr double kMarksUnknown = -1.5;
constexpr double kTwoGoals = -6.0;  // two texts for one goal
constexpr double kTwoLists = -5.0;
constexpr double kOneListParted = -0.4;
constexpr double kListAsGoal = -4.0;  // a list is not one goal's text
constexpr double kNoGoal = -4.0;
constexpr double kNoList = -3.0;
constexpr double kInOrder = 0.3;
constexpr double kNowhere = -3.5;         // placed in no goal
constexpr std::size_t kMostSwapped = 80;  // runs; a longer report is no report, and need not be perfect
constexpr std::size_t kMostSolved = 250;
constexpr int kMostGoals = 20;  // as content/decode_report.cpp has it

using Pairs = std::set<std::u32string>;

// What words have in common shows in their pairs of characters, and in single kanji (食を通じた, 子ども食堂).
Pairs pairs_of(const std::u32string& folded) {
  Pairs pairs;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] >= 0x4E00 && folded[i] <= 0x9FFF) pairs.insert(folded.substr(i, 1));
    if (i + 1 < folded.size()) pairs.insert(folded.substr(i, 2));
  }
  return pairs;
}

double weight_of(const std::u32string& pair) {
  // Two kana are grammar more often than meaning.
  const auto is_hiragana = [](char32_t c) { return c >= 0x3041 && c <= 0x3096; };
  return std::ranges::all_of(pair, is_hiragana) ? 0.3 : pair.size() == 1 ? 0.5 : 1;
}

class Likeness {
 public:
  explicit Likeness(const ParagraphGroups& groups) {
    for (const ParagraphGroup& group : groups.groups) {
      std::vector<Pairs> of_pieces;
      Pairs all;
      for (const std::u32string& words : group.folded) {
        of_pieces.push_back(pairs_of(words));
        all.insert(of_pieces.back().begin(), of_pieces.back().end());
      }
      for (const std::u32string& pair : all) ++frequency_[pair];
      pieces_.push_back(std::move(of_pieces));
      runs_.push_back(std::move(all));
    }
    count_ = static_cast<double>(groups.groups.size());
    between_runs_.assign(runs_.size(), std::vector<double>(runs_.size(), 0));
    for (std::size_t a = 0; a < runs_.size(); ++a) {
      for (std::size_t b = 0; b < runs_.size(); ++b) {
        if (a != b) between_runs_[a][b] = share(runs_[a], runs_[b]);
      }
    }
  }
  // How much two have in common, rare words counting more; 0…1.
  double groups(std::size_t a, std::size_t b) const { return between_runs_[a][b]; }
  double paragraphs(std::size_t run_a, std::size_t a, std::size_t run_b, std::size_t b) const {
    return share(pieces_[run_a][a], pieces_[run_b][b]);
  }

 private:
  double weight(const std::u32string& pair) const {
    return weight_of(pair) * std::log((count_ + 1) / frequency_.at(pair));
  }
  double share(const Pairs& a, const Pairs& b) const {
    double shared = 0, of_a = 0.1, of_b = 0.1;
    for (const std::u32string& pair : a) of_a += weight(pair);
    for (const std::u32string& pair : b) {
      of_b += weight(pair);
      if (a.contains(pair)) shared += weight(pair);
    }
    return shared / std::sqrt(of_a * of_b);
  }

  std::map<std::u32string, int> frequency_;
  double count_ = 0;
  std::vector<std::vector<Pairs>> pieces_;
  std::vector<Pairs> runs_;
  std::vector<std::vector<double>> between_runs_;
};

bool is_outcome_or_challenge(Role role) { return role == Role::outcomes || role == Role::challenges; }

class Solver {
 public:
  Solver(const ParagraphGroups& groups, const Likeness& likeness, int review_goals, int next_goals, bool headings_first)
      : runs_(groups),
        likeness_(likeness),
        review_goals_(review_goals),
        next_goals_(next_goals),
        headings_first_(headings_first) {
    near_ = headings_first ? kNear : kFar;
    far_ = headings_first ? kFar : kNear;
    slots_.push_back({});
    for (int goal = 1; goal <= review_goals; ++goal) {
      for (int role = 0; role < kRoles; ++role) slots_.push_back({Section::review, goal, static_cast<Role>(role)});
    }
    for (int goal = 1; goal <= next_goals; ++goal) {
      for (const Role role : {Role::goal, Role::activities}) slots_.push_back({Section::next, goal, role});
    }
    for (std::size_t r = 0; r < runs_.groups.size(); ++r) {
      std::vector<double> scores;
      for (const Slot& slot : slots_) scores.push_back(alone(r, slot));
      alone_.push_back(std::move(scores));
    }
    find_marks();
  }

  double assign() {
    chosen_.clear();
    for (std::size_t r = 0; r < alone_.size(); ++r) chosen_.push_back(best_alone(r));
    best_ = total();
    for (int sweep = 0; sweep < 12; ++sweep) {
      const bool moved = move_each();
      const bool swapped = chosen_.size() <= kMostSwapped && swap_pairs();
      if (!moved && !swapped) break;
    }
    return best_;
  }

  Assignment solution() {
    Assignment solution;
    solution.review_goals = review_goals_;
    solution.next_goals = next_goals_;
    solution.headings_first = headings_first_;
    for (const std::size_t slot : chosen_) solution.slots.push_back(slots_[slot]);
    for (std::size_t r = 0; r < chosen_.size(); ++r) solution.margins.push_back(margin(r));
    return solution;
  }

 private:
  // What a run says by itself and by the headings around it.
  double alone(std::size_t r, const Slot& slot) const {
    const ParagraphGroup& group = runs_.groups[r];
    if (slot.section == Section::unknown) return kNowhere;
    double score = group.roles[static_cast<std::size_t>(slot.role)];
    score += headings(group, slot);
    if (slot.role == Role::goal && !group.marks_are_goals && group.paragraphs.size() > 1) score += kListAsGoal;
    const GoalPlace place{slot.section, slot.goal};
    if (group.told.goal > 0) {
      score += group.told.goal == slot.goal ? kTold : -kTold;
    } else {
      if (group.last_goal.section != Section::unknown && group.last_goal.goal > 0) {
        if (group.last_goal.section == slot.section) score += kSameSectionAbove;
        if (group.last_goal == place) score += kSameGoalAbove;
      }
      if (group.next_goal == place) score += kNextGoalBelow;
      if (slot.role == Role::goal) score += own_heading(group, place);
    }
    if (group.section != Section::unknown) score += group.section == slot.section ? kSameHeader : -kSameHeader;
    if (group.marks_are_goals && group.section != Section::unknown && group.section != slot.section) score -= kTold;
    return score;
  }

  double headings(const ParagraphGroup& group, const Slot& slot) const {
    // Runs that share a cell share its heading fully; below another list's end it is worth less.
    const double weight = !group.same_block || group.marks_are_goals ? 1 : 0.4;
    double score = 0;
    if (!group.before.empty()) {
      const bool last = matches(group.before.back(), slot.role);
      const bool any = std::ranges::any_of(group.before, [&](Field f) { return matches(f, slot.role); });
      score += weight * near_ * (last ? 1 : any ? 0.3 : -kOtherHeading);
    }
    if (!group.after.empty()) {
      const bool first = matches(group.after.front(), slot.role);
      const bool any = std::ranges::any_of(group.after, [&](Field f) { return matches(f, slot.role); });
      score += weight * far_ * (first ? 1 : any ? 0.5 : -kOtherHeading);
    }
    return score;
  }

  double own_heading(const ParagraphGroup& group, const GoalPlace& place) const {
    const auto has = [&](const std::vector<GoalPlace>& places) {
      return std::ranges::find(places, place) != places.end();
    };
    double score = 0;
    if (!group.goals_before.empty()) score += near_ * (has(group.goals_before) ? 1 : -kOtherHeading);
    if (!group.goals_after.empty()) score += far_ * (has(group.goals_after) ? 1 : -kOtherHeading);
    return score;
  }

  void find_marks() {
    for (const ParagraphGroup& group : runs_.groups) {
      std::set<int> marks;
      if (!group.marks_are_goals) {
        for (const Paragraph& paragraph : group.paragraphs)
          marks.insert(paragraph.marks.begin(), paragraph.marks.end());
      }
      marks_.push_back(std::move(marks));
    }
  }

  std::size_t best_alone(std::size_t r) const {
    return static_cast<std::size_t>(std::ranges::max_element(alone_[r]) - alone_[r].begin());
  }

  // The score of the whole report.
  double total() const {
    std::vector<std::vector<std::size_t>> by_slot(slots_.size());
    double score = 0;
    for (std::size_t r = 0; r < chosen_.size(); ++r) {
      score += alone_[r][chosen_[r]];
      by_slot[chosen_[r]].push_back(r);
    }
    for (std::size_t s = 1; s < slots_.size(); ++s) score += slot_score(s, by_slot);
    for (std::size_t r = 0; r + 1 < chosen_.size(); ++r) {
      if (chosen_[r] > 0 && chosen_[r + 1] == chosen_[r] + 1) score += kInOrder;
    }
    return score;
  }

  double slot_score(std::size_t s, const std::vector<std::vector<std::size_t>>& by_slot) const {
    const Slot& slot = slots_[s];
    const std::vector<std::size_t>& here = by_slot[s];
    const std::size_t goal = s - static_cast<std::size_t>(slot.role);  // the slot of the same goal's text
    if (slot.role == Role::goal) {
      return here.empty() ? kNoGoal : kTwoGoals * static_cast<double>(here.size() - 1);
    }
    if (here.empty()) return kNoList;
    double score = 0;
    for (std::size_t k = 0; k + 1 < here.size(); ++k) {
      const bool apart = here[k + 1] != here[k] + 1;
      bool shared = false;
      for (const int mark : marks_[here[k]]) shared = shared || marks_[here[k + 1]].contains(mark);
      score += apart || shared ? kTwoLists : kOneListParted;
    }
    for (const std::size_t r : here) {
      for (const std::size_t g : by_slot[goal]) score += kAlike * likeness_.groups(r, g);
      if (is_outcome_or_challenge(slot.role)) score += marks_score(r, by_slot[goal + 1]);
    }
    return score;
  }

  double marks_score(std::size_t r, const std::vector<std::size_t>& activities) const {
    if (marks_[r].empty() || activities.empty()) return 0;
    std::set<int> known;
    for (const std::size_t a : activities) known.insert(marks_[a].begin(), marks_[a].end());
    const bool all = std::ranges::includes(known, marks_[r]);
    double score = all ? kMarksKnown + (known == marks_[r] ? 0.5 : 0) : kMarksUnknown;
    double alike = 0;
    int compared = 0;
    const ParagraphGroup& group = runs_.groups[r];
    for (std::size_t p = 0; p < group.paragraphs.size(); ++p) {
      for (const std::size_t a : activities) {
        const ParagraphGroup& list = runs_.groups[a];
        for (std::size_t q = 0; q < list.paragraphs.size(); ++q) {
          if (list.paragraphs[q].marks.empty() || group.paragraphs[p].marks != list.paragraphs[q].marks) continue;
          alike += likeness_.paragraphs(r, p, a, q);
          ++compared;
        }
      }
    }
    return compared > 0 ? score + kAlikeByMark * alike / compared : score;
  }

  bool move_each() {
    bool improved = false;
    for (std::size_t r = 0; r < chosen_.size(); ++r) {
      const std::size_t before = chosen_[r];
      std::size_t best = before;
      for (std::size_t s = 0; s < slots_.size(); ++s) {
        if (s == before || alone_[r][s] < alone_[r][best_alone(r)] - 15) continue;
        chosen_[r] = s;
        const double score = total();
        if (score > best_ + 1e-9) best_ = score, best = s, improved = true;
      }
      chosen_[r] = best;
    }
    return improved;
  }

  bool swap_pairs() {
    bool improved = false;
    for (std::size_t a = 0; a < chosen_.size(); ++a) {
      for (std::size_t b = a + 1; b < chosen_.size(); ++b) {
        if (chosen_[a] == chosen_[b]) continue;
        std::swap(chosen_[a], chosen_[b]);
        const double score = total();
        if (score > best_ + 1e-9) {
          best_ = score;
          improved = true;
        } else {
          std::swap(chosen_[a], chosen_[b]);
        }
      }
    }
    return improved;
  }

  // How much the best is better than the best with this run elsewhere, whoever stands there giving way.
  double margin(std::size_t r) {
    const std::vector<std::size_t> before = chosen_;
    double other = -std::numeric_limits<double>::infinity();
    for (std::size_t s = 0; s < slots_.size(); ++s) {
      if (s == before[r]) continue;
      chosen_[r] = s;
      other = std::max(other, total());
      for (std::size_t k = 0; k < before.size(); ++k) {
        if (k != r && before[k] == s) chosen_[k] = before[r];
      }
      other = std::max(other, total());
      chosen_ = before;
    }
    return best_ - other;
  }

  const ParagraphGroups& runs_;
  const Likeness& likeness_;
  int review_goals_;
  int next_goals_;
  bool headings_first_;
  double near_ = 0;
  double far_ = 0;
  std::vector<Slot> slots_;                 // the first is nowhere; a goal's follow each other by role
  std::vector<std::vector<double>> alone_;  // by run and slot
  std::vector<std::set<int>> marks_;
  std::vector<std::size_t> chosen_;  // slot of each run
  double best_ = 0;
};

// Each run is somewhere, and no goal has two texts.
bool is_all_placed(const Assignment& solution) {
  std::vector<Slot> goals;
  for (const Slot& slot : solution.slots) {
    if (slot.section == Section::unknown) return false;
    if (slot.role != Role::goal) continue;
    if (std::ranges::find(goals, slot) != goals.end()) return false;
    goals.push_back(slot);
  }
  return true;
}

}  // namespace

bool matches(Field heading, Role role) {
  switch (heading) {
    case Field::goal:
      return role == Role::goal;
    case Field::activities:
      return role == Role::activities;
    case Field::outcomes:
      return role == Role::outcomes;
    case Field::challenges:
      return role == Role::challenges;
    case Field::results:
      return is_outcome_or_challenge(role);
    default:
      return false;
  }
}

Assignment assign(const ParagraphGroups& groups) {
  Assignment best;
  if (groups.groups.size() > kMostSolved) {
    best.slots.resize(groups.groups.size());
    best.margins.resize(groups.groups.size());
    return best;
  }
  const Likeness likeness(groups);
  double best_score = -std::numeric_limits<double>::infinity();
  const auto attempt = [&](int more_review, int more_next, bool headings_first) {
    const int review = std::min(groups.review_goals + more_review, kMostGoals);
    const int next = std::min(groups.next_goals + more_next, kMostGoals);
    Solver solver(groups, likeness, review, next, headings_first);
    const double score = solver.assign();
    if (score > best_score + 1e-9) best_score = score, best = solver.solution();
  };
  for (const bool headings_first : {true, false}) attempt(0, 0, headings_first);
  // A heading may have been lost: one goal more than they tell of is tried where not all finds its place.
  if (is_all_placed(best)) return best;
  for (const bool headings_first : {true, false}) {
    attempt(1, 0, headings_first);
    attempt(0, 1, headings_first);
    attempt(1, 1, headings_first);
  }
  return best;
}

}  // namespace hub::report
