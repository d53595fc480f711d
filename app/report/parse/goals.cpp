#include "report/parse/goals.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace hub::report {

namespace {

// How often groups with a margin like this stand where they belong, over the variants of tests/report/wild_variants
// (its test prints it); between two of them in a straight line.
struct Sureness {
  double margin;
  double right;
};
constexpr Sureness kSureness[] = {{0, 0.05}, {1.5, 0.2}, {2.5, 0.66}, {3.5, 0.84}, {4.5, 0.94}, {6, 0.99}};
constexpr double kCloseCall = 2.5;  // below it somebody should look

double confidence_of(double margin) {
  if (margin <= 0) return std::begin(kSureness)->right;
  for (const Sureness* next = std::begin(kSureness) + 1; next != std::end(kSureness); ++next) {
    const Sureness& last = *(next - 1);
    if (margin > next->margin) continue;
    return last.right + (next->right - last.right) * (margin - last.margin) / (next->margin - last.margin);
  }
  return (std::end(kSureness) - 1)->right;
}

bool heading_fits(const ParagraphGroup& group, Role role, bool headings_first) {
  const std::vector<Field>& near = headings_first ? group.headings_before : group.headings_after;
  if (!near.empty()) return matches(headings_first ? near.back() : near.front(), role);
  return false;
}

class Collector {
 public:
  Collector(const ParagraphGroups& groups, const Assignment& assignment)
      : groups_(groups.groups), assignment_(assignment) {
    for (const Paragraph& name : groups.short_names) found_.short_names.push_back({name.words, name.place, 0.5});
  }

  FoundGoals collect() {
    found_.review.resize(static_cast<std::size_t>(assignment_.review_goals));
    found_.next.resize(static_cast<std::size_t>(assignment_.next_goals));
    for (std::size_t g = 0; g < groups_.size(); ++g) place(g);
    find_others();
    std::erase_if(found_.review, is_empty);
    std::erase_if(found_.next, is_empty);
    for (FoundGoal& goal : found_.review) settle_marks(goal);
    found_.complete = assignment_.complete;
    return std::move(found_);
  }

 private:
  static bool is_empty(const FoundGoal& goal) {
    return goal.goal.empty() && std::ranges::all_of(kLists, [&](Role role) { return goal.lists[role].empty(); });
  }

  // Goals that nothing was placed in are left out of the draft, and the others numbered anew.
  void find_others() {
    for (const std::vector<OtherPlace>& others : assignment_.others) {
      std::vector<OtherPlace>& kept = found_.others.emplace_back();
      for (const OtherPlace& other : others) {
        if (other.slot.section == Section::unknown) {
          kept.push_back(other);
          continue;
        }
        const std::vector<FoundGoal>& goals = other.slot.section == Section::review ? found_.review : found_.next;
        const auto at = goals.begin() + other.slot.goal - 1;
        if (is_empty(*at)) continue;
        kept.push_back(other);
        kept.back().slot.goal -= static_cast<int>(std::count_if(goals.begin(), at, is_empty));
      }
    }
  }

  void place(std::size_t g) {
    const ParagraphGroup& group = groups_[g];
    const Slot& slot = assignment_.slots[g];
    const double confidence = confidence_of(assignment_.margins[g]);
    if (slot.section == Section::unknown) {
      for (const Paragraph& paragraph : group.paragraphs)
        found_.leftover.push_back({paragraph.words, paragraph.place, confidence, 0, static_cast<int>(g)});
      return;
    }
    std::vector<FoundGoal>& goals = slot.section == Section::review ? found_.review : found_.next;
    FoundGoal& goal = goals[static_cast<std::size_t>(slot.goal - 1)];
    if (slot.role == Role::goal) {
      for (const Paragraph& paragraph : group.paragraphs)
        goal.goal.push_back({paragraph.words, paragraph.place, confidence, 0, static_cast<int>(g)});
    } else {
      add_items(g, confidence, goal.lists[slot.role]);
    }
    note_uncertainty(g, goal);
  }

  void add_items(std::size_t g, double confidence, std::vector<FoundItem>& items) const {
    const ParagraphGroup& group = groups_[g];
    bool own = false;  // the last item is this group's
    for (const Paragraph& paragraph : group.paragraphs) {
      const SourceText words{paragraph.words, paragraph.place, confidence, paragraph.guessed_join, static_cast<int>(g)};
      const bool continues = own && !group.marks_are_goals && paragraph.marks.empty() && !items.back().marks.empty();
      if (continues) {
        items.back().text.push_back(words);
      } else {
        items.push_back({paragraph.marks, {words}, {}});
      }
      own = true;
    }
  }

  void note_uncertainty(std::size_t g, FoundGoal& goal) const {
    const ParagraphGroup& group = groups_[g];
    const Slot& slot = assignment_.slots[g];
    Uncertainty one;
    one.role = slot.role;
    one.margin = assignment_.margins[g];
    one.close_call = one.margin < kCloseCall;
    one.lost_mark = group.lost_mark;
    one.place = group.paragraphs.front().place;
    one.group = static_cast<int>(g);
    const bool results = !group.headings_before.empty() && group.headings_before.back() == Field::results;
    const bool shares = group.same_block && !group.marks_are_goals && !results;
    one.heading_differs = shares || !heading_fits(group, slot.role, assignment_.headings_first);
    if (group.goal_by_mark.goal == 0 && slot.role != Role::goal && group.last_goal.goal > 0)
      one.goal_differs = group.last_goal != GoalId{slot.section, slot.goal};
    if (one.close_call || one.heading_differs || one.goal_differs || one.lost_mark) goal.uncertainties.push_back(one);
  }

  // An outcome's mark that no activity carries would be shown nowhere.
  static void settle_marks(FoundGoal& goal) {
    std::set<int> known;
    for (const FoundItem& item : goal.lists[Role::activities]) {
      known.insert(item.marks.begin(), item.marks.end());
    }
    for (const Role role : {Role::outcomes, Role::challenges}) {
      for (FoundItem& item : goal.lists[role]) {
        for (const int mark : item.marks) {
          if (!known.contains(mark)) item.dropped_marks.push_back(mark);
        }
        std::erase_if(item.marks, [&](int mark) { return !known.contains(mark); });
      }
    }
  }

  const std::vector<ParagraphGroup>& groups_;
  const Assignment& assignment_;
  FoundGoals found_;
};

}  // namespace

FoundGoals collect_goals(const ParagraphGroups& groups, const Assignment& assignment) {
  return Collector(groups, assignment).collect();
}

}  // namespace hub::report
