// What single characters are, as far as setting Japanese text asks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hub::text {

bool is_kanji(char32_t c);     // Han characters, 々 and 〆
bool is_hiragana(char32_t c);  // and ー
bool is_katakana(char32_t c);  // and ー
bool is_kana(char32_t c);

// A space that vanishes at a line's edge: U+0020, U+3000 and the typographic ones, never the no-break space.
bool is_space(char32_t c);

// The two sides of JLREQ 3.2.6. Full-width letters and digits count as Japanese.
bool is_japanese(char32_t c);
bool is_western(char32_t c);  // letters and digits of other scripts, but not Hangul
bool is_korean(char32_t c);   // Hangul

bool is_full_width(char32_t c);      // of East Asian width W or F (UAX #11)
bool is_digit(char32_t c);           // half or full width
bool is_combining_mark(char32_t c);  // changes the character before it: combining marks, variation selectors, joiners
bool is_drawn(char32_t c);           // false for line feeds and characters that have no picture by definition

char32_t to_hiragana(char32_t katakana);
std::u32string to_hiragana(std::u32string_view katakana);

}  // namespace hub::text
