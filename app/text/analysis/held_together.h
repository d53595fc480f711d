// What a reader takes in at one glance though it is several words: a time, a date with its day of the week, an address,
// a short word in brackets.
#pragma once

#include <string_view>
#include <vector>

#include "text/analysis/analysis.h"
#include "text/analysis/ruled_reading.h"

namespace hub::text {

// Regrades breaks, which the phrase table graded: lower inside such a thing, higher after 令和6年度, where what the
// year is of begins. `ruled`: numbers with their counters and days of the week, ascending. Kinsoku is not asked.
void hold_together(std::u32string_view text, const std::vector<RuledReading>& ruled, std::vector<Break>& breaks);

}  // namespace hub::text
