// Where compounds of several nouns come apart: 子育て支援｜関係機関.
#pragma once

#include <vector>

#include "text/analysis/analysis.h"
#include "text/analysis/word.h"

namespace hub::text {

// breaks: before each word, as the phrase table graded them; part between the words of compounds becomes strict around
// a word of one letter, and seam where a long compound comes apart first.
void grade_compounds(const std::vector<Word>& words, std::vector<Break>& breaks);

}  // namespace hub::text
