// ア イ, ⑴, a) and what else marks the entries of a list becomes ①②③, as the report's later stages know them, where
// they follow each other as marks do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/words/document.h"

namespace hub::report {

// @ A B stand where ①②③ stood: a byte of the file was lost.
struct LostMarks {
  std::u32string words;  // the first line that begins with one
  Place place;
};

struct CircledLines {
  std::vector<Line> lines;  // as many as there were
  std::optional<LostMarks> lost;
};

// Below ①, which marks the entry itself, they become bullets of its parts. Takes time in proportion to the words.
CircledLines with_circled_marks(std::vector<Line> lines);

}  // namespace hub::report
