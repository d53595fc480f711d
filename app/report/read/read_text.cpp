// Plain text: rows of cells that a character parts, columns kept by spaces, a page on one line, or simply lines.
#include <algorithm>

#include "report/read/columns.h"
#include "report/read/flow.h"
#include "report/read/grid.h"
#include "report/read/line_builder.h"
#include "report/read/markup.h"
#include "report/read/read.h"
#include "report/read/rows.h"
#include "report/read/tables.h"
#include "report/read/text_lines.h"
#include "report/read/text_shape.h"
#include "report/words/characters.h"
#include "report/words/line_start.h"

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

}  // namespace

Document read_text(std::string_view utf8) {
  Document document;
  document.kind = Document::Kind::text;
  document.refused = excess_of(utf8);
  if (document.refused) return document;
  std::vector<TextLine> text = split_lines(utf8);
  for (const TextLine& line : take_off_line_heads(text)) {
    if (document.left_out.size() < kMostNoted)
      document.left_out.push_back({LeftOut::Why::navigation, trimmed(line.words), line.place});
  }
  take_off_markdown(text);
  LineBuilder lines;
  if (const auto form = find_row_form(text)) {
    read_rows(text, *form, lines);
    document.refused = lines.refused();
    document.lines = with_headings_in_each_row(lines.take());
    return document;
  }
  for (TextLine& line : text) line.words = without_letter_spaces(line.words);
  take_out_idle_blanks(text);
  const std::size_t lines_before = text.size();
  text = part_flow(std::move(text));
  if (text.size() == lines_before) {
    if (auto sheet = read_sheet(text)) {
      document.refused = sheet->refused;
      document.lines = std::move(sheet->lines);
      return document;
    }
  }
  read_plain(text, lines);
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
