#include "report/read/line_builder.h"

#include "report/words/characters.h"

namespace hub::report {

void LineBuilder::line(std::u32string_view words, Place place, bool closed, double measure_em) {
  std::u32string kept = trimmed(words);
  if (kept.empty()) return gap();
  lines_.push_back({std::move(kept), place, cell_, row_, column_, gap_, closed, 0, measure_em, item_});
  gap_ = item_ = false;
}

void LineBuilder::new_cell(int row, int column) {
  ++cell_;
  row_ = row;
  column_ = column;
}

void LineBuilder::close() {
  if (!lines_.empty()) lines_.back().closed = true;
}

}  // namespace hub::report
