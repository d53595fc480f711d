// Words as they are compared: whether two texts of reports say the same, whatever the width of their digits and the
// spaces in them. Folded words are only ever compared; the words that are shown are the report's.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hub::content {

// NFKC without spaces, radicals as the letters they look like (letters.h); 取り組み and 取組み become 取組, dashes and
// tildes one of their kind; marks stay.
std::u32string fold(std::u32string_view words);

// Each character of folded words with the one after it, sorted.
using CharacterPairs = std::vector<std::pair<char32_t, char32_t>>;
CharacterPairs pairs_of(std::u32string_view words);

// How much two folded texts share: Dice's coefficient of their character pairs, 0…1.
double likeness(std::u32string_view a, std::u32string_view b);
double likeness(const CharacterPairs& a, const CharacterPairs& b);

}  // namespace hub::content
