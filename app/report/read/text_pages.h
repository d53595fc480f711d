// A flat text's lines without what its pages had at their edges.
#pragma once

#include <vector>

#include "report/around/left_out.h"
#include "report/read/text_lines.h"

namespace hub::report {

// Page numbers on lines of their own or in the middle of one, what repeats around them or around form feeds, titles
// that stand there again, stamps (案), and what a browser prints. A sentence that goes on over a page's end has no gap
// in it. Where a number or a repeated line may as well be a list's, it stays.
void take_page_edges(std::vector<TextLine>& lines, LeftOutList& left_out);

}  // namespace hub::report
