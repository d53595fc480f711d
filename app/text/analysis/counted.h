// Numbers with what they count: 2人目, 三日間, 4月1日. How they are read is a matter of rule, not of a list of words,
// which would have to hold 12人 beside 2人.
#pragma once

#include <string_view>
#include <vector>

#include "text/analysis/morphemes.h"
#include "text/analysis/ruled_reading.h"

namespace hub::text {

// Ascending, never overlapping. A number whose counter is not known, or is part of a longer word (人 in 1人気, 本 in
// 3本人), is none.
std::vector<RuledReading> find_counted(std::u32string_view text, const std::vector<Morpheme>& morphemes);

}  // namespace hub::text
