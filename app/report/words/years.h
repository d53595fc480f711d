// Japanese years and dates in folded words: 令和5年度, 令和元年度, 令和七年度, R5年度, 2024年度, 令和5(2023)年度,
// 2023年度(令和5年度).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace hub::report {

struct NamedYear {
  int year = 0;            // of the calendar: 令和元年 is 2019, and so is 平成31年
  std::size_t length = 0;  // in characters, with its 年 or 年度 and the same year in brackets
};

std::optional<NamedYear> fiscal_year_at(std::u32string_view folded, std::size_t at);  // 令和5年度
std::optional<NamedYear> era_year_at(std::u32string_view folded, std::size_t at);     // also 令和5(2023), R5; no date
std::vector<int> fiscal_years(std::u32string_view folded);                            // all, in order
std::vector<int> title_years(std::u32string_view folded);                             // also those without 年度

struct FoundPeriod {
  base::Date from{};
  base::Date to{};
  int term_year = 0;   // 1年度目; 0: not said
  int term_years = 0;  // 5か年度; 0: not said
};
// 令和5年4月1日~令和6年3月31日(1年度目/5か年度), also 5年4月1日から6年3月31日まで with the era said once,
// 2023/4/1-2024/3/31, R5.4.1~R6.3.31, and 令和5年4月~令和6年3月.
std::optional<FoundPeriod> find_period(std::u32string_view folded);

// 令和6年6月1日 before words, as they stand, and the space behind it: how many characters. 0: none.
std::size_t date_length(std::u32string_view words);

}  // namespace hub::report
