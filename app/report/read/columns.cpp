#include "report/read/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "report/read/line_builder.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

constexpr double kSameLeft = 1.2;           // fragments that begin this near begin at one edge
constexpr double kOtherLine = 0.35;         // of a line: headings may be set closer than the text
constexpr double kLineGap = 1.1;            // lines of one heading are nearer; a line of text may part them
constexpr std::size_t kFewestInColumn = 4;  // lines that make a column of text
constexpr int kFewestHeadings = 2;
constexpr double kOutside = 5;           // a heading that stands above or below its text
constexpr double kOtherAlignment = 1.5;  // a row that does not keep to the table's alignment
constexpr double kSlack = 0.6;
constexpr double kMisaligned = 1.5;  // a line
constexpr double kMostMisaligned = 6;
constexpr double kGapWorth = 1.2;              // of a line's height of space between rows
constexpr double kEmptyRow = 3;                // a heading without text
constexpr double kBrokenSentence = 1.5;        // a row that ends in the middle of a sentence
constexpr double kNewPage = 0.8;               // gained where a row begins on a new page
constexpr double kNewEntry = 0.4;              // gained where a row begins with ② or ・
constexpr double kNewList = 1.5;               // … with ① or 1
constexpr std::size_t kMostHeadingLines = 16;  // 事業の評価実施方法及び… two characters a line
constexpr std::size_t kLongestRow = 200;       // lines

struct Heading {
  std::vector<const Fragment*> parts;
  std::u32string words;
  Label label;
  double top = 0, bottom = 0;
  double middle() const { return (top + bottom) / 2; }
  // Of those of its lines that stand on the page of the first.
  PageBox box() const {
    PageBox whole;
    for (const Fragment* part : parts) {
      if (part->place.page == parts.front()->place.page) whole = united(whole, part->box);
    }
    return whole;
  }
};

bool overlap(const Fragment& a, double top, double bottom) { return a.top < bottom - 0.1 && a.bottom > top + 0.1; }

// Headings on the left of a split, their text on its right. Refers to the fragments that it is made of.
class Table {
 public:
  // split: where the text begins.
  Table(const std::vector<Fragment>& fragments, double split) : split_(split) {
    for (const Fragment& fragment : fragments) {
      (fragment.right <= split_ + 0.3 && fragment.left < split_ - kSameLeft ? left_ : right_).push_back(&fragment);
    }
    find_headings();
    const auto beside = [&](const Heading& heading) { return has_text_beside(heading); };
    const bool too_many = headings_.size() > kMostHeadings;
    headings_beside_text_ =
        too_many ? static_cast<int>(headings_.size()) : static_cast<int>(std::ranges::count_if(headings_, beside));
  }

  double split() const { return split_; }
  const std::optional<Refusal>& refused() const { return out_.refused(); }
  int headings_beside_text() const { return headings_beside_text_; }

  std::vector<Line> lines() {
    measure_ = measure();
    std::vector<double> bars = barriers();
    bars.push_back(std::numeric_limits<double>::infinity());
    double from = -std::numeric_limits<double>::infinity();
    for (const double bar : bars) {
      put_region(from, bar);
      from = bar;
    }
    return out_.take();
  }

 private:
  // In the column of text. In text that keeps its columns by spaces, lines beside no heading begin further left than
  // those beside one, but never as far as the headings reach.
  bool stands_right(const Fragment& fragment) const {
    return fragment.left > split_ - kSameLeft || (headings_end_ > 0 && fragment.left > headings_end_ + kSlack);
  }

  bool has_text_beside(const Heading& heading) const {
    return std::ranges::any_of(
        right_, [&](const Fragment* f) { return stands_right(*f) && overlap(*f, heading.top, heading.bottom); });
  }

  // Joins the lines of a heading; what is none goes to the text.
  void find_headings() {
    std::vector<bool> used(left_.size());
    for (std::size_t i = 0; i < left_.size(); ++i) {
      if (used[i]) continue;
      const std::vector<std::size_t> chain = heading_from(i, used);
      if (chain.empty()) right_.push_back(left_[i]);
      if (!chain.empty()) add_heading(chain);
      for (const std::size_t k : chain) used[k] = true;
    }
    for (const Heading& heading : headings_) {
      if (heads_section(heading.label)) continue;
      for (const Fragment* part : heading.parts) headings_end_ = std::max(headings_end_, part->right);
    }
    // A section's heading with nothing beside it is a line of its own.
    std::erase_if(headings_, [&](const Heading& heading) {
      if (!heads_section(heading.label) || has_text_beside(heading)) return false;
      for (const Fragment* part : heading.parts) right_.push_back(part);
      return true;
    });
    std::ranges::stable_sort(headings_, {}, &Heading::middle);
    std::ranges::stable_sort(right_, [](const Fragment* a, const Fragment* b) {
      return std::abs(a->top - b->top) < 0.3 ? a->left < b->left : a->top < b->top;
    });
  }

  // The lines of the heading that begins with line i of the left column: the most that make one; none when none do.
  std::vector<std::size_t> heading_from(std::size_t i, const std::vector<bool>& used) const {
    std::vector<std::size_t> chain = {i}, best;
    std::u32string words = left_[i]->words;
    if (parse_label(fold(words))) best = chain;
    for (std::size_t k = i + 1; k < left_.size() && chain.size() < kMostHeadingLines; ++k) {
      const Fragment &last = *left_[chain.back()], &next = *left_[k];
      if (used[k] || next.left > last.right || next.right < last.left || next.top < last.top + kOtherLine) continue;
      if (next.top - last.bottom > kLineGap) break;
      if (!best.empty() && is_next_label(fold(words), fold(next.words))) break;
      words += next.words;
      chain.push_back(k);
      const std::u32string folded = fold(words);
      if (parse_label(folded)) best = chain;
      if (!parse_label(folded) && !may_become_label(folded)) break;
    }
    return best;
  }

  void add_heading(const std::vector<std::size_t>& chain) {
    Heading heading;
    for (const std::size_t k : chain) {
      heading.parts.push_back(left_[k]);
      heading.words += left_[k]->words;
    }
    heading.label = *parse_label(fold(heading.words));
    heading.top = heading.parts.front()->top;
    heading.bottom = heading.parts.back()->bottom;
    headings_.push_back(std::move(heading));
  }

  // Where lines run across both columns, or head a section: rows do not reach over them.
  std::vector<double> barriers() const {
    std::vector<double> bars;
    for (const Fragment* f : right_) {
      const bool across = !stands_right(*f);
      const auto label = parse_label(fold(f->words));
      if (across || (label && heads_section(*label)) || is_title(fold(f->words))) {
        bars.push_back(f->top);
        bars.push_back(f->bottom - 0.05);
      }
    }
    std::ranges::sort(bars);
    return bars;
  }

  void put_region(double from, double to) {
    std::vector<const Heading*> headings;
    std::vector<const Fragment*> text;
    for (const Heading& heading : headings_) {
      if (heading.middle() >= from && heading.middle() < to) headings.push_back(&heading);
    }
    for (const Fragment* fragment : right_) {
      if (fragment->top >= from && fragment->top < to) text.push_back(fragment);
    }
    if (headings.size() > kMostHeadings) return out_.refuse(Refusal::headings);
    if (text.size() > kMostLines) return out_.refuse(Refusal::lines);
    // Lines across both columns may be one paragraph: they stay in one cell.
    if (headings.empty()) return put_text(text, 0, text.size());
    const std::vector<std::size_t> ends = partition(headings, text);
    put_text(text, 0, ends[0]);
    for (std::size_t k = 0; k < headings.size(); ++k) {
      const int row = out_.new_row();
      out_.gap();
      out_.new_cell(row, 0);
      out_.line(headings[k]->words, headings[k]->parts.front()->place, true, 0, headings[k]->box());
      out_.gap();
      out_.new_cell(row, 1);
      put_text(text, ends[k], ends[k + 1]);
    }
    out_.gap();
    out_.new_cell();
  }

  void put_text(const std::vector<const Fragment*>& text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (i > from && text[i]->top - text[i - 1]->bottom > 0.6 * line_height()) out_.gap();
      out_.line(text[i]->words, text[i]->place, false, measure_, text[i]->box);
    }
  }
  // The widest line of a table that has sentences shows how wide its lines may be, when it stops in the middle of one.
  double measure() const {
    const auto of_column = [&](const Fragment* f) { return stands_right(*f); };
    const auto ends = [&](const Fragment* f) { return of_column(f) && ends_sentence(f->words); };
    const Fragment* widest = nullptr;
    for (const Fragment* f : right_) {
      if (of_column(f) && (!widest || f->right > widest->right)) widest = f;
    }
    return widest && !ends(widest) && std::ranges::any_of(right_, ends) ? widest->right - split_ : 0;
  }
  double line_height() const { return right_.empty() ? 1 : right_.front()->bottom - right_.front()->top; }

  // Which lines stand beside which heading: rows follow each other without holes, and a heading stands in the middle of
  // its row, or at its top; the whole table keeps to one of the two.
  static std::vector<std::size_t> partition(const std::vector<const Heading*>& headings,
                                            const std::vector<const Fragment*>& text) {
    std::vector<Beginning> beginnings(text.size());
    for (std::size_t from = 1; from < text.size(); ++from)
      beginnings[from] = beginning_of(*text[from - 1], *text[from]);
    const auto [middle_cost, middle] = partition_as(headings, text, beginnings, true);
    const auto [top_cost, top] = partition_as(headings, text, beginnings, false);
    return middle_cost <= top_cost ? middle : top;
  }

  // What a line says of a row that begins with it, whatever the heading: gains and costs, in the order in which they
  // are added up.
  struct Beginning {
    double gap = 0, entry = 0, broken = 0, new_page = 0;
  };
  static Beginning beginning_of(const Fragment& above, const Fragment& first) {
    const double gap = first.top - above.bottom;
    const LineStart start = find_line_start(first.words);
    const bool first_mark = start.number == 1 || (!start.marks.empty() && start.marks.front() == 1);
    // Space between pages says nothing.
    const bool whole = ends_sentence(above.words);
    const bool new_page = first.place.page > above.place.page;
    return {kGapWorth * std::clamp(gap, 0.0, 1.5),
            first_mark    ? kNewList
            : start.any() ? kNewEntry
                          : 0,
            !whole && (gap < 0.5 || new_page) ? kBrokenSentence : 0, whole && new_page ? kNewPage : 0};
  }

  using Partition = std::pair<double, std::vector<std::size_t>>;
  static Partition partition_as(const std::vector<const Heading*>& headings, const std::vector<const Fragment*>& text,
                                const std::vector<Beginning>& beginnings, bool in_middle) {
    const std::size_t rows = headings.size(), count = text.size();
    const double never = std::numeric_limits<double>::infinity();
    // cost[k][j]: the first k headings have the first j lines.
    std::vector<std::vector<double>> cost(rows + 1, std::vector<double>(count + 1, never));
    std::vector<std::vector<std::size_t>> begin(rows + 1, std::vector<std::size_t>(count + 1, 0));
    for (std::size_t j = 0; j <= count; ++j) cost[0][j] = 4.0 * static_cast<double>(j);  // above the first heading
    for (std::size_t k = 1; k <= rows; ++k) {
      for (std::size_t j = 0; j <= count; ++j) {
        for (std::size_t i = j > kLongestRow ? j - kLongestRow : 0; i <= j; ++i) {
          if (cost[k - 1][i] == never) continue;
          const double whole = cost[k - 1][i] + row_cost(*headings[k - 1], text, beginnings, i, j, in_middle);
          if (whole < cost[k][j]) cost[k][j] = whole, begin[k][j] = i;
        }
      }
    }
    std::vector<std::size_t> ends(rows + 1, count);
    for (std::size_t k = rows; k > 0; --k) ends[k - 1] = begin[k][ends[k]];
    return {cost[rows][count], ends};
  }

  static double row_cost(const Heading& heading, const std::vector<const Fragment*>& text,
                         const std::vector<Beginning>& beginnings, std::size_t from, std::size_t to, bool in_middle) {
    if (from == to) return kEmptyRow;
    const double top = text[from]->top, bottom = text[to - 1]->bottom;
    // Space below a cell's last paragraph moves its middle.
    const double from_middle = std::max(0.0, std::abs((top + bottom) / 2 - heading.middle()) - kSlack) * kMisaligned;
    const double from_top = std::max(0.0, std::abs(top - heading.top) - kSlack) * kMisaligned;
    // A row that a page's end parts keeps neither.
    double cost = std::min(
        {in_middle ? from_middle : from_top, (in_middle ? from_top : from_middle) + kOtherAlignment, kMostMisaligned});
    if (heading.middle() < top - 0.7 || heading.middle() > bottom + 0.7) cost += kOutside;
    // Nothing of the first line.
    const Beginning& beginning = beginnings[from];
    cost -= beginning.gap;
    cost -= beginning.entry;
    cost += beginning.broken;
    cost -= beginning.new_page;
    return cost;
  }

  double split_;
  std::vector<const Fragment*> left_;
  std::vector<const Fragment*> right_;
  std::vector<Heading> headings_;
  LineBuilder out_;
  double headings_end_ = 0;  // the right edge of the widest
  double measure_ = 0;       // of a line, in em; 0: not known
  int headings_beside_text_ = 0;
};

// The table at the edge that has most lines of text, and headings on its left.
std::optional<Table> find_table(const std::vector<Fragment>& fragments) {
  std::vector<double> lefts;
  lefts.reserve(fragments.size());
  for (const Fragment& fragment : fragments) lefts.push_back(fragment.left);
  std::ranges::sort(lefts);
  std::optional<Table> best;
  std::size_t best_count = 0;
  for (std::size_t i = 0; i < lefts.size();) {
    std::size_t end = i;
    while (end < lefts.size() && lefts[end] <= lefts[i] + kSameLeft) ++end;
    const std::size_t count = end - i;
    if (count >= kFewestInColumn && count > best_count && lefts[i] > lefts.front() + kSameLeft) {
      Table table(fragments, lefts[i]);
      const int headings = table.headings_beside_text();
      if (headings >= kFewestHeadings && (!best || headings >= best->headings_beside_text())) {
        best = std::move(table);
        best_count = count;
      }
    }
    i = end;
  }
  return best;
}

// Where the columns of the whole sheet part; looked for when the first table asks that has too few headings itself.
class SheetSplit {
 public:
  explicit SheetSplit(const std::vector<SheetPart>& parts) : parts_(parts) {}

  struct Found {
    double left = 0;   // where the text begins
    int headings = 0;  // beside text, of the whole sheet; 0: there is no such place
  };
  const Found& find() {
    if (std::exchange(looked_, true)) return found_;
    std::vector<Fragment> all;
    for (const SheetPart& part : parts_) all.insert(all.end(), part.fragments.begin(), part.fragments.end());
    if (const auto table = find_table(all)) found_ = {table->split(), table->headings_beside_text()};
    return found_;
  }

 private:
  const std::vector<SheetPart>& parts_;
  bool looked_ = false;
  Found found_;
};

// A title or a section's heading, alone on its line: the tables above and below it may have other columns.
bool parts_tables(const std::vector<Fragment>& fragments, std::size_t i) {
  const Fragment& one = fragments[i];
  const std::u32string folded = fold(one.words);
  const auto label = parse_label(folded);
  if (!is_title(folded) && !(label && heads_section(*label))) return false;
  return std::ranges::none_of(
      fragments, [&](const Fragment& other) { return &other != &one && overlap(other, one.top, one.bottom); });
}

std::vector<std::vector<Fragment>> tables_of(const std::vector<Fragment>& fragments) {
  std::vector<std::vector<Fragment>> tables(1);
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    if (parts_tables(fragments, i)) tables.emplace_back();
    tables.back().push_back(fragments[i]);
  }
  return tables;
}

// Cells and rows count on from those of the tables before.
void append(std::vector<Line> table, std::vector<Line>& all) {
  if (!table.empty() && !all.empty()) table.front().gap = true;
  int cell = 0, row = 0;
  for (const Line& line : all) cell = std::max(cell, line.cell), row = std::max(row, line.row);
  for (Line& line : table) {
    line.cell += cell + 1;
    if (line.row > 0) line.row += row;
    all.push_back(std::move(line));
  }
}

std::vector<Line> in_file_order(const std::vector<Fragment>& fragments) {
  LineBuilder lines;
  const Fragment* last = nullptr;
  for (const Fragment& fragment : fragments) {
    if (last && fragment.top - last->bottom > 0.6) lines.gap();
    lines.line(fragment.words, fragment.place, false, 0, fragment.box);
    last = &fragment;
  }
  return lines.take();
}

}  // namespace

std::optional<Columns> read_columns(const std::vector<SheetPart>& parts) {
  Columns columns;
  SheetSplit whole(parts);
  for (const SheetPart& part : parts) {
    columns.headings += part.headings;
    append(part.grid, columns.lines);
    for (const std::vector<Fragment>& fragments : tables_of(part.fragments)) {
      std::optional<Table> table = find_table(fragments);
      int headings = 0;
      if (table) headings = table->headings_beside_text();
      // A table with one row has too few headings of its own to tell.
      if (!table && whole.find().headings > 0) {
        Table row(fragments, whole.find().left);
        if (row.headings_beside_text() > 0) {
          table = std::move(row);
          headings = whole.find().headings;
        }
      }
      columns.headings += headings;
      append(table ? table->lines() : in_file_order(fragments), columns.lines);
      if (table && table->refused()) columns.refused = table->refused();
    }
  }
  if (columns.headings == 0) return std::nullopt;
  return columns;
}

}  // namespace hub::report
