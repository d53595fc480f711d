// HTML → lines, by libxml2's parser, which reads any soup of tags.
#pragma once

#include <string_view>

#include "report/read/line_builder.h"

namespace hub::report {

// Appends the lines of a whole page or of a part of one (the words of a cell with tags left in them). Places count the
// lines of the HTML, from first_line. What is none of the report's words (page_parts.h) is left out.
void read_markup(std::string_view utf8, int first_line, LineBuilder& lines);

// Whether words hold tags that change their meaning: <p>, <br>, <li> …
bool has_tags(std::string_view utf8);

}  // namespace hub::report
