#include "report/read/pipes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "report/read/rows.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

constexpr std::size_t kLongestTitle = 100;
constexpr int kFewestHeadings = 2;  // where no row of dashes tells that it is a table

bool is_pipe(char32_t c) { return c == U'|' || c == U'｜'; }
bool is_blank(std::u32string_view words) { return std::ranges::all_of(words, is_space); }

// What stands between the pipes; one more than pipes. \| is a character of the words.
std::vector<std::u32string> parts_of(std::u32string_view words) {
  std::vector<std::u32string> parts(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool escaped = words[i] == U'\\' && i + 1 < words.size() && is_pipe(words[i + 1]);
    if (escaped) ++i;
    if (is_pipe(words[i]) && !escaped) {
      parts.emplace_back();
    } else {
      parts.back().push_back(words[i]);
    }
  }
  for (std::u32string& part : parts) part = trimmed(part);
  return parts;
}

// Where a table has its pipes.
enum class Edges {
  none,   // a | b
  right,  // a | b |
  both,   // | a | b |
};

struct Table {
  std::size_t from = 0;     // the line of its first row
  std::size_t columns = 0;  // 0: not known; each pipe ends a cell
  Edges edges = Edges::both;
};

Edges edges_of(const std::vector<std::u32string>& parts) {
  if (parts.front().empty()) return Edges::both;
  return parts.back().empty() ? Edges::right : Edges::none;
}

// ---|---| below a table's first row: how many columns it has.
std::optional<Table> table_of(std::u32string_view dashes) {
  std::u32string rule(dashes);
  if (rule.find_first_not_of(U" |+-:") == rule.npos) std::ranges::replace(rule, U'+', U'|');  // |---+---|
  const std::vector<std::u32string> parts = parts_of(rule);
  if (parts.size() < 2) return std::nullopt;
  Table table{0, 0, edges_of(parts)};
  for (const std::u32string& part : parts) {
    const bool dash = part.find_first_not_of(U":-―─ー— ") == part.npos && part.find_first_of(U"-―─ー—") != part.npos;
    if (!dash && !part.empty()) return std::nullopt;
    if (dash) ++table.columns;
  }
  if (table.columns == 0) return std::nullopt;
  return table;
}

std::size_t pipes_of(const Table& table) {
  const std::size_t between = table.columns - 1;
  return table.edges == Edges::none ? between : table.edges == Edges::right ? between + 1 : between + 2;
}

// The tables that a row of dashes tells of. Their first row stands right above it, and may hang over several lines.
std::vector<Table> tables_of(const std::vector<TextLine>& lines) {
  std::vector<Table> tables;
  std::size_t above = 0;  // the table before ends there
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto table = table_of(lines[i].words);
    if (!table) continue;
    table->from = i;
    for (std::size_t pipes = 0; table->from > above && pipes < std::max<std::size_t>(pipes_of(*table), 1);) {
      pipes += parts_of(lines[--table->from].words).size() - 1;
    }
    above = i + 1;
    tables.push_back(*table);
  }
  return tables;
}

// Without dashes: as most rows are.
Table commonest_table(const std::vector<TextLine>& lines) {
  std::map<std::pair<Edges, std::size_t>, int> counts;
  for (const TextLine& line : lines) {
    const std::vector<std::u32string> parts = parts_of(line.words);
    if (parts.size() < 2) continue;
    const Edges edges = edges_of(parts);
    const std::size_t columns = parts.size() - (edges == Edges::none ? 0 : edges == Edges::right ? 1 : 2);
    if (columns > 0) ++counts[{edges, columns}];
  }
  if (counts.empty()) return {};
  const auto most = std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; });
  return {0, most->first.second, most->first.first};
}

bool is_heading(const std::u32string& words) {
  if (words.size() > kLongestTitle) return false;
  const std::u32string folded = fold(words);
  return parse_label(folded) || is_title(folded);
}

class PipeReader {
 public:
  PipeReader(const std::vector<TextLine>& lines, LineBuilder& out)
      : lines_(lines), out_(out), tables_(tables_of(lines)) {
    if (tables_.empty()) tables_.push_back(commonest_table(lines));
    table_ = tables_.front();
  }

  void read() {
    for (std::size_t i = 0; i < lines_.size() && !out_.refused(); ++i) {
      if (next_table_ < tables_.size() && tables_[next_table_].from <= i) {
        end_row();
        put_loose(loose_.size());
        table_ = tables_[next_table_++];
      }
      at_ = i;
      take(lines_[i]);
    }
    end_row();
    put_loose(loose_.size());
  }

 private:
  struct Piece {
    std::u32string words;
    Place place;
    bool gap = false;
    bool apart = false;
  };

  void take(const TextLine& line) {
    if (table_of(line.words)) {
      if (open_ && column_ + 1 >= table_.columns) end_row();
      return;
    }
    if (line.new_page && !open_) gap();
    if (is_blank(line.words) || is_drawn_line(line.words)) return gap();
    const std::vector<std::u32string> parts = parts_of(line.words);
    if (parts.size() > 1) return take_cells(parts, line.place);
    const Piece piece{parts.front(), line.place, std::exchange(gap_, false), line.apart};
    if (open_) {
      cell_.push_back(piece);
    } else if (below_row_ && !line.apart && !is_heading(piece.words)) {
      read_words(piece.words, piece.place, out_);  // the rest of the last cell
    } else {
      if (below_row_) out_.new_cell();
      below_row_ = false;
      loose_.push_back(piece);
    }
  }

  void gap() {
    if (open_) {
      gap_ = true;
      return;
    }
    if (below_row_) out_.new_cell();
    below_row_ = false;
    gap_ = true;
  }

  void take_cells(const std::vector<std::u32string>& parts, Place place) {
    const bool begins_line = parts.front().empty();
    const bool last_column = open_ && column_ + 1 >= table_.columns;
    // A row that has too few cells ends where the next begins.
    if (open_ && begins_line && table_.edges == Edges::both && parts.size() > 2) end_row();
    if (open_ && !begins_line && table_.edges == Edges::none && last_column) end_row();
    std::size_t k = 0;
    if (!open_) {
      begin_row(parts.front());
      if (begins_line && table_.edges == Edges::both) k = 1;
    }
    for (; k < parts.size(); ++k) {
      if (!open_ && parts[k].empty()) continue;  // the pipe that closes the row
      if (!open_) begin_cells();
      if (!parts[k].empty()) cell_.push_back({parts[k], place, std::exchange(gap_, false)});
      if (k + 1 < parts.size()) end_cell(k + 2 == parts.size() && parts.back().empty());
    }
    if (open_ && table_.edges == Edges::none && column_ + 1 >= table_.columns && !cell_.empty()) end_row();
  }

  // Loose lines right above the first pipe are the beginning of its cell, after the last that surely is not.
  void begin_row(const std::u32string& first) {
    std::size_t outside = loose_.size();
    const bool hangs = table_.edges != Edges::both && table_.columns > 1 && !(gap_ && !first.empty());
    while (hangs && !is_heading(first) && outside > 0) {
      const Piece& piece = loose_[outside - 1];
      if (piece.apart || is_heading(piece.words)) break;
      --outside;
      if (piece.gap) break;
    }
    // | alone below its label
    if (hangs && first.empty() && outside == loose_.size() && outside > 0) --outside;
    std::vector<Piece> cell(loose_.begin() + static_cast<std::ptrdiff_t>(outside), loose_.end());
    put_loose(outside);
    begin_cells();
    cell_ = std::move(cell);
  }
  void begin_cells() {
    open_ = true;
    below_row_ = false;
    row_ = out_.new_row();
    column_ = 0;
    cell_.clear();
  }

  void end_cell(bool ends_line) {
    // 令和５年度重点目標の評価 | above another heading has the row for itself.
    const bool alone = ends_line && column_ == 0 && cell_.size() == 1 && is_heading(cell_.front().words) &&
                       table_.edges != Edges::none && next_is_heading();
    put_cell();
    ++column_;
    const bool whole = table_.columns == 0 || (table_.edges != Edges::none && column_ >= table_.columns);
    if (whole || alone) {
      open_ = false;
      below_row_ = false;
      out_.new_cell();
    }
  }

  bool next_is_heading() const {
    std::size_t next = at_ + 1;
    while (next < lines_.size() && is_blank(lines_[next].words)) ++next;
    return next < lines_.size() && is_heading(parts_of(lines_[next].words).front());
  }

  void put_cell() {
    if (cell_.empty()) return;
    out_.new_cell(row_, static_cast<int>(column_));
    for (const Piece& piece : cell_) {
      if (piece.gap) out_.gap();
      read_words(piece.words, piece.place, out_);
    }
    cell_.clear();
  }

  void end_row() {
    if (!open_) return;
    put_cell();
    open_ = false;
    below_row_ = table_.edges == Edges::none;
    if (!below_row_) out_.new_cell();
  }

  // Lines of no table.
  void put_loose(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (i == 0) out_.new_cell();
      if (loose_[i].gap || loose_[i].apart) out_.gap();
      read_words(loose_[i].words, loose_[i].place, out_);
      if (loose_[i].apart) out_.close();
    }
    loose_.clear();
  }

  const std::vector<TextLine>& lines_;
  LineBuilder& out_;
  std::vector<Table> tables_;
  std::size_t next_table_ = 0;
  std::size_t at_ = 0;  // the current line
  Table table_;
  std::vector<Piece> loose_;  // lines without pipes that may begin a row's first cell
  std::vector<Piece> cell_;   // the current one's lines
  bool open_ = false;         // a row has begun and has not ended
  bool below_row_ = false;    // the line right above ends a row of no closing pipe
  bool gap_ = false;
  int row_ = 0;
  std::size_t column_ = 0;
};

}  // namespace

std::optional<int> headings_in_pipes(const std::vector<TextLine>& lines) {
  int headings = 0;
  bool dashes = false;
  for (const TextLine& line : lines) {
    if (std::ranges::none_of(line.words, is_pipe)) continue;
    dashes = dashes || table_of(line.words);
    headings += headings_in(parts_of(line.words));
  }
  if (!dashes && headings < kFewestHeadings) return std::nullopt;
  return headings;
}

void read_pipes(const std::vector<TextLine>& lines, LineBuilder& out) { PipeReader(lines, out).read(); }

}  // namespace hub::report
