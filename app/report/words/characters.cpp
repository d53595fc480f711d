#include "report/words/characters.h"

#include "base/utf8.h"

namespace hub::report {

namespace {

constexpr std::u32string_view kBullets = U"・•●○◯★☆◆◇■□▪◎▶➢‣⁃∙·▸➤✓";
constexpr std::u32string_view kClosing = U"」』）】〉》〕］｝)]}”’";
constexpr std::u32string_view kTerminal = U"。！？!?｡";

}  // namespace

bool is_japanese(char32_t c) {
  // Radicals stand for the letters they look like.
  return (c >= 0x3001 && c <= 0x30FF) || (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
         (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF9F);
}

bool is_kanji(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c == U'々'; }

bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == U'ー'; }

bool is_word(char32_t c) { return is_japanese(c) && c != U'、' && c != U'。' && c < 0xFF00 && c != U'ー'; }

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_bullet(char32_t c) { return kBullets.find(c) != kBullets.npos; }

bool ends_sentence(std::u32string_view words) {
  std::size_t open = words.size();  // the last opening bracket before what is left, once it was looked for
  while (!words.empty() && (kClosing.find(words.back()) != kClosing.npos || is_space(words.back()))) {
    const bool bracket = words.back() == U'）' || words.back() == U')';
    words.remove_suffix(1);
    if (!bracket) continue;
    // します。（講座の実施など）
    if (open != words.npos && open >= words.size()) open = words.find_last_of(U"（(");
    if (open != words.npos && open > 0 && kTerminal.find(words[open - 1]) != kTerminal.npos) return true;
  }
  return !words.empty() && kTerminal.find(words.back()) != kTerminal.npos;
}

bool has_open_bracket(std::u32string_view words) {
  int depth = 0;
  for (const char32_t character : words) {
    if (character == U'（' || character == U'(') ++depth;
    if (character == U'）' || character == U')') --depth;
  }
  return depth > 0;
}

std::u32string trimmed(std::u32string_view words) {
  while (!words.empty() && is_space(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
  return std::u32string(words);
}

double width_em(std::u32string_view words) {
  double width = 0;
  for (const char32_t c : words) width += c < 0x80 || (c >= 0xFF61 && c <= 0xFF9F) ? 0.5 : 1;
  return width;
}

bool contains(std::u32string_view words, std::u32string_view part) { return words.find(part) != words.npos; }

std::string utf8(std::u32string_view words) { return base::encode_utf8(words); }

}  // namespace hub::report
