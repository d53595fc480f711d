// Words at positions → lines in reading order: finds the column of headings beside the column of text, and which lines
// of text stand beside which heading.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/document.h"

namespace hub::report {

// Words without a wide space in them, where they stand: in em, or in characters and lines.
struct Fragment {
  std::u32string words;
  Place place;
  double left = 0;
  double right = 0;
  double top = 0;  // downwards, over all pages
  double bottom = 0;
};

struct Columns {
  std::vector<Line> lines;
  int headings = 0;  // that have text beside them: how sure it is that these are columns
};

// Nothing when there is no column of headings: the order of the file is then as good as any. Fragments come from top to
// bottom.
std::optional<Columns> read_columns(const std::vector<Fragment>& fragments);

}  // namespace hub::report
