// A morpheme and how it is written: what the phrase table asks about a word.
#pragma once

#include <string_view>
#include <vector>

#include "text/analysis/characters.h"
#include "text/analysis/kinsoku.h"
#include "text/analysis/morphemes.h"

namespace hub::text {

inline bool holds(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

struct Word {
  const Morpheme& morpheme;
  std::u32string_view surface;

  bool is(std::string_view kind) const { return morpheme.kind == kind; }
  bool is(std::string_view kind, std::string_view detail) const { return is(kind) && morpheme.detail == detail; }
  bool says(std::u32string_view letters) const { return surface == letters; }

  bool is_number() const { return is("名詞", "数"); }
  bool is_noun() const {
    if (is("記号", "アルファベット")) return true;
    return is("名詞") && morpheme.detail != "非自立" && morpheme.detail != "代名詞";
  }
  // By its look: to IPADIC ～ is a noun.
  bool is_sign() const { return !is_japanese(surface.front()) && !is_western(surface.front()); }
  bool is_opening() const { return may_not_end_line(surface.back()); }
  bool is_closing() const { return may_not_start_line(surface.front()); }
  bool ends_sentence_part() const { return holds(surface.back(), U"、。，．,.！？!?‼⁇⁈⁉…‥"); }
  bool is_range_sign() const { return holds(surface.back(), U"～〜－–-"); }
};

// Valid as long as the two.
inline std::vector<Word> words_of(std::u32string_view text, const std::vector<Morpheme>& morphemes) {
  std::vector<Word> words;
  words.reserve(morphemes.size());
  for (const Morpheme& morpheme : morphemes) {
    words.push_back({morpheme, text.substr(morpheme.begin, morpheme.end - morpheme.begin)});
  }
  return words;
}

}  // namespace hub::text
