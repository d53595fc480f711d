// Bytes of unknown encoding → UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hub::report {

enum class Encoding { utf8, utf16_le, utf16_be, iso_2022_jp, shift_jis, euc_jp };

// UTF-8, UTF-16 with its mark, ISO-2022-JP, Shift_JIS (with Windows' characters) or EUC-JP: the first is taken when the
// bytes are valid in it, of the last two the one that reads as Japanese. Nothing when it is none of them.
std::optional<Encoding> encoding_of(std::string_view bytes);

// A mark at the beginning is none of the words. Nothing when a byte has no meaning in that encoding, or the last
// character is not whole.
std::optional<std::string> to_utf8(std::string_view bytes, Encoding encoding);
std::optional<std::string> to_utf8(std::string_view bytes);  // of the one that it is

}  // namespace hub::report
