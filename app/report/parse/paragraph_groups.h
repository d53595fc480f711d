// Headings and paragraphs of the goals' part → groups: paragraphs that surely belong together (one list, one cell, one
// goal's share of a cell), with the headings around them. The assignment then places whole groups.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/parse/paragraphs.h"
#include "report/words/grammar.h"

namespace hub::report {

enum class Section { unknown, review, next };  // 今年度の評価, 次年度の目標

// A goal of the report, or a whole section of goals.
struct GoalId {
  Section section = Section::unknown;
  int goal = 0;  // 0: the section's heading, or unknown
  bool operator==(const GoalId&) const = default;
};

struct ParagraphGroup {
  std::vector<Paragraph> paragraphs;
  GoalId goal_by_mark;  // by its own mark ① where ① means the goal; goal 0: none
  bool marks_are_goals = false;
  bool lost_mark = false;              // the first of a shared cell has no mark, the others have
  std::vector<Field> headings_before;  // between the group before and this one, in order
  std::vector<Field> headings_after;   // … and up to the next group
  bool same_block = false;             // no heading since the group before: it shares that one's headings
  bool heading_is_its_own = false;     // one heading above it, as nearly all groups have
  std::vector<GoalId> goals_before;    // the goals' headings among them
  std::vector<GoalId> goals_after;
  GoalId last_goal;                    // the last goal's heading above, however far
  GoalId next_goal;                    // the next below
  Section section = Section::unknown;  // of the last heading above that names one
  RoleScores role_scores;
  std::vector<std::u32string> folded;  // one a paragraph
};

struct ParagraphGroups {
  std::vector<ParagraphGroup> groups;
  int review_goals = 0;  // as many as headings and marks tell of
  int next_goals = 0;
  std::vector<Paragraph> short_names = {};  // of goals, as headings above their entries: 1. 雨の日の居場所づくり
};

ParagraphGroups find_paragraph_groups(const std::vector<Paragraph>& paragraphs, int review_year, int goal_year);

}  // namespace hub::report
