// Words that stand over a page's own: stamps (案, 見本, DRAFT) set across it, and the small readings above kanji.
//
// Only places are known of a PDF's words, neither their colour nor whether they are shown: white ones are read like all
// others.
#pragma once

#include <string_view>
#include <vector>

#include "report/read/columns.h"
#include "report/words/document.h"

namespace hub::report {

// A word that only a stamp has, and nothing else: 案, （案）, 見本, 写, 未定稿, DRAFT. Folded.
bool is_stamp(std::u32string_view folded);

// Takes them out of the words of one page, in points.
std::vector<LeftOut> take_readings(std::vector<Fragment>& words);
std::vector<LeftOut> take_stamps(std::vector<Fragment>& words);

}  // namespace hub::report
