// What the groups that are placed in one goal say together: whether its text and its lists are there, each once, and
// what they share in words and marks.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <vector>

#include "base/circled_numbers.h"
#include "report/parse/group_similarity.h"
#include "report/parse/paragraph_groups.h"

namespace hub::report {

// The score of a goal, and how many single comparisons it took.
struct Judgement {
  double score = 0;
  std::size_t work = 0;
};

// What a goal loses by having nothing in the role's place.
double score_without(Role role);
// What groups that follow each other gain where their slots do, too.
inline constexpr double kInOrder = 0.3;

class GoalEvidence {
 public:
  using Members = PerRole<std::vector<std::size_t>>;  // groups by role, each list upwards

  // Both outlive it.
  GoalEvidence(const ParagraphGroups& groups, const GroupSimilarity& similarity);

  // A next goal has no outcomes and challenges to miss.
  Judgement of(const Members& members, bool reviewed);

 private:
  using Marks = std::bitset<base::kMaxCircledNumber + 1>;
  // What the paragraphs of two groups that carry the same marks have in common; looked at when it is asked for.
  struct Likeness {
    double alike = 0;
    std::size_t compared = 0;
  };
  const Likeness& likeness(std::size_t results, std::size_t activities);
  Likeness compare(std::size_t results, std::size_t activities) const;
  double of_list(const Members& members, Role role) const;
  double of_marks(std::size_t results, const std::vector<std::size_t>& activities);

  const std::vector<ParagraphGroup>& groups_;
  const GroupSimilarity& similarity_;
  std::vector<Marks> marks_;                       // by group
  std::vector<std::optional<Likeness>> likeness_;  // of each group with each
};

}  // namespace hub::report
