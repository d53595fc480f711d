#include "report/read/line_builder.h"

#include <algorithm>
#include <cmath>

#include "report/words/characters.h"

namespace hub::report {

namespace {

// What no report has among its words, and no terminal should be given. A tab may part two of them.
bool is_control(char32_t c) { return (c < 0x20 && c != U'\t') || (c >= 0x7F && c < 0xA0); }

// A tab reaches to the next of the places that editors keep for it.
double indent_of(std::u32string_view spaces) {
  constexpr double kTab_em = 4;
  double indent = 0;
  for (const char32_t c : spaces) {
    indent = c == U'\t' ? (std::floor(indent / kTab_em) + 1) * kTab_em : indent + (c == 0xA0 ? 0.5 : width_em({&c, 1}));
  }
  return indent;
}

}  // namespace

void LineBuilder::line(std::u32string_view words, Place place, bool closed, double measure_em, PageBox box) {
  std::u32string shown(words);
  std::erase_if(shown, is_control);
  const auto first = std::ranges::find_if_not(shown, is_space);
  const double indent_em =
      indent_of(std::u32string_view(shown).substr(0, static_cast<std::size_t>(first - shown.begin())));
  std::u32string kept = trimmed(shown);
  if (kept.empty()) return gap();
  characters_ += kept.size();
  if (characters_ > kMostCharacters) refuse(Refusal::characters);
  if (lines_.size() >= kMostLines) refuse(Refusal::lines);
  if (refused_) return;
  lines_.push_back({std::move(kept), place, cell_, row_, column_, gap_, closed, indent_em, measure_em, item_, box});
  gap_ = item_ = false;
}

void LineBuilder::new_cell(int row, int column) {
  if (static_cast<std::size_t>(++cell_) > kMostCells) refuse(Refusal::cells);
  if (static_cast<std::size_t>(column) >= kMostColumns) refuse(Refusal::columns);
  row_ = row;
  column_ = column;
}

void LineBuilder::close() {
  if (!lines_.empty()) lines_.back().closed = true;
}

}  // namespace hub::report
