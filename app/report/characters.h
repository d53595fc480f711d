// Single characters of Japanese reports, and how words are folded for recognising them. Folded words are only ever
// compared; the words that are kept are the source's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hub::report {

bool is_space(char32_t character);     // ASCII, U+3000, no-break and the other spaces of Unicode
bool is_japanese(char32_t character);  // kana, kanji, and Japanese punctuation and brackets
bool is_digit(char32_t character);     // half or full width
bool is_bullet(char32_t character);    // ・ • ● ○ ◯ ★ ☆ ◆ ◇ ■ □ ▪ ◎ ▶ ➢ ※ is none
bool is_circled(char32_t character);   // ①…⑳
int circled_value(char32_t character);
bool ends_sentence(std::u32string_view words);  // 。！？ also before a closing bracket

// NFKC without spaces; 取り組み and 取組み become 取組, dashes and tildes one of their kind.
std::u32string fold(std::u32string_view words);

std::u32string trimmed(std::u32string_view words);
double width_em(std::u32string_view words);  // ASCII and half-width kana count half
bool contains(std::u32string_view words, std::u32string_view part);

// How much two folded texts share: Dice's coefficient of their character pairs, 0…1.
double likeness(std::u32string_view a, std::u32string_view b);

std::string utf8(std::u32string_view words);

}  // namespace hub::report
