// JSON for other programs to read: what subcommands print with --json.
#pragma once

#include <string>
#include <string_view>

namespace hub::content {

// "…" with everything escaped that JSON wants escaped. The words must be valid UTF-8.
std::string json_quoted(std::string_view words);

}  // namespace hub::content
