// Tables whose headings stand in their first row: each following cell is given the heading of its column.
#pragma once

#include <optional>
#include <string_view>

#include "report/words/document.h"
#include "report/words/labels.h"

namespace hub::report {

// What heads a column beside other headings: also 目標, which elsewhere is an ordinary word.
std::optional<Label> parse_column_label(std::u32string_view folded);

// What such a heading is called where it stands alone: 活動 is 取組内容. Other words stay.
std::u32string heading_alone(const std::u32string& words);

// Whether words that stand side by side are a row of headings: two different ones at least, and no more words that are
// none (番号, 担当) than headings. All folded.
bool is_header_row(const std::vector<std::u32string>& cells);

std::vector<Line> with_headings_in_each_row(std::vector<Line> lines);

}  // namespace hub::report
