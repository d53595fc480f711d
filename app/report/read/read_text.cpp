// Plain text: lines, cells between tabs, columns kept by spaces, and tags that were left in the words.
#include <algorithm>

#include "base/utf8.h"
#include "report/read/columns.h"
#include "report/read/grid.h"
#include "report/read/line_builder.h"
#include "report/read/markup.h"
#include "report/read/read.h"
#include "report/read/tables.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr std::size_t kMostLinesInCell = 200;

struct RawLine {
  std::string_view utf8;
  Place place;
  bool new_page = false;
};

std::vector<RawLine> split_lines(std::string_view utf8) {
  std::vector<RawLine> lines;
  const bool paged = utf8.substr(0, utf8.empty() ? 0 : utf8.size() - 1).find('\f') != utf8.npos;
  Place place{paged ? 1 : 0, 0};
  bool new_page = false;
  while (!utf8.empty()) {
    std::size_t end = utf8.find_first_of("\n\r");
    std::string_view line = utf8.substr(0, end);
    const bool both = end != utf8.npos && utf8.substr(end, 2) == "\r\n";
    utf8.remove_prefix(end == utf8.npos ? utf8.size() : end + (both ? 2 : 1));
    ++place.line;
    for (std::size_t feed; (feed = line.find('\f')) != line.npos;) {
      if (feed > 0) lines.push_back({line.substr(0, feed), place, new_page});
      line.remove_prefix(feed + 1);
      if (paged) place = {place.page + 1, 1};
      new_page = true;
    }
    lines.push_back({line, place, new_page});
    new_page = false;
  }
  return lines;
}

// What is over the limits in a text as it stands; a tag left in it counts like its words.
std::optional<Refusal> excess_of(std::string_view utf8) {
  const auto is_end = [](char c) { return c == '\n' || c == '\r'; };
  const auto is_word = [](char c) { return static_cast<unsigned char>(c) > ' ' && (c & 0xC0) != 0x80; };
  if (static_cast<std::size_t>(std::ranges::count(utf8, '\f')) > kMostPages) return Refusal::pages;
  if (static_cast<std::size_t>(std::ranges::count_if(utf8, is_end)) > kMostRawLines) return Refusal::raw_lines;
  // Spaces of Unicode are counted as well: nobody sets a report with as many.
  if (static_cast<std::size_t>(std::ranges::count_if(utf8, is_word)) > 2 * kMostCharacters) return Refusal::characters;
  return std::nullopt;
}

void read_cell(std::string_view words, Place place, LineBuilder& lines) {
  if (has_tags(words)) return read_markup(words, place.line, lines);
  lines.line(base::decode_utf8(words), place);
}

// Where the quotes of a spreadsheet's cell close, at its end; npos: not on this line.
std::size_t closing_quote(std::string_view rest) {
  for (std::size_t at = rest.find('"'); at != rest.npos; at = rest.find('"', at + 1)) {
    if (rest.substr(at, 2) == "\"\"") {
      ++at;  // "" is a quote among the words
    } else if (at + 1 == rest.size() || rest[at + 1] == '\t') {
      return at;
    }
  }
  return rest.npos;
}

// The lines below that the quotes of a cell at the end of a line reach over; 0: they are not closed, and no quotes.
std::size_t quoted_lines(const std::vector<RawLine>& lines, std::size_t i) {
  for (std::size_t below = 1; below <= kMostLinesInCell && i + below < lines.size(); ++below) {
    if (closing_quote(lines[i + below].utf8) != std::string_view::npos) return below;
  }
  return 0;
}

// Label, tab, value; an empty first cell continues the row above. Where the row begins; the line it ends on is
// returned.
std::size_t read_row(const std::vector<RawLine>& raw, std::size_t i, LineBuilder& lines) {
  std::string_view rest = raw[i].utf8;
  const int row = lines.new_row();
  for (int column = 0;; ++column) {
    lines.new_cell(row, column);
    std::size_t tab = rest.find('\t');
    const bool quoted = rest.starts_with('"');
    const std::size_t close = quoted ? closing_quote(rest.substr(1)) : rest.npos;
    if (const std::size_t below = quoted && close == rest.npos ? quoted_lines(raw, i) : 0; below > 0) {
      read_cell(rest.substr(1), raw[i].place, lines);
      for (const std::size_t last = i + below; i < last;) {
        rest = raw[++i].utf8;
        tab = i < last ? rest.npos : closing_quote(rest);
        read_cell(rest.substr(0, tab), raw[i].place, lines);
      }
      tab = rest.find('\t', tab);
    } else if (close != rest.npos) {
      read_cell(rest.substr(1, close), raw[i].place, lines);
      tab = rest.find('\t', close + 1);
    } else if (tab != 0 && !rest.empty()) {
      read_cell(rest.substr(0, tab), raw[i].place, lines);
    }
    if (tab == rest.npos || lines.refused()) return i;
    rest.remove_prefix(tab + 1);
  }
}

bool has_rows(const std::vector<RawLine>& lines) {
  int rows = 0;
  for (const RawLine& line : lines) {
    const std::size_t tab = line.utf8.find('\t');
    if (tab != line.utf8.npos && line.utf8.find_first_not_of("\t ", tab) != line.utf8.npos) ++rows;
  }
  return rows >= 2;
}

// Words between spaces, where they stand. pdftotext -layout counts a Japanese character as one column, editors as two
// half ones: both are tried.
std::vector<WordLine> word_lines(const std::vector<RawLine>& lines, bool by_character) {
  std::vector<WordLine> sheet;
  double top = 0;
  for (const RawLine& raw : lines) {
    const std::u32string words = base::decode_utf8(raw.utf8);
    WordLine line;
    double column = 0;
    bool after_space = true;
    for (const char32_t character : words) {
      const double width = by_character ? 1 : width_em(std::u32string_view(&character, 1));
      if (!is_space(character)) {
        if (after_space) line.push_back({{}, raw.place, column, column, top, top + 1});
        line.back().right = column + width;
      }
      // A word keeps the spaces behind it: a name may be written with one.
      if (!line.empty()) line.back().words.push_back(character);
      after_space = is_space(character);
      column += width;
    }
    if (!line.empty()) sheet.push_back(std::move(line));
    top += 1;
  }
  return sheet;
}

// Two spaces part what stands side by side.
bool ends_apart(std::u32string_view words) {
  return words.size() >= 2 && is_space(words.back()) && is_space(words[words.size() - 2]);
}

std::vector<Fragment> join_near(const WordLine& line) {
  std::vector<Fragment> fragments;
  for (const Fragment& word : line) {
    if (fragments.empty() || word.apart || ends_apart(fragments.back().words)) {
      fragments.push_back(word);
    } else {
      fragments.back().words += word.words;
      fragments.back().right = word.right;
    }
  }
  for (Fragment& fragment : fragments) fragment.words = trimmed(fragment.words);
  return fragments;
}

std::optional<Columns> read_sheet(const std::vector<RawLine>& raw, bool by_character) {
  std::vector<WordLine> lines = word_lines(raw, by_character);
  std::size_t words = 0;
  for (const WordLine& line : lines) words += line.size();
  if (lines.size() > kMostLines || words > kMostWords) return std::nullopt;
  set_headings_apart(lines);
  return read_columns(find_grids(lines, join_near));
}

}  // namespace

Document read_text(std::string_view utf8) {
  Document document;
  document.kind = Document::Kind::text;
  document.refused = excess_of(utf8);
  if (document.refused) return document;
  const std::vector<RawLine> raw = split_lines(utf8);
  LineBuilder lines;
  if (has_rows(raw)) {
    bool in_row = false;
    for (std::size_t i = 0; i < raw.size() && !lines.refused(); ++i) {
      const RawLine& line = raw[i];
      const bool empty = trimmed(base::decode_utf8(line.utf8)).empty();
      const bool row = !empty && line.utf8.find('\t') != line.utf8.npos;
      if (empty) lines.gap();
      if (row) i = read_row(raw, i, lines);
      // A line without tab right below a row is the rest of its last cell.
      if (empty && in_row) lines.new_cell();
      if (!empty && !row) read_cell(line.utf8, line.place, lines);
      in_row = row || (in_row && !empty);
    }
    document.refused = lines.refused();
    document.lines = with_headings_in_each_row(lines.take());
    return document;
  }
  auto by_character = read_sheet(raw, true), by_width = read_sheet(raw, false);
  if (by_character || by_width) {
    const bool first = by_character && (!by_width || by_character->headings >= by_width->headings);
    document.refused = (first ? by_character : by_width)->refused;
    document.lines = std::move((first ? by_character : by_width)->lines);
    return document;
  }
  for (const RawLine& line : raw) {
    if (lines.refused()) break;
    if (line.new_page) lines.gap();
    if (has_tags(line.utf8)) {
      read_markup(line.utf8, line.place.line, lines);
    } else {
      lines.line(base::decode_utf8(line.utf8), line.place);
    }
  }
  document.refused = lines.refused();
  document.lines = lines.take();
  return document;
}

Document read_html(std::string_view utf8) {
  LineBuilder lines;
  read_markup(utf8, 1, lines);
  if (lines.refused()) return {Document::Kind::html, {}, lines.refused()};
  return {Document::Kind::html, with_headings_in_each_row(lines.take())};
}

}  // namespace hub::report
