// Whether every word of a report's file is somewhere in its draft.
#pragma once

#include <string>
#include <vector>

#include "report/draft/draft.h"
#include "report/words/document.h"

namespace hub::tests {

// Japanese words of the file (at least four characters between spaces, marks, digits and punctuation) that stand
// neither in the draft, nor among its unplaced words or those left out, nor in a heading or title of the report, as
// often as in the file. `bytes`: of a text or of HTML in UTF-8, or what pdftotext -bbox-layout prints.
std::vector<std::string> lost_words(const std::string& bytes, const report::Document& document,
                                    const report::Draft& draft);

}  // namespace hub::tests
