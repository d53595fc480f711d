// Words at positions → lines in reading order: finds the column of headings beside the column of text, and which lines
// of text stand beside which heading.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/words/document.h"

namespace hub::report {

// Words without a wide space in them, where they stand: in em, or in characters and lines.
struct Fragment {
  std::u32string words;
  Place place;
  double left = 0;
  double right = 0;
  double top = 0;  // downwards, over all pages
  double bottom = 0;
  bool first = false;  // of a line, as the reader of PDFs parts them
  bool apart = false;  // from what stands before it on its line, however near
  PageBox box = {};
};

// A part of a sheet: a table whose headings stand side by side, as its cells' lines (grid.h), or the fragments of what
// is none, from top to bottom.
struct SheetPart {
  std::vector<Fragment> fragments;
  std::vector<Line> grid;
  int headings = 0;  // of the grid
};

struct Columns {
  std::vector<Line> lines;
  int headings = 0;  // that have text beside or below them: how sure it is that these are columns
  std::optional<Refusal> refused = std::nullopt;
};

// Nothing when there is neither a column nor a row of headings: the order of the file is then as good as any.
std::optional<Columns> read_columns(const std::vector<SheetPart>& parts);

}  // namespace hub::report
