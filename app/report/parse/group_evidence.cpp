#include "report/parse/group_evidence.h"

#include <algorithm>

namespace hub::report {

namespace {

// What each piece of evidence is worth. A class score of the grammar differs by about 2 between a clear fit and none.
constexpr double kNear = 3.0;              // the heading on the side where this report puts headings
constexpr double kFar = 1.0;               // the heading on the other side
constexpr double kOwn = 6.0;               // the heading above, where each heads what follows it
constexpr double kOtherHeading = 0.45;     // share of that lost below a heading of something else
constexpr double kSharedHeading = 0.4;     // share of that for the second list below one heading
constexpr double kEarlierHeading = 0.3;    // … for a heading that another one follows
constexpr double kLaterHeading = 0.5;      // … for a heading below that another one precedes
constexpr double kGoalByMark = 5.0;        // ① where ① is the goal
constexpr double kSameGoalAbove = 1.5;     // the last 重点目標① above
constexpr double kSameSectionAbove = 1.5;  // … at least its year
constexpr double kNextGoalBelow = 0.5;
constexpr double kSameHeader = 0.8;   // 令和５年度重点目標の評価
constexpr double kListAsGoal = -4.0;  // a list is not one goal's text
constexpr double kNowhere = -3.5;     // placed in no goal
constexpr double kBeyond = -40;       // of a goal that the draft has no room for

double headings(const ParagraphGroup& group, const Slot& slot, double near, double far) {
  // Groups that share a cell share its heading fully; below another list's end it is worth less.
  const double weight = !group.same_block || group.marks_are_goals ? 1 : kSharedHeading;
  const auto fits = [&](Field heading) { return matches(heading, slot.role); };
  if (group.heading_is_its_own) return kOwn * (fits(group.headings_before.front()) ? 1 : -kOtherHeading);
  double score = 0;
  if (!group.headings_before.empty()) {
    const bool last = fits(group.headings_before.back()), any = std::ranges::any_of(group.headings_before, fits);
    score += weight * near * (last ? 1 : any ? kEarlierHeading : -kOtherHeading);
  }
  if (!group.headings_after.empty()) {
    const bool first = fits(group.headings_after.front()), any = std::ranges::any_of(group.headings_after, fits);
    score += weight * far * (first ? 1 : any ? kLaterHeading : -kOtherHeading);
  }
  return score;
}

double own_heading(const ParagraphGroup& group, const GoalId& goal, double near, double far) {
  const auto has = [&](const std::vector<GoalId>& goals) { return std::ranges::find(goals, goal) != goals.end(); };
  double score = 0;
  if (!group.goals_before.empty()) score += near * (has(group.goals_before) ? 1 : -kOtherHeading);
  if (!group.goals_after.empty()) score += far * (has(group.goals_after) ? 1 : -kOtherHeading);
  return score;
}

}  // namespace

double own_score(const ParagraphGroup& group, const Slot& slot, bool headings_first) {
  if (slot.section == Section::unknown) return kNowhere;
  const double near = headings_first ? kNear : kFar, far = headings_first ? kFar : kNear;
  double score = group.role_scores[slot.role];
  score += headings(group, slot, near, far);
  if (slot.role == Role::goal && !group.marks_are_goals && group.paragraphs.size() > 1) score += kListAsGoal;
  const GoalId goal{slot.section, slot.goal};
  if (std::max(group.goal_by_mark.goal, group.last_goal.goal) > kMostGoals) score += kBeyond;
  if (group.goal_by_mark.goal > 0) {
    score += group.goal_by_mark.goal == slot.goal ? kGoalByMark : -kGoalByMark;
  } else {
    if (group.last_goal.section != Section::unknown && group.last_goal.goal > 0) {
      if (group.last_goal.section == slot.section) score += kSameSectionAbove;
      if (group.last_goal == goal) score += kSameGoalAbove;
    }
    if (group.next_goal == goal) score += kNextGoalBelow;
    if (slot.role == Role::goal) score += own_heading(group, goal, near, far);
  }
  if (group.section != Section::unknown) score += group.section == slot.section ? kSameHeader : -kSameHeader;
  if (group.marks_are_goals && group.section != Section::unknown && group.section != slot.section) score -= kGoalByMark;
  return score;
}

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
      return role == Role::outcomes || role == Role::challenges;
    default:
      return false;
  }
}

}  // namespace hub::report
