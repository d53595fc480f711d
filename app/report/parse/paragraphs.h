// Lines → headings and paragraphs: the second stage. Wrapped lines are joined, marks and bullets taken off.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/words/document.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"

namespace hub::report {

struct Paragraph {
  enum class Kind { label, title, item };
  Kind kind = Kind::item;
  Label label;             // of a label
  std::u32string words;    // of a title or an item, joined, without its marks; a label's as they stand
  std::vector<int> marks;  // ①② → 1, 2; ascending
  int number = 0;          // 1. or １　 or (1) before it
  bool bullet = false;
  bool gap = false;              // an empty line or a block before it
  std::size_t guessed_join = 0;  // where a line was joined that may as well be an entry of its own; 0: nowhere
  Place place;                   // of its first line
  int cell = 0;
  int row = 0;
};

std::vector<Paragraph> find_paragraphs(const Document& document);

}  // namespace hub::report
