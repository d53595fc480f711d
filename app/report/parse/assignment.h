// Which group is what: every group gets a section, a goal and a role, so that the whole report makes the most sense.
// One score adds up all that is known (group_evidence, goal_evidence); a search improves it (assignment_search).
#pragma once

#include <cstddef>
#include <vector>

#include "report/parse/assignment_search.h"

namespace hub::report {

struct Assignment {
  std::vector<Slot> slots;                      // one a group
  std::vector<double> margins;                  // how much worse the report would be with the group elsewhere; below 1
                                                // is doubtful, and 0 where that was not looked at
  std::vector<std::vector<OtherPlace>> others;  // one list a group: a few places it might be in, the best first
  int review_goals = 0;
  int next_goals = 0;
  bool headings_first = true;  // this report puts headings before what they head, more often than after it
  bool complete = true;        // the search came to its end; else something better may exist
  std::size_t work = 0;        // comparisons that it took
};

// Every report is done within that many comparisons, and finds where else its groups may be within as many.
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION  // many inputs are wanted there, not the best answer
inline constexpr std::size_t kMostWork = 500'000;
#else
inline constexpr std::size_t kMostWork = 40'000'000;
#endif

// Precondition: at most kMostGroups groups.
Assignment assign(const ParagraphGroups& groups);

}  // namespace hub::report
