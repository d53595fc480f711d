// Goals whose activities stand apart, each with its own outcome and challenge: 取組①…成果…課題…取組②…成果…課題….
#pragma once

#include <vector>

#include "report/parse/paragraphs.h"

namespace hub::report {

// Each goal's lists together, as other reports have them: all activities, all outcomes, all challenges. An activity's
// mark, or the number of its heading, is that of all that stands with it.
std::vector<Paragraph> with_lists_together(const std::vector<Paragraph>& paragraphs);

}  // namespace hub::report
