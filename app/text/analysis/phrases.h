// Which morphemes make one phrase (文節), and how good a line break before each of them is.
#pragma once

#include <string_view>
#include <vector>

#include "text/analysis/analysis.h"
#include "text/analysis/morphemes.h"

namespace hub::text {

// One for each morpheme: the break before it, as Break says; forced inside a number with its counter. Kinsoku and ICU
// are not asked.
std::vector<Break> breaks_before(std::u32string_view text, const std::vector<Morpheme>& morphemes);

}  // namespace hub::text
