// Stage 3: which characters stand on which line.
#pragma once

#include <cstddef>
#include <vector>

#include "text/analysis/analysis.h"
#include "text/shaping/shape.h"

namespace hub::text {

struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;        // characters [begin, end), without the spaces that vanish at the line's end
  Break level = Break::must;  // how good the break at its end is
};

struct Filling {
  float width_em = 0;  // <= 0: no limit
  // Titles, statements and tiles: breaks that even the lines out, no last line under 3 characters (JLREQ 3.5.4).
  // Body text fills greedily, ragged right.
  bool balanced = false;
};

// How far the lines after the first start from the left edge: past the list mark, if there is one.
float hang_em(const Analysis& analysis, const Shaped& shaped);

std::vector<LineRange> fill_lines(const Analysis& analysis, const Shaped& shaped, const Filling& filling);

}  // namespace hub::text
