#include "content/json/json_text.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/characters.h"
#include "base/utf8.h"

namespace hub::content {

namespace {

void append_escape(char32_t character, std::string& out) {
  char escape[16];
  if (character < 0x10000) {
    std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(character));
  } else {
    const auto beyond = static_cast<unsigned>(character) - 0x10000;
    std::snprintf(escape, sizeof escape, "\\u%04x\\u%04x", 0xD800U + (beyond >> 10U), 0xDC00U + (beyond & 0x3FFU));
  }
  out += escape;
}

}  // namespace

std::string json_quoted(std::string_view words) {
  return json_shown(nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string json_shown(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t offset = 0; offset < json.size();) {
    const std::size_t start = offset;
    const char32_t character = base::next_code_point(json, offset);
    // What is less than a space stands between values: strings have it escaped already.
    if (character >= U' ' && base::steers(character)) {
      append_escape(character, out);
    } else {
      out += json.substr(start, offset - start);
    }
  }
  return out;
}

}  // namespace hub::content
