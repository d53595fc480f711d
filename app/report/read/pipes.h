// Tables with | between their cells: Markdown, and what html2text and its kin make of HTML, where a cell may go on over
// many lines until the next |.
#pragma once

#include <optional>
#include <vector>

#include "report/read/line_builder.h"
#include "report/read/text_lines.h"

namespace hub::report {

// How many headings of reports stand in cells; nothing: the pipes part no cells of a table.
std::optional<int> headings_in_pipes(const std::vector<TextLine>& lines);

void read_pipes(const std::vector<TextLine>& lines, LineBuilder& out);

}  // namespace hub::report
