#include "report/read/grid_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"

namespace hub::report {

namespace {

constexpr double kTouching = 0.15;   // of a line, that boxes may overlap
constexpr double kRowGap = 0.35;     // of a line: cells have space around their words
constexpr double kSharedGap = 0.12;  // of a line: enough where several columns have it at one height
constexpr double kGapWorth = 1.2;    // of a line's height of space between rows
constexpr double kMisaligned = 1.5;
constexpr double kMostMisaligned = 4;
constexpr double kSlack = 0.6;
constexpr double kEmptyCell = 1;
constexpr double kBrokenSentence = 1.5;  // a row that ends in the middle of a sentence
constexpr double kNewEntry = 0.4;        // gained where a cell begins with ① or ・

constexpr std::size_t kLongestTable = 1000;  // of a table; a longer one is no report's
constexpr std::size_t kMostGoals = 20;       // as content/decode_report.cpp has it

using Column = std::vector<Fragment>;

struct Block {
  double top = 0, bottom = 0;
};

int number_of(const Fragment& fragment) {
  if (const auto label = parse_label(fold(fragment.words)); label && label->field == Field::goal) return label->number;
  const LineStart start = find_line_start(fragment.words);
  return start.number > 0 ? start.number : start.marks.empty() ? 0 : start.marks.front();
}

template <class Begins>
std::vector<Block> blocks_where(const Column& column, Begins begins) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (blocks.empty() || begins(i)) blocks.push_back({column[i].top, column[i].bottom});
    blocks.back().bottom = std::max(blocks.back().bottom, column[i].bottom);
  }
  return blocks;
}

// The goals: by their numbers, else by the space between them, else by their full stops.
std::vector<Block> goal_blocks(const Column& column) {
  int last = number_of(column.front());
  if (last > 0) {
    return blocks_where(column, [&](std::size_t i) {
      const bool next = number_of(column[i]) == last + 1;
      if (next) ++last;
      return next;
    });
  }
  std::vector<Block> blocks =
      blocks_where(column, [&](std::size_t i) { return column[i].top - column[i - 1].bottom > kRowGap; });
  if (blocks.size() > 1) return blocks;
  return blocks_where(column, [&](std::size_t i) { return ends_sentence(column[i - 1].words); });
}

bool is_free(const GridColumns& columns, double y) {
  return std::ranges::none_of(columns, [&](const Column& column) {
    return std::ranges::any_of(column,
                               [&](const Fragment& f) { return f.top < y - kTouching && f.bottom > y + kTouching; });
  });
}

// Heights at which no words stand, between two goals.
std::vector<double> free_heights(const GridColumns& columns, const Block& above, const Block& below) {
  std::vector<double> heights;
  for (const Column& column : columns) {
    for (const Fragment& f : column) {
      const bool between = f.top > above.bottom - 2 * kTouching && f.top < below.top + 2 * kTouching;
      if (between && is_free(columns, f.top)) heights.push_back(f.top);
    }
  }
  if (heights.empty()) heights.push_back((above.bottom + below.top) / 2);
  std::ranges::sort(heights);
  heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
  return heights;
}

bool is_between(const Fragment& fragment, double from, double to) {
  const double middle = (fragment.top + fragment.bottom) / 2;
  return middle >= from && middle < to;
}

Column part_of(const Column& column, double from, double to) {
  Column part;
  std::ranges::copy_if(column, std::back_inserter(part), [&](const Fragment& f) { return is_between(f, from, to); });
  return part;
}

GridColumns part_of(const GridColumns& columns, double from, double to) {
  GridColumns parts;
  for (const Column& column : columns) parts.push_back(part_of(column, from, to));
  return parts;
}

// Cells of one row begin at one height, or have one middle; the goals' and the others each keep to one of the two.
struct Alignment {
  bool goals_in_middle = false, others_in_middle = false;
};

class RowFinder {
 public:
  RowFinder(const GridColumns& columns, std::size_t goals) : columns_(columns), goals_(goals) {
    const std::vector<Block> blocks = goal_blocks(columns[goals]);
    for (std::size_t r = 0; r + 1 < blocks.size(); ++r) {
      choices_.push_back(free_heights(columns, blocks[r], blocks[r + 1]));
    }
  }

  std::vector<GridColumns> find() const {
    std::pair<double, std::vector<double>> best{kInfinity, {}};
    for (const bool goals : {false, true}) {
      for (const bool others : {false, true}) {
        auto found = bounds({goals, others});
        if (found.first < best.first) best = std::move(found);
      }
    }
    std::vector<GridColumns> rows;
    double from = -kInfinity;
    best.second.push_back(kInfinity);
    for (const double to : best.second) {
      rows.push_back(part_of(columns_, from, to));
      from = to;
    }
    return rows;
  }

 private:
  static constexpr double kInfinity = std::numeric_limits<double>::infinity();

  // The heights between the rows that cost least, one after the other.
  std::pair<double, std::vector<double>> bounds(const Alignment& alignment) const {
    struct State {
      double cost;
      std::vector<double> bounds;
    };
    std::vector<State> states = {{0, {}}};
    for (std::size_t r = 0; r <= choices_.size(); ++r) {
      const std::vector<double> ends = r < choices_.size() ? choices_[r] : std::vector<double>{kInfinity};
      std::vector<State> next;
      for (const double end : ends) {
        State best{kInfinity, {}};
        for (const State& state : states) {
          const double from = state.bounds.empty() ? -kInfinity : state.bounds.back();
          if (from >= end) continue;
          const double cost = state.cost + row_cost(from, end, alignment);
          if (cost < best.cost) best = {cost, state.bounds};
        }
        if (best.cost == kInfinity) continue;
        if (end < kInfinity) best.bounds.push_back(end);
        next.push_back(std::move(best));
      }
      states = std::move(next);
    }
    if (states.empty()) return {kInfinity, {}};
    return {states.front().cost, states.front().bounds};
  }

  double row_cost(double from, double to, const Alignment& alignment) const {
    struct Cell {
      const Fragment *first = nullptr, *last = nullptr;
    };
    std::vector<Cell> cells;
    double top = kInfinity, bottom = -kInfinity, cost = 0;
    for (const Column& column : columns_) {
      Cell& cell = cells.emplace_back();
      for (const Fragment& f : column) {
        if (!is_between(f, from, to)) continue;
        if (!cell.first) cell.first = &f;
        cell.last = &f;
      }
      if (!cell.first) continue;
      top = std::min(top, cell.first->top);
      bottom = std::max(bottom, cell.last->bottom);
    }
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const Cell& cell = cells[c];
      if (!cell.first) {
        cost += kEmptyCell;
        continue;
      }
      const bool middle = c == goals_ ? alignment.goals_in_middle : alignment.others_in_middle;
      const double off = middle ? (cell.first->top + cell.last->bottom - top - bottom) / 2 : cell.first->top - top;
      cost += std::min(kMostMisaligned, std::max(0.0, std::abs(off) - kSlack) * kMisaligned);
      if (from > -kInfinity) cost += beginning_cost(c, *cell.first);
    }
    return cost;
  }

  // What the beginning of a cell, and the end of the one above, say for a row that begins here.
  double beginning_cost(std::size_t c, const Fragment& first) const {
    double cost = find_line_start(first.words).any() ? -kNewEntry : 0;
    const auto at = std::ranges::find_if(columns_[c], [&](const Fragment& f) { return f.top >= first.top; });
    if (at == columns_[c].begin()) return cost;
    const Fragment& above = *(at - 1);
    const double gap = first.top - above.bottom;
    if (!ends_sentence(above.words) && !find_line_start(first.words).any() && gap < kRowGap) cost += kBrokenSentence;
    return cost - kGapWorth * std::clamp(gap, 0.0, 1.5);
  }

  const GridColumns& columns_;
  std::size_t goals_;
  std::vector<std::vector<double>> choices_;  // of heights, between each goal and the next
};

}  // namespace

std::vector<GridColumns> rows_of(const GridColumns& columns, std::optional<std::size_t> goals) {
  if (!goals || columns[*goals].empty()) return {columns};
  std::size_t lines = 0;
  for (const Column& column : columns) lines += column.size();
  if (lines > kLongestTable || goal_blocks(columns[*goals]).size() > kMostGoals) return {columns};
  return RowFinder(columns, *goals).find();
}

std::vector<double> inner_rows(const GridColumns& row, std::optional<std::size_t> goals) {
  std::vector<double> heights;
  std::vector<const Column*> others;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (c != goals && !row[c].empty()) others.push_back(&row[c]);
  }
  if (others.empty()) return heights;
  const double enough = others.size() > 1 ? kSharedGap : kRowGap;
  for (const Fragment& first : *others.front()) {
    double from = -std::numeric_limits<double>::infinity(), to = std::numeric_limits<double>::infinity();
    const bool parted = std::ranges::all_of(others, [&](const Column* column) {
      const auto below =
          std::ranges::find_if(*column, [&](const Fragment& f) { return f.bottom > first.top + kTouching; });
      if (below == column->begin() || below == column->end()) return false;
      from = std::max(from, (below - 1)->bottom);
      to = std::min(to, below->top);
      return below->top - (below - 1)->bottom > enough;
    });
    if (parted && to - from > enough) heights.push_back((from + to) / 2);
  }
  return heights;
}

}  // namespace hub::report
