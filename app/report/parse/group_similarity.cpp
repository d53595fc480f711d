#include "report/parse/group_similarity.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace hub::report {

namespace {

constexpr double kHiragana = 0.3;  // two kana are grammar more often than meaning
constexpr double kOneKanji = 0.5;
constexpr double kTwoCharacters = 1;

// What words have in common shows in their pairs of characters, and in single kanji (食を通じた, 子ども食堂).
using NgramSet = std::set<std::u32string>;
NgramSet ngrams_of(const std::u32string& folded) {
  NgramSet ngrams;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] >= 0x4E00 && folded[i] <= 0x9FFF) ngrams.insert(folded.substr(i, 1));
    if (i + 1 < folded.size()) ngrams.insert(folded.substr(i, 2));
  }
  return ngrams;
}

double own_weight(const std::u32string& ngram) {
  const auto is_hiragana = [](char32_t c) { return c >= 0x3041 && c <= 0x3096; };
  if (std::ranges::all_of(ngram, is_hiragana)) return kHiragana;
  return ngram.size() == 1 ? kOneKanji : kTwoCharacters;
}

}  // namespace

GroupSimilarity::GroupSimilarity(const ParagraphGroups& groups) {
  std::vector<NgramSet> sets;  // of each group
  std::map<std::u32string, std::uint32_t> numbers;
  for (const ParagraphGroup& group : groups.groups) {
    NgramSet& all = sets.emplace_back();
    for (const std::u32string& words : group.folded) all.merge(ngrams_of(words));
    for (const std::u32string& ngram : all) ++numbers[ngram];
  }
  // First in how many groups each is, then which it is.
  const auto count = static_cast<double>(groups.groups.size());
  for (auto& [ngram, number] : numbers) {
    weights_.push_back(own_weight(ngram) * std::log((count + 1) / static_cast<int>(number)));
    number = static_cast<std::uint32_t>(weights_.size() - 1);
  }
  const auto numbered = [&](const NgramSet& set) {
    Ngrams ngrams;
    for (const std::u32string& ngram : set) ngrams.ids.push_back(numbers.at(ngram));
    weigh(ngrams);
    return ngrams;
  };
  std::vector<Ngrams> of_group;
  of_group.reserve(sets.size());
  for (const NgramSet& set : sets) of_group.push_back(numbered(set));
  for (const ParagraphGroup& group : groups.groups) {
    std::vector<Ngrams>& of_paragraphs = paragraphs_.emplace_back();
    for (const std::u32string& words : group.folded) of_paragraphs.push_back(numbered(ngrams_of(words)));
  }
  of_groups_.assign(of_group.size(), std::vector<double>(of_group.size(), 0));
  for (std::size_t a = 0; a < of_group.size(); ++a) {
    for (std::size_t b = 0; b < of_group.size(); ++b) {
      if (a != b) of_groups_[a][b] = shared(of_group[a], of_group[b]);
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
