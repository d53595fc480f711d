// Which goals continue from year to year. No report says it: the wording does, where it continues.
#pragma once

#include <string_view>
#include <vector>

#include "content/model/report.h"

namespace hub::content {

// How much of their character pairs two goals must share to be one.
inline constexpr double kMinLikeness = 0.7;

// Whether a goal is the other year's goal in the same or nearly the same words. Both must hold:
//
// 1. They share kMinLikeness of their character pairs (`likeness`; punctuation, ruby, spaces and widths do not count).
//    Different goals share little: of the 1,081 pairs in the two published and nine made-up reports of the tests, the
//    most alike share 0.42; of 4,656 pairs of 取組 0.58. Made-up rewordings (tests/content/continuation_test.cpp)
//    share 0.68 to 0.91.
// 2. No word is exchanged for another. A goal may gain words or lose words, not both: ひとり親家庭が…居場所 and
//    多胎家庭が…居場所 share 0.88 and are two goals. A word is lost with a kanji, katakana, letter or digit that the
//    other does not have (as often), or with three kana or more of which the other has less than half the pairs. What
//    is said of every goal (取り組む, 引き続き, 強化 …) and the inflection that ends the sentence are free to change.
//
// 27 of 29 rewordings continue and none of 24 goals in another's frame; of these, 12 and 12 were written after the
// rule. It would rather miss a continuation (生み育て became 産み育て) than claim one.
bool continues(std::string_view earlier, std::string_view later);

// Fills `earlier` and `goes_on_as` of every reviewed goal. A year's goals are those of its own report, else those that
// the next year's report reviews; a year without either ends the chain. Goals of two years are tied where each is the
// other's nearest, so that none has two successors; two that are equally near are left alone.
void link_years(std::vector<Report>& reports);

}  // namespace hub::content
