// Where a line may never end, whatever the width (JLREQ 3.1.7, 3.1.8, 3.1.10 and appendix A; JIS X 4051).
#pragma once

#include <cstddef>
#include <string_view>

namespace hub::text {

// JLREQ 3.1.7: closing brackets, hyphens, 。、・！？ー, small kana, iteration marks; and units (％ ℃ ㎏), which follow
// a number.
bool may_not_start_line(char32_t c);

// JLREQ 3.1.8: opening brackets; and signs that lead a number (¥ # №).
bool may_not_end_line(char32_t c);

// JLREQ 3.1.10, between text[at - 1] and text[at]: …… ——, digits of one number, a number and its sign.
bool is_inseparable(std::u32string_view text, std::size_t at);

// All of the above. Precondition: 0 < at < text.size().
bool kinsoku_forbids(std::u32string_view text, std::size_t at);

}  // namespace hub::text
