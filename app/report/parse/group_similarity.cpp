#include "report/parse/group_similarity.h"

#include <algorithm>
#include <cmath>

namespace hub::report {

namespace {

constexpr double kHiragana = 0.3;  // two kana are grammar more often than meaning
constexpr double kOneKanji = 0.5;
constexpr double kTwoCharacters = 1;

// What words have in common shows in their pairs of characters, and in single kanji (食を通じた, 子ども食堂): the first
// character in the upper half, the second, or none, in the lower.
using Ngram = std::uint64_t;
constexpr int kHalf = 32;
using NgramSet = std::vector<Ngram>;  // upwards, each once

void make_set(NgramSet& ngrams) {
  std::ranges::sort(ngrams);
  ngrams.erase(std::unique(ngrams.begin(), ngrams.end()), ngrams.end());
}

void add_ngrams(const std::u32string& folded, NgramSet& ngrams) {
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const Ngram first = Ngram{folded[i]} << kHalf;
    if (folded[i] >= 0x4E00 && folded[i] <= 0x9FFF) ngrams.push_back(first);
    if (i + 1 < folded.size()) ngrams.push_back(first | folded[i + 1]);
  }
}

double own_weight(Ngram ngram) {
  const auto first = static_cast<char32_t>(ngram >> kHalf), second = static_cast<char32_t>(ngram);
  const auto is_hiragana = [](char32_t c) { return c >= 0x3041 && c <= 0x3096; };
  if (second == 0) return kOneKanji;
  return is_hiragana(first) && is_hiragana(second) ? kHiragana : kTwoCharacters;
}

}  // namespace

GroupSimilarity::GroupSimilarity(const ParagraphGroups& groups) : count_(groups.groups.size()) {
  std::vector<NgramSet> sets;  // of each group
  NgramSet all;                // of each group, one after the other; then of the report
  for (const ParagraphGroup& group : groups.groups) {
    NgramSet& set = sets.emplace_back();
    for (const std::u32string& words : group.folded) add_ngrams(words, set);
    make_set(set);
    all.insert(all.end(), set.begin(), set.end());
  }
  std::ranges::sort(all);
  for (std::size_t at = 0; at < all.size();) {
    const auto end = std::ranges::upper_bound(all, all[at]);
    const auto of_groups = static_cast<double>(end - all.begin()) - static_cast<double>(at);
    weights_.push_back(own_weight(all[at]) * std::log((static_cast<double>(count_) + 1) / of_groups));
    at = static_cast<std::size_t>(end - all.begin());
  }
  make_set(all);
  const auto numbered = [&](const NgramSet& set) {
    Ngrams ngrams;
    ngrams.ids.reserve(set.size());
    for (const Ngram ngram : set)
      ngrams.ids.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(all, ngram) - all.begin()));
    weigh(ngrams);
    return ngrams;
  };
  std::vector<Ngrams> of_group;
  of_group.reserve(sets.size());
  for (const NgramSet& set : sets) of_group.push_back(numbered(set));
  for (const ParagraphGroup& group : groups.groups) {
    std::vector<Ngrams>& of_paragraphs = paragraphs_.emplace_back();
    for (const std::u32string& words : group.folded) {
      NgramSet set;
      add_ngrams(words, set);
      make_set(set);
      of_paragraphs.push_back(numbered(set));
    }
  }
  of_groups_.assign(count_ * count_, 0);
  for (std::size_t a = 0; a < count_; ++a) {
    for (std::size_t b = a + 1; b < count_; ++b) {
      of_groups_[a * count_ + b] = of_groups_[b * count_ + a] = shared(of_group[a], of_group[b]);
    }
  }
}

double GroupSimilarity::paragraphs(std::size_t group_a, std::size_t a, std::size_t group_b, std::size_t b) const {
  return shared(paragraphs_[group_a][a], paragraphs_[group_b][b]);
}

void GroupSimilarity::weigh(Ngrams& ngrams) const {
  ngrams.weight = 0.1;
  for (const std::uint32_t id : ngrams.ids) ngrams.weight += weights_[id];
}

double GroupSimilarity::shared(const Ngrams& a, const Ngrams& b) const {
  double shared = 0;
  auto in_a = a.ids.begin();
  for (const std::uint32_t id : b.ids) {
    while (in_a != a.ids.end() && *in_a < id) ++in_a;
    if (in_a == a.ids.end()) break;
    if (*in_a == id) shared += weights_[id];
  }
  return shared / std::sqrt(a.weight * b.weight);
}

}  // namespace hub::report
