// What Unicode says of characters and of texts that differ only in their form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hub::base {

bool is_space(char32_t character);             // ASCII, U+3000, no-break, zero-width and the other spaces of Unicode
bool is_letter_or_number(char32_t character);  // kana with ー, kanji and circled numbers too

// Shows nothing and steers instead: controls (a terminal obeys ESC, BEL and U+009B), what turns the direction of
// writing, line and paragraph separators, tags and noncharacters (Unicode's Cc, Cf, Zl, Zp). The joiners and the spaces
// without width that texts need (U+200B to U+200D, U+2060, U+00AD) do not.
bool steers(char32_t character);

// What somebody's file, name or command line says, as one line of a terminal, of the journal or of a screen may show
// it: each character that steers, and each byte that is no UTF-8, as U+FFFD. What is longer ends in "…".
inline constexpr std::size_t kLongestLine = 2000;  // characters
std::string shown(std::string_view words, std::size_t most_characters = kLongestLine);

// Compatibility forms become one (NFKC): half and full width, ㍿ and 株式会社.
std::u32string nfkc(std::u32string_view words);

}  // namespace hub::base
