// Letters of a report that are not the ones they look like, and those that no longer say which they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/words/document.h"

namespace hub::report {

// A text before anything measures its columns: its letters are mended (content/model/letters.h) and noted in
// `document`, with its pages that have no words.
std::string with_mended_letters(std::string_view utf8, Document& document);

// The lines of any document, once they are put together: their letters are mended and noted, those left without words
// go, and what is lost is noted.
void mend_letters(Document& document);

// Whether these words were taken out of their file in a wrong way (a PDF that does not say which letter a picture is,
// a text in another encoding): nobody can read them.
bool is_garbled(const std::vector<Line>& lines);

}  // namespace hub::report
