// Tables that are none of headings beside or above their text: the goals are the columns, two goals stand beside each
// other with headings of their own, or each row is an entry that says in a column of what it is. Each becomes rows of a
// heading and its text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/words/document.h"

namespace hub::report {

using TableCell = std::vector<Line>;
using TableRow = std::map<int, TableCell>;  // by column; empty cells are not there

std::u32string words_of(const TableCell& cell);
std::vector<std::u32string> folded_cells(const TableRow& row);

// 項目 | 内容 above headings and their text: names of the columns, no words of the report's own.
bool names_columns(const std::vector<std::u32string>& folded_cells);

// Cells below each other are entries of one list.
void add_below(TableCell& above, TableCell& below);

// Which section of goals a column of years or kinds says that its row is of: the heading that says the same
// (令和5年度 → 令和5年度重点目標). Empty: it says none.
std::u32string section_heading(std::u32string_view folded);

// Rows of other tables stay as they are.
std::vector<Line> with_plain_tables(std::vector<Line> lines);

}  // namespace hub::report
