#include "report/read/grid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "report/read/grid_rows.h"
#include "report/read/line_builder.h"
#include "report/read/tables.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

constexpr std::size_t kMostHeaderLines = 4;
constexpr std::size_t kMostHeadingWords = 4;  // on its first line: 令和 5 年度
constexpr std::size_t kMostHeaderWords = 40;  // on a line
constexpr double kNextLine = 1.7;             // lines of one heading follow at most that far below each other
constexpr double kSpacedHeading_em = 4;       // 成　　果
constexpr double kHangingMark_em = 4;         // from a mark or bullet to its words
constexpr double kSameEdge_em = 0.02;
constexpr double kTouching = 0.15;           // of a line, that boxes may overlap
constexpr double kNarrowestGutter_em = 0.3;  // beside a column without a heading
constexpr double kParagraphGap = 0.6;        // of a line

struct Heading {
  std::u32string words;
  Place place;
  double left = 0, right = 0;
  PageBox box = {};
  double middle() const { return (left + right) / 2; }
};

struct Header {
  std::vector<Heading> headings;   // from left to right
  std::size_t begin = 0, end = 0;  // of lines
  bool lanes = false;              // 重点目標① | 重点目標②: below each are headings and text of its own
  bool has_goals() const {
    return std::ranges::any_of(headings, [](const Heading& heading) {
      const auto label = parse_column_label(fold(heading.words));
      return label && label->field == Field::goal;
    });
  }
};

double top_of(const WordLine& line) { return line.front().top; }
double bottom_of(const WordLine& line) { return line.front().bottom; }

// Words below each other are one heading; so are letters set apart, where they make a heading together.
std::vector<Heading> headings_of(const std::vector<WordLine>& lines, std::size_t begin, std::size_t end) {
  std::vector<Heading> stacks;
  for (std::size_t i = begin; i < end; ++i) {
    for (const Fragment& word : lines[i]) {
      const auto above = std::ranges::find_if(
          stacks, [&](const Heading& h) { return word.left < h.right - 0.1 && word.right > h.left + 0.1; });
      if (above == stacks.end()) {
        stacks.push_back({word.words, word.place, word.left, word.right, word.box});
      } else {
        above->words += word.words;
        above->left = std::min(above->left, word.left);
        above->right = std::max(above->right, word.right);
        if (word.place.page == above->place.page) above->box = united(above->box, word.box);
      }
    }
  }
  std::ranges::sort(stacks, {}, &Heading::left);
  std::vector<Heading> headings;
  for (std::size_t i = 0; i < stacks.size();) {
    Heading heading = stacks[i], longer = heading;
    std::size_t next = i + 1;
    for (std::size_t k = i + 1; k < stacks.size() && stacks[k].left - longer.right < kSpacedHeading_em; ++k) {
      longer.words += stacks[k].words;
      longer.right = stacks[k].right;
      if (stacks[k].place.page == longer.place.page) longer.box = united(longer.box, stacks[k].box);
      const bool whole = parse_column_label(fold(heading.words)).has_value();
      if (whole || !parse_column_label(fold(longer.words))) continue;
      heading = longer;
      next = k + 1;
    }
    headings.push_back(heading);
    i = next;
  }
  return headings;
}

// 令和２年度重点目標 on a line of its own above a row of headings is none of them.
bool is_section_line(const std::vector<WordLine>& lines, std::size_t i) {
  std::u32string words;
  for (const Fragment& word : lines[i]) words += word.words;
  const auto label = parse_label(fold(words));
  const bool alone = i + 1 == lines.size() || top_of(lines[i + 1]) > bottom_of(lines[i]) - kTouching;
  return label && heads_section(*label) && alone;
}

bool names_goals(const std::vector<std::u32string>& cells) {
  std::vector<int> numbers;
  for (const std::u32string& cell : cells) {
    const auto label = parse_label(cell);
    if (!label || label->field != Field::goal || label->number == 0) return false;
    if (std::ranges::find(numbers, label->number) != numbers.end()) return false;
    numbers.push_back(label->number);
  }
  return numbers.size() >= 2;
}

std::optional<Header> header_at(const std::vector<WordLine>& lines, std::size_t begin) {
  std::optional<Header> best;
  for (std::size_t end = begin + 1; end <= lines.size() && end - begin <= kMostHeaderLines; ++end) {
    if (end - begin > 1 && top_of(lines[end - 1]) - top_of(lines[end - 2]) > kNextLine) break;
    if (lines[end - 1].size() > kMostHeaderWords || is_section_line(lines, end - 1)) break;
    Header header{headings_of(lines, begin, end), begin, end};
    std::vector<std::u32string> cells;
    for (const Heading& heading : header.headings) cells.push_back(fold(heading.words));
    header.lanes = names_goals(cells);
    if (!header.lanes && !is_header_row(cells)) continue;
    const auto labels = [](const Header& h) {
      return std::ranges::count_if(h.headings,
                                   [](const Heading& one) { return parse_column_label(fold(one.words)).has_value(); });
    };
    if (!best || labels(header) > labels(*best)) best = std::move(header);
  }
  return best;
}

struct BrokenHeading {
  std::optional<Label> label;                             // none: these words begin no heading
  std::vector<std::pair<std::size_t, std::size_t>> ends;  // of its lines: how many words of which line
};

// The heading that the first `count` words of line i begin, with the lines below them.
BrokenHeading heading_from(const std::vector<WordLine>& lines, std::size_t i, std::size_t count) {
  std::u32string words;
  for (std::size_t w = 0; w < count; ++w) words += lines[i][w].words;
  const double left = lines[i].front().left, right = lines[i][count - 1].right;
  BrokenHeading best;
  std::vector<std::pair<std::size_t, std::size_t>> ends = {{i, count}};
  double bottom = bottom_of(lines[i]);
  for (std::size_t k = i;;) {
    const std::u32string folded = fold(words);
    if (const auto label = parse_label(folded)) best = {label, ends};
    if (!may_become_label(folded)) return best;
    // Lines of the other column stand between.
    while (++k < lines.size() && lines[k].front().left > right - 0.1 && top_of(lines[k]) - bottom < 1) {
    }
    if (k >= lines.size() || lines[k].front().right < left + 0.1 || top_of(lines[k]) - bottom > kNextLine - 1)
      return best;
    if (lines[k].front().left > right - 0.1) return best;
    words += lines[k].front().words;
    bottom = bottom_of(lines[k]);
    ends.emplace_back(k, 1);
  }
}

// The space between two columns: where the fewest words stand across, and of those the widest.
struct Gutter {
  double left = 0, right = 0;
  int crossed = std::numeric_limits<int>::max();
  double width() const { return right - left; }
  double middle() const { return (left + right) / 2; }
};

class GridFinder {
 public:
  GridFinder(const std::vector<WordLine>& lines, const JoinWords& join) : lines_(lines), join_(join) {}

  std::vector<SheetPart> find() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (const auto header = header_at(lines_, i)) {
        if (const std::size_t end = read_grid(*header); end > i) {
          i = end;
          continue;
        }
      }
      loose_line(lines_[i++]);
    }
    return std::move(parts_);
  }

 private:
  void loose_line(const WordLine& line) {
    if (parts_.empty() || !parts_.back().grid.empty()) parts_.emplace_back();
    for (Fragment& fragment : join_(line)) parts_.back().fragments.push_back(std::move(fragment));
  }

  // What begins at the left of line i is a heading of its own, with the lines below that go on with it; but 評価結果
  // may stand beside the whole table.
  bool begins_heading(std::size_t i) const {
    for (std::size_t count = 1; count <= std::min(lines_[i].size(), kMostHeadingWords); ++count) {
      const auto label = heading_from(lines_, i, count).label;
      if (label && label->field != Field::results) return true;
    }
    return false;
  }

  bool ends_table(std::size_t i) const {
    const std::vector<Fragment> fragments = join_(lines_[i]);
    const std::u32string folded = fold(fragments.front().words);
    if (fragments.size() == 1 && is_title(folded)) return true;
    const auto label = parse_label(folded);
    if (!label) return false;
    if (is_front_matter(label->field)) return true;
    return fragments.size() == 1 && heads_section(*label);
  }

  // Where the table may end at the latest.
  std::size_t last_line(const Header& header) const {
    const bool goals = header.has_goals();
    for (std::size_t i = header.end; i < lines_.size(); ++i) {
      if (ends_table(i) || header_at(lines_, i) || (!goals && begins_heading(i))) return i;
    }
    return lines_.size();
  }

  // A bullet is where its words are.
  static std::vector<std::pair<double, double>> spans_of(const WordLine& line) {
    std::vector<std::pair<double, double>> spans;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const LineStart start = find_line_start(line[i].words);
      const bool only_mark = start.any() && start.length == line[i].words.size();
      const bool near = i + 1 < line.size() && line[i + 1].left - line[i].right < kHangingMark_em;
      spans.emplace_back(line[i].left, only_mark && near ? line[i + 1].left : line[i].right);
    }
    return spans;
  }

  Gutter gutter_between(std::size_t begin, std::size_t end, double from, double to) const {
    std::vector<double> lefts, rights;  // of spans with a width
    std::vector<double> edges = {from, to};
    for (std::size_t i = begin; i < end; ++i) {
      for (const auto& [left, right] : spans_of(lines_[i])) {
        if (left < right) lefts.push_back(left), rights.push_back(right);
        for (const double edge : {left, right}) {
          if (edge > from && edge < to) edges.push_back(edge);
        }
      }
    }
    for (std::vector<double>* sorted : {&lefts, &rights, &edges}) std::ranges::sort(*sorted);
    const auto same = [](double a, double b) { return b - a < kSameEdge_em; };
    edges.erase(std::unique(edges.begin(), edges.end(), same), edges.end());
    Gutter best;
    for (std::size_t k = 0; k + 1 < edges.size(); ++k) {
      Gutter gutter{edges[k], edges[k + 1], 0};
      // Those that have begun and not yet ended.
      const double x = gutter.middle();
      gutter.crossed = static_cast<int>((std::ranges::lower_bound(lefts, x) - lefts.begin()) -
                                        (std::ranges::upper_bound(rights, x) - rights.begin()));
      const bool fewer = gutter.crossed < best.crossed;
      if (fewer || (gutter.crossed == best.crossed && gutter.width() > best.width())) best = gutter;
    }
    return best;
  }

  std::vector<double> cuts_of(const Header& header, std::size_t end) const {
    std::vector<double> cuts;
    for (std::size_t k = 0; k + 1 < header.headings.size(); ++k) {
      const Heading &left = header.headings[k], &right = header.headings[k + 1];
      cuts.push_back(gutter_between(header.end, end, left.middle(), right.middle()).middle());
    }
    return cuts;
  }

  // 評価結果, which stands beside all of the table, has a column without a heading.
  std::optional<double> side_cut(const Header& header, std::size_t end) const {
    if (header.has_goals() && !header.lanes) return std::nullopt;
    double left = header.headings.front().middle();
    for (std::size_t i = header.end; i < end; ++i) left = std::min(left, lines_[i].front().left);
    const Gutter gutter = gutter_between(header.end, end, left, header.headings.front().middle());
    const bool beside = gutter.crossed == 0 && gutter.left > left && gutter.width() > kNarrowestGutter_em;
    return beside ? std::optional(gutter.middle()) : std::nullopt;
  }

  bool crosses(const WordLine& line, const std::vector<double>& cuts) const {
    return std::ranges::any_of(spans_of(line), [&](const auto& span) {
      return std::ranges::any_of(cuts, [&](double x) { return span.first < x - 0.3 && x + 0.3 < span.second; });
    });
  }

  double gap_above(std::size_t i) const { return top_of(lines_[i]) - bottom_of(lines_[i - 1]); }

  // Returns where the grid ends; where it begins when it is none after all.
  std::size_t read_grid(const Header& header) {
    std::size_t end = last_line(header);
    std::vector<double> cuts = cuts_of(header, end);
    // Words that stand across the columns, with space above them, are what follows the table.
    for (std::size_t i = header.end; i < end; ++i) {
      if (!crosses(lines_[i], cuts) || gap_above(i) < kParagraphGap) continue;
      end = i;
      cuts = cuts_of(header, end);
    }
    if (end == header.end) return header.begin;
    const auto side = side_cut(header, end);
    if (side && header.lanes) return header.begin;  // the headings stand in a column of their own
    if (side) cuts.insert(cuts.begin(), *side);
    GridColumns columns = columns_of(header.end, end, cuts);
    LineBuilder out;
    if (side) {
      for (const Fragment& fragment : columns.front()) out.line(fragment.words, fragment.place, false, 0, fragment.box);
      columns.erase(columns.begin());
      out.new_cell();
    }
    SheetPart part;
    if (header.lanes) {
      put_lanes(header, columns, out);
      part.grid = out.take();
    } else {
      put_lines(header, columns, out);
      part.grid = with_headings_in_each_row(out.take());
    }
    part.headings = static_cast<int>(header.headings.size());
    parts_.push_back(std::move(part));
    return end;
  }

  GridColumns columns_of(std::size_t begin, std::size_t end, const std::vector<double>& cuts) const {
    GridColumns columns(cuts.size() + 1);
    for (std::size_t i = begin; i < end; ++i) {
      std::vector<WordLine> parted(columns.size());
      for (const Fragment& word : lines_[i]) {
        const auto column = std::ranges::lower_bound(cuts, (word.left + word.right) / 2) - cuts.begin();
        parted[static_cast<std::size_t>(column)].push_back(word);
      }
      for (std::size_t c = 0; c < parted.size(); ++c) {
        if (parted[c].empty()) continue;
        for (Fragment& fragment : join_(parted[c])) columns[c].push_back(std::move(fragment));
      }
    }
    return columns;
  }

  static void put_lanes(const Header& header, const GridColumns& columns, LineBuilder& out) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      out.new_cell();
      out.gap();
      out.line(header.headings[c].words, header.headings[c].place, true);
      out.new_cell();
      for (std::size_t i = 0; i < columns[c].size(); ++i) {
        if (i > 0 && columns[c][i].top - columns[c][i - 1].bottom > kParagraphGap) out.gap();
        out.line(columns[c][i].words, columns[c][i].place, false, measure_of(columns, c));
      }
    }
    out.new_cell();
  }

  void put_lines(const Header& header, const GridColumns& columns, LineBuilder& out) const {
    const int first_row = out.new_row();
    std::optional<std::size_t> goals;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      out.new_cell(first_row, static_cast<int>(c));
      out.line(header.headings[c].words, header.headings[c].place, true, 0, header.headings[c].box);
      const auto label = parse_column_label(fold(header.headings[c].words));
      if (label && label->field == Field::goal && !goals) goals = c;
    }
    std::vector<double> measures;
    for (std::size_t c = 0; c < columns.size(); ++c) measures.push_back(measure_of(columns, c));
    for (const GridColumns& row : rows_of(columns, goals)) {
      const int id = out.new_row();
      const std::vector<double> parts = inner_rows(row, goals);
      for (std::size_t c = 0; c < row.size(); ++c) {
        out.new_cell(id, static_cast<int>(c));
        for (std::size_t i = 0; i < row[c].size(); ++i) {
          const double above = i > 0 ? row[c][i].top - row[c][i - 1].bottom : 0;
          if (above > kParagraphGap) out.gap();
          const bool parted = i == 0 ? !parts.empty() : std::ranges::any_of(parts, [&](double y) {
            return row[c][i - 1].bottom <= y && y <= row[c][i].top;
          });
          if (parted && c != goals) out.close(), out.list_item();
          out.line(row[c][i].words, row[c][i].place, false, measures[c], row[c][i].box);
        }
      }
    }
  }

  // How wide a column's lines may be: to where the next begins, less the space around the rule between them.
  static double measure_of(const GridColumns& columns, std::size_t c) {
    const auto left_of = [](const std::vector<Fragment>& column) {
      return std::ranges::min(column, {}, &Fragment::left).left;
    };
    if (columns[c].empty()) return 0;
    if (c + 1 < columns.size() && !columns[c + 1].empty()) return left_of(columns[c + 1]) - left_of(columns[c]) - 1;
    return std::ranges::max(columns[c], {}, &Fragment::right).right - left_of(columns[c]);
  }

  const std::vector<WordLine>& lines_;
  const JoinWords& join_;
  std::vector<SheetPart> parts_;
};

}  // namespace

void set_headings_apart(std::vector<WordLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // 令和 5 年度 is three words, of which each begins a heading: the most are taken.
    for (std::size_t count = std::min(lines[i].size(), kMostHeadingWords); count > 0; --count) {
      const auto ends = heading_from(lines, i, count).ends;
      if (ends.size() < 2) continue;
      for (const auto& [line, words] : ends) {
        if (words < lines[line].size()) lines[line][words].apart = true;
      }
      break;
    }
  }
}

std::vector<SheetPart> find_grids(const std::vector<WordLine>& lines, const JoinWords& join) {
  return GridFinder(lines, join).find();
}

}  // namespace hub::report
