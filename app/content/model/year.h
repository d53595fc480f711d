// Japanese fiscal years (年度), April to March, named by the era of their first day's year, and days, as each language
// writes them.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "content/model/snapshot.h"

namespace hub::content {

int fiscal_year(base::Date date);  // 2024 for 2024-04-01 … 2025-03-31

// 2024 → 令和6年度. 2019 is 令和元年度, as the city's reports of that year say (平成31年度 until May 2019 is the same
// fiscal year). Years before 1989 have no era here and print as 西暦: 1988年度.
std::string fiscal_year_name(int year);

// As the strings say it ("year.fiscal"), with {year}, {next} (the year in which it ends) or {next2} (its last two
// digits): 2024–25. Only ja counts in eras.
std::string fiscal_year_name(const Strings& strings, int year, std::string_view language);

// A day as the strings say it ("date.day"), with {y}, {m}, {d}, {month} (its name, of "date.months"; its number where
// those are fewer) or {era} (令和5, by the day on which an era begins; the year itself before 1989-01-08):
// 令和5年4月1日, 1 April 2023. It stays on one line.
std::string date_name(const Strings& strings, base::Date date, std::string_view language);

}  // namespace hub::content
