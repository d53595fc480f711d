// JSON for other programs to read: what subcommands print with --json.
#pragma once

#include <string>
#include <string_view>

namespace hub::content {

// "…" with everything escaped that JSON wants escaped, and that a terminal would obey (base::steers). A byte that is no
// UTF-8 becomes U+FFFD.
std::string json_quoted(std::string_view words);

// JSON as it stands, the characters in its strings that a terminal would obey escaped as well: the same values.
std::string json_shown(std::string_view json);

}  // namespace hub::content
