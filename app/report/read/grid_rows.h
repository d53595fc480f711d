// Columns of words below their headings → rows, one a goal.
#pragma once

#include <optional>
#include <vector>

#include "report/read/columns.h"

namespace hub::report {

using GridColumns = std::vector<std::vector<Fragment>>;  // each from top to bottom

// The rows of the goals that stand in column `goals`; all is one row when there is no such column.
std::vector<GridColumns> rows_of(const GridColumns& columns, std::optional<std::size_t> goals);

// Where a row parts again, between the activities of one goal: all columns but the goals' have space at one height.
std::vector<double> inner_rows(const GridColumns& row, std::optional<std::size_t> goals);

}  // namespace hub::report
