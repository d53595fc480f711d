#include "report/parse/assignment.h"

#include <algorithm>
#include <limits>
#include <set>
#include <span>

#include "report/parse/group_similarity.h"

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
constexpr std::size_t kMostGroups = 250;
constexpr int kMostGoals = 20;  // as content/decode_report.cpp has it

bool is_outcome_or_challenge(Role role) { return role == Role::outcomes || role == Role::challenges; }

constexpr Role kNextRoles[] = {Role::goal, Role::activities};  // of a next goal; a reviewed one has all

// A slot, and the others that it is judged with, by their places among all.
struct Candidate {
  Slot slot;
  std::size_t goal_text = 0;   // of the same goal
  std::size_t activities = 0;  // of the same goal
  std::size_t next = 0;        // what a report usually has after it; 0: nothing
};
constexpr std::size_t kInNoGoal = 0;  // the first candidate

class AssignmentSearch {
 public:
  AssignmentSearch(const ParagraphGroups& groups, const GroupSimilarity& similarity, int review_goals, int next_goals,
                   bool headings_first)
      : groups_(groups.groups),
        similarity_(similarity),
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
      own_scores_.push_back(std::move(scores));
    }
    find_marks();
  }

  double search() {
    chosen_.clear();
    for (std::size_t g = 0; g < groups_.size(); ++g) chosen_.push_back(best_alone(g));
    best_ = total();
    for (int sweep = 0; sweep < 12; ++sweep) {
      const bool moved = move_each();
      const bool swapped = chosen_.size() <= kMostSwapped && swap_pairs();
      if (!moved && !swapped) break;
    }
    return best_;
  }

  Assignment assignment() {
    Assignment found;
    found.review_goals = review_goals_;
    found.next_goals = next_goals_;
    found.headings_first = headings_first_;
    for (const std::size_t c : chosen_) found.slots.push_back(candidates_[c].slot);
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
      std::set<int>& marks = marks_.emplace_back();
      if (group.marks_are_goals) continue;
      for (const Paragraph& paragraph : group.paragraphs) marks.insert(paragraph.marks.begin(), paragraph.marks.end());
    }
  }

  std::size_t best_alone(std::size_t g) const {
    return static_cast<std::size_t>(std::ranges::max_element(own_scores_[g]) - own_scores_[g].begin());
  }

  using GroupsOfCandidates = std::vector<std::vector<std::size_t>>;

  // The score of the whole report.
  double total() const {
    GroupsOfCandidates there(candidates_.size());
    double score = 0;
    for (std::size_t g = 0; g < chosen_.size(); ++g) {
      score += own_scores_[g][chosen_[g]];
      there[chosen_[g]].push_back(g);
    }
    for (std::size_t c = kInNoGoal + 1; c < candidates_.size(); ++c) score += shared_score(c, there);
    for (std::size_t g = 0; g + 1 < chosen_.size(); ++g) {
      const std::size_t next = candidates_[chosen_[g]].next;
      if (next != kInNoGoal && chosen_[g + 1] == next) score += kInOrder;
    }
    return score;
  }

  // What the groups that have chosen one slot say together, and with those of the same goal's other slots.
  double shared_score(std::size_t c, const GroupsOfCandidates& there) const {
    const Candidate& candidate = candidates_[c];
    const std::vector<std::size_t>& here = there[c];
    if (candidate.slot.role == Role::goal) {
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
    for (const std::size_t g : here) {
      for (const std::size_t text : there[candidate.goal_text]) score += kLikeGoal * similarity_.groups(g, text);
      if (is_outcome_or_challenge(candidate.slot.role)) score += marks_score(g, there[candidate.activities]);
    }
    return score;
  }

  double marks_score(std::size_t g, const std::vector<std::size_t>& activities) const {
    if (marks_[g].empty() || activities.empty()) return 0;
    std::set<int> known;
    for (const std::size_t a : activities) known.insert(marks_[a].begin(), marks_[a].end());
    const bool all = std::ranges::includes(known, marks_[g]);
    const double score = all ? kMarksKnown + (known == marks_[g] ? kSameMarks : 0) : kMarksUnknown;
    double alike = 0;
    int compared = 0;
    const std::vector<Paragraph>& results = groups_[g].paragraphs;
    for (std::size_t p = 0; p < results.size(); ++p) {
      for (const std::size_t a : activities) {
        const std::vector<Paragraph>& list = groups_[a].paragraphs;
        for (std::size_t q = 0; q < list.size(); ++q) {
          if (list[q].marks.empty() || results[p].marks != list[q].marks) continue;
          alike += similarity_.paragraphs(g, p, a, q);
          ++compared;
        }
      }
    }
    return compared > 0 ? score + kLikeActivity * alike / compared : score;
  }

  bool move_each() {
    bool improved = false;
    for (std::size_t g = 0; g < chosen_.size(); ++g) {
      const std::size_t before = chosen_[g];
      std::size_t best = before;
      for (std::size_t c = 0; c < candidates_.size(); ++c) {
        if (c == before || own_scores_[g][c] < own_scores_[g][best_alone(g)] - kHopeless) continue;
        chosen_[g] = c;
        const double score = total();
        if (score > best_ + kBetter) best_ = score, best = c, improved = true;
      }
      chosen_[g] = best;
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
        if (score > best_ + kBetter) {
          best_ = score;
          improved = true;
        } else {
          std::swap(chosen_[a], chosen_[b]);
        }
      }
    }
    return improved;
  }

  // How much the best is better than the best with this group elsewhere, whoever stands there giving way.
  double margin(std::size_t g) {
    const std::vector<std::size_t> before = chosen_;
    double other = -std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
      if (c == before[g]) continue;
      chosen_[g] = c;
      other = std::max(other, total());
      for (std::size_t k = 0; k < before.size(); ++k) {
        if (k != g && before[k] == c) chosen_[k] = before[g];
      }
      other = std::max(other, total());
      chosen_ = before;
    }
    return best_ - other;
  }

  const std::vector<ParagraphGroup>& groups_;
  const GroupSimilarity& similarity_;
  int review_goals_;
  int next_goals_;
  bool headings_first_;
  double near_ = 0;
  double far_ = 0;
  std::vector<Candidate> candidates_;
  std::vector<std::vector<double>> own_scores_;  // by group and candidate
  std::vector<std::set<int>> marks_;             // by group
  std::vector<std::size_t> chosen_;              // candidate of each group
  double best_ = 0;
};

// Each group is somewhere, and no goal has two texts.
bool is_all_placed(const Assignment& assignment) {
  std::vector<Slot> goals;
  for (const Slot& slot : assignment.slots) {
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
  if (groups.groups.size() > kMostGroups) {
    best.slots.resize(groups.groups.size());
    best.margins.resize(groups.groups.size());
    return best;
  }
  const GroupSimilarity similarity(groups);
  double best_score = -std::numeric_limits<double>::infinity();
  const auto attempt = [&](int more_review, int more_next, bool headings_first) {
    const int review = std::min(groups.review_goals + more_review, kMostGoals);
    const int next = std::min(groups.next_goals + more_next, kMostGoals);
    AssignmentSearch search(groups, similarity, review, next, headings_first);
    const double score = search.search();
    if (score > best_score + kBetter) best_score = score, best = search.assignment();
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
