// How a line of a report begins, and whether it is the report's title.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hub::report {

// 泉区地域子育て支援拠点事業, 令和５年度重点目標評価結果・令和６年度重点目標; folded
bool is_title(std::u32string_view folded);

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
