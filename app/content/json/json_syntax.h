// Says in plain words why a file is not JSON: a missing comma, a missing quote, a full-width colon …
#pragma once

#include <cstddef>
#include <string_view>

#include "content/json/reporter.h"

namespace hub::content {

// How far the parser came before it gave up.
struct ParsedSoFar {
  enum class Last { nothing, key, value, opened };
  Last last = Last::nothing;  // the last token that was right, apart from , and :
  std::size_t end = 0;        // the offset behind it
  char inside = 0;            // '{' or '[': what encloses the place; 0 at the top
  std::size_t opened_at = 0;  // offset of that bracket
  int opened_line = 0;        // its line
};

struct Fault {
  std::size_t offset = 0;
  Problem problem;
};

Fault explain_syntax(std::string_view bytes, const ParsedSoFar& so_far);

}  // namespace hub::content
