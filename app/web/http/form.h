// What a form sends: its fields, and at most one file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/http/fields.h"

namespace hub::web {

struct SentFile {
  std::string name;  // as the browser says it, any characters
  std::string bytes;
};

struct Form {
  Fields fields;
  std::optional<SentFile> file;
};

inline constexpr std::size_t kMostTextBytes = std::size_t{512} << 10;  // of all fields together

// `content_type`: as the request says it, application/x-www-form-urlencoded or multipart/form-data (RFC 7578).
// Nothing: it is neither, or not well formed.
std::optional<Form> parse_form(std::string_view content_type, std::string_view body);

}  // namespace hub::web
