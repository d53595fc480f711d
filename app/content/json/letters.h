// Letters of content that are not what they look like, and letters that no screen shows.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/json/reporter.h"
#include "content/model/letters.h"

namespace hub::content {

// Whether some face draws a character; empty: nobody asks. A character that is seen by nobody (a joiner, a variation
// selector) counts as drawn.
using CanDraw = std::function<bool(char32_t)>;

// A text as a screen shows it (content/model/letters.h).
struct MendedText {
  std::string words;
  std::vector<MendedLetter> letters = {};  // those that were others; empty: the words are as they were
};
MendedText mended(std::string_view utf8);

// The first tag or reference of HTML in a text, which a screen shows as it stands: <br>, &amp;. Empty: none.
std::string_view html_in(std::string_view utf8);

// Says of each character of a file that nobody draws where it comes first, also of one that is written as \u1F60A.
void report_undrawable(std::string_view json, const CanDraw& can_draw, Reporter& reporter);

}  // namespace hub::content
