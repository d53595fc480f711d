// Tables in plain text, whose cells a character parts: which one it is, and the rows.
#pragma once

#include <optional>
#include <vector>

#include "report/read/line_builder.h"
#include "report/read/text_lines.h"

namespace hub::report {

enum class RowForm {
  tabs,        // as spreadsheets and flattened HTML give them; cells with line breaks in quotes
  commas,      // CSV (RFC 4180), also with cells that nobody quoted
  semicolons,  // … of spreadsheets that keep the comma for numbers
  pipes,       // Markdown, and what html2text makes of tables: a cell may hang over many lines
  boxes,       // ┌─┬─┐ │ and +---+ |
};

// By what stands in the cells: headings of reports. Nothing: no table, or one kept by spaces alone.
std::optional<RowForm> find_row_form(const std::vector<TextLine>& lines);

// All lines, those of no table as well.
void read_rows(const std::vector<TextLine>& lines, RowForm form, LineBuilder& out);

// A cell's words, with tags left in them or without.
void read_words(std::u32string_view words, Place place, LineBuilder& out, double measure_em = 0);

// Headings of reports among a row's cells: what tells that its cells are cells.
int headings_in(const std::vector<std::u32string>& cells);

}  // namespace hub::report
