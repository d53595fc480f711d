#include "report/parse/assignment_search.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace hub::report {

namespace {

constexpr double kHopeless = 15;           // worse than elsewhere, by what the groups themselves say: not tried
constexpr double kBetter = 1e-9;           // less is rounding
constexpr int kMostSweeps = 12;            // over all groups; a report needs three or four
constexpr std::size_t kMostGivingWay = 4;  // groups of one slot
constexpr std::size_t kMostOthers = 4;     // that somebody may choose from
constexpr std::size_t kInNoGoal = 0;       // the first candidate
constexpr std::size_t kNoGoalAtAll = std::numeric_limits<std::size_t>::max();

constexpr Role kNextRoles[] = {Role::goal, Role::activities};  // of a next goal; a reviewed one has all

}  // namespace

AssignmentSearch::AssignmentSearch(const std::vector<ParagraphGroup>& groups, GoalEvidence& evidence, int review_goals,
                                   int next_goals, bool headings_first)
    : evidence_(evidence) {
  candidates_.push_back({{}, kNoGoalAtAll, 0});
  for (int number = 1; number <= review_goals; ++number) add_goal(Section::review, number);
  for (int number = 1; number <= next_goals; ++number) add_goal(Section::next, number);
  for (const ParagraphGroup& group : groups) {
    std::vector<double> scores;
    scores.reserve(candidates_.size());
    for (const Candidate& candidate : candidates_) scores.push_back(own_score(group, candidate.slot, headings_first));
    best_alone_.push_back(static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin()));
    own_scores_.push_back(std::move(scores));
  }
}

void AssignmentSearch::add_goal(Section section, int number) {
  const bool reviewed = section == Section::review;
  for (const Role role : reviewed ? std::span<const Role>(kRoles) : kNextRoles) {
    if (candidates_.size() > kInNoGoal + 1) candidates_.back().next = candidates_.size();
    candidates_.push_back({{section, number, role}, goals_.size(), 0});
  }
  goals_.push_back({reviewed, {}, 0});
}

double AssignmentSearch::search(Work& work) {
  std::vector<std::vector<std::size_t>> starts = {each_where_it_fits_best(), in_order()};
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<std::size_t> best;
  double best_score = -std::numeric_limits<double>::infinity();
  for (const std::vector<std::size_t>& places : starts) {
    start(places, work);
    climb(work);
    if (score_ > best_score + kBetter) best_score = score_, best = chosen_;
  }
  start(best, work);
  return score_;
}

std::vector<Slot> AssignmentSearch::slots() const {
  std::vector<Slot> slots;
  slots.reserve(chosen_.size());
  for (const std::size_t c : chosen_) slots.push_back(candidates_[c].slot);
  return slots;
}

std::vector<std::size_t> AssignmentSearch::each_where_it_fits_best() const { return best_alone_; }

// As if the report had everything in its usual order, and nothing twice: the best of all ways to go through groups and
// slots together. A list in two parts, and groups in no goal, are allowed.
std::vector<std::size_t> AssignmentSearch::in_order() const {
  const std::size_t count = candidates_.size();
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  std::vector<double> empty(count, 0);  // what is lost when all slots up to this one are empty
  for (std::size_t c = 1; c < count; ++c) empty[c] = empty[c - 1] + score_without(candidates_[c].slot.role);
  std::vector<double> best(count, kNever);  // by the last slot that was filled; 0: none yet
  best[0] = 0;
  std::vector<std::vector<std::size_t>> from(own_scores_.size(), std::vector<std::size_t>(count, 0));
  std::vector<std::vector<bool>> placed(own_scores_.size(), std::vector<bool>(count, false));
  for (std::size_t g = 0; g < own_scores_.size(); ++g) {
    std::vector<double> next(count, kNever);
    double most = kNever;  // of the slots before, less what is empty up to them
    std::size_t most_at = 0;
    for (std::size_t c = 0; c < count; ++c) {
      next[c] = best[c] + own_scores_[g][kInNoGoal];
      from[g][c] = c;
      const auto take = [&](std::size_t before, double score) {
        if (score <= next[c]) return;
        next[c] = score;
        from[g][c] = before;
        placed[g][c] = true;
      };
      if (c > 0) {
        take(most_at, most + empty[c - 1] + own_scores_[g][c]);
        take(c, best[c] + own_scores_[g][c]);
      }
      if (best[c] - empty[c] > most) most = best[c] - empty[c], most_at = c;
    }
    best = std::move(next);
  }
  for (std::size_t c = 0; c < count; ++c) best[c] += empty.back() - empty[c];
  auto at = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
  std::vector<std::size_t> places(own_scores_.size(), kInNoGoal);
  for (std::size_t g = own_scores_.size(); g-- > 0;) {
    if (placed[g][at]) places[g] = at;
    at = from[g][at];
  }
  return places;
}

void AssignmentSearch::start(const std::vector<std::size_t>& places, Work& work) {
  chosen_ = places;
  for (Goal& goal : goals_) goal.members = {}, goal.score = 0;
  for (std::size_t g = 0; g < chosen_.size(); ++g) {
    if (chosen_[g] != kInNoGoal) members_of(chosen_[g]).push_back(g);
  }
  for (std::size_t goal = 0; goal < goals_.size(); ++goal) judge(goal, work);
  score_ = total();
}

void AssignmentSearch::climb(Work& work) {
  for (int sweep = 0; sweep < kMostSweeps && !work.is_spent(); ++sweep) {
    const bool moved = move_each(work);
    const bool swapped = swap_pairs(work);
    score_ = total();  // sums that were only added to and taken from are no longer exact
    if (!moved && !swapped) break;
  }
}

bool AssignmentSearch::move_each(Work& work) {
  bool improved = false;
  for (std::size_t g = 0; g < chosen_.size() && !work.is_spent(); ++g) {
    double here = score_;
    std::size_t best = chosen_[g];
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
      if (c == chosen_[g] || own_scores_[g][c] < own_scores_[g][best_alone_[g]] - kHopeless) continue;
      here += put(g, c, work);
      if (here > score_ + kBetter) score_ = here, best = c, improved = true;
    }
    put(g, best, work);
  }
  return improved;
}

bool AssignmentSearch::swap_pairs(Work& work) {
  bool improved = false;
  for (std::size_t a = 0; a < chosen_.size() && !work.is_spent(); ++a) {
    for (std::size_t b = a + 1; b < chosen_.size(); ++b) {
      work.spend(1);
      improved = swap_if_better(a, b, work) || improved;
    }
  }
  return improved;
}

bool AssignmentSearch::swap_if_better(std::size_t a, std::size_t b, Work& work) {
  const std::size_t of_a = chosen_[a], of_b = chosen_[b];
  if (of_a == of_b) return false;
  const double own = own_scores_[a][of_b] + own_scores_[b][of_a] - own_scores_[a][of_a] - own_scores_[b][of_b];
  if (own < -kHopeless) return false;
  const double gain = put(a, of_b, work) + put(b, of_a, work);
  if (gain > kBetter) {
    score_ += gain;
    return true;
  }
  put(a, of_a, work);
  put(b, of_b, work);
  return false;
}

// Group g is to stand in candidate c; what the report gains by it.
double AssignmentSearch::put(std::size_t g, std::size_t c, Work& work) {
  const std::size_t before = chosen_[g];
  if (before == c) return 0;
  double gain = own_scores_[g][c] - own_scores_[g][before] - order_around(g);
  chosen_[g] = c;
  gain += order_around(g);
  if (before != kInNoGoal) std::erase(members_of(before), g);
  if (c != kInNoGoal) {
    std::vector<std::size_t>& here = members_of(c);
    here.insert(std::ranges::lower_bound(here, g), g);
  }
  const std::size_t left = candidates_[before].goal, entered = candidates_[c].goal;
  gain += judge(left, work);
  return entered == left ? gain : gain + judge(entered, work);
}

// How much the goal's score has changed.
double AssignmentSearch::judge(std::size_t goal, Work& work) {
  if (goal == kNoGoalAtAll) return 0;
  const Judgement judgement = evidence_.of(goals_[goal].members, goals_[goal].reviewed);
  work.spend(judgement.work);
  return judgement.score - std::exchange(goals_[goal].score, judgement.score);
}

double AssignmentSearch::order_around(std::size_t g) const {
  const auto in_order = [&](std::size_t first) {
    const std::size_t next = candidates_[chosen_[first]].next;
    return next != kInNoGoal && chosen_[first + 1] == next ? kInOrder : 0;
  };
  return (g > 0 ? in_order(g - 1) : 0) + (g + 1 < chosen_.size() ? in_order(g) : 0);
}

double AssignmentSearch::total() const {
  double score = 0;
  for (std::size_t g = 0; g < chosen_.size(); ++g) score += own_scores_[g][chosen_[g]];
  for (const Goal& goal : goals_) score += goal.score;
  for (std::size_t g = 0; g + 1 < chosen_.size(); ++g) {
    const std::size_t next = candidates_[chosen_[g]].next;
    if (next != kInNoGoal && chosen_[g + 1] == next) score += kInOrder;
  }
  return score;
}

std::vector<std::size_t>& AssignmentSearch::members_of(std::size_t c) {
  return goals_[candidates_[c].goal].members[candidates_[c].slot.role];
}

std::vector<OtherPlace> AssignmentSearch::others(std::size_t g, Work& work) {
  const std::size_t before = chosen_[g];
  std::vector<OtherPlace> places;
  for (std::size_t c = 0; c < candidates_.size(); ++c) {
    if (c == before) continue;
    if (work.is_spent()) return {};
    const std::vector<std::size_t> there = c == kInNoGoal ? std::vector<std::size_t>{} : members_of(c);
    const double moved = put(g, c, work);
    double gain = moved;
    if (!there.empty() && there.size() <= kMostGivingWay) {
      double given_way = moved;
      for (const std::size_t k : there) given_way += put(k, before, work);
      gain = std::max(gain, given_way);
      for (const std::size_t k : there) put(k, c, work);
    }
    put(g, before, work);
    places.push_back({candidates_[c].slot, -gain});
  }
  std::ranges::stable_sort(places, {}, &OtherPlace::behind);
  if (places.size() > kMostOthers) places.resize(kMostOthers);
  return places;
}

}  // namespace hub::report
