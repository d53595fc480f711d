// What paragraph groups have in common, word for word: a result repeats words of its goal and of its activity.
#pragma once

#include <cstdint>
#include <vector>

#include "report/parse/paragraph_groups.h"

namespace hub::report {

// Cosine-like similarity of character n-grams, rare ones counting more; 0…1. Takes time in proportion to the number of
// groups times the length of the report, both of which are bounded (words/limits).
class GroupSimilarity {
 public:
  explicit GroupSimilarity(const ParagraphGroups& groups);

  double groups(std::size_t a, std::size_t b) const { return of_groups_[a * count_ + b]; }
  double paragraphs(std::size_t group_a, std::size_t a, std::size_t group_b, std::size_t b) const;

 private:
  // By their places among all n-grams, upwards, with the sum of their weights.
  struct Ngrams {
    std::vector<std::uint32_t> ids;
    double weight = 0;
  };
  void weigh(Ngrams& ngrams) const;
  double shared(const Ngrams& a, const Ngrams& b) const;

  std::size_t count_;
  std::vector<double> weights_;  // by n-gram
  std::vector<std::vector<Ngrams>> paragraphs_;
  std::vector<double> of_groups_;
};

}  // namespace hub::report
