// Lines of titles, statements and tiles: the breaks that leave the lines most even (JLREQ 3.5.4).
#pragma once

#include <vector>

#include "text/lines/lines.h"
#include "text/lines/measure.h"

namespace hub::text {

// Precondition: measure.limit_em > 0.
std::vector<LineRange> balance_lines(const Measure& measure);

}  // namespace hub::text
