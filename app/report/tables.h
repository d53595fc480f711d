// Tables whose headings stand in their first row: each following cell is given the heading of its column.
#pragma once

#include "report/document.h"

namespace hub::report {

std::vector<Line> with_spread_headers(std::vector<Line> lines);

}  // namespace hub::report
