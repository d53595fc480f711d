// Days: which of two things a day's number says, and the days of the week where one letter stands for each.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/analysis/ruled_reading.h"

namespace hub::text {

// Whether 1日 at text[begin, end) is the first of a month (ついたち) and not one day (いちにち).
bool is_first_of_month(std::u32string_view text, std::size_t begin, std::size_t end);

// Whether 十分 at text[begin] is ten minutes and not "enough".
bool is_ten_minutes(std::u32string_view text, std::size_t begin);

// （土）, （日・祝）, 月・水・金, 第2水: ascending, never overlapping.
std::vector<RuledReading> find_weekdays(std::u32string_view text);

}  // namespace hub::text
