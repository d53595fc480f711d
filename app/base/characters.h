// What Unicode says of characters and of texts that differ only in their form.
#pragma once

#include <string>
#include <string_view>

namespace hub::base {

bool is_space(char32_t character);             // ASCII, U+3000, no-break, zero-width and the other spaces of Unicode
bool is_letter_or_number(char32_t character);  // kana with ー, kanji and circled numbers too

// Compatibility forms become one (NFKC): half and full width, ㍿ and 株式会社.
std::u32string nfkc(std::u32string_view words);

}  // namespace hub::base
