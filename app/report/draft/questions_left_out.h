// What a draft says of the words that are not in it because they are none of the report's.
#pragma once

#include "report/draft/draft.h"
#include "report/words/document.h"

namespace hub::report {

// One doubt that names all of them, behind all others; and one before all others where a stamp or the title says that
// this is a draft (案) or a copy.
void ask_about_left_out(const Document& document, Draft& draft);

}  // namespace hub::report
