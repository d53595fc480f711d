#include "text/lines/balanced_lines.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "text/analysis/characters.h"

namespace hub::text {

namespace {

// The cost of a line is the square of its empty part (0…1). These are costs on the same scale: a line left all empty
// is worth as much as a break between the words of a phrase, so another line comes before a worse break.
constexpr float break_cost(Break level) {
  switch (level) {
    case Break::must:
    case Break::phrase:
      return 0.0F;
    case Break::close:
      return 0.2F;
    case Break::word:
      return 1.0F;
    case Break::seam:
      return 1.5F;
    case Break::part:
      return 2.0F;
    case Break::lean:
      return 10.0F;
    case Break::strict:
      return 16.0F;
    case Break::forced:
      return 256.0F;
    case Break::never:
      break;
  }
  return std::numeric_limits<float>::infinity();
}

// More than a break in a compound, less than one before a particle.
constexpr float kShortLastLineCost = 8.0F;
constexpr std::ptrdiff_t kShortestLastLine = 3;
// Between lines that are nearly as even, those that end after 、 or 。 win.
constexpr float kMidClauseCost = 0.03F;
constexpr float kOverflowCost = 4096.0F;

// The best way to reach a break: `from` is where its last line begins.
struct Best {
  float cost = std::numeric_limits<float>::infinity();
  std::size_t from = 0;
};

bool is_short(const Measure& measure, std::size_t begin, std::size_t end) {
  const auto first = measure.analysis.text.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = measure.analysis.text.begin() + static_cast<std::ptrdiff_t>(measure.trimmed_end(begin, end));
  return std::count_if(first, last, [](char32_t c) { return !is_combining_mark(c); }) < kShortestLastLine;
}

bool ends_clause(const Measure& measure, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view kStops = U"、。，．！？,.!?";
  const std::size_t last = measure.trimmed_end(begin, end);
  return last > begin && kStops.find(measure.analysis.text[last - 1]) != std::u32string_view::npos;
}

class Paragraph {
 public:
  Paragraph(const Measure& measure, std::size_t begin, std::size_t end)
      : measure_(measure), begin_(begin), end_(end), best_(end - begin + 1) {
    best_[0].cost = 0;
    for (std::size_t from = begin; from < end; ++from) {
      if (best(from).cost < std::numeric_limits<float>::infinity()) reach_from(from);
    }
  }

  void append_lines(std::vector<LineRange>& lines) const {
    const auto first = static_cast<std::ptrdiff_t>(lines.size());
    for (std::size_t end = end_; end > begin_; end = best_[end - begin_].from) {
      const std::size_t from = best_[end - begin_].from;
      lines.push_back({from, measure_.trimmed_end(from, end), measure_.analysis.breaks[end]});
    }
    std::reverse(lines.begin() + first, lines.end());
  }

 private:
  Best& best(std::size_t at) { return best_[at - begin_]; }

  void reach_from(std::size_t from) {
    bool reached = false;
    for (std::size_t end = from + 1; end <= end_; ++end) {
      const bool fits = measure_.fits(from, end);
      if (!fits && reached) return;
      if (measure_.analysis.breaks[end] == Break::never) continue;
      reached = true;
      const float cost = best(from).cost + line_cost(from, end, fits);
      if (cost < best(end).cost) best(end) = {cost, from};
    }
  }

  float line_cost(std::size_t from, std::size_t end, bool fits) const {
    const float room_em = measure_.room_em(from);
    const float empty = fits ? std::max(0.0F, 1.0F - measure_.width_em(from, end) / room_em) : 0.0F;
    // The last line counts like the others: one that is much shorter looks as uneven in a title as any other.
    float cost = empty * empty + (fits ? 0.0F : kOverflowCost);
    if (end < end_) {
      cost += break_cost(measure_.analysis.breaks[end]) + (ends_clause(measure_, from, end) ? 0.0F : kMidClauseCost);
    } else if (from > begin_ && is_short(measure_, from, end)) {
      cost += kShortLastLineCost;
    }
    return cost;
  }

  const Measure& measure_;
  std::size_t begin_;
  std::size_t end_;
  std::vector<Best> best_;  // by position - begin
};

}  // namespace

std::vector<LineRange> balance_lines(const Measure& measure) {
  const std::vector<Break>& breaks = measure.analysis.breaks;
  std::vector<LineRange> lines;
  for (std::size_t begin = 0; begin + 1 < breaks.size();) {
    std::size_t end = begin + 1;
    while (breaks[end] != Break::must) ++end;
    Paragraph(measure, begin, end).append_lines(lines);
    begin = end;
  }
  return lines;
}

}  // namespace hub::text
