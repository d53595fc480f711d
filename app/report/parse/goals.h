// Solved runs → goals with their items, as the draft holds them.
#pragma once

#include <vector>

#include "report/parse/assignment.h"
#include "report/parse/front_matter.h"

namespace hub::report {

struct FoundItem {
  std::vector<int> marks;
  std::vector<Words> text;
  std::vector<int> dropped_marks;  // that no activity has
};

// What the solver was not sure of, for one list or goal text.
struct Hesitation {
  Role role = Role::goal;
  double margin = 0;
  bool close_call = false;       // nearly as good elsewhere
  bool heading_differs = false;  // the heading where it should stand says something else, or there is none
  bool goal_differs = false;     // stands below another goal's heading
  bool lost_mark = false;
  Place place;
};

struct FoundGoal {
  std::vector<Words> goal;               // one, when all is well; none when it was not found
  std::vector<FoundItem> lists[kRoles];  // activities, outcomes, challenges; [0] stays empty
  std::vector<Hesitation> hesitations;
};

struct FoundGoals {
  std::vector<FoundGoal> review;
  std::vector<FoundGoal> next;
  std::vector<Words> leftover;
};

FoundGoals collect_goals(const ParagraphGroups& groups, const Assignment& solution);

}  // namespace hub::report
