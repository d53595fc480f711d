// Bytes of unknown encoding → UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hub::report {

// UTF-8, UTF-16 with its mark, ISO-2022-JP, Shift_JIS (with Windows' characters) or EUC-JP: the first is taken when the
// bytes are valid in it, of the last two the one that reads as Japanese. Nothing when it is none of them.
std::optional<std::string> to_utf8(std::string_view bytes);

}  // namespace hub::report
