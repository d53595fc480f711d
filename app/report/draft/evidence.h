// Where on its page a draft's text stands: the reader's lines know it, a draft only knows the place of its first line.
#pragma once

#include <string_view>
#include <vector>

#include "report/draft/draft.h"

namespace hub::report {

// The boxes of the lines that `words` were made of, of which the first stands at `place`: one a page, in order. Words
// are recognised whatever marks and spaces were taken off them. Where they are not, and without words, those of all
// lines at the place.
std::vector<Evidence> evidence_of(const Document& document, Place place, std::u32string_view words);

// Of every question, of the lines around it, and of the origins that have none yet.
void add_evidence(const Document& document, Draft& draft);

}  // namespace hub::report
