#include "text/analysis/kinsoku.h"

#include "text/analysis/characters.h"

namespace hub::text {

namespace {

constexpr std::u32string_view kNeverFirst =
    U"’”）〕］｝〉》」』】⦆〙〗»›〟)]}｣｠"  // closing brackets (cl-02)
    U"‐〜～゠–－"                           // hyphens (cl-03)
    U"！？‼⁇⁈⁉!?"                           // dividing punctuation (cl-04)
    U"・：；:;･·"                           // middle dots (cl-05), and Korean's and Chinese's own
    U"。．.｡"                               // full stops (cl-06)
    U"、，,､"                               // commas (cl-07)
    U"ヽヾゝゞ々〻〃"                       // iteration marks (cl-09)
    U"ーｰ゛゜ﾞﾟ"                            // the long vowel and sound marks (cl-10)
    U"ぁぃぅぇぉっゃゅょゎゕゖ"             // small kana (cl-11)
    U"ァィゥェォッャュョヮヵヶｧｨｩｪｫｬｭｮｯ"    //
    U"％%‰℃℉°′″ℓ／/";                       // signs after a number (cl-13)

constexpr std::u32string_view kNeverLast =
    U"‘“（〔［｛〈《「『【⦅〘〖«‹〝([{｢｟"  // opening brackets (cl-01)
    U"￥¥＄$£￡€＃#№";                      // signs before a number (cl-12)

constexpr std::u32string_view kInRows = U"…‥—―─";  // cl-08: two or more of them are one sign

bool is_small_katakana_extension(char32_t c) { return c >= U'ㇰ' && c <= U'ㇿ'; }

// ㌔ ㍍ ㎏ ㎡; not ㍻ or ㍿, which are words.
bool is_squared_unit(char32_t c) {
  return (c >= 0x3300 && c <= 0x3357) || (c >= 0x3371 && c <= 0x337A) || (c >= 0x3380 && c <= 0x33DF);
}

bool is_within_number(char32_t c) { return c == U',' || c == U'.' || c == U'，' || c == U'．'; }

}  // namespace

bool may_not_start_line(char32_t c) {
  return kNeverFirst.find(c) != std::u32string_view::npos || is_small_katakana_extension(c) || is_squared_unit(c);
}

bool may_not_end_line(char32_t c) { return kNeverLast.find(c) != std::u32string_view::npos; }

bool is_inseparable(std::u32string_view text, std::size_t at) {
  const char32_t before = text[at - 1];
  const char32_t after = text[at];
  if (before == after && kInRows.find(after) != std::u32string_view::npos) return true;
  if (!is_digit(after)) return false;
  if (is_digit(before)) return true;
  return is_within_number(before) && at >= 2 && is_digit(text[at - 2]);
}

bool kinsoku_forbids(std::u32string_view text, std::size_t at) {
  if (may_not_start_line(text[at]) || is_inseparable(text, at)) return true;
  // Spaces vanish at a line's end, so the bracket before them would stand there.
  std::size_t last = at - 1;
  while (last > 0 && is_space(text[last])) --last;
  return may_not_end_line(text[last]);
}

}  // namespace hub::text
