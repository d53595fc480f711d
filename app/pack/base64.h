// Base64 (RFC 4648, with its padding), of bytes whose number is known.
#pragma once

#include <sodium.h>

#include <span>
#include <string>
#include <string_view>

namespace hub::pack {

inline std::string base64_of(std::span<const unsigned char> bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the end of a C string
  return text;
}

// False: it is not the Base64 of that many bytes, to the letter.
inline bool take_base64(std::string_view text, std::span<unsigned char> bytes) {
  std::size_t length = 0;
  const char* end = nullptr;
  const bool read = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end,
                                      sodium_base64_VARIANT_ORIGINAL) == 0;
  // Bits that are no byte's are not looked at by the library: no other text stands for the same bytes.
  return read && length == bytes.size() && end == text.data() + text.size() && base64_of(bytes) == text;
}

}  // namespace hub::pack
