// How a line of a report begins.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hub::report {

// A line's marks, number or bullet, and how many characters those take.
struct LineStart {
  std::vector<int> marks;
  int number = 0;
  bool bullet = false;
  std::size_t length = 0;
  bool any() const { return !marks.empty() || number > 0 || bullet; }
};
LineStart find_line_start(std::u32string_view words);

// The characters of a heading that its first words follow on the same line: 事業の内容 1 …, 【基本理念】１ …; 0: none.
std::size_t label_prefix(std::u32string_view words);

}  // namespace hub::report
