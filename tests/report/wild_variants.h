// Reports as the wild has them: each kind of letters, heads, lists, forms and page furniture that published texts were
// seen with, set from the known reports in hundreds of ways.
#pragma once

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <vector>

#include "report/words/document.h"

namespace hub::tests {

enum class WildKind {
  radicals,
  decomposed,
  half_width_kana,
  zero_width,
  lost_marks,  // letters
  page_marks,
  page_marks_in_entries,
  running_heads,
  navigation,
  not_said,  // what is not the report's
  page_heading,
  one_year_title,
  no_ward,
  hub_name_title,
  years_in_brackets,
  years_as_r5,  // heads
  spaced_labels,
  vertical_labels,
  numbered_labels,
  square_labels,
  bracket_labels,
  numbers_alone,
  short_names,
  katakana_marks,
  bracketed_katakana,
  bracketed_numbers,
  roman_marks,
  latin_marks,
  hanging_bullets,  // lists
  lines,
  table,
  pipes,
  pipe_rows,
  markdown,
  csv,
  csv_columns,
  tsv,
  one_line,
  blank_after_each,
  flow_text,
  flow_html,  // forms
  // Structures of the goals, which wild_structures.cpp sets:
  activity_rows,    // a table's row an activity, the goal said again or once
  goal_columns,     // a table whose columns are the goals
  side_by_side,     // two goals beside each other
  item_rows,        // a row an entry, with its field in a column
  running_text,     // headings in brackets inside the text
  colon_values,     // 取組内容：… and entries without marks below
  activity_blocks,  // each activity with its outcome and challenge
  captions,
  definitions,
  outline,  // Ⅱ, １, （１）, ア
  own_words,
  new_order,
  mixture,
};
inline constexpr WildKind kLastWildKind = WildKind::mixture;
// How the lines of a report are set.
inline bool is_form(WildKind kind) { return kind >= WildKind::lines && kind <= WildKind::own_words; }
inline bool is_structure(WildKind kind) { return kind >= WildKind::activity_rows && kind <= WildKind::own_words; }
const char* name_of(WildKind kind);

struct WildVariant {
  WildKind kind = WildKind::mixture;
  report::Document::Kind format = report::Document::Kind::text;
  std::string text;
  nlohmann::json expected;
};
// The same seed makes the same variant everywhere. `reports` are in the shape of reports/<year>.json.
WildVariant make_wild_variant(WildKind kind, unsigned seed, const std::vector<nlohmann::json>& reports);

}  // namespace hub::tests
