// Single characters of Japanese reports. How words are folded for recognising them is content's
// (content/model/wording.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/characters.h"
#include "base/circled_numbers.h"
#include "content/model/wording.h"

namespace hub::report {

using base::circled_value;
using base::is_circled_number;
using base::is_space;
using content::fold;
using content::likeness;

bool is_japanese(char32_t character);  // kana, kanji, and Japanese punctuation and brackets
bool is_kanji(char32_t character);     // and 々
bool is_katakana(char32_t character);  // and ー, of full width
bool is_word(char32_t character);      // kana or kanji that may begin a word
bool is_digit(char32_t character);     // half or full width
bool is_bullet(char32_t character);    // ・ • ● ○ ◯ ★ ☆ ◆ ◇ ■ □ ▪ ◎ ▶ ➢ ※ is none
bool ends_sentence(std::u32string_view words);     // 。！？ also before a closing bracket
bool has_open_bracket(std::u32string_view words);  // （ that no ） has closed

std::u32string trimmed(std::u32string_view words);
double width_em(std::u32string_view words);  // ASCII and half-width kana count half
bool contains(std::u32string_view words, std::u32string_view part);

std::string utf8(std::u32string_view words);

}  // namespace hub::report
