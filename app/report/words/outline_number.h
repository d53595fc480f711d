// What numbers a heading of its own kind in an outline: 1. (1) 1-1 第1 Ⅰ ア a) 一、
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hub::report {

struct OutlineNumber {
  int value = 0;           // 1, Ⅰ, ア, a and 一 are 1; 1-2 is 0: it counts parts of parts
  bool circled = false;    // ①, ❶
  bool plain = false;      // of digits alone, without 第 and parts
  std::size_t length = 0;  // in characters, with its brackets and points
};

// At the beginning of words that fold() made; no space is left in them.
std::optional<OutlineNumber> outline_number_of(std::u32string_view folded);

// I … X, 一 … 十, as they stand alone behind 重点目標; 0: none.
int roman_value(std::u32string_view folded);
int kanji_value(std::u32string_view folded);

}  // namespace hub::report
