#include "content/sentence.h"

#include <string>

#include "base/utf8.h"

namespace hub::content {

namespace {

constexpr std::u32string_view kNeverFirst =
    U"らりるれろをん"
    U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    U"ーゝゞヽヾ々、。，．,.！？!?…‥"
    U"」』）】〉》〕］｝)]}”’";
constexpr std::u32string_view kLast = U"。．.！？!?…‥」』）】〉》〕］｝)]}”’\"'♪";
constexpr std::u32string_view kNotRead = U" \u3000\u2060\u200B｜";

// The words without their ruby and without what is not read.
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

}  // namespace

bool starts_midway(std::string_view japanese) {
  const std::u32string read = as_read(japanese);
  return !read.empty() && kNeverFirst.find(read.front()) != std::u32string_view::npos;
}

bool ends_midway(std::string_view japanese) {
  const std::u32string read = as_read(japanese);
  return !read.empty() && kLast.find(read.back()) == std::u32string_view::npos;
}

}  // namespace hub::content
