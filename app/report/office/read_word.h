// A Word file (.docx, .docm) → its lines.
#pragma once

#include <string_view>

#include "report/words/document.h"

namespace hub::report {

// Each paragraph is a line, closed; places count paragraphs. Numbers that Word draws before them are written out.
// Deleted, struck-out and hidden words, readings over words and slanted ones are left out, and noted.
Document read_word(std::string_view bytes);

}  // namespace hub::report
