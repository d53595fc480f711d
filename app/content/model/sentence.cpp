#include "content/model/sentence.h"

#include <string>

#include "base/circled_numbers.h"
#include "content/model/ruby.h"
#include "content/model/wording.h"

namespace hub::content {

namespace {

constexpr std::u32string_view kNeverFirst =
    U"をん"
    U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    U"ーゝゞヽヾ々、。，．,.！？!?…‥"
    U"」』）】〉》〕］｝)]}”’";
// Okurigana, when a kanji follows: ら in ら得た, る in る場 (but not in らくがき, りんご).
constexpr std::u32string_view kOkurigana = U"らりるれろ";
// What a sentence runs on after: particles, the て and し of a verb that goes on, commas, opening brackets.
constexpr std::u32string_view kRunsOn = U"、，,・をがにではもへやてし（「『【〈《(";
// と and の run on as well, but こと, もの end a line of a list.
constexpr std::u32string_view kPerhapsRunsOn = U"との";

bool is_kanji(char32_t character) { return character >= 0x4E00 && character <= 0x9FFF; }
bool is_one_of(std::u32string_view all, char32_t character) { return all.find(character) != all.npos; }

}  // namespace

bool starts_midway(std::string_view japanese) {
  const std::u32string read = as_read(japanese);
  if (read.empty()) return false;
  if (is_one_of(kNeverFirst, read.front())) return true;
  return is_one_of(kOkurigana, read.front()) && read.size() > 1 && is_kanji(read[1]);
}

bool ends_midway(std::string_view japanese) {
  const std::u32string read = as_read(japanese);
  if (read.empty()) return false;
  if (is_one_of(kRunsOn, read.back())) return true;
  const char32_t before = read.size() > 1 ? read[read.size() - 2] : U'\0';
  return is_one_of(kPerhapsRunsOn, read.back()) && before != U'こ' && before != U'も';
}

bool starts_with_mark(std::string_view japanese) {
  const std::u32string read = as_read(japanese);
  return !read.empty() && base::is_circled_number(read.front());
}

}  // namespace hub::content
