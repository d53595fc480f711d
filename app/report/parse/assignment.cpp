#include "report/parse/assignment.h"

#include <algorithm>
#include <bitset>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "base/check.h"
#include "base/circled_numbers.h"
#include "report/parse/group_similarity.h"
#include "report/words/limits.h"

namespace hub::report {

namespace {

// What each piece of evidence is worth. A class score of the grammar differs by about 2 between a clear fit and none.
constexpr double kNear = 3.0;              // the heading on the side where this report puts headings
constexpr double kFar = 1.0;               // the heading on the other side
constexpr double kOtherHeading = 0.45;     // share of that lost below a heading of something else
constexpr double kSharedHeading = 0.4;     // share of that for the second list below one heading
constexpr double kEarlierHeading = 0.3;    // … for a heading that another one follows
constexpr double kLaterHeading = 0.5;      // … for a heading below that another one precedes
constexpr double kGoalByMark = 5.0;        // ① where ① is the goal
constexpr double kSameGoalAbove = 1.5;     // the last 重点目標① above
constexpr double kSameSectionAbove = 1.5;  // … at least its year
constexpr double kNextGoalBelow = 0.5;
constexpr double kSameHeader = 0.8;    // 令和５年度重点目標の評価
constexpr double kLikeGoal = 14.0;     // words shared with the goal
constexpr double kLikeActivity = 6.0;  // words shared with the activity of the same mark
constexpr double kMarksKnown = 1.2;    // ①②④ all stand among the activities' marks
constexpr double kSameMarks = 0.5;     // … and are all of those
constexpr double kMarksUnknown = -1.5;
constexpr double kTwoGoals = -6.0;  // two texts for one goal
constexpr double kTwoLists = -5.0;
constexpr double kOneListParted = -0.4;
constexpr double kListAsGoal = -4.0;  // a list is not one goal's text
constexpr double kNoGoal = -4.0;
constexpr double kNoList = -3.0;
constexpr double kInOrder = 0.3;
constexpr double kNowhere = -3.5;         // placed in no goal
constexpr double kHopeless = 15;          // worse than elsewhere, by what the group itself says: not tried
constexpr double kBetter = 1e-9;          // less is rounding
constexpr std::size_t kMostSwapped = 80;  // groups; a longer report is no report, and need not be perfect
// How often the whole report is judged, in all attempts together: a report of ten goals takes some 200,000. What is
// found by then is taken, as it would be on any machine.
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION  // many inputs are wanted there, not the best answer
constexpr std::size_t kMostJudged = 10'000;
#else
constexpr std::size_t kMostJudged = 500'000;
#endif
constexpr int kMostGoals = 20;  // as content/decode_report.cpp has it

bool is_outcome_or_challenge(Role role) { return role == Role::outcomes || role == Role::challenges; }

constexpr Role kNextRoles[] = {Role::goal, Role::activities};  // of a next goal; a reviewed one has all

// A slot, and the others that it is judged with, by their places among all.
struct Candidate {
  Slot slot;
  std::size_t goal_text = 0;   // of the same goal: the first of its candidates, which follow each other
  std::size_t activities = 0;  // of the same goal
  std::size_t next = 0;        // what a report usually has after it; 0: nothing
};
constexpr std::size_t kInNoGoal = 0;  // the first candidate

// How often the whole report may still be judged.
class Budget {
 public:
  void spend() { left_ -= left_ > 0 ? 1 : 0; }
  bool is_spent() const { return left_ == 0; }

 private:
  std::size_t left_ = kMostJudged;
};

using Marks = std::bitset<base::kMaxCircledNumber + 1>;
Marks marks_of(const Paragraph& paragraph) {
  Marks marks;
  for (const int mark : paragraph.marks) marks.set(static_cast<std::size_t>(mark));
  return marks;
}

// What the paragraphs of two groups that carry the same marks have in common; looked at when it is asked for.
class MarkedLikeness {
 public:
  struct Sum {
    double alike = 0;
    std::size_t compared = 0;
  };
  MarkedLikeness(const ParagraphGroups& groups, const GroupSimilarity& similarity)
      : groups_(groups.groups), similarity_(similarity), sums_(groups_.size() * groups_.size()) {}

  const Sum& of(std::size_t results, std::size_t activities) {
    std::optional<Sum>& sum = sums_[results * groups_.size() + activities];
    if (!sum) sum = compare(results, activities);
    return *sum;
  }

 private:
  Sum compare(std::size_t g, std::size_t a) const {
    Sum sum;
    const std::vector<Paragraph>&results = groups_[g].paragraphs, &list = groups_[a].paragraphs;
    for (std::size_t p = 0; p < results.size(); ++p) {
      for (std::size_t q = 0; q < list.size(); ++q) {
        if (list[q].marks.empty() || results[p].marks != list[q].marks) continue;
        sum.alike += similarity_.paragraphs(g, p, a, q);
        ++sum.compared;
      }
    }
    return sum;
  }

  const std::vector<ParagraphGroup>& groups_;
  const GroupSimilarity& similarity_;
  std::vector<std::optional<Sum>> sums_;
};

class AssignmentSearch {
 public:
  AssignmentSearch(const ParagraphGroups& groups, const GroupSimilarity& similarity, MarkedLikeness& marked,
                   Budget& budget, int review_goals, int next_goals, bool headings_first)
      : groups_(groups.groups),
        similarity_(similarity),
        marked_(marked),
        budget_(budget),
        review_goals_(review_goals),
        next_goals_(next_goals),
        headings_first_(headings_first) {
    near_ = headings_first ? kNear : kFar;
    far_ = headings_first ? kFar : kNear;
    candidates_.push_back({});
    for (int goal = 1; goal <= review_goals; ++goal) add_goal({Section::review, goal}, kRoles);
    for (int goal = 1; goal <= next_goals; ++goal) add_goal({Section::next, goal}, kNextRoles);
    for (const ParagraphGroup& group : groups_) {
      std::vector<double> scores;
      for (const Candidate& candidate : candidates_) scores.push_back(own_score(group, candidate.slot));
      best_alone_.push_back(static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin()));
      own_scores_.push_back(std::move(scores));
    }
    shared_scores_.resize(candidates_.size());
    find_marks();
  }

  double search() {
    chosen_.clear();
    there_.assign(candidates_.size(), {});
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      chosen_.push_back(best_alone_[g]);
      there_[chosen_[g]].push_back(g);
    }
    for (std::size_t c = kInNoGoal + 1; c < candidates_.size(); ++c) shared_scores_[c] = shared_score(c);
    best_ = total();
    for (int sweep = 0; sweep < 12 && !budget_.is_spent(); ++sweep) {
      const bool moved = move_each();
      const bool swapped = chosen_.size() <= kMostSwapped && swap_pairs();
      if (!moved && !swapped) break;
    }
    return best_;
  }

  std::vector<Slot> slots() const {
    std::vector<Slot> slots;
    for (const std::size_t c : chosen_) slots.push_back(candidates_[c].slot);
    return slots;
  }

  // Of what was found; how sure it is, is looked at here.
  Assignment assignment() {
    Assignment found;
    found.review_goals = review_goals_;
    found.next_goals = next_goals_;
    found.headings_first = headings_first_;
    found.slots = slots();
    for (std::size_t g = 0; g < chosen_.size(); ++g) found.margins.push_back(margin(g));
    return found;
  }

 private:
  // Goals are added in the order in which a report has them.
  void add_goal(const GoalId& goal, std::span<const Role> roles) {
    PerRole<std::size_t> places;
    for (const Role role : roles) {
      if (candidates_.size() > kInNoGoal + 1) candidates_.back().next = candidates_.size();
      places[role] = candidates_.size();
      candidates_.push_back({{goal.section, goal.goal, role}});
    }
    for (const Role role : roles) {
      candidates_[places[role]].goal_text = places[Role::goal];
      candidates_[places[role]].activities = places[Role::activities];
    }
  }

  // What a group says by itself and by the headings around it.
  double own_score(const ParagraphGroup& group, const Slot& slot) const {
    if (slot.section == Section::unknown) return kNowhere;
    double score = group.role_scores[slot.role];
    score += headings(group, slot);
    if (slot.role == Role::goal && !group.marks_are_goals && group.paragraphs.size() > 1) score += kListAsGoal;
    const GoalId goal{slot.section, slot.goal};
    if (group.goal_by_mark.goal > 0) {
      score += group.goal_by_mark.goal == slot.goal ? kGoalByMark : -kGoalByMark;
    } else {
      if (group.last_goal.section != Section::unknown && group.last_goal.goal > 0) {
        if (group.last_goal.section == slot.section) score += kSameSectionAbove;
        if (group.last_goal == goal) score += kSameGoalAbove;
      }
      if (group.next_goal == goal) score += kNextGoalBelow;
      if (slot.role == Role::goal) score += own_heading(group, goal);
    }
    if (group.section != Section::unknown) score += group.section == slot.section ? kSameHeader : -kSameHeader;
    if (group.marks_are_goals && group.section != Section::unknown && group.section != slot.section)
      score -= kGoalByMark;
    return score;
  }

  double headings(const ParagraphGroup& group, const Slot& slot) const {
    // Groups that share a cell share its heading fully; below another list's end it is worth less.
    const double weight = !group.same_block || group.marks_are_goals ? 1 : kSharedHeading;
    const auto fits = [&](Field heading) { return matches(heading, slot.role); };
    double score = 0;
    if (!group.headings_before.empty()) {
      const bool last = fits(group.headings_before.back()), any = std::ranges::any_of(group.headings_before, fits);
      score += weight * near_ * (last ? 1 : any ? kEarlierHeading : -kOtherHeading);
    }
    if (!group.headings_after.empty()) {
      const bool first = fits(group.headings_after.front()), any = std::ranges::any_of(group.headings_after, fits);
      score += weight * far_ * (first ? 1 : any ? kLaterHeading : -kOtherHeading);
    }
    return score;
  }

  double own_heading(const ParagraphGroup& group, const GoalId& goal) const {
    const auto has = [&](const std::vector<GoalId>& goals) { return std::ranges::find(goals, goal) != goals.end(); };
    double score = 0;
    if (!group.goals_before.empty()) score += near_ * (has(group.goals_before) ? 1 : -kOtherHeading);
    if (!group.goals_after.empty()) score += far_ * (has(group.goals_after) ? 1 : -kOtherHeading);
    return score;
  }

  void find_marks() {
    for (const ParagraphGroup& group : groups_) {
      Marks& marks = marks_.emplace_back();
      if (group.marks_are_goals) continue;
      for (const Paragraph& paragraph : group.paragraphs) marks |= marks_of(paragraph);
    }
  }

  // Group g is to stand in candidate c. Only the goals that it leaves and comes to are judged anew.
  void put(std::size_t g, std::size_t c) {
    const std::size_t before = std::exchange(chosen_[g], c);
    if (before == c) return;
    std::erase(there_[before], g);
    std::vector<std::size_t>& here = there_[c];
    here.insert(std::ranges::lower_bound(here, g), g);
    judge_goal_of(before);
    if (candidates_[c].goal_text != candidates_[before].goal_text) judge_goal_of(c);
  }
  void judge_goal_of(std::size_t c) {
    if (c == kInNoGoal) return;
    const std::size_t goal_text = candidates_[c].goal_text;
    for (std::size_t k = goal_text; k < candidates_.size() && candidates_[k].goal_text == goal_text; ++k) {
      shared_scores_[k] = shared_score(k);
    }
  }

  // The score of the whole report.
  double total() {
    budget_.spend();
    double score = 0;
    for (std::size_t g = 0; g < chosen_.size(); ++g) score += own_scores_[g][chosen_[g]];
    for (std::size_t c = kInNoGoal + 1; c < candidates_.size(); ++c) score += shared_scores_[c];
    for (std::size_t g = 0; g + 1 < chosen_.size(); ++g) {
      const std::size_t next = candidates_[chosen_[g]].next;
      if (next != kInNoGoal && chosen_[g + 1] == next) score += kInOrder;
    }
    return score;
  }

  // What the groups that have chosen one slot say together, and with those of the same goal's other slots.
  double shared_score(std::size_t c) const {
    const Candidate& candidate = candidates_[c];
    const std::vector<std::size_t>& here = there_[c];
    if (candidate.slot.role == Role::goal) {
      return here.empty() ? kNoGoal : kTwoGoals * static_cast<double>(here.size() - 1);
    }
    if (here.empty()) return kNoList;
    double score = 0;
    for (std::size_t k = 0; k + 1 < here.size(); ++k) {
      const bool apart = here[k + 1] != here[k] + 1;
      const bool shared = (marks_[here[k]] & marks_[here[k + 1]]).any();
      score += apart || shared ? kTwoLists : kOneListParted;
    }
    for (const std::size_t g : here) {
      for (const std::size_t text : there_[candidate.goal_text]) score += kLikeGoal * similarity_.groups(g, text);
      if (is_outcome_or_challenge(candidate.slot.role)) score += marks_score(g, there_[candidate.activities]);
    }
    return score;
  }

  double marks_score(std::size_t g, const std::vector<std::size_t>& activities) const {
    if (marks_[g].none() || activities.empty()) return 0;
    Marks known;
    for (const std::size_t a : activities) known |= marks_[a];
    const bool all = (marks_[g] & ~known).none();
    const double score = all ? kMarksKnown + (known == marks_[g] ? kSameMarks : 0) : kMarksUnknown;
    double alike = 0;
    std::size_t compared = 0;
    for (const std::size_t a : activities) {
      const MarkedLikeness::Sum& sum = marked_.of(g, a);
      alike += sum.alike;
      compared += sum.compared;
    }
    return compared > 0 ? score + kLikeActivity * alike / static_cast<double>(compared) : score;
  }

  bool move_each() {
    bool improved = false;
    for (std::size_t g = 0; g < chosen_.size() && !budget_.is_spent(); ++g) {
      const std::size_t before = chosen_[g];
      std::size_t best = before;
      for (std::size_t c = 0; c < candidates_.size(); ++c) {
        if (c == before || own_scores_[g][c] < own_scores_[g][best_alone_[g]] - kHopeless) continue;
        put(g, c);
        const double score = total();
        if (score > best_ + kBetter) best_ = score, best = c, improved = true;
      }
      put(g, best);
    }
    return improved;
  }

  bool swap_pairs() {
    bool improved = false;
    for (std::size_t a = 0; a < chosen_.size() && !budget_.is_spent(); ++a) {
      for (std::size_t b = a + 1; b < chosen_.size(); ++b) {
        if (chosen_[a] == chosen_[b]) continue;
        swap(a, b);
        const double score = total();
        if (score > best_ + kBetter) {
          best_ = score;
          improved = true;
        } else {
          swap(a, b);
        }
      }
    }
    return improved;
  }
  void swap(std::size_t a, std::size_t b) {
    const std::size_t of_a = chosen_[a], of_b = chosen_[b];
    put(a, of_b);
    put(b, of_a);
  }

  // How much the best is better than the best with this group elsewhere, whoever stands there giving way.
  double margin(std::size_t g) {
    const std::size_t before = chosen_[g];
    double other = -std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
      if (c == before) continue;
      const std::vector<std::size_t> there = there_[c];
      put(g, c);
      other = std::max(other, total());
      for (const std::size_t k : there) put(k, before);
      other = std::max(other, total());
      for (const std::size_t k : there) put(k, c);
      put(g, before);
    }
    return best_ - other;
  }

  const std::vector<ParagraphGroup>& groups_;
  const GroupSimilarity& similarity_;
  MarkedLikeness& marked_;
  Budget& budget_;
  int review_goals_;
  int next_goals_;
  bool headings_first_;
  double near_ = 0;
  double far_ = 0;
  std::vector<Candidate> candidates_;
  std::vector<std::vector<double>> own_scores_;  // by group and candidate
  std::vector<Marks> marks_;                     // by group
  std::vector<std::size_t> best_alone_;          // by group: the candidate with the best own score
  std::vector<std::size_t> chosen_;              // candidate of each group
  std::vector<std::vector<std::size_t>> there_;  // groups of each candidate, upwards
  std::vector<double> shared_scores_;            // by candidate, of those that have chosen it and its goal's others
  double best_ = 0;
};

// Each group is somewhere, and no goal has two texts.
bool is_all_placed(const std::vector<Slot>& slots) {
  std::vector<Slot> goals;
  for (const Slot& slot : slots) {
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
  HUB_CHECK(groups.groups.size() <= kMostGroups);
  const GroupSimilarity similarity(groups);
  MarkedLikeness marked(groups, similarity);
  Budget budget;
  std::unique_ptr<AssignmentSearch> best;
  double best_score = -std::numeric_limits<double>::infinity();
  const auto attempt = [&](int more_review, int more_next, bool headings_first) {
    const int review = std::min(groups.review_goals + more_review, kMostGoals);
    const int next = std::min(groups.next_goals + more_next, kMostGoals);
    auto search = std::make_unique<AssignmentSearch>(groups, similarity, marked, budget, review, next, headings_first);
    const double score = search->search();
    if (!best || score > best_score + kBetter) best_score = score, best = std::move(search);
  };
  for (const bool headings_first : {true, false}) attempt(0, 0, headings_first);
  // A heading may have been lost: one goal more than they tell of is tried where not all finds its place.
  if (is_all_placed(best->slots())) return best->assignment();
  for (const bool headings_first : {true, false}) {
    attempt(1, 0, headings_first);
    attempt(0, 1, headings_first);
    attempt(1, 1, headings_first);
  }
  return best->assignment();
}

}  // namespace hub::report
