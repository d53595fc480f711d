// Headings and paragraphs of the goals' part → runs: paragraphs that surely belong together (one list, one cell, one
// goal's share of a cell), with the headings around them. The solver then places whole runs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/parse/paragraphs.h"
#include "report/words/grammar.h"

namespace hub::report {

enum class Section { unknown, review, next };  // 今年度の評価, 次年度の目標

struct GoalPlace {
  Section section = Section::unknown;
  int goal = 0;  // 0: the section's heading, or unknown
  bool operator==(const GoalPlace&) const = default;
};

struct ParagraphGroup {
  std::vector<Paragraph> paragraphs;
  GoalPlace told;  // by its own mark ① where ① means the goal; goal 0: not told
  bool marks_are_goals = false;
  bool lost_mark = false;               // the first of a shared cell has no mark, the others have
  std::vector<Field> before;            // headings between the run before and this one, in order
  std::vector<Field> after;             // … and up to the next run
  bool same_block = false;              // no heading since the run before; before and after are its block's
  std::vector<GoalPlace> goals_before;  // the goals' headings among `before`
  std::vector<GoalPlace> goals_after;
  GoalPlace last_goal;                 // the last goal's heading above, however far
  GoalPlace next_goal;                 // the next below
  Section section = Section::unknown;  // of the last heading above that names one
  RoleScores roles{};
  std::vector<std::u32string> folded;  // one a piece
};

struct ParagraphGroups {
  std::vector<ParagraphGroup> groups;
  int review_goals = 0;  // as many as headings and marks tell of
  int next_goals = 0;
};

ParagraphGroups find_paragraph_groups(const std::vector<Paragraph>& paragraphs, int review_year, int goal_year);

}  // namespace hub::report
