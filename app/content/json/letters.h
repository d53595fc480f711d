// Letters of content that are not what they look like, and letters that no screen shows.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "content/json/reporter.h"

namespace hub::content {

// Whether some face draws a character; empty: nobody asks. A character that is seen by nobody (a joiner, a variation
// selector) counts as drawn.
using CanDraw = std::function<bool(char32_t)>;

struct MendedLetters {
  std::string words;
  int radicals = 0;           // of them stood for letters
  char32_t first = 0;         // the first of them,
  char32_t first_letter = 0;  // and what it stands for
};

// Radicals (⼦ U+2F26, ⻑ U+2ED1) look like letters (子, 長), but no dictionary knows them: PDFs hold them. A kana or
// letter with a mark of its own (か + U+3099, as macOS writes) becomes one character.
MendedLetters mended(std::string_view utf8);

// U+FFFD and private characters: what they were is lost, or known to one machine alone.
bool is_lost(char32_t character);

// The first tag or reference of HTML in a text, which a screen shows as it stands: <br>, &amp;. Empty: none.
std::string_view html_in(std::string_view utf8);

// Says of each character of a file that nobody draws where it comes first, also of one that is written as \u1F60A.
void report_undrawable(std::string_view json, const CanDraw& can_draw, Reporter& reporter);

}  // namespace hub::content
