#include "base/parse.h"

#include <array>
#include <cstdio>

namespace hub::base {

namespace {

constexpr int kLastYear = 9999;
constexpr std::size_t kIsoBytes = 10;
constexpr std::chrono::minutes kDay = std::chrono::days(1);

// What stands before the first `mark`, which is taken too; everything when there is none.
std::string_view take_until(std::string_view& text, char mark) {
  const std::size_t end = text.find(mark);
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

}  // namespace

std::optional<int> parse_count(std::string_view digits, int most) {
  const std::optional<unsigned> number = parse_number<unsigned>(digits);
  return number && *number <= static_cast<unsigned>(most) ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<Date> parse_date(std::string_view text) {
  const auto year = parse_count(take_until(text, '-'), kLastYear);
  const auto month = parse_count(take_until(text, '-'), 12);
  const auto day = parse_count(text, 31);
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != kIsoBytes || text[4] != '-' || text[7] != '-') return std::nullopt;
  return parse_date(text);
}

std::string iso_text(Date date) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon > 2 || text.size() != colon + 3) return std::nullopt;
  const auto hour = parse_count(text.substr(0, colon), 24), minute = parse_count(text.substr(colon + 1), 59);
  if (!hour || !minute) return std::nullopt;
  const std::chrono::minutes time = std::chrono::hours(*hour) + std::chrono::minutes(*minute);
  return time <= kDay ? std::optional(time) : std::nullopt;
}

std::optional<Size> parse_size(std::string_view text, int least_px, int most_px) {
  const auto width = parse_count(take_until(text, 'x'), most_px), height = parse_count(text, most_px);
  if (!width || !height || *width < least_px || *height < least_px) return std::nullopt;
  return Size{*width, *height};
}

}  // namespace hub::base
