// Numbers as Japanese texts write them: 12, １２, 1,200, 1.5, 三百, 二〇二四, 1万2千; 数十, 何百.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hub::text {

struct Number {
  enum class Kind : std::uint8_t {
    exact,
    decimal,  // 1.5: `value` is its last digit, which a counter sounds after
    several,  // 数, 数十: how many nobody says; `value` is nothing
    what,     // 何, 何百
  };
  std::size_t begin = 0;
  std::size_t end = 0;
  Kind kind = Kind::exact;
  std::uint64_t value = 0;
  std::uint64_t last = 0;  // what the reading ends in: 0 … 9, or the unit 10, 100, 1000, 10000, 100000000
  bool has_unit = false;   // 十, 百 …
  std::size_t digits = 0;  // how many digits (12, １２) it is written with; 0: in kanji alone
  std::u32string reading;  // as it is read by itself: さんびゃく, よん. Empty for a decimal

  bool is(std::uint64_t exactly) const { return kind == Kind::exact && value == exactly; }
};

// The number that begins at text[at] and does not go on before it; the longest.
std::optional<Number> number_at(std::u32string_view text, std::size_t at);

bool is_kanji_digit(char32_t c);  // 〇 一 … 九
bool is_number_unit(char32_t c);  // 十 百 千 万 億

}  // namespace hub::text
