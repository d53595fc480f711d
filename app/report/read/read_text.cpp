// Plain text: rows of cells that a character parts, columns kept by spaces, a page on one line, or simply lines.
#include <algorithm>
#include <utility>

#include "report/around/navigation.h"
#include "report/read/columns.h"
#include "report/read/flow.h"
#include "report/read/grid.h"
#include "report/read/line_builder.h"
#include "report/read/markup.h"
#include "report/read/page_stamps.h"
#include "report/read/read.h"
#include "report/read/rows.h"
#include "report/read/tables.h"
#include "report/read/text_lines.h"
#include "report/read/text_pages.h"
#include "report/read/text_shape.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/upright.h"

namespace hub::report {

namespace {

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

// Words between spaces, where they stand. pdftotext -layout counts a Japanese character as one column, editors as two
// half ones: both are tried.
std::vector<WordLine> word_lines(const std::vector<TextLine>& lines, bool by_character) {
  std::vector<WordLine> sheet;
  double top = 0;
  for (const TextLine& raw : lines) {
    WordLine line;
    double column = 0;
    bool after_space = true;
    for (const char32_t character : raw.words) {
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

std::optional<Columns> read_sheet(const std::vector<TextLine>& raw, bool by_character) {
  std::vector<WordLine> lines = word_lines(raw, by_character);
  std::size_t words = 0;
  for (const WordLine& line : lines) words += line.size();
  if (lines.size() > kMostLines || words > kMostWords) return std::nullopt;
  set_headings_apart(lines);
  return read_columns(find_grids(lines, join_near));
}

// Words beside each other, with a wide space between: an indent alone makes no columns.
bool has_columns(const std::vector<TextLine>& text) {
  constexpr int kFewest = 2;
  const auto parts = [](const TextLine& line) {
    const std::u32string words = trimmed(line.words);
    const std::size_t start = find_line_start(words).length;
    for (std::size_t i = start + 1; i < words.size(); ++i) {
      if (ends_apart(std::u32string_view(words).substr(0, i))) return true;
    }
    return false;
  };
  return std::ranges::count_if(text, parts) >= kFewest;
}

// Both ways of counting characters; the one that finds more headings.
std::optional<Columns> read_sheet(const std::vector<TextLine>& raw) {
  if (!has_columns(raw)) return std::nullopt;
  auto by_character = read_sheet(raw, true), by_width = read_sheet(raw, false);
  if (by_character && (!by_width || by_character->headings >= by_width->headings)) return by_character;
  return by_width;
}

void read_plain(const std::vector<TextLine>& text, LineBuilder& lines) {
  for (const TextLine& line : text) {
    if (lines.refused()) return;
    if (line.new_page || line.apart) lines.gap();
    if (is_drawn_line(line.words)) {
      lines.gap();
      continue;
    }
    read_words(line.words, line.place, lines);
    if (line.apart) lines.close();
  }
}

void join_upright_headings(std::vector<TextLine>& text) {
  std::vector<UprightLine> lines;
  lines.reserve(text.size());
  for (const TextLine& line : text) lines.push_back({trimmed(line.words), !line.new_page});
  std::vector<bool> joined(text.size());
  for (const UprightHeading& heading : find_upright_headings(lines)) {
    text[heading.begin].words = heading.words;
    std::fill_n(joined.begin() + static_cast<std::ptrdiff_t>(heading.begin) + 1, heading.count - 1, true);
  }
  std::size_t at = 0;
  std::erase_if(text, [&](const TextLine&) { return joined[at++]; });
}

// A line of a table, between others: what looks like a menu there (令和６年度 |) is a cell.
bool is_among_rows(const std::vector<TextLine>& text, std::size_t i) {
  const auto is_row = [&](std::size_t k) {
    return k < text.size() && text[k].words.find_first_of(U"|｜│┃║+") != std::u32string::npos;
  };
  return is_row(i) && (is_row(i + 1) || (i > 0 && is_row(i - 1)));
}

// What a line of cells says of itself: the heading among them, where there is one, else all of them.
std::u32string words_of_row(std::u32string_view line) {
  for (std::u32string_view rest = line; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(U"\t,;|｜│┃║"), rest.size());
    const std::u32string cell = trimmed(rest.substr(0, end));
    if (end < line.size() && !cell.empty() && parse_label(fold(cell))) return cell;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return trimmed(line);
}

// Leaves out what was copied with a text from the page around the report.
void take_navigation(std::vector<TextLine>& text, LeftOutList& left_out) {
  const auto form = find_row_form(text);
  std::vector<std::u32string> words;
  words.reserve(text.size());
  for (const TextLine& line : text) words.push_back(form ? words_of_row(line.words) : trimmed(line.words));
  const std::vector<bool> navigation = find_navigation(words);
  const bool drawn = form == RowForm::pipes || form == RowForm::boxes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!navigation[i] || (drawn && is_among_rows(text, i))) continue;
    left_out.add(LeftOut::Why::navigation, text[i].words, text[i].place);
    text[i].words.clear();
  }
}

// Rows of cells, columns of words, or lines.
void read_lines(std::vector<TextLine> text, LineBuilder& lines, Document& document) {
  if (const auto form = find_row_form(text)) {
    read_rows(text, *form, lines);
    document.lines = with_headings_in_each_row(lines.take());
    return;
  }
  for (TextLine& line : text) line.words = without_letter_spaces(line.words);
  take_out_idle_blanks(text);
  const std::size_t lines_before = text.size();
  text = part_flow(std::move(text));
  if (text.size() == lines_before) {
    if (auto sheet = read_sheet(text)) {
      document.refused = sheet->refused;
      document.lines = std::move(sheet->lines);
      return;
    }
  }
  read_plain(text, lines);
  document.lines = lines.take();
}

}  // namespace

Document read_text(std::string_view utf8) {
  Document document;
  document.kind = Document::Kind::text;
  document.refused = excess_of(utf8);
  if (document.refused) return document;
  std::vector<TextLine> text = split_lines(utf8);
  LeftOutList left_out;
  for (const TextLine& line : take_off_line_heads(text)) {
    left_out.add(LeftOut::Why::navigation, line.words, line.place);
  }
  join_upright_headings(text);
  take_page_edges(text, left_out);
  take_off_markdown(text);
  take_navigation(text, left_out);
  LineBuilder lines;
  read_lines(std::move(text), lines, document);
  if (lines.refused()) document.refused = lines.refused();
  left_out.add(lines.take_left_out());
  document.left_out = left_out.take();
  return document;
}

Document read_html(std::string_view utf8) {
  LineBuilder builder;
  read_markup(utf8, 1, builder);
  if (builder.refused()) return {Document::Kind::html, {}, builder.refused()};
  std::vector<Line> lines = builder.take();
  std::vector<std::u32string> words;
  words.reserve(lines.size());
  for (const Line& line : lines) words.push_back(line.words);
  const std::vector<bool> navigation = find_navigation(words);
  LeftOutList left_out;
  left_out.add(builder.take_left_out());
  Document document{Document::Kind::html, {}};
  bool gap = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    gap = gap || lines[i].gap;
    const bool stamp = lines[i].row == 0 && is_stamp(fold(lines[i].words));
    if (navigation[i] || stamp) {
      left_out.add(stamp ? LeftOut::Why::stamp : LeftOut::Why::navigation, lines[i].words, lines[i].place);
      continue;
    }
    lines[i].gap = std::exchange(gap, false);
    document.lines.push_back(std::move(lines[i]));
  }
  document.lines = with_headings_in_each_row(std::move(document.lines));
  document.left_out = left_out.take();
  return document;
}

}  // namespace hub::report
