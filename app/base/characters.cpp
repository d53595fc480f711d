#include "base/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

#include "base/utf8.h"

namespace hub::base {

bool is_space(char32_t character) {
  return u_isUWhiteSpace(static_cast<UChar32>(character)) || character == 0x200B || character == 0xFEFF;
}

bool is_letter_or_number(char32_t character) {
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool steers(char32_t character) {
  switch (character) {
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
      return false;
    default:
      break;
  }
  const auto point = static_cast<UChar32>(character);
  return U_IS_UNICODE_NONCHAR(point) ||
         (U_GET_GC_MASK(point) & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0;
}

std::string shown(std::string_view words, std::size_t most_characters) {
  std::u32string line;
  std::size_t offset = 0;
  while (offset < words.size() && line.size() < most_characters) {
    const char32_t character = next_code_point(words, offset);
    line += steers(character) ? U'\uFFFD' : character;
  }
  if (offset < words.size()) line += U'…';
  return encode_utf8(line);
}

std::u32string nfkc(std::u32string_view words) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return std::u32string(words);
  const auto* points = reinterpret_cast<const UChar32*>(words.data());
  const icu::UnicodeString before = icu::UnicodeString::fromUTF32(points, static_cast<std::int32_t>(words.size()));
  const icu::UnicodeString after = normalizer->normalize(before, status);
  std::u32string folded;
  for (std::int32_t i = 0; i < after.length(); i = after.moveIndex32(i, 1)) {
    folded.push_back(static_cast<char32_t>(after.char32At(i)));
  }
  return folded;
}

}  // namespace hub::base
