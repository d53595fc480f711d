// A published report's way from bytes to a draft, without the program that reads PDFs.
#pragma once

#include <string>
#include <string_view>

namespace hub::fuzz {

// `path` says what kind of file it is where its bytes do not.
void import_report(const std::string& path, std::string_view bytes);

}  // namespace hub::fuzz
