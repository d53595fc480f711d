#include "report/office/sheet_values.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "base/clock.h"

namespace hub::report {

namespace {

constexpr double kLastDay = 2'958'465;  // 9999-12-31
constexpr int kLeapDayOf1900 = 60;      // which there was not, but spreadsheets count it

struct Builtin {
  int first, last;
  std::string_view format;
};
constexpr Builtin kBuiltins[] = {{1, 1, "0"},
                                 {2, 2, "0.00"},
                                 {3, 4, "#,##0"},
                                 {9, 10, "0%"},
                                 {14, 17, "yyyy/m/d"},
                                 {22, 22, "yyyy/m/d"},
                                 {27, 31, "ggge年m月d日"},
                                 {36, 36, "ggge年m月d日"},
                                 {50, 54, "ggge年m月d日"},
                                 {55, 58, "yyyy年m月d日"}};

// The format of positive numbers, without what stands in quotes and brackets: "0_);[Red](0)" → "0_)".
std::string signs_of(std::string_view format) {
  std::string signs;
  char closing = '\0';
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (closing != '\0') {
      if (c == closing) closing = '\0';
    } else if (c == ';') {
      break;
    } else if (c == '"' || c == '[') {
      closing = c == '"' ? '"' : ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      signs.push_back(c);
    }
  }
  return signs;
}

// What stands in quotes before or behind the digits: 0"人" → 人.
std::string quoted(std::string_view format, bool behind) {
  std::string words;
  const std::string_view own = format.substr(0, format.find(';'));
  bool in_quotes = false, digits = false;
  for (const char c : own) {
    if (c == '"') {
      in_quotes = !in_quotes;
    } else if (in_quotes) {
      if (digits == behind) words.push_back(c);
    } else if (c == '0' || c == '#') {
      digits = true;
    }
  }
  return words;
}

std::optional<base::Date> date_of(double days, bool since_1904) {
  if (days < 1 || days > kLastDay) return std::nullopt;
  const auto whole = static_cast<int>(days);
  using namespace std::chrono;
  const sys_days from = since_1904 ? sys_days{year{1904} / January / 1} : sys_days{year{1899} / December / 31};
  const int skipped = !since_1904 && whole > kLeapDayOf1900 ? 1 : 0;
  return base::Date{from + std::chrono::days{whole - skipped}};
}

std::string shown_date(base::Date date, bool era) {
  const int year = static_cast<int>(date.year());
  const bool reiwa = date >= base::Date{std::chrono::year{2019} / std::chrono::May / 1};
  std::string words = std::to_string(year);
  if (era && year >= 1989) {
    const int of_era = reiwa ? year - 2018 : year - 1988;
    const std::string number = of_era == 1 ? "元" : std::to_string(of_era);
    words = (reiwa ? "令和" : "平成") + number;
  }
  return words + "年" + std::to_string(static_cast<unsigned>(date.month())) + "月" +
         std::to_string(static_cast<unsigned>(date.day())) + "日";
}

// 1200 → 1,200
std::string grouped(const std::string& ungrouped) {
  std::string digits = ungrouped;
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  std::size_t end = std::min(digits.find('.'), digits.size());
  for (; end > first + 3; end -= 3) digits.insert(end - 3, ",");
  return digits;
}

// As few decimals as tell it: a file may hold 0.30000000000000004.
std::string plain(double number) {
  std::string digits(32, '\0');
  digits.resize(static_cast<std::size_t>(std::snprintf(digits.data(), digits.size(), "%.12g", number)));
  return digits;
}

}  // namespace

std::string_view builtin_format(int id) {
  const auto found = std::ranges::find_if(kBuiltins, [&](const Builtin& b) { return b.first <= id && id <= b.last; });
  return found == std::end(kBuiltins) ? "" : found->format;
}

std::string shown_number(const std::string& value, std::string_view format, bool since_1904) {
  char* end = nullptr;
  const double number = std::strtod(value.c_str(), &end);
  if (value.empty() || end != value.c_str() + value.size() || !std::isfinite(number)) return value;
  const std::string signs = signs_of(format);
  const auto has = [&](std::string_view any) { return signs.find_first_of(any) != signs.npos; };
  if (has("yYdDeEgG") && !has("0#") && signs != "General") {
    const auto date = date_of(number, since_1904);
    return date ? shown_date(*date, has("eEgG")) : value;
  }
  const bool percent = has("%");
  std::string shown = plain(percent ? number * 100 : number);
  if (percent) shown.push_back('%');
  if (has(",")) shown = grouped(shown);
  return quoted(format, false) + shown + quoted(format, true);
}

}  // namespace hub::report
