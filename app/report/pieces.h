// Lines → headings and paragraphs: the second stage. Wrapped lines are joined, marks and bullets taken off.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/document.h"
#include "report/labels.h"

namespace hub::report {

struct Piece {
  enum class Kind { label, title, item };
  Kind kind = Kind::item;
  Label label;             // of a label
  std::u32string words;    // of a title or an item, joined, without its marks; a label's as they stand
  std::vector<int> marks;  // ①② → 1, 2; ascending
  int number = 0;          // 1. or １　 or (1) before it
  bool bullet = false;
  bool gap = false;              // an empty line or a block before it
  bool bridged = false;          // joined over an empty line
  std::size_t guessed_join = 0;  // where a line was joined that may as well be an entry of its own; 0: nowhere
  Place place;                   // of its first line
  int cell = 0;
  int row = 0;
};

std::vector<Piece> find_pieces(const Document& document);

// 泉区地域子育て支援拠点事業, 令和５年度重点目標評価結果・令和６年度重点目標; folded
bool is_title(std::u32string_view folded);

// How a line begins: its marks, number or bullet, and how many characters those take.
struct Start {
  std::vector<int> marks;
  int number = 0;
  bool bullet = false;
  std::size_t length = 0;
  bool any() const { return !marks.empty() || number > 0 || bullet; }
};
Start find_start(std::u32string_view words);

// Takes half-width spaces out from between two Japanese characters (沿っ て). What was taken, each with the characters
// around it.
std::u32string without_stray_spaces(std::u32string_view words, std::vector<std::u32string>* taken);

// Whether nearly every digit and Latin word is set off from the Japanese around it (約 20 年): whatever took the words
// out of a PDF does so, no report.
bool sets_scripts_apart(const std::vector<Piece>& pieces);
std::u32string without_script_spaces(std::u32string_view words);

}  // namespace hub::report
