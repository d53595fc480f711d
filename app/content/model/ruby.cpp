#include "content/model/ruby.h"

#include "base/utf8.h"

namespace hub::content {

namespace {

constexpr std::u32string_view kNotRead = U" \u3000\u2060\u200B｜";

}  // namespace

std::u32string as_read(std::string_view utf8) {
  std::u32string read;
  bool in_ruby = false;
  for (const char32_t character : base::decode_utf8(utf8)) {
    if (character == U'《') in_ruby = true;
    if (!in_ruby && kNotRead.find(character) == std::u32string_view::npos) read.push_back(character);
    if (character == U'》') in_ruby = false;
  }
  return read;
}

}  // namespace hub::content
