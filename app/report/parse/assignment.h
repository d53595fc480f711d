// Which group is what: every group gets a section, a goal and a role, so that the whole report makes the most sense.
// One score adds up all that is known; a search improves it until no change of one group, or swap of two, helps.
#pragma once

#include <vector>

#include "report/parse/paragraph_groups.h"

namespace hub::report {

// Where in the draft a group belongs.
struct Slot {
  Section section = Section::unknown;  // unknown: in no goal at all
  int goal = 0;
  Role role = Role::goal;
  bool operator==(const Slot&) const = default;
};

struct Assignment {
  std::vector<Slot> slots;      // one a group
  std::vector<double> margins;  // how much worse the report would be with the group elsewhere; below 1 is doubtful
  int review_goals = 0;
  int next_goals = 0;
  bool headings_first = true;  // this report puts headings before what they head, more often than after it
};

// Precondition: at most kMostGroups groups.
Assignment assign(const ParagraphGroups& groups);

bool matches(Field heading, Role role);

}  // namespace hub::report
