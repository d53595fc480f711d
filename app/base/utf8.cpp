#include "base/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace hub::base {

namespace {

// ICU's macros want signed 32-bit offsets and give a negative code point for what is not valid.
std::int32_t read(std::string_view utf8, std::int32_t& offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(utf8.size());
  UChar32 code_point = 0;
  U8_NEXT(bytes, offset, size, code_point);
  return code_point;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t offset = 0; offset < size;) {
    const std::int32_t start = offset;
    if (read(bytes, offset) < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view utf8, std::size_t& offset) {
  auto position = static_cast<std::int32_t>(offset);
  const std::int32_t code_point = read(utf8, position);
  offset = static_cast<std::size_t>(position);
  return code_point < 0 ? U'\uFFFD' : static_cast<char32_t>(code_point);
}

std::u32string decode_utf8(std::string_view utf8) {
  std::u32string code_points;
  code_points.reserve(utf8.size() / 2);
  for (std::size_t offset = 0; offset < utf8.size();) code_points.push_back(next_code_point(utf8, offset));
  return code_points;
}

std::string encode_utf8(std::u32string_view code_points) {
  std::string utf8;
  utf8.reserve(code_points.size() * 3);
  for (const char32_t code_point : code_points) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(code_point));
    utf8.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  }
  return utf8;
}

}  // namespace hub::base
