#include "text/analysis/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace hub::text {

namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

UScriptCode script_of(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(icu(c), &error);
}

bool is_full_width_alphanumeric(char32_t c) {
  return (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
}

constexpr char32_t kLongVowel = U'ー';

}  // namespace

bool is_kanji(char32_t c) {
  if (c == U'々' || c == U'〆' || c == U'〇') return true;
  return u_hasBinaryProperty(icu(c), UCHAR_IDEOGRAPHIC) != 0 && script_of(c) == USCRIPT_HAN;
}

bool is_hiragana(char32_t c) { return (c >= U'ぁ' && c <= U'ゖ') || c == U'ゝ' || c == U'ゞ' || c == kLongVowel; }

bool is_katakana(char32_t c) {
  return (c >= U'ァ' && c <= U'ヺ') || (c >= U'ㇰ' && c <= U'ㇿ') || (c >= U'ｦ' && c <= U'ﾟ') || c == U'ヽ' ||
         c == U'ヾ' || c == kLongVowel;
}

bool is_kana(char32_t c) { return is_hiragana(c) || is_katakana(c); }

bool is_space(char32_t c) {
  constexpr char32_t kNoBreakSpace = 0x00A0;
  constexpr char32_t kNarrowNoBreakSpace = 0x202F;
  return u_charType(icu(c)) == U_SPACE_SEPARATOR && c != kNoBreakSpace && c != kNarrowNoBreakSpace;
}

bool is_japanese(char32_t c) { return is_kanji(c) || is_kana(c) || is_full_width_alphanumeric(c); }

bool is_western(char32_t c) { return !is_japanese(c) && u_isalnum(icu(c)) != 0 && !is_korean(c); }

bool is_korean(char32_t c) { return script_of(c) == USCRIPT_HANGUL; }

bool is_full_width(char32_t c) {
  const int width = u_getIntPropertyValue(icu(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

bool is_combining_mark(char32_t c) {
  constexpr char32_t kZeroWidthJoiner = 0x200D;
  return c == kZeroWidthJoiner || u_hasBinaryProperty(icu(c), UCHAR_GRAPHEME_EXTEND) != 0 ||
         u_hasBinaryProperty(icu(c), UCHAR_EMOJI_MODIFIER) != 0;
}

bool is_drawn(char32_t c) { return c >= U' ' && u_hasBinaryProperty(icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0; }

char32_t to_hiragana(char32_t katakana) {
  return katakana >= U'ァ' && katakana <= U'ヶ' ? katakana - (U'ァ' - U'ぁ') : katakana;
}

std::u32string to_hiragana(std::u32string_view katakana) {
  std::u32string hiragana(katakana);
  for (char32_t& c : hiragana) c = to_hiragana(c);
  return hiragana;
}

}  // namespace hub::text
