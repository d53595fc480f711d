// What the lines of a document have in common: where they wrap, how its entries begin and end.
#pragma once

#include <vector>

#include "report/words/document.h"

namespace hub::report {

struct LineHabits {
  double wrap_width_em = 0;           // of lines in no measured column; 0: not known
  bool entries_hang = false;          // what goes on below an entry's first line is indented
  bool entries_end_in_stops = false;  // 。 ends nearly every entry of the goals' part
  bool dots_are_bullets = false;      // ・ begins entries that do not
  bool lines_are_entries = false;     // no entry ends in 。, and no line stops in the middle of a sentence
};

LineHabits find_line_habits(const std::vector<Line>& lines, Document::Kind kind);

}  // namespace hub::report
