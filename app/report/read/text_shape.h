// What the empty lines of a plain text mean.
#pragma once

#include <vector>

#include "report/read/text_lines.h"

namespace hub::report {

// Some programs put an empty line after every line, also where a sentence was only wrapped: takes out the empty lines
// that tell nothing. Two of them, where one stands everywhere, still part.
void take_out_idle_blanks(std::vector<TextLine>& lines);

}  // namespace hub::report
