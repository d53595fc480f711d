#include "report/draft/selected_lines.h"

#include <algorithm>
#include <set>

#include "report/parse/paragraphs.h"
#include "report/parse/stray_spaces.h"
#include "report/words/characters.h"
#include "report/words/list_mark.h"

namespace hub::report {

namespace {

// Who chooses lines chooses the words behind （ア） or ⑴; a mark without brackets may be a word's beginning.
std::string text_of(std::u32string_view words) {
  for (const ListMark& mark : list_marks_at(words, 0)) {
    if (mark.style.form == ListMarkStyle::Form::bare || mark.length >= words.size()) continue;
    words.remove_prefix(mark.length);
    break;
  }
  return utf8(without_stray_spaces(words, nullptr));
}

void add_mark(std::vector<int> marks, SelectedWords& selected) {
  if (selected.marks.empty()) selected.marks = std::move(marks);
}

// Lines from the middle of a paragraph, or to it.
SelectedWords as_one(const std::vector<Line>& lines) {
  SelectedWords selected;
  std::u32string all;
  for (const Line& line : lines) {
    const LineStart start = all.empty() ? find_line_start(line.words) : LineStart{};
    if (all.empty()) add_mark(start.marks, selected);
    all += line.words.substr(all.empty() ? start.length : 0);
  }
  selected.texts = {text_of(trimmed(all))};
  return selected;
}

}  // namespace

SelectedWords selected_words(const Document& document, Place first, Place last) {
  const std::vector<Line>& lines = document.lines;
  const auto begin = std::ranges::find(lines, first, &Line::place);
  const auto end = std::ranges::find(lines, last, &Line::place);
  if (begin == lines.end() || end == lines.end() || end < begin) return {};
  std::set<Place> inside, starts;
  for (auto line = begin; line <= end; ++line) inside.insert(line->place);
  const std::vector<Paragraph> paragraphs = find_paragraphs(document);
  for (const Paragraph& one : paragraphs) starts.insert(one.place);
  const bool whole = starts.contains(first) && (end + 1 == lines.end() || starts.contains((end + 1)->place));
  SelectedWords selected;
  for (const Paragraph& one : paragraphs) {
    if (!whole || !inside.contains(one.place) || one.kind == Paragraph::Kind::label) continue;
    add_mark(one.marks, selected);
    selected.texts.push_back(text_of(one.words));
  }
  if (selected.texts.empty()) selected = as_one({begin, end + 1});
  selected.place = first;
  return selected;
}

}  // namespace hub::report
