// Letters that are not the ones they look like: what PDFs, word processors and old machines leave in a text. By
// Unicode's data alone; digits and Latin letters of both widths, ①, （） and 〜 stay as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hub::content {

struct MendedLetter {
  enum class Fault {
    radical,     // ⼦ U+2F26, ⻑ U+2ED1: no dictionary knows them
    half_width,  // ｶﾞ
    parted,      // か with U+3099 behind it, which belongs to it
    form,        // of a report alone: an ideograph coded twice (U+FA19), ㍻, ㈱, ︵, ﬁ
    invisible,   // a soft hyphen, a joiner, what turns the direction of writing: gone
  };
  Fault fault = Fault::radical;
  char32_t was = 0;
  char32_t is = 0;  // the first of what it became; 0: nothing
};

struct MendedWords {
  std::u32string words;
  std::vector<MendedLetter> letters;  // in their order; empty: the words are as they were
};

// What a screen shows keeps the letters that its author may have chosen (神 U+FA19, ㈱), and what steers its lines
// (U+200B, U+2060) or belongs to another script. In a report that was taken out of a file nobody has chosen them.
enum class Source { screen, report };

MendedWords mended(std::u32string_view words, Source source);

// U+FFFD, private characters and noncharacters: what they were is lost, or known to one machine alone.
bool is_lost(char32_t character);

}  // namespace hub::content
