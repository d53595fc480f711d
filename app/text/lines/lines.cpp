#include "text/lines/lines.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "text/analysis/kinsoku.h"
#include "text/lines/balanced_lines.h"
#include "text/lines/measure.h"

namespace hub::text {

namespace {

// A line ends at the best kind of break that fills it enough. A worse kind does not count when it would only tear
// apart what fits a line of its own: then little is enough.
struct Choice {
  Break level;
  float least_fill;
  float least_fill_before_what_fits;
};
constexpr std::array kChoices = {
    Choice{Break::phrase, 0.65F, 0.65F}, Choice{Break::word, 0.65F, 0.2F}, Choice{Break::seam, 0.65F, 0.0F},
    Choice{Break::part, 0.65F, 0.0F},    Choice{Break::lean, 0.5F, 0.0F},  Choice{Break::strict, 0.0F, 0.0F},
    Choice{Break::forced, 0.0F, 0.0F},
};

constexpr std::size_t kShortLastLine = 6;    // characters
constexpr std::ptrdiff_t kBareLastLine = 3;  // letters
constexpr float kFullEnough = 0.65F;
constexpr float kFullEnoughAboveBare = 0.4F;

using Furthest = std::array<std::size_t, static_cast<std::size_t>(Break::must) + 1>;

// The furthest break of the level or a better one; 0: none.
std::size_t furthest_at_least(const Furthest& furthest, Break level) {
  std::size_t best = 0;
  for (auto i = static_cast<std::size_t>(level); i < furthest.size(); ++i) best = std::max(best, furthest[i]);
  return best;
}

bool fills_enough(const Measure& measure, std::size_t begin, std::size_t end, const Choice& choice) {
  const float fill = measure.width_em(begin, end) / measure.room_em(begin);
  if (fill >= choice.least_fill) return true;
  std::size_t next = end + 1;
  while (measure.analysis.breaks[next] < choice.level) ++next;
  return fill >= choice.least_fill_before_what_fits && measure.fits(end, next);
}

std::size_t line_end(const Measure& measure, std::size_t begin) {
  const std::vector<Break>& breaks = measure.analysis.breaks;
  Furthest furthest{};
  std::size_t at = begin + 1;
  for (; measure.fits(begin, at); ++at) {
    if (breaks[at] == Break::must) return at;
    furthest[static_cast<std::size_t>(breaks[at])] = at;
  }
  for (const Choice& choice : kChoices) {
    const std::size_t end = furthest_at_least(furthest, choice.level);
    if (end > 0 && fills_enough(measure, begin, end, choice)) return end;
  }
  // Not even one cluster fits: it stands out.
  while (breaks[at] == Break::never) ++at;
  return at;
}

bool is_bare(const Measure& measure, const LineRange& line) {
  const auto first = measure.analysis.text.begin() + static_cast<std::ptrdiff_t>(line.begin);
  const auto end = measure.analysis.text.begin() + static_cast<std::ptrdiff_t>(line.end);
  return std::count_if(first, end, [](char32_t c) { return !may_not_start_line(c); }) <= kBareLastLine;
}

// A paragraph that ends in a line of a few characters: the phrase before them comes down too, where the line above
// stays full enough. A last line that is no more than こと。 or します。 is worth a shorter line above it.
void lengthen_last_line(const Measure& measure, std::size_t first_line, std::vector<LineRange>& lines) {
  if (lines.size() < first_line + 2) return;
  LineRange& last = lines.back();
  LineRange& above = lines[lines.size() - 2];
  if (above.level == Break::must) return;
  const std::vector<Break>& breaks = measure.analysis.breaks;
  for (std::size_t at = last.begin - 1; at > above.begin && last.end - last.begin < kShortLastLine; --at) {
    if (breaks[at] < Break::phrase) continue;
    const float fill = measure.width_em(above.begin, at) / measure.room_em(above.begin);
    const float least_fill = is_bare(measure, last) ? kFullEnoughAboveBare : kFullEnough;
    if (fill < least_fill || !measure.fits(at, last.end)) return;
    above = {above.begin, measure.trimmed_end(above.begin, at), breaks[at]};
    last.begin = at;
  }
}

}  // namespace

float hang_em(const Analysis& analysis, const Shaped& shaped) {
  return analysis.hang < shaped.pen_em.size() ? distance_em(shaped, 0, analysis.hang) : 0.0F;
}

std::vector<LineRange> fill_lines(const Analysis& analysis, const Shaped& shaped, const Filling& filling) {
  const std::size_t size = analysis.text.size();
  HUB_CHECK(analysis.breaks.size() == size + 1 && shaped.pen_em.size() == size + 1);
  const Measure measure{analysis, shaped, filling.width_em, hang_em(analysis, shaped)};
  if (filling.balanced && filling.width_em > 0) return balance_lines(measure);
  std::vector<LineRange> lines;
  std::size_t first_line = 0;  // of the paragraph
  for (std::size_t begin = 0; begin < size;) {
    const std::size_t end = line_end(measure, begin);
    lines.push_back({begin, measure.trimmed_end(begin, end), analysis.breaks[end]});
    if (analysis.breaks[end] == Break::must) {
      if (filling.width_em > 0) lengthen_last_line(measure, first_line, lines);
      first_line = lines.size();
    }
    begin = end;
  }
  return lines;
}

}  // namespace hub::text
