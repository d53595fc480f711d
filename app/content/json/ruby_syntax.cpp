#include "content/json/ruby_syntax.h"

#include <algorithm>

#include "base/characters.h"
#include "base/utf8.h"
#include "content/json/problems.h"

namespace hub::content {

namespace {

bool is_kanji(char32_t character) {
  return (character >= 0x3400 && character <= 0x9FFF) || (character >= 0xF900 && character <= 0xFAFF) ||
         (character >= 0x20000 && character <= 0x3FFFF) || (character >= 0xFE00 && character <= 0xFE0F) ||
         (character >= 0xE0100 && character <= 0xE01EF) ||  // its variants
         std::u32string_view(U"々〆〇ヶ").find(character) != std::u32string_view::npos;
}

// A reading over nothing but spaces stands over nothing.
bool has_ink(std::u32string_view base) {
  return !std::ranges::all_of(base, [](char32_t c) { return base::is_space(c) || c == U'\u2060'; });
}

}  // namespace

std::optional<Problem> fault_of_ruby(std::string_view utf8) {
  const std::u32string words = base::decode_utf8(utf8);
  constexpr std::size_t kNone = std::u32string::npos;
  std::size_t bar = kNone, open = kNone;
  for (std::size_t index = 0; index < words.size(); ++index) {
    const bool in_ruby = open != kNone;
    switch (words[index]) {
      case U'｜':
        if (in_ruby) return problems::ruby_not_closed();
        if (bar != kNone) return problems::ruby_bar_alone();
        bar = index;
        break;
      case U'《': {
        if (in_ruby) return problems::ruby_not_closed();
        const bool has_base = bar != kNone ? has_ink(std::u32string_view(words).substr(bar + 1, index - bar - 1))
                                           : index > 0 && is_kanji(words[index - 1]);
        if (!has_base) return problems::ruby_without_base();
        open = index;
        break;
      }
      case U'》':
        if (!in_ruby) return problems::ruby_not_opened();
        if (index == open + 1) return problems::ruby_without_reading();
        bar = open = kNone;
        break;
      default:
        break;
    }
  }
  if (open != kNone) return problems::ruby_not_closed();
  if (bar != kNone) return problems::ruby_bar_alone();
  return std::nullopt;
}

}  // namespace hub::content
