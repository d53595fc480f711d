// Looks for the best place of every group at once. A place for one group is judged by the two goals that it leaves and
// comes to, never by the whole report, and all work together is bounded.
#pragma once

#include <cstddef>
#include <vector>

#include "report/parse/goal_evidence.h"
#include "report/parse/group_evidence.h"

namespace hub::report {

// A slot that a group might as well be in.
struct OtherPlace {
  Slot slot;
  double behind = 0;  // how much worse the whole report would be
};

// How many single comparisons may still be made.
class Work {
 public:
  explicit Work(std::size_t most) : most_(most) {}
  void spend(std::size_t comparisons) { done_ += comparisons; }
  bool is_spent() const { return done_ >= most_; }
  std::size_t done() const { return done_; }

 private:
  std::size_t most_;
  std::size_t done_ = 0;
};

class AssignmentSearch {
 public:
  // For a report of so many goals; groups and evidence outlive it.
  AssignmentSearch(const std::vector<ParagraphGroup>& groups, GoalEvidence& evidence, int review_goals, int next_goals,
                   bool headings_first);

  // From several starts, until no change of one group and no swap of two helps; the best score. What is found when the
  // work is spent is kept.
  double search(Work& work);
  std::vector<Slot> slots() const;

  // Where else the group may stand, whoever stands there giving way; the best first, empty when the work is spent.
  std::vector<OtherPlace> others(std::size_t group, Work& work);

 private:
  // A slot, its goal, and the candidate that a report usually has after it (0: nothing).
  struct Candidate {
    Slot slot;
    std::size_t goal = 0;
    std::size_t next = 0;
  };
  struct Goal {
    bool reviewed = false;
    GoalEvidence::Members members;
    double score = 0;
  };

  void add_goal(Section section, int number);
  std::vector<std::size_t> each_where_it_fits_best() const;
  std::vector<std::size_t> in_order() const;
  void start(const std::vector<std::size_t>& places, Work& work);
  void climb(Work& work);
  bool move_each(Work& work);
  bool swap_pairs(Work& work);
  bool swap_if_better(std::size_t a, std::size_t b, Work& work);
  double put(std::size_t group, std::size_t candidate, Work& work);
  double judge(std::size_t goal, Work& work);
  double order_around(std::size_t group) const;
  double total() const;
  std::vector<std::size_t>& members_of(std::size_t candidate);

  std::vector<Candidate> candidates_;  // the first is in no goal
  std::vector<Goal> goals_;            // in the order in which a report has them
  GoalEvidence& evidence_;
  std::vector<std::vector<double>> own_scores_;  // by group and candidate
  std::vector<std::size_t> best_alone_;          // by group: the candidate with the best own score
  std::vector<std::size_t> chosen_;              // candidate of each group
  double score_ = 0;
};

}  // namespace hub::report
