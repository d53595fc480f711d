#include "report/parse/goal_evidence.h"

namespace hub::report {

namespace {

constexpr double kLikeGoal = 14.0;     // words shared with the goal
constexpr double kLikeActivity = 6.0;  // words shared with the activity of the same mark
constexpr double kMarksKnown = 1.2;    // ①②④ all stand among the activities' marks
constexpr double kSameMarks = 0.5;     // … and are all of those
constexpr double kMarksUnknown = -1.5;
constexpr double kTwoGoals = -6.0;  // two texts for one goal
constexpr double kTwoLists = -5.0;
constexpr double kOneListParted = -0.4;
constexpr double kNoGoal = -4.0;
constexpr double kNoList = -3.0;
// Twenty outcomes that are each compared with twenty activities of the same mark; more tell nothing more.
constexpr std::size_t kMostCompared = 400;

}  // namespace

double score_without(Role role) { return role == Role::goal ? kNoGoal : kNoList; }

GoalEvidence::GoalEvidence(const ParagraphGroups& groups, const GroupSimilarity& similarity)
    : groups_(groups.groups), similarity_(similarity), likeness_(groups_.size() * groups_.size()) {
  for (const ParagraphGroup& group : groups_) {
    Marks& marks = marks_.emplace_back();
    if (group.marks_are_goals) continue;
    for (const Paragraph& paragraph : group.paragraphs) {
      for (const int mark : paragraph.marks) marks.set(static_cast<std::size_t>(mark));
    }
  }
}

Judgement GoalEvidence::of(const Members& members, bool reviewed) {
  const std::vector<std::size_t>&texts = members[Role::goal], &activities = members[Role::activities];
  Judgement judgement;
  judgement.score = texts.empty() ? kNoGoal : kTwoGoals * static_cast<double>(texts.size() - 1);
  judgement.work = 1;
  for (const Role role : kLists) {
    if (role != Role::activities && !reviewed) continue;
    const std::vector<std::size_t>& list = members[role];
    judgement.work += 1 + list.size() * (1 + texts.size());
    judgement.score += list.empty() ? kNoList : of_list(members, role);
    if (role == Role::activities) continue;
    judgement.work += list.size() * activities.size();
    for (const std::size_t g : list) judgement.score += of_marks(g, activities);
  }
  return judgement;
}

double GoalEvidence::of_list(const Members& members, Role role) const {
  const std::vector<std::size_t>& list = members[role];
  double score = 0;
  for (std::size_t k = 0; k + 1 < list.size(); ++k) {
    const bool apart = list[k + 1] != list[k] + 1;
    const bool shared = (marks_[list[k]] & marks_[list[k + 1]]).any();
    score += apart || shared ? kTwoLists : kOneListParted;
  }
  // Of two texts each counts half: else texts and lists that pile up in one goal would all be alike.
  const std::vector<std::size_t>& texts = members[Role::goal];
  double alike = 0;
  for (const std::size_t g : list) {
    for (const std::size_t text : texts) alike += similarity_.groups(g, text);
  }
  return texts.empty() ? score : score + kLikeGoal * alike / static_cast<double>(texts.size());
}

double GoalEvidence::of_marks(std::size_t results, const std::vector<std::size_t>& activities) {
  if (marks_[results].none() || activities.empty()) return 0;
  Marks known;
  for (const std::size_t a : activities) known |= marks_[a];
  const bool all = (marks_[results] & ~known).none();
  const double score = all ? kMarksKnown + (known == marks_[results] ? kSameMarks : 0) : kMarksUnknown;
  double alike = 0;
  std::size_t compared = 0;
  for (const std::size_t a : activities) {
    const Likeness& one = likeness(results, a);
    alike += one.alike;
    compared += one.compared;
  }
  return compared > 0 ? score + kLikeActivity * alike / static_cast<double>(compared) : score;
}

const GoalEvidence::Likeness& GoalEvidence::likeness(std::size_t results, std::size_t activities) {
  std::optional<Likeness>& known = likeness_[results * groups_.size() + activities];
  if (!known) known = compare(results, activities);
  return *known;
}

GoalEvidence::Likeness GoalEvidence::compare(std::size_t g, std::size_t a) const {
  Likeness likeness;
  const std::vector<Paragraph>&results = groups_[g].paragraphs, &list = groups_[a].paragraphs;
  for (std::size_t p = 0; p < results.size(); ++p) {
    for (std::size_t q = 0; q < list.size(); ++q) {
      if (list[q].marks.empty() || results[p].marks != list[q].marks) continue;
      if (likeness.compared == kMostCompared) return likeness;
      likeness.alike += similarity_.paragraphs(g, p, a, q);
      ++likeness.compared;
    }
  }
  return likeness;
}

}  // namespace hub::report
