// How a report is set in lines: what wards are known to differ in.
#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace hub::tests {

// The same seed gives the same choices everywhere.
class Random {
 public:
  explicit Random(unsigned seed) : random_(seed) {}

  unsigned any(unsigned count) { return static_cast<unsigned>(random_() % count); }
  bool chance(unsigned percent) { return any(100) < percent; }
  template <class T>
  T one_of(std::initializer_list<T> list) {
    return *(list.begin() + any(static_cast<unsigned>(list.size())));
  }
  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[any(static_cast<unsigned>(list.size()))];
  }
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[any(static_cast<unsigned>(i))]);
  }

 private:
  std::mt19937 random_;
};

// headed: each goal has its headings; sharing: all goals share one cell a field, told apart by ①② before each entry, by
// ①② on lines of their own, or by 1. 2. on lines of their own.
enum class Goals { headed, sharing, sharing_lines, numbered };
enum class Headings { before, after, mixed };

struct Layout {
  Goals goals = Goals::headed;
  Headings headings = Headings::before;
  std::size_t width = 40;  // characters a line
  bool kinsoku = true, full_digits = false, blank = true, broken_labels = false, same_line = false, shuffled = false,
       shuffled_front = false, has_front = true, next_year_said = true, western = false, heisei_31 = false,
       brackets = false, stray_spaces = false;
  std::string bullet = "・", number = "　";
};
Layout any_layout(Random& random);
std::string described(const Layout& layout);

// Where ①② are the goals', activities and outcomes have no marks: each paragraph is an item.
void take_marks_off(nlohmann::json& goal);

// `report` is in the shape of reports/<year>.json.
std::string set_in_lines(const nlohmann::json& report, const Layout& layout, Random& random);

}  // namespace hub::tests
