// Tables whose headings stand side by side (重点目標 | 取組内容 | 取組の成果 | 課題), known only by where their words
// stand: finds the row of headings, the gutters between the columns below it, and which lines are one goal's row.
#pragma once

#include <functional>
#include <vector>

#include "report/read/columns.h"
#include "report/words/document.h"

namespace hub::report {

// Words of one line, from left to right, whatever stands between them.
using WordLine = std::vector<Fragment>;

// Words of one line → fragments: those that stand near each other become one.
using JoinWords = std::function<std::vector<Fragment>(const WordLine&)>;

// Sets apart the words behind a heading whose lines stand below each other (令和５年 / 度重点 / 目標①): a narrow
// column's words nearly touch the next column's.
void set_headings_apart(std::vector<WordLine>& lines);

// All of the sheet, from top to bottom.
std::vector<SheetPart> find_grids(const std::vector<WordLine>& lines, const JoinWords& join);

}  // namespace hub::report
