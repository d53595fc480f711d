// Texts without line breaks, or with a few: a page that was copied into a mail, a whole report on one line.
#pragma once

#include <vector>

#include "report/read/text_lines.h"

namespace hub::report {

// Long lines that hold several headings become a line for each heading and for what stands between two spaces; the
// other lines stay. A heading's words are a heading only where they stand by themselves: behind a full stop, a space or
// another heading, and before a space, a mark or words that no particle (を, に) ties to them.
std::vector<TextLine> part_flow(std::vector<TextLine> lines);

}  // namespace hub::report
