// What a group of paragraphs says by itself of where it belongs: its grammar, its marks and the headings around it.
#pragma once

#include "report/parse/paragraph_groups.h"

namespace hub::report {

// More than a report may have (content/load/decode_report.cpp); what is of a later one is placed in none.
inline constexpr int kMostGoals = 20;

// Where in the draft a group belongs.
struct Slot {
  Section section = Section::unknown;  // unknown: in no goal at all
  int goal = 0;
  Role role = Role::goal;
  bool operator==(const Slot&) const = default;
};

// Higher fits better. headings_first: the report puts headings before what they head, more often than after it.
double own_score(const ParagraphGroup& group, const Slot& slot, bool headings_first);

bool matches(Field heading, Role role);

}  // namespace hub::report
