#include "text/lines/measure.h"

#include <limits>

#include "text/analysis/characters.h"

namespace hub::text {

std::size_t Measure::trimmed_end(std::size_t begin, std::size_t end) const {
  while (end > begin && (is_space(analysis.text[end - 1]) || analysis.text[end - 1] == U'\n')) --end;
  return end;
}

float Measure::width_em(std::size_t begin, std::size_t end) const {
  return line_width_em(shaped, begin, trimmed_end(begin, end));
}

float Measure::room_em(std::size_t begin) const {
  if (limit_em <= 0) return std::numeric_limits<float>::infinity();
  return begin == 0 ? limit_em : limit_em - hang_em;
}

bool Measure::fits(std::size_t begin, std::size_t end) const {
  return width_em(begin, end) <= room_em(begin) + kFitTolerance_em;
}

}  // namespace hub::text
