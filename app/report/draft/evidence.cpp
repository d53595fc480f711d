#include "report/draft/evidence.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr std::size_t kFewestAlike = 3;  // characters; fewer may stand anywhere, unless they are all there is
constexpr std::size_t kLinesBelow = 40;  // of a place, among which a part of its paragraph may begin

std::u32string without_spaces(std::u32string_view words) {
  std::u32string kept(words);
  std::erase_if(kept, is_space);
  return kept;
}

// How many of the first characters are the same.
std::size_t alike(std::u32string_view a, std::u32string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

// How many of the text's first characters the line ends with, or has anywhere when that is all of the text.
std::size_t begins_in(std::u32string_view text, std::u32string_view line) {
  for (std::size_t from = 0; from < line.size(); ++from) {
    const std::size_t same = alike(text, line.substr(from));
    const bool whole = same == text.size() || from + same == line.size();
    if (whole && same > 0) return same;
  }
  return 0;
}

// The lines from `first` on that hold the text.
struct Stretch {
  std::size_t first = 0, end = 0;
  std::size_t characters = 0;
};

Stretch stretch_from(const std::vector<Line>& lines, std::size_t first, std::u32string_view text) {
  Stretch stretch{first, first + 1, begins_in(text, without_spaces(lines[first].words))};
  while (stretch.characters > 0 && stretch.characters < text.size() && stretch.end < lines.size()) {
    const std::u32string next = without_spaces(lines[stretch.end].words);
    const std::u32string_view left = text.substr(stretch.characters);
    const std::size_t same = alike(left, next);
    if (same < next.size() && same < left.size()) break;
    stretch.characters += same;
    ++stretch.end;
  }
  if (stretch.characters < std::min(kFewestAlike, text.size())) stretch.characters = 0;
  return stretch;
}

// Of the lines at the place, the ones that hold most of the text. What is only part of a paragraph may begin further
// down: there all of it must stand.
Stretch best_stretch(const std::vector<Line>& lines, Place place, std::u32string_view text) {
  Stretch best;
  std::size_t below = 0;
  for (std::size_t i = 0; i < lines.size() && below < kLinesBelow; ++i) {
    const bool at_place = lines[i].place == place;
    below += at_place || below > 0 ? 1 : 0;
    if (below == 0 || best.characters == text.size()) continue;
    const Stretch stretch = stretch_from(lines, i, text);
    if (stretch.characters > (at_place ? best.characters : text.size() - 1)) best = stretch;
  }
  return best;
}

void add(const Document& document, const Line& line, std::vector<Evidence>& evidence) {
  const auto page = static_cast<std::size_t>(line.place.page);
  if (line.box.empty() || page == 0 || page > document.pages.size()) return;
  if (evidence.empty() || evidence.back().page != line.place.page) {
    evidence.push_back({line.place.page, {}, document.pages[page - 1]});
  }
  evidence.back().box = united(evidence.back().box, line.box);
}

}  // namespace

std::vector<Evidence> evidence_of(const Document& document, Place place, std::u32string_view words) {
  std::vector<Evidence> evidence;
  if (document.pages.empty()) return evidence;
  const std::u32string text = without_spaces(words);
  const Stretch best = text.empty() ? Stretch() : best_stretch(document.lines, place, text);
  for (std::size_t i = best.first; i < best.end; ++i) add(document, document.lines[i], evidence);
  if (!evidence.empty()) return evidence;
  for (const Line& line : document.lines) {
    if (line.place == place) add(document, line, evidence);
  }
  return evidence;
}

void add_evidence(const Document& document, Draft& draft) {
  if (document.pages.empty()) return;
  for (auto& [pointer, origin] : draft.origins) {
    if (origin.evidence.empty()) origin.evidence = evidence_of(document, origin.place, {});
  }
  for (Question& question : draft.questions) {
    question.evidence = evidence_of(document, question.place, base::decode_utf8(question.text));
    for (ReportLine& line : question.lines) {
      line.evidence = evidence_of(document, line.place, base::decode_utf8(line.words));
    }
  }
}

}  // namespace hub::report
