// Headings whose letters stand below each other, one a line: 重 / 点 / 目 / 標 / ①.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace hub::report {

struct UprightLine {
  std::u32string words;  // trimmed; empty: a line without words
  bool goes_on = true;   // with the line above it: no other cell, page or paragraph begins
};

// A heading, and the lines it takes.
struct UprightHeading {
  std::size_t begin = 0;
  std::size_t count = 0;
  std::u32string words = {};
};

// In their order. One empty line may part all the letters of a heading.
std::vector<UprightHeading> find_upright_headings(const std::vector<UprightLine>& lines);

}  // namespace hub::report
