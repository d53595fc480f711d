// Words that are read in two ways, by the words around them: 方 かた and ほう, 間 あいだ, かん and ま.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/analysis/word.h"

namespace hub::text {

struct ContextReading {
  std::u32string_view reading;  // hiragana, of the whole word
  bool is_sure = true;          // false: likelier than the dictionary's, and still a guess
};

// Of words[at]; nothing where the dictionary's reading stands.
std::optional<ContextReading> reading_by_context(const std::vector<Word>& words, std::size_t at);

}  // namespace hub::text
