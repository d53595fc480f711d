// What lines need to know while they are filled: how wide characters are and how much room there is.
#pragma once

#include <cstddef>

#include "text/analysis/analysis.h"
#include "text/shaping/shape.h"

namespace hub::text {

// Sums of advances differ in their last bits: a line may be this much wider than its room, far less than a pixel.
inline constexpr float kFitTolerance_em = 0.002F;

struct Measure {
  const Analysis& analysis;
  const Shaped& shaped;
  float limit_em = 0;  // <= 0: none
  float hang_em = 0;   // what lines after the first stand in

  // Without the spaces and the line feed that vanish at a line's end.
  std::size_t trimmed_end(std::size_t begin, std::size_t end) const;
  float width_em(std::size_t begin, std::size_t end) const;

  float room_em(std::size_t begin) const;
  bool fits(std::size_t begin, std::size_t end) const;
};

}  // namespace hub::text
