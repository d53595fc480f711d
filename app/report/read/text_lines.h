// A plain text → its lines as they stand, and without what programs put around words: quotes of a mail, numbers of an
// editor, Markdown's signs, a space between all letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/words/document.h"

namespace hub::report {

// Words keep the spaces before and in them: those tell of columns and indents.
struct TextLine {
  std::u32string words;
  Place place;
  bool new_page = false;
  bool apart = false;  // a heading by its form: joined to neither neighbour
};

std::vector<TextLine> split_lines(std::string_view utf8);

// "> " before nearly all lines, or numbers that count them. Returns what stands above and below a mail's quote: words
// of who sent it.
std::vector<TextLine> take_off_line_heads(std::vector<TextLine>& lines);

// # and ** of Markdown, backslashes at the end of a line and before signs; \| stays for who reads rows.
void take_off_markdown(std::vector<TextLine>& lines);

// 重 点 目 標 ① → 重点目標①. Wider spaces in the line stay.
std::u32string without_letter_spaces(std::u32string_view words);

// ----, ====, ____, ・・・・: a line drawn with characters, without words.
bool is_drawn_line(std::u32string_view words);

}  // namespace hub::report
