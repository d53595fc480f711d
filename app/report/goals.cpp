#include "report/goals.h"

#include <algorithm>
#include <set>

namespace hub::report {

namespace {

constexpr double kSure = 6;         // a margin from which on nothing else comes into question
constexpr double kCloseCall = 2.5;  // below it somebody should look

double confidence_of(double margin) { return std::clamp(0.4 + 0.6 * margin / kSure, 0.1, 1.0); }

bool heading_fits(const Run& run, Role role, bool headings_first) {
  const std::vector<Field>& near = headings_first ? run.before : run.after;
  if (!near.empty()) return matches(headings_first ? near.back() : near.front(), role);
  return false;
}

class Collector {
 public:
  Collector(const Runs& runs, const Solution& solution) : runs_(runs), solution_(solution) {}

  FoundGoals run() {
    found_.review.resize(static_cast<std::size_t>(solution_.review_goals));
    found_.next.resize(static_cast<std::size_t>(solution_.next_goals));
    for (std::size_t r = 0; r < runs_.runs.size(); ++r) place(r);
    std::erase_if(found_.review, is_empty);
    std::erase_if(found_.next, is_empty);
    for (FoundGoal& goal : found_.review) settle_marks(goal);
    return std::move(found_);
  }

 private:
  static bool is_empty(const FoundGoal& goal) {
    return goal.goal.empty() && std::ranges::all_of(goal.lists, [](const auto& list) { return list.empty(); });
  }

  void place(std::size_t r) {
    const Run& run = runs_.runs[r];
    const Slot& slot = solution_.slots[r];
    const double confidence = confidence_of(solution_.margins[r]);
    if (slot.section == Section::unknown) {
      for (const Piece& piece : run.pieces) found_.leftover.push_back({piece.words, piece.place, confidence});
      return;
    }
    std::vector<FoundGoal>& goals = slot.section == Section::review ? found_.review : found_.next;
    FoundGoal& goal = goals[static_cast<std::size_t>(slot.goal - 1)];
    if (slot.role == Role::goal) {
      for (const Piece& piece : run.pieces) goal.goal.push_back({piece.words, piece.place, confidence});
    } else {
      add_items(run, confidence, goal.lists[static_cast<std::size_t>(slot.role)]);
    }
    note_hesitation(r, goal);
  }

  static void add_items(const Run& run, double confidence, std::vector<FoundItem>& items) {
    bool own = false;  // the last item is this run's
    for (const Piece& piece : run.pieces) {
      const Words words{piece.words, piece.place, confidence, piece.guessed_join};
      const bool continues = own && !run.marks_are_goals && piece.marks.empty() && !items.back().marks.empty();
      if (continues) {
        items.back().text.push_back(words);
      } else {
        items.push_back({piece.marks, {words}, {}});
      }
      own = true;
    }
  }

  void note_hesitation(std::size_t r, FoundGoal& goal) const {
    const Run& run = runs_.runs[r];
    const Slot& slot = solution_.slots[r];
    const GoalPlace place{slot.section, slot.goal};
    Hesitation one;
    one.role = slot.role;
    one.margin = solution_.margins[r];
    one.close_call = one.margin < kCloseCall;
    one.lost_mark = run.lost_mark;
    one.place = run.pieces.front().place;
    const bool results = !run.before.empty() && run.before.back() == Field::results;
    const bool shares = run.same_block && !run.marks_are_goals && !results;
    one.heading_differs = shares || !heading_fits(run, slot.role, solution_.headings_first);
    if (run.told.goal == 0 && slot.role != Role::goal && run.last_goal.goal > 0)
      one.goal_differs = run.last_goal != place;
    if (one.close_call || one.heading_differs || one.goal_differs || one.lost_mark) goal.hesitations.push_back(one);
  }

  // An outcome's mark that no activity carries would be shown nowhere.
  static void settle_marks(FoundGoal& goal) {
    std::set<int> known;
    for (const FoundItem& item : goal.lists[static_cast<int>(Role::activities)]) {
      known.insert(item.marks.begin(), item.marks.end());
    }
    for (const Role role : {Role::outcomes, Role::challenges}) {
      for (FoundItem& item : goal.lists[static_cast<int>(role)]) {
        for (const int mark : item.marks) {
          if (!known.contains(mark)) item.dropped_marks.push_back(mark);
        }
        std::erase_if(item.marks, [&](int mark) { return !known.contains(mark); });
      }
    }
  }

  const Runs& runs_;
  const Solution& solution_;
  FoundGoals found_;
};

}  // namespace

FoundGoals collect_goals(const Runs& runs, const Solution& solution) { return Collector(runs, solution).run(); }

}  // namespace hub::report
