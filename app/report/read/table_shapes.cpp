#include "report/read/table_shapes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/circled_numbers.h"
#include "report/read/tables.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/years.h"

namespace hub::report {

namespace {

constexpr std::size_t kShortestText = 5;     // of a goal; shorter ones are marks
constexpr std::size_t kLongestSection = 20;  // 令和5年度重点目標の評価, 項目
constexpr std::size_t kFewestItems = 4;      // rows

using Rows = std::vector<TableRow>;

std::u32string folded(const TableCell& cell) { return fold(words_of(cell)); }

// A heading of the goals' part that has text of its own: 取組内容, and 目標 in a table.
std::optional<Label> list_label(const TableCell& cell) {
  const auto label = parse_column_label(folded(cell));
  return label && label->field != Field::review_header && !heads_section(*label) ? label : std::nullopt;
}
bool is_label(const TableCell& cell) {
  const std::u32string words = folded(cell);
  return parse_label(words) || parse_column_label(words);
}

// 重点目標①, alone or before the goal's words; 0: it names none.
int goal_named_by(const TableCell& cell) {
  if (cell.empty()) return 0;
  if (const auto label = parse_label(folded(cell))) return label->field == Field::goal ? label->number : 0;
  const std::u32string& words = cell.front().words;
  const std::size_t length = label_prefix(words);
  const auto label = length > 0 ? parse_label(fold(std::u32string_view(words).substr(0, length))) : std::nullopt;
  return label && label->field == Field::goal ? label->number : 0;
}

// Takes its mark or number off; 0: it has none.
int take_number(TableCell& cell) {
  if (cell.empty()) return 0;
  const LineStart start = find_line_start(cell.front().words);
  const int number = start.number > 0 ? start.number : start.marks.empty() ? 0 : start.marks.front();
  if (number == 0) return 0;
  cell.front().words.erase(0, start.length);
  if (cell.front().words.empty()) cell.erase(cell.begin());
  return number;
}
// ① or 2 and nothing else
int number_alone(const TableCell& cell) {
  TableCell rest = cell;
  const int number = take_number(rest);
  return rest.empty() ? number : 0;
}

std::u32string goal_heading(int number) {
  std::u32string words = U"重点目標";
  words.push_back(base::circled_number(std::clamp(number, 1, base::kMaxCircledNumber)));
  return words;
}

class TableShaper {
 public:
  explicit TableShaper(std::vector<Line> lines) : lines_(std::move(lines)) {
    for (const Line& line : lines_) {
      next_cell_ = std::max(next_cell_, line.cell + 1);
      next_row_ = std::max(next_row_, line.row + 1);
    }
  }

  std::vector<Line> shape() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].row == 0) {
        out_.push_back(lines_[i++]);
        continue;
      }
      Rows rows;
      for (int row = 0; i < lines_.size() && lines_[i].row > 0; ++i) {
        if (lines_[i].row != row) rows.emplace_back();
        row = lines_[i].row;
        rows.back()[lines_[i].column].push_back(lines_[i]);
      }
      shape(rows);
    }
    return std::move(out_);
  }

 private:
  void shape(const Rows& rows) {
    for (std::size_t i = 0; i < rows.size();) {
      std::size_t taken = goal_columns(rows, i);
      if (taken == 0) taken = lanes(rows, i);
      if (taken == 0) taken = item_rows(rows, i);
      if (taken == 0) {
        for (const auto& [column, cell] : rows[i]) out_.insert(out_.end(), cell.begin(), cell.end());
        taken = 1;
      }
      i += taken;
    }
  }

  static TableCell heading_cell(std::u32string words, const TableCell& near) {
    Line line = near.front();
    line.words = std::move(words);
    line.gap = true;
    return {line};
  }
  void put(const TableCell& heading, const TableCell& text) {
    int column = 0;
    for (const TableCell* cell : {&heading, &text}) {
      for (const Line& line : *cell) {
        out_.push_back(line);
        out_.back().cell = next_cell_;
        out_.back().row = next_row_;
        out_.back().column = column;
        if (column == 0) out_.back().words = heading_alone(line.words);
      }
      if (!cell->empty()) ++next_cell_;
      ++column;
    }
    ++next_row_;
  }
  static const TableCell& cell_at(const TableRow& row, int column) {
    static const TableCell none;
    const auto found = row.find(column);
    return found == row.end() ? none : found->second;
  }

  // | | 重点目標① | 重点目標② | above 目標 | … | … |, or 重点目標 | … | … | alone; below each a column of its texts.
  // Another column before the headings may say which section the rows below are of.
  std::size_t goal_columns(const Rows& rows, std::size_t begin) {
    const std::vector<int> named = named_columns(rows[begin]);
    const std::vector<int> columns = named.empty() ? text_columns(rows[begin]) : named;
    if (columns.empty()) return 0;
    const int front = columns.front();
    std::size_t end = begin + 1;
    std::u32string section = section_of(rows[named.empty() || end == rows.size() ? begin : end], front);
    bool goals = false;
    for (; end < rows.size() && is_row_of(rows[end], columns); ++end) {
      if (field_of(rows[end], front) != Field::goal) continue;
      // Another section's: with a first row of its own, or said by the column before.
      if (named.empty() || (goals && !begins_section(rows[end], front, section))) break;
      goals = true;
    }
    const bool only_numbers = !named.empty() && goal_named_by(cell_at(rows[begin], named.front())) == 0;
    if (end == begin + 1 || (only_numbers && !goals)) return 0;
    put_section(rows[begin], front);
    for (std::size_t from = begin + 1; from < end;) {
      std::size_t to = from + 1;
      while (to < end && !begins_section(rows[to], front, section)) ++to;
      if (!named.empty()) put_section(rows[from], front);
      int number = 0;
      for (const int column : columns) put_goal(rows, {begin, from, to, front}, column, named.empty() ? ++number : 0);
      if (to < end) section = section_of(rows[to], front);
      from = to;
    }
    return end - begin;
  }
  static std::vector<int> named_columns(const TableRow& row) {
    std::vector<int> columns;
    std::set<int> numbers;
    for (const auto& [column, cell] : row) {
      const bool other = is_label(cell) && goal_named_by(cell) == 0;
      const int goal = std::max(goal_named_by(cell), number_alone(cell));
      if (goal > 0 && numbers.insert(goal).second) {
        columns.push_back(column);
      } else if (other || !columns.empty() || words_of(cell).size() > kLongestSection) {
        return {};
      }
    }
    // One alone needs a column for the headings on its left.
    return columns.size() >= 2 || (columns.size() == 1 && columns.front() > 0) ? columns : std::vector<int>();
  }
  static std::vector<int> text_columns(const TableRow& row) {
    std::vector<int> columns;
    auto cell = row.begin();
    // 令和3年度評価 is a heading, but before another one it says which section.
    const auto passed = [](const TableCell& one) { return !list_label(one) || !section_heading(folded(one)).empty(); };
    if (const auto first = list_label(cell->second); (!first || first->field != Field::goal) && passed(cell->second)) {
      ++cell;
    }
    const auto label = cell == row.end() ? std::nullopt : list_label(cell->second);
    if (!label || label->field != Field::goal || label->number > 0 || std::distance(cell, row.end()) < 3) return {};
    for (++cell; cell != row.end(); ++cell) {
      if (is_label(cell->second) || words_of(cell->second).size() < kShortestText) return {};
      columns.push_back(cell->first);
    }
    return columns;
  }
  // The heading of a row's texts: the last cell before them.
  static const TableCell* label_before(const TableRow& row, int first) {
    auto cell = row.lower_bound(first);
    return cell == row.begin() ? nullptr : &std::prev(cell)->second;
  }
  static bool is_row_of(const TableRow& row, const std::vector<int>& columns) {
    const TableCell* label = label_before(row, columns.front());
    if (!label || !list_label(*label)) return false;
    return std::all_of(row.lower_bound(columns.front()), row.end(), [&](const auto& cell) {
      return std::ranges::find(columns, cell.first) != columns.end() && !is_label(cell.second);
    });
  }
  // What stands before the heading of a row; empty: nothing.
  static std::u32string section_of(const TableRow& row, int first) {
    const auto end = row.lower_bound(first);
    return std::distance(row.begin(), end) >= 2 ? folded(row.begin()->second) : std::u32string();
  }
  static bool begins_section(const TableRow& row, int first, const std::u32string& before) {
    const std::u32string own = section_of(row, first);
    return !own.empty() && own != before;
  }
  // A row of headings has nothing but the section before its goals, and another one its own heading.
  void put_section(const TableRow& row, int first) {
    const TableCell& cell = row.begin()->second;
    if (row.begin()->first >= first || (list_label(cell) && section_of(row, first).empty())) return;
    const std::u32string heading = section_heading(folded(cell));
    if (!heading.empty()) {
      put(heading_cell(heading, cell), {});
    } else if (!names_columns({folded(cell)})) {
      put(cell, {});
    }
  }
  // The rows of one section, and the one that tells the goals.
  struct GoalRows {
    std::size_t head = 0, begin = 0, end = 0;
    int front = 0;  // the first column of goals
  };
  // `number`: of a goal that the first row does not name but says; 0: it names it.
  void put_goal(const Rows& rows, const GoalRows& of, int column, int number) {
    TableCell heading = cell_at(rows[of.head], column), text;
    if (number > 0) {
      text = heading;
      const int own = take_number(text);
      heading = heading_cell(goal_heading(own > 0 ? own : number), heading);
    } else if (goal_named_by(heading) == 0) {
      heading = heading_cell(goal_heading(number_alone(heading)), heading);
    }
    for (std::size_t i = of.begin; i < of.end; ++i) {
      if (field_of(rows[i], of.front) == Field::goal) text = cell_at(rows[i], column);
    }
    put(heading, text);
    for (std::size_t i = of.begin; i < of.end; ++i) {
      const TableCell& cell = cell_at(rows[i], column);
      if (!cell.empty() && field_of(rows[i], of.front) != Field::goal) put(*label_before(rows[i], of.front), cell);
    }
  }
  static Field field_of(const TableRow& row, int front) { return list_label(*label_before(row, front))->field; }

  // 重点目標① | 重点目標② above 取組内容 | 取組内容, or the text between them: each lane is a table of its own.
  std::size_t lanes(const Rows& rows, std::size_t begin) {
    const std::vector<int> starts = lane_starts(rows[begin]);
    if (starts.size() < 2) return 0;
    std::size_t end = begin + 1, headings = 0;
    for (; end < rows.size() && rows[end].begin()->first >= starts.front(); ++end) {
      if (lane_starts(rows[end]).size() >= 2) break;  // the next goals
      const TableCell& first = rows[end].begin()->second;
      if ((rows[end].size() == 1 && is_section(first)) || is_header_row(folded_cells(rows[end]))) break;
      if (heads_lanes(rows[end], starts)) ++headings;
    }
    if (headings == 0) return 0;
    for (std::size_t lane = 0; lane < starts.size(); ++lane) {
      put_lane(rows, begin, end, starts[lane], lane + 1 < starts.size() ? starts[lane + 1] : kLastColumn);
    }
    return end - begin;
  }
  static constexpr int kLastColumn = 1 << 20;
  static bool is_section(const TableCell& cell) {
    const auto label = parse_label(folded(cell));
    return label && heads_section(*label);
  }
  // Where cells name goals: all of them, or every second one.
  static std::vector<int> lane_starts(const TableRow& row) {
    std::vector<int> starts;
    std::set<int> numbers;
    for (const auto& [column, cell] : row) {
      const int number = goal_named_by(cell);
      if (number > 0 && numbers.insert(number).second) starts.push_back(column);
    }
    const bool regular = row.size() == starts.size() || row.size() == 2 * starts.size();
    return regular && !starts.empty() && row.begin()->first == starts.front() ? starts : std::vector<int>();
  }
  // 取組内容 | 取組内容
  static bool heads_lanes(const TableRow& row, const std::vector<int>& starts) {
    std::set<Field> fields;
    std::size_t labels = 0;
    for (const int start : starts) {
      const auto label = list_label(cell_at(row, start));
      if (!label) continue;
      fields.insert(label->field);
      ++labels;
    }
    return labels >= 2 && fields.size() == 1;
  }
  void put_lane(const Rows& rows, std::size_t begin, std::size_t end, int first, int behind) {
    TableCell heading;
    for (std::size_t i = begin; i < end; ++i) {
      for (auto cell = rows[i].lower_bound(first); cell != rows[i].end() && cell->first < behind; ++cell) {
        if (is_label(cell->second) || goal_named_by(cell->second) > 0) {
          if (!heading.empty()) put(heading, {});
          heading = cell->second;
        } else {
          put(std::exchange(heading, {}), cell->second);
        }
      }
    }
    if (!heading.empty()) put(heading, {});
  }

  // 令和5年度重点目標の評価 | 1 | 取組内容 | ① | …: a row an entry.
  std::size_t item_rows(const Rows& rows, std::size_t begin) {
    const auto column = label_column(rows[begin]);
    if (!column) return 0;
    std::size_t end = begin, again = 0;
    for (; end < rows.size() && is_item(rows[end], *column); ++end) {
      const auto same = [&](const auto& cell) {
        return cell.first < *column && words_of(cell.second) == words_of(cell_at(rows[end - 1], cell.first));
      };
      const bool empty = rows[end].begin()->first == *column;
      if (end > begin && (empty || std::ranges::any_of(rows[end], same))) ++again;
    }
    if (end - begin < kFewestItems || again * 2 < end - begin) return 0;
    section_.clear();
    number_ = 0;
    for (std::size_t i = begin; i < end; ++i) put_item(rows[i], *column);
    put_entries();
    return end - begin;
  }
  static bool is_item(const TableRow& row, int column) {
    const bool first = row.begin()->first == column && row.size() >= 2 && list_label(row.begin()->second) &&
                       !is_label(std::prev(row.end())->second);
    if (!first && label_column(row) != column) return false;
    // One text: what stands before it is its number.
    return std::all_of(row.upper_bound(column), std::prev(row.end()),
                       [](const auto& cell) { return number_alone(cell.second) > 0; });
  }
  // The column of headings, behind another one and before the text.
  static std::optional<int> label_column(const TableRow& row) {
    for (auto cell = row.begin(); cell != row.end(); ++cell) {
      if (cell == row.begin() || std::next(cell) == row.end()) continue;
      const std::u32string words = folded(cell->second);
      const bool label = list_label(cell->second) || (parse_label(words) && is_front_matter(parse_label(words)->field));
      if (label && !is_label(std::prev(row.end())->second)) return cell->first;
    }
    return std::nullopt;
  }
  void put_item(const TableRow& row, int label_column) {
    const TableCell &label = cell_at(row, label_column), &text = std::prev(row.end())->second;
    for (auto cell = row.begin(); cell->first < label_column; ++cell) say_where(cell->second);
    const auto parsed = parse_column_label(folded(label));
    TableCell heading = label;
    if (parsed && parsed->field == Field::goal && goal_ > 0) {
      heading = heading_cell(goal_heading(goal_), label);
      number_ = goal_;
    } else if (goal_ != number_) {
      put_entries();
      put(heading_cell(goal_heading(goal_), label), {});
      number_ = goal_;
    }
    if (folded(heading) != folded(heading_)) {
      put_entries();
      heading_ = heading;
    }
    TableCell words = text;
    for (auto cell = row.upper_bound(label_column); std::next(cell) != row.end(); ++cell) {
      if (number_alone(cell->second) > 0) words.front().words.insert(0, words_of(cell->second));
    }
    add_below(entries_, words);
  }
  // What stands before the heading: the section, or the goal's number.
  void say_where(const TableCell& cell) {
    if (const int number = number_alone(cell); number > 0) {
      goal_ = number;
    } else if (const std::u32string words = folded(cell); words != section_) {
      section_ = words;
      put_entries();
      goal_ = number_ = 0;
      if (const std::u32string heading = section_heading(words); !heading.empty()) put(heading_cell(heading, cell), {});
    }
  }
  void put_entries() {
    if (!entries_.empty()) put(heading_, entries_);
    entries_.clear();
    heading_.clear();
  }

  std::vector<Line> lines_;
  std::vector<Line> out_;
  int next_cell_ = 0;
  int next_row_ = 1;
  std::u32string section_;  // folded, of the rows so far
  int goal_ = 0, number_ = 0;
  TableCell heading_, entries_;
};

}  // namespace

std::u32string words_of(const TableCell& cell) {
  std::u32string words;
  for (const Line& line : cell) words += line.words;
  return words;
}

std::vector<std::u32string> folded_cells(const TableRow& row) {
  std::vector<std::u32string> cells;
  for (const auto& [column, cell] : row) cells.push_back(fold(words_of(cell)));
  return cells;
}

void add_below(TableCell& above, TableCell& below) {
  if (!above.empty()) {
    above.front().item = above.back().closed = true;
    below.front().item = true;
  }
  above.insert(above.end(), below.begin(), below.end());
}

bool names_columns(const std::vector<std::u32string>& cells) {
  constexpr std::u32string_view kNames[] = {
      U"項目", U"項目名", U"区分", U"事項", U"見出し", U"内容", U"記載内容", U"本文",     U"記入欄", U"説明",
      U"備考", U"番号",   U"no",   U"no.",  U"年度",   U"種別", U"目標番号", U"取組番号", U"項番",   U"文"};
  return std::ranges::all_of(cells, [&](std::u32string cell) {
    std::ranges::transform(cell, cell.begin(), [](char32_t c) { return c >= U'A' && c <= U'Z' ? c + 0x20 : c; });
    return std::ranges::find(kNames, cell) != std::end(kNames);
  });
}

std::u32string section_heading(std::u32string_view folded) {
  constexpr std::u32string_view kReview[] = {U"評価", U"振り返り", U"ふりかえり", U"振返り", U"実績", U"評価結果"};
  constexpr std::u32string_view kNext[] = {U"目標", U"計画", U"次年度", U"次年度目標", U"次年度の目標", U"来年度"};
  if (const auto label = parse_label(folded); label && heads_section(*label)) return std::u32string(folded);
  const auto is = [&](std::u32string_view word) { return folded == word; };
  if (std::ranges::any_of(kReview, is)) return U"重点目標の評価";
  if (std::ranges::any_of(kNext, is)) return U"次年度重点目標";
  const auto year = fiscal_year_at(folded, 0);
  if (!year) return {};
  const std::u32string_view rest = folded.substr(year->length);
  const bool reviewed = std::ranges::any_of(kReview, [&](std::u32string_view word) { return contains(rest, word); });
  if (reviewed) return std::u32string(folded.substr(0, year->length)) + U"重点目標の評価";
  return rest.empty() || contains(rest, U"目標") ? std::u32string(folded.substr(0, year->length)) + U"重点目標"
                                                 : std::u32string();
}

std::vector<Line> with_plain_tables(std::vector<Line> lines) { return TableShaper(std::move(lines)).shape(); }

}  // namespace hub::report
