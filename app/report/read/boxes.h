// Tables drawn with characters: ┌─┬─┐ │, ╔═╗ ║, +---+ |.
#pragma once

#include <vector>

#include "report/read/line_builder.h"
#include "report/read/text_lines.h"

namespace hub::report {

bool has_boxes(const std::vector<TextLine>& lines);

void read_boxes(const std::vector<TextLine>& lines, LineBuilder& out);

}  // namespace hub::report
