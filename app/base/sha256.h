// SHA-256 (FIPS 180-4): the name of a file by its bytes.
#pragma once

#include <string>
#include <string_view>

namespace hub::base {

// 64 hexadecimal digits, in lower case.
std::string sha256_text(std::string_view bytes);

}  // namespace hub::base
