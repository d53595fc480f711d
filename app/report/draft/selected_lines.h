// What a person has chosen among the lines of a report.
#pragma once

#include <string>
#include <vector>

#include "report/words/document.h"

namespace hub::report {

struct SelectedWords {
  std::vector<int> marks;          // of ①②③ before them
  std::vector<std::string> texts;  // UTF-8; wrapped lines are joined, marks and bullets taken off
  Place place;                     // of the first line
};

// The lines from the one at `first` to the one at `last`, both included, in the document's order. Where they begin or
// end inside a paragraph they are one text, as they stand. No texts: there are no such lines.
SelectedWords selected_words(const Document& document, Place first, Place last);

}  // namespace hub::report
