#include "text/analysis/compounds.h"

#include <algorithm>
#include <array>

namespace hub::text {

namespace {

// 関係｜機関, but 親同士 and 子サポ: in a compound a word of one letter stays with its neighbours.
void join_single_letters(const std::vector<Word>& words, std::vector<Break>& breaks) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && breaks[end] < Break::part) ++end;
    const bool is_single = end == begin + 1 && words[begin].surface.size() == 1;
    if (is_single && breaks[begin] == Break::part) breaks[begin] = Break::strict;
    if (is_single && end < words.size() && breaks[end] == Break::part) breaks[end] = Break::strict;
    begin = end;
  }
}

bool joins_nouns(const std::vector<Word>& words, const std::vector<Break>& breaks, std::size_t at) {
  return breaks[at] == Break::part && words[at - 1].is_noun() && (words[at].is_noun() || words[at].is("接頭詞"));
}

// 向け in 家庭向け｜体験講座: whom or what it is for, then what it is.
bool ends_purpose(const Word& word) {
  constexpr std::array<std::u32string_view, 6> kEndings = {U"向け", U"用", U"内", U"外", U"別", U"等"};
  return word.is("名詞", "接尾") && std::find(kEndings.begin(), kEndings.end(), word.surface) != kEndings.end();
}

// Long compounds are pairs of words, counted from the end, where the noun is that the others describe.
void mark_pairs(const std::vector<std::size_t>& joints, std::vector<Break>& breaks) {
  constexpr std::size_t kLongJoints = 3;  // four words
  if (joints.size() < kLongJoints) return;
  for (std::size_t from_end = 2; from_end <= joints.size(); from_end += 2) {
    breaks[joints[joints.size() - from_end]] = Break::seam;
  }
}

void mark_seams(const std::vector<Word>& words, std::vector<Break>& breaks) {
  std::vector<std::size_t> joints;  // of the compound so far
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (breaks[at] < Break::part) continue;
    const bool joins = joins_nouns(words, breaks, at);
    if (joins && !ends_purpose(words[at - 1])) {
      joints.push_back(at);
      continue;
    }
    if (joins) breaks[at] = Break::seam;
    mark_pairs(joints, breaks);
    joints.clear();
  }
  mark_pairs(joints, breaks);
}

}  // namespace

void grade_compounds(const std::vector<Word>& words, std::vector<Break>& breaks) {
  join_single_letters(words, breaks);
  mark_seams(words, breaks);
}

}  // namespace hub::text
