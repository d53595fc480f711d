#include "report/tables.h"

#include <algorithm>
#include <map>

#include "report/characters.h"
#include "report/labels.h"

namespace hub::report {

namespace {

using Range = std::pair<std::size_t, std::size_t>;  // of lines

// The cells of a row that begins at `start`, by column.
std::map<int, Range> cells_of_row(const std::vector<Line>& lines, std::size_t start) {
  std::map<int, Range> cells;
  for (std::size_t i = start; i < lines.size() && lines[i].row == lines[start].row; ++i) {
    auto [cell, fresh] = cells.emplace(lines[i].column, Range(i, i + 1));
    if (!fresh) cell->second.second = i + 1;
  }
  return cells;
}

std::u32string words_of(const std::vector<Line>& lines, const Range& range) {
  std::u32string words;
  for (std::size_t i = range.first; i < range.second; ++i) words += lines[i].words;
  return words;
}

bool is_header_row(const std::vector<Line>& lines, const std::map<int, Range>& cells) {
  if (cells.size() < 2) return false;
  return std::ranges::all_of(
      cells, [&](const auto& cell) { return parse_label(fold(words_of(lines, cell.second))).has_value(); });
}

}  // namespace

std::vector<Line> with_spread_headers(std::vector<Line> lines) {
  std::vector<Line> spread;
  std::map<int, Range> header;
  int cell = lines.empty() ? 0 : lines.back().cell;
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].row == 0) {
      header.clear();
      spread.push_back(lines[i++]);
      continue;
    }
    const std::map<int, Range> cells = cells_of_row(lines, i);
    std::size_t end = i;
    for (const auto& [column, range] : cells) end = std::max(end, range.second);
    if (is_header_row(lines, cells)) {
      header = cells;
    } else {
      for (const auto& [column, range] : cells) {
        if (header.contains(column)) {
          Line label = lines[header[column].first];
          label.words = words_of(lines, header[column]);
          label.row = lines[i].row;
          label.cell = ++cell;
          spread.push_back(label);
          ++cell;
        }
        for (std::size_t k = range.first; k < range.second; ++k) {
          spread.push_back(lines[k]);
          if (!header.empty()) spread.back().cell = cell;
        }
      }
    }
    i = end;
  }
  return spread;
}

}  // namespace hub::report
