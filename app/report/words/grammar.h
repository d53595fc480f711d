// What a paragraph's own grammar tells of its place: 目標 and 取組内容 say what will be done (～します), 成果 what was
// done (～した), 課題 what is still to be done (～ていく, 検討, 必要がある).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace hub::report {

enum class Role { goal, activities, outcomes, challenges };
inline constexpr Role kRoles[] = {Role::goal, Role::activities, Role::outcomes, Role::challenges};
inline constexpr Role kLists[] = {Role::activities, Role::outcomes, Role::challenges};  // of a reviewed goal

template <class T>
class PerRole {
 public:
  T& operator[](Role role) { return values_[static_cast<std::size_t>(role)]; }
  const T& operator[](Role role) const { return values_[static_cast<std::size_t>(role)]; }

 private:
  std::array<T, std::size(kRoles)> values_{};
};

using RoleScores = PerRole<double>;  // higher fits better; a difference of 2 is clear

// `paragraphs` are folded; `listed` when they have marks or bullets.
RoleScores role_scores(const std::vector<std::u32string>& paragraphs, bool listed);

bool is_past(std::u32string_view folded);  // its last sentence tells what happened

}  // namespace hub::report
