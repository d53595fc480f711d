// Furigana: which readings stand over which characters.
#pragma once

#include <string_view>
#include <vector>

#include "text/analysis/analysis.h"
#include "text/analysis/morphemes.h"
#include "text/analysis/ruled_reading.h"

namespace hub::text {

// A reading over the kanji of a word only: 取り組み, とりくみ → と over 取, く over 組. When the kana of the word do
// not occur in the reading it stands over the whole word. Nothing for a word without kanji. `begin`: of the word in its
// text.
std::vector<Ruby> align_reading(std::u32string_view word, std::u32string_view reading, std::size_t begin,
                                ReadingSource source);

struct FoundWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  const ReviewedReading* word = nullptr;
};

// What a text holds that readings come from.
struct ReadingSources {
  std::vector<Ruby> inline_ruby;
  const std::vector<FoundWord>& words;     // where reviewed words stand, ascending
  const std::vector<RuledReading>& ruled;  // ascending
  const std::vector<Morpheme>& morphemes;
  const std::vector<Break>& morpheme_breaks;  // before each
};

// Every reading of a text, ascending: inline markup first, then reviewed words, then rules, then the dictionary's where
// none of them is.
std::vector<Ruby> readings_of(std::u32string_view text, ReadingSources sources);

}  // namespace hub::text
