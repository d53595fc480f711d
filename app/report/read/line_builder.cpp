#include "report/read/line_builder.h"

#include "report/words/characters.h"

namespace hub::report {

namespace {

// What no report has among its words, and no terminal should be given. A tab may part two of them.
bool is_control(char32_t c) { return (c < 0x20 && c != U'\t') || (c >= 0x7F && c < 0xA0); }

}  // namespace

void LineBuilder::line(std::u32string_view words, Place place, bool closed, double measure_em) {
  std::u32string shown(words);
  std::erase_if(shown, is_control);
  std::u32string kept = trimmed(shown);
  if (kept.empty()) return gap();
  characters_ += kept.size();
  if (characters_ > kMostCharacters) refuse(Refusal::characters);
  if (lines_.size() >= kMostLines) refuse(Refusal::lines);
  if (refused_) return;
  lines_.push_back({std::move(kept), place, cell_, row_, column_, gap_, closed, 0, measure_em, item_});
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
