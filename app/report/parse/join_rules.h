// Whether a line goes on with the paragraph above it: named rules, of which the first that applies decides.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "report/parse/line_habits.h"
#include "report/parse/paragraphs.h"
#include "report/words/document.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"

namespace hub::report {

// The last line of a paragraph so far, and the line below it. Refers to what it is made from.
struct LinePair {
  LinePair(const Paragraph& paragraph_so_far, const Line& last_line, const Line& next_line);

  const Paragraph& so_far;
  const Line& last;
  const Line& next;
  std::u32string folded_so_far;
  std::u32string folded_next;
  std::optional<Field> heading;  // the last above
  double wrap_width_em = 0;      // of the last line's column; 0: not known
  double entry_indent_em = 0;    // where the paragraph's first line begins, with its mark or bullet
  LineHabits habits = {};
  LineStart start;          // how the next line begins
  int expected_number = 1;  // of the next entry, where a list goes on
};

struct JoinRule {
  std::string_view name;
  bool (*applies)(const LinePair&);
  bool joins;  // the verdict
};

// Both in order; the last rule of each applies to every pair.
std::span<const JoinRule> join_rules();   // of a next line without mark, number or bullet
std::span<const JoinRule> start_rules();  // of one with: joined, it only stands there because the line was wrapped

const JoinRule& deciding_rule(std::span<const JoinRule> rules, const LinePair& lines);

}  // namespace hub::report
