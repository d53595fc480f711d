// What authors write inside a text besides its words: Aozora ruby, joiners and break marks. None of it is drawn.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/analysis/analysis.h"

namespace hub::text {

struct Marked {
  std::u32string text;              // the words alone; paragraphs separated by U+000A, without an indent at their head
  std::vector<Ruby> ruby;           // ｜base《reading》, or kanji《reading》 where the reading is kana
  std::vector<std::size_t> joined;  // U+2060 stood before this character
  std::vector<std::size_t> breakable;  // U+200B stood before this character
};

Marked read_markup(std::string_view utf8);

// How many characters at the head are a list mark with its space: ①, ・, ★, １　, (1). JLREQ has no rule; Japanese
// documents hang them. 0: none.
std::size_t list_mark_length(std::u32string_view text, bool japanese);

}  // namespace hub::text
