#include "report/parse/group_similarity.h"

#include <algorithm>
#include <cmath>

namespace hub::report {

namespace {

constexpr double kHiragana = 0.3;  // two kana are grammar more often than meaning
constexpr double kOneKanji = 0.5;
constexpr double kTwoCharacters = 1;

// What words have in common shows in their pairs of characters, and in single kanji (食を通じた, 子ども食堂).
std::set<std::u32string> ngrams_of(const std::u32string& folded) {
  std::set<std::u32string> ngrams;
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

GroupSimilarity::GroupSimilarity(const ParagraphGroups& groups) : count_(static_cast<double>(groups.groups.size())) {
  std::vector<Ngrams> of_group;
  for (const ParagraphGroup& group : groups.groups) {
    std::vector<Ngrams>& of_paragraphs = paragraphs_.emplace_back();
    Ngrams& all = of_group.emplace_back();
    for (const std::u32string& words : group.folded) {
      of_paragraphs.push_back(ngrams_of(words));
      all.insert(of_paragraphs.back().begin(), of_paragraphs.back().end());
    }
    for (const std::u32string& ngram : all) ++frequency_[ngram];
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

double GroupSimilarity::weight(const std::u32string& ngram) const {
  return own_weight(ngram) * std::log((count_ + 1) / frequency_.at(ngram));
}

double GroupSimilarity::shared(const Ngrams& a, const Ngrams& b) const {
  double shared = 0, of_a = 0.1, of_b = 0.1;
  for (const std::u32string& ngram : a) of_a += weight(ngram);
  for (const std::u32string& ngram : b) {
    of_b += weight(ngram);
    if (a.contains(ngram)) shared += weight(ngram);
  }
  return shared / std::sqrt(of_a * of_b);
}

}  // namespace hub::report
