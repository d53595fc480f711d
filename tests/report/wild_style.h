// What a wild variant is set with, and the stages of setting it.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "variant_layout.h"
#include "wild_variants.h"

namespace hub::tests {

struct WildStyle {
  enum class Title { usual, one_year, no_ward, hub_name };
  enum class Years { usual, western_behind, era_behind, letter };  // 令和5(2023)年度, 2023(令和5)年度, R5
  enum class Labels { plain, spaced, vertical, numbered, square, bracketed };
  enum class Marks { circled, katakana, bracketed_katakana, bracketed_number, roman, latin, lost };
  Title title = Title::usual;
  Years years = Years::usual;
  Labels labels = Labels::plain;
  Marks marks = Marks::circled;
  WildKind form = WildKind::lines;  // one of those that are forms
  bool page_heading = false;        // the page's own, above the title
  bool sharing = false;             // all goals share a cell a field: 1. 2. before each goal's bullets
  bool short_names = false;         // … with a short name of the goal beside the number
  bool hanging = false;             // bullets with an indent, and wraps below their words
  bool new_order = false;           // principles and evaluation in an order and in words of their own
  bool has_front = true;
  bool no_stops = false;        // entries without 。
  bool unmarked = false;        // entries without marks, also where there would be ①②
  bool format_is_html = false;  // of what wild_structures.cpp sets
  std::size_t width = 40;       // characters a line; 0: not wrapped
};

// A heading and what stands below it.
struct WildBlock {
  std::string label;                 // with its years and numbers; empty: a line of its own
  std::vector<std::string> entries;  // with their marks
  bool heads_section = false;
};

// Changes `report` to what a careful person reads in what is set.
std::vector<WildBlock> wild_blocks(nlohmann::json& report, const WildStyle& style, Random& random);

// Lines, a table, a page … of the blocks; UTF-8.
std::string wild_text(const std::vector<WildBlock>& blocks, const WildStyle& style, Random& random);

// The same of structures; changes the marks of `report` to those that are set.
std::string structured_text(nlohmann::json& report, const std::vector<WildBlock>& blocks, const WildStyle& style,
                            Random& random);

// Letters as other programs write them.
std::u32string with_radicals(std::u32string words, Random& random);
std::u32string decomposed(const std::u32string& words);
std::u32string with_half_width_kana(const std::u32string& words);
std::u32string with_invisible_letters(const std::u32string& words, Random& random);

// Page furniture; `inside`: also in the middle of an entry.
std::string with_page_marks(const std::string& text, bool inside, Random& random);
std::string with_running_heads(const std::string& text, const std::string& title, Random& random);
std::string with_navigation(const std::string& text, const std::string& ward, Random& random);
std::string with_what_is_not_said(const std::string& html, Random& random);

}  // namespace hub::tests
