// Assigned groups → goals with their items, as the draft holds them.
#pragma once

#include <vector>

#include "report/parse/assignment.h"
#include "report/parse/front_matter.h"

namespace hub::report {

struct FoundItem {
  std::vector<int> marks;
  std::vector<SourceText> text;
  std::vector<int> dropped_marks;  // that no activity has
};

// What the assignment is not sure of, for one list or goal text.
struct Uncertainty {
  Role role = Role::goal;
  double margin = 0;             // as Assignment has it
  bool close_call = false;       // nearly as good elsewhere
  bool heading_differs = false;  // the heading where it should stand says something else, or there is none
  bool goal_differs = false;     // stands below another goal's heading
  bool lost_mark = false;
  Place place;
  int group = -1;  // as SourceText has it
};

struct FoundGoal {
  std::vector<SourceText> goal;           // one, when all is well; none when it was not found
  PerRole<std::vector<FoundItem>> lists;  // the goal's own stays empty
  std::vector<Uncertainty> uncertainties;
};

struct FoundGoals {
  std::vector<FoundGoal> review;
  std::vector<FoundGoal> next;
  std::vector<SourceText> leftover;
  std::vector<SourceText> short_names;  // headings of the goals' entries, which are none of them
  bool complete = true;                 // as the assignment has it
  // By group, as the assignment has them; their goals are numbered as those above.
  std::vector<std::vector<OtherPlace>> others;
};

FoundGoals collect_goals(const ParagraphGroups& groups, const Assignment& assignment);

}  // namespace hub::report
