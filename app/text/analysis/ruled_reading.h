// What is read by rule, whatever words people have listed: numbers with their counters, days of the week.
#pragma once

#include <cstddef>
#include <vector>

#include "text/analysis/analysis.h"

namespace hub::text {

// Over text[begin, end). A listed word counts here only where it holds all of text[begin, least_end): 2人 or 2人目 for
// 2人目, never 人.
struct RuledReading {
  std::size_t begin = 0;
  std::size_t least_end = 0;
  std::size_t end = 0;
  std::vector<Ruby> ruby;  // of ReadingSource::rule
};

}  // namespace hub::text
