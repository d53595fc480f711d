// Numbers, days, times and sizes as people and files write them → values; nothing when the text is anything else. A
// text is the whole value: no blanks, nothing after it.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "base/clock.h"

namespace hub::base {

// Takes the number that `text` begins with from it. A sign is a minus, and of signed numbers only.
template <std::integral Number>
std::optional<Number> take_number(std::string_view& text, int number_base = 10) {
  Number number{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number, number_base);
  if (problem != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

template <std::integral Number>
std::optional<Number> parse_number(std::string_view text, int number_base = 10) {
  const std::optional<Number> number = take_number<Number>(text, number_base);
  return text.empty() ? number : std::nullopt;
}

// Digits alone: 0 … most.
std::optional<int> parse_count(std::string_view digits, int most);

// "2026-11-21" of ISO 8601, a day that there is.
std::optional<Date> parse_iso_date(std::string_view text);
// The same; a person may leave zeros out: "2026-1-5".
std::optional<Date> parse_date(std::string_view text);
std::string iso_text(Date date);

// "9:00", "09:00", up to "24:00"; since midnight.
std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text);

struct Size {
  int width_px = 0;
  int height_px = 0;
};
// "1920x1080", each side least … most.
std::optional<Size> parse_size(std::string_view text, int least_px, int most_px);

}  // namespace hub::base
