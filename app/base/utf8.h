// UTF-8 and back. Text is UTF-8 std::string everywhere; code points appear only where single characters matter.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hub::base {

// The offset of the first byte that is not valid UTF-8 (RFC 3629: no overlong forms, no surrogates), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

// Code points of valid UTF-8; an invalid sequence becomes U+FFFD.
std::u32string decode_utf8(std::string_view utf8);
std::string encode_utf8(std::u32string_view code_points);

// Reads the code point at `offset` and moves `offset` past it. Precondition: offset < utf8.size().
char32_t next_code_point(std::string_view utf8, std::size_t& offset);

}  // namespace hub::base
