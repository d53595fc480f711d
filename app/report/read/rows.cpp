#include "report/read/rows.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/utf8.h"
#include "report/read/boxes.h"
#include "report/read/markup.h"
#include "report/read/pipes.h"
#include "report/read/tables.h"
#include "report/words/characters.h"
#include "report/words/labels.h"

namespace hub::report {

namespace {

constexpr std::size_t kMostLinesInCell = 200;
constexpr std::size_t kLongestHeading = 40;
constexpr int kOfHeaderRow = 3;        // headings side by side tell as much as so many rows
constexpr int kFewestHeadings = 3;     // of the rows of a CSV: commas stand in sentences too
constexpr int kFewestOverLines = 2;    // quoted cells
constexpr double kCommaRecords = 0.5;  // of the lines of a CSV are rows; in other texts only those below headings

bool is_blank(std::u32string_view words) { return std::ranges::all_of(words, is_space); }

struct CellLine {
  std::u32string words;
  Place place;
};
using CsvCell = std::vector<CellLine>;
struct Record {
  std::vector<CsvCell> cells;
  std::size_t last = 0;  // the line it ends on
  bool quoted = false;
};

std::u32string words_of(const CsvCell& cell) {
  std::u32string words;
  for (const CellLine& line : cell) words += line.words;
  return words;
}

class RecordReader {
 public:
  RecordReader(const std::vector<TextLine>& lines, char32_t separator) : lines_(lines), separator_(separator) {}

  Record read(std::size_t i) const {
    Record record;
    record.last = i;
    std::u32string_view rest = lines_[i].words;
    bool quotes = true;
    while (true) {
      record.cells.emplace_back();
      std::optional<std::size_t> behind;
      const std::size_t quote = quotes ? opening_quote(rest) : rest.npos;
      if (quote != rest.npos) {
        behind = read_quoted(rest, quote + 1, record);
        if (!behind) quotes = false;  // never closed: it is no quote, and none after it is
      }
      if (behind) {
        rest = std::u32string_view(lines_[record.last].words).substr(*behind);
        const std::size_t end = rest.find(separator_);
        if (end == rest.npos) return record;
        rest.remove_prefix(end + 1);
      } else {
        const std::size_t end = end_of_cell(rest);
        record.cells.back().push_back({std::u32string(rest.substr(0, end)), lines_[record.last].place});
        if (end == rest.npos) return record;
        rest.remove_prefix(end + 1);
      }
    }
  }

 private:
  static std::size_t opening_quote(std::u32string_view rest) {
    const auto first = std::ranges::find_if_not(rest, [](char32_t c) { return c == U' '; });
    return first != rest.end() && *first == U'"' ? static_cast<std::size_t>(first - rest.begin()) : rest.npos;
  }

  // Where the quotes of a cell close on its line; "" is a quote among its words.
  std::size_t closing_quote(std::u32string_view rest) const {
    for (std::size_t at = rest.find(U'"'); at != rest.npos; at = rest.find(U'"', at + 1)) {
      if (rest.substr(at, 2) == U"\"\"") {
        ++at;
        continue;
      }
      std::size_t next = at + 1;
      while (next < rest.size() && rest[next] == U' ') ++next;
      if (next == rest.size() || rest[next] == separator_) return at;
    }
    return rest.npos;
  }

  // The words from `from` to the closing quote, which may stand some lines below; the character behind it.
  std::optional<std::size_t> read_quoted(std::u32string_view rest, std::size_t from, Record& record) const {
    const std::u32string& first = lines_[record.last].words;
    std::size_t at = first.size() - rest.size() + from;
    const std::size_t end = std::min(lines_.size(), record.last + kMostLinesInCell + 1);
    for (std::size_t i = record.last; i < end; ++i, at = 0) {
      const std::u32string_view words = std::u32string_view(lines_[i].words).substr(at);
      const std::size_t close = closing_quote(words);
      if (close == words.npos) continue;
      for (std::size_t k = record.last; k <= i; ++k) {
        const std::size_t begin = k == record.last ? first.size() - rest.size() + from : 0;
        const std::size_t length = k == i ? at + close - begin : std::u32string::npos;
        record.cells.back().push_back({unquoted(lines_[k].words.substr(begin, length)), lines_[k].place});
      }
      record.last = i;
      record.quoted = true;
      return at + close + 1;
    }
    return std::nullopt;
  }

  static std::u32string unquoted(const std::u32string& words) {
    std::u32string kept;
    for (std::size_t i = 0; i < words.size(); ++i) {
      kept.push_back(words[i]);
      if (words[i] == U'"' && i + 1 < words.size() && words[i + 1] == U'"') ++i;
    }
    return kept;
  }

  // The comma of 1,000組 parts nothing.
  std::size_t end_of_cell(std::u32string_view rest) const {
    for (std::size_t at = rest.find(separator_); at != rest.npos; at = rest.find(separator_, at + 1)) {
      if (separator_ != U',' || !is_in_number(rest, at)) return at;
    }
    return rest.npos;
  }
  static bool is_in_number(std::u32string_view rest, std::size_t at) {
    const auto digit = [&](std::size_t i) { return i < rest.size() && rest[i] >= U'0' && rest[i] <= U'9'; };
    return at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
  }

  const std::vector<TextLine>& lines_;
  char32_t separator_;
};

bool begins_quoted(std::u32string_view words) {
  return words.substr(std::min(words.find_first_not_of(U' '), words.size())).starts_with(U'"');
}

struct Evidence {
  int headings = 0;
  bool header_row = false;
  std::size_t columns = 0;  // the most of a row
  int rows = 0;             // with words in two cells at least; of commas also with fewer
  int records = 0;          // with words
  int over_lines = 0;       // quoted cells that hold line breaks: no other text has those
  bool are_rows() const { return rows >= kCommaRecords * records || over_lines >= kFewestOverLines; }
};

Evidence evidence_of(const std::vector<TextLine>& lines, char32_t separator) {
  Evidence found;
  const RecordReader reader(lines, separator);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_blank(lines[i].words)) continue;
    ++found.records;
    if (lines[i].words.find(separator) == std::u32string::npos && !begins_quoted(lines[i].words)) continue;
    const Record record = reader.read(i);
    if (record.last > i && record.cells.size() >= 2) ++found.over_lines;
    i = record.last;
    if (record.cells.size() < 2 && !record.quoted) continue;
    found.columns = std::max(found.columns, record.cells.size());
    std::vector<std::u32string> cells;
    for (const CsvCell& cell : record.cells) cells.push_back(words_of(cell));
    // Tabs at a line's front alone are an indent.
    const auto filled = std::ranges::count_if(cells, [](const std::u32string& cell) { return !is_blank(cell); });
    if (filled >= 2 || separator != U'\t') ++found.rows;
    const int headings = headings_in(cells);
    found.headings += headings;
    found.header_row = found.header_row || headings == kOfHeaderRow;
  }
  return found;
}

// Rows of words parted by tabs, commas or semicolons.
class SeparatedReader {
 public:
  SeparatedReader(const std::vector<TextLine>& lines, char32_t separator, LineBuilder& out)
      : lines_(lines), separator_(separator), reader_(lines, separator), out_(out) {
    const Evidence found = evidence_of(lines, separator);
    one_column_ = found.columns == 1;
    only_tables_ = separator != U'\t' && !found.are_rows();
  }

  void read() {
    for (std::size_t i = 0; i < lines_.size() && !out_.refused(); ++i) {
      if (lines_[i].new_page) out_.gap();
      if (is_blank(lines_[i].words)) {
        put_blank();
        continue;
      }
      const Record record = reader_.read(i);
      if (is_row(record)) {
        i = record.last;
        put_row(record);
      } else {
        put_line(lines_[i]);
      }
    }
  }

 private:
  void put_blank() {
    out_.gap();
    if (in_row_) out_.new_cell();
    in_row_ = false;
    columns_ = 0;
  }

  bool is_row(const Record& record) {
    if (record.cells.size() < 2) return record.quoted && !only_tables_;
    if (!only_tables_) return true;
    std::vector<std::u32string> cells;
    for (const CsvCell& cell : record.cells) cells.push_back(words_of(cell));
    if (headings_in(cells) == kOfHeaderRow) columns_ = cells.size();
    return cells.size() == columns_;
  }

  void put_row(const Record& record) {
    const bool goes_on = one_column_ || continues(record);
    if (!goes_on) row_ = out_.new_row();
    for (std::size_t column = 0; column < record.cells.size() && !out_.refused(); ++column) {
      const CsvCell& cell = record.cells[column];
      if (is_blank(words_of(cell))) continue;  // no gap before the next
      if (!goes_on) out_.new_cell(row_, static_cast<int>(column));
      for (const CellLine& line : cell) read_words(line.words, line.place, out_);
    }
    in_row_ = !one_column_;
  }

  // Below an empty first cell the text beside a heading goes on: 取組内容 | ①…, then | ②…
  bool continues(const Record& record) {
    const auto filled = [](const CsvCell& cell) { return !is_blank(words_of(cell)); };
    const auto first = std::ranges::find_if(record.cells, filled);
    const bool alone =
        first != record.cells.end() && std::find_if(first + 1, record.cells.end(), filled) == record.cells.end();
    const auto column = static_cast<std::size_t>(first - record.cells.begin());
    const bool below = in_row_ && alone && column == 1 && beside_heading_;
    if (below) return true;
    const std::u32string words = words_of(record.cells.front());
    beside_heading_ = column == 0 && record.cells.size() >= 2 && filled(record.cells[1]) &&
                      std::count_if(record.cells.begin(), record.cells.end(), filled) == 2 &&
                      words.size() <= kLongestHeading && parse_label(fold(words));
    return false;
  }

  // Below a row of tabs it is the rest of the last cell: what flattens HTML knows no quotes.
  void put_line(const TextLine& line) {
    if (is_drawn_line(line.words)) return put_blank();
    if (separator_ != U'\t' || line.apart) out_.new_cell();
    if (line.apart) out_.gap();
    read_words(line.words, line.place, out_);
    if (line.apart) out_.close();
  }

  const std::vector<TextLine>& lines_;
  char32_t separator_;
  RecordReader reader_;
  LineBuilder& out_;
  bool one_column_ = false;   // quoted lines
  bool only_tables_ = false;  // a text with tables in it: only below a row of headings
  std::size_t columns_ = 0;   // of the table
  int row_ = 0;
  bool in_row_ = false;
  bool beside_heading_ = false;  // the row's text stands beside a heading in its first cell
};

char32_t separator_of(RowForm form) {
  switch (form) {
    case RowForm::commas:
      return U',';
    case RowForm::semicolons:
      return U';';
    case RowForm::tabs:
    case RowForm::pipes:
    case RowForm::boxes:
      return U'\t';
  }
  return U'\t';
}

}  // namespace

int headings_in(const std::vector<std::u32string>& cells) {
  std::vector<std::u32string> folded;
  bool heading = false;
  for (const std::u32string& cell : cells) {
    folded.push_back(cell.size() > kLongestHeading ? U"。" : fold(cell));
    heading = heading || parse_label(folded.back());
  }
  return is_header_row(folded) ? kOfHeaderRow : heading ? 1 : 0;
}

std::optional<RowForm> find_row_form(const std::vector<TextLine>& lines) {
  if (has_boxes(lines)) return RowForm::boxes;
  struct Candidate {
    RowForm form;
    int headings;
  };
  std::optional<Candidate> best;
  const auto offer = [&](RowForm form, int headings) {
    if (!best || headings > best->headings) best = Candidate{form, headings};
  };
  if (const Evidence tabs = evidence_of(lines, U'\t'); tabs.rows >= 2) offer(RowForm::tabs, tabs.headings);
  if (const auto headings = headings_in_pipes(lines)) offer(RowForm::pipes, *headings);
  for (const RowForm form : {RowForm::commas, RowForm::semicolons}) {
    const Evidence found = evidence_of(lines, separator_of(form));
    if (found.headings >= kFewestHeadings && (found.are_rows() || found.header_row)) offer(form, found.headings);
  }
  if (!best) return std::nullopt;
  return best->form;
}

void read_rows(const std::vector<TextLine>& lines, RowForm form, LineBuilder& out) {
  if (form == RowForm::pipes) return read_pipes(lines, out);
  if (form == RowForm::boxes) return read_boxes(lines, out);
  SeparatedReader(lines, separator_of(form), out).read();
}

void read_words(std::u32string_view words, Place place, LineBuilder& out, double measure_em) {
  const std::string utf8 = base::encode_utf8(words);
  if (has_tags(utf8)) return read_markup(utf8, place.line, out);
  out.line(words, place, false, measure_em);
}

}  // namespace hub::report
