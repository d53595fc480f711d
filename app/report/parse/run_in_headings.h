// Headings inside running text: …を整えます。【取組内容】①…【取組の成 / 果】①…, also broken over the end of a line.
#pragma once

#include <vector>

#include "report/words/document.h"

namespace hub::report {

// Each of them on a line of its own. As many lines as there were, or more.
std::vector<Line> with_headings_apart(std::vector<Line> lines);

}  // namespace hub::report
