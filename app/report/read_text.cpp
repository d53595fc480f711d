// Plain text: lines, cells between tabs, columns kept by spaces, and tags that were left in the words.
#include "base/utf8.h"
#include "report/characters.h"
#include "report/columns.h"
#include "report/line_builder.h"
#include "report/markup.h"
#include "report/read.h"
#include "report/tables.h"

namespace hub::report {

namespace {

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

void read_cell(std::string_view words, Place place, LineBuilder& lines) {
  if (has_tags(words)) return read_markup(words, place.line, lines);
  lines.line(base::decode_utf8(words), place);
}

// Label, tab, value; an empty first cell continues the row above.
void read_row(const RawLine& line, LineBuilder& lines) {
  std::string_view rest = line.utf8;
  const int row = lines.new_row();
  for (int column = 0;; ++column) {
    const std::size_t tab = rest.find('\t');
    lines.new_cell(row, column);
    if (tab != 0 && !rest.empty()) read_cell(rest.substr(0, tab), line.place, lines);
    if (tab == rest.npos) break;
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

// Runs of spaces part what stands side by side. pdftotext -layout counts a Japanese character as one column, editors as
// two half ones: both are tried.
std::vector<Fragment> fragments_of(const std::vector<RawLine>& lines, bool by_character) {
  std::vector<Fragment> fragments;
  double top = 0;
  for (const RawLine& raw : lines) {
    const std::u32string words = base::decode_utf8(raw.utf8);
    double column = 0;
    Fragment open{{}, raw.place, 0, 0, top, top + 1};
    double space = 0;
    const auto flush = [&] {
      if (!open.words.empty()) fragments.push_back(open);
      open.words.clear();
    };
    for (const char32_t character : words) {
      const double width = by_character ? 1 : width_em(std::u32string_view(&character, 1));
      if (is_space(character)) {
        space += character == U'　' ? 0.6 : 0.5;
        if (!open.words.empty()) open.words.push_back(character);
      } else {
        if (open.words.empty() || space >= 1) {
          flush();
          open.left = column;
        }
        space = 0;
        open.words.push_back(character);
        open.right = column + width;
      }
      column += width;
    }
    flush();
    top += 1;
  }
  for (Fragment& fragment : fragments) fragment.words = trimmed(fragment.words);
  return fragments;
}

}  // namespace

Document read_text(std::string_view utf8) {
  Document document;
  document.kind = Document::Kind::text;
  const std::vector<RawLine> raw = split_lines(utf8);
  LineBuilder lines;
  if (has_rows(raw)) {
    bool in_row = false;
    for (const RawLine& line : raw) {
      const bool empty = trimmed(base::decode_utf8(line.utf8)).empty();
      const bool row = !empty && line.utf8.find('\t') != line.utf8.npos;
      if (empty) lines.gap();
      if (row) read_row(line, lines);
      // A line without tab right below a row is the rest of its last cell.
      if (empty && in_row) lines.new_cell();
      if (!empty && !row) read_cell(line.utf8, line.place, lines);
      in_row = row || (in_row && !empty);
    }
    document.lines = with_spread_headers(lines.take());
    return document;
  }
  auto by_character = read_columns(fragments_of(raw, true)), by_width = read_columns(fragments_of(raw, false));
  if (by_character || by_width) {
    const bool first = by_character && (!by_width || by_character->headings >= by_width->headings);
    document.lines = std::move((first ? by_character : by_width)->lines);
    return document;
  }
  for (const RawLine& line : raw) {
    if (line.new_page) lines.gap();
    if (has_tags(line.utf8)) {
      read_markup(line.utf8, line.place.line, lines);
    } else {
      lines.line(base::decode_utf8(line.utf8), line.place);
    }
  }
  document.lines = lines.take();
  return document;
}

Document read_html(std::string_view utf8) {
  LineBuilder lines;
  read_markup(utf8, 1, lines);
  return {Document::Kind::html, with_spread_headers(lines.take())};
}

}  // namespace hub::report
