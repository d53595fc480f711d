#include "report/parse/assignment.h"

#include <algorithm>
#include <limits>
#include <memory>

#include "base/check.h"
#include "report/parse/group_evidence.h"
#include "report/words/limits.h"

namespace hub::report {

namespace {

constexpr double kBetter = 1e-9;        // less is rounding
constexpr double kAgainstHeadings = 3;  // headings below their text, where each seems to head what follows it

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

// The best of several ideas of how many goals there are and where headings stand.
class Attempts {
 public:
  explicit Attempts(const ParagraphGroups& groups)
      : groups_(groups), similarity_(groups), evidence_(groups, similarity_) {}

  Assignment best_of_all() {
    headings_are_first_ = std::ranges::any_of(groups_.groups, &ParagraphGroup::heading_is_its_own);
    for (const bool headings_first : {true, false}) attempt(0, 0, headings_first);
    // A heading may have been lost: one goal more than they tell of is tried where not all finds its place.
    if (!is_all_placed(search_->slots())) {
      for (const bool headings_first : {true, false}) {
        attempt(1, 0, headings_first);
        attempt(0, 1, headings_first);
        attempt(1, 1, headings_first);
      }
    }
    Work others(kMostWork);
    for (std::size_t g = 0; g < groups_.groups.size(); ++g) {
      std::vector<OtherPlace> places = search_->others(g, others);
      best_.margins.push_back(places.empty() ? 0 : places.front().behind);
      best_.others.push_back(std::move(places));
    }
    best_.slots = search_->slots();
    best_.complete = !work_.is_spent() && !others.is_spent();
    best_.work = work_.done() + others.done();
    return std::move(best_);
  }

 private:
  void attempt(int more_review, int more_next, bool headings_first) {
    if (search_ && work_.is_spent()) return;
    const int review = std::min(groups_.review_goals + more_review, kMostGoals);
    const int next = std::min(groups_.next_goals + more_next, kMostGoals);
    auto search = std::make_unique<AssignmentSearch>(groups_.groups, evidence_, review, next, headings_first);
    double score = search->search(work_);
    if (headings_are_first_ && !headings_first) score -= kAgainstHeadings;
    if (search_ && score <= best_score_ + kBetter) return;
    best_score_ = score;
    best_.review_goals = review;
    best_.next_goals = next;
    best_.headings_first = headings_first;
    search_ = std::move(search);
  }

  const ParagraphGroups& groups_;
  GroupSimilarity similarity_;
  GoalEvidence evidence_;
  Work work_{kMostWork};
  std::unique_ptr<AssignmentSearch> search_;  // the best
  bool headings_are_first_ = false;           // so it seems
  double best_score_ = -std::numeric_limits<double>::infinity();
  Assignment best_;
};

}  // namespace

Assignment assign(const ParagraphGroups& groups) {
  HUB_CHECK(groups.groups.size() <= kMostGroups);
  return Attempts(groups).best_of_all();
}

}  // namespace hub::report
