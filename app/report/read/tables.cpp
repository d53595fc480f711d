#include "report/read/tables.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/circled_numbers.h"
#include "report/read/table_shapes.h"
#include "report/words/characters.h"
#include "report/words/line_start.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

constexpr std::size_t kLongestOtherHeading = 8;  // of a column that is none of ours
constexpr std::size_t kLongestGoalName = 12;     // 令和５年度重点目標①

using Cell = TableCell;
using Row = TableRow;

// 重点目標① before the goal's words, in one cell with them.
bool names_itself(std::u32string_view words) {
  for (std::size_t length = 2; length <= std::min(words.size(), kLongestGoalName); ++length) {
    const auto label = parse_label(fold(words.substr(0, length)));
    if (label && label->field == Field::goal && label->number > 0) return true;
  }
  return false;
}

// Marks or numbers that begin a line of the cell.
std::size_t starts_in(const Cell& cell) {
  return static_cast<std::size_t>(std::ranges::count_if(cell, [](const Line& line) {
    const LineStart start = find_line_start(line.words);
    return !start.marks.empty() || start.number > 0;
  }));
}

class TableReader {
 public:
  explicit TableReader(std::vector<Line> lines) : lines_(std::move(lines)) {
    for (const Line& line : lines_) next_cell_ = std::max(next_cell_, line.cell + 1);
    take_off_row_numbers();
  }

  std::vector<Line> read() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].row == 0) {
        end_table();
        out_.push_back(lines_[i++]);
        continue;
      }
      Row row;
      const std::size_t begin = i;
      for (; i < lines_.size() && lines_[i].row == lines_[begin].row; ++i) row[lines_[i].column].push_back(lines_[i]);
      if (row.size() < 2 || !names_columns(folded_cells(row))) take(row);
    }
    end_table();
    return std::move(out_);
  }

 private:
  // 1, 2, 3 … in the first column of many rows count them, and no goals.
  void take_off_row_numbers() {
    constexpr int kFewest = 6;
    std::vector<bool> counts(lines_.size());
    int last = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      counts[i] = line.row > 0 && line.column == 0 && utf8(fold(line.words)) == std::to_string(last + 1);
      if (counts[i]) ++last;
    }
    if (last < kFewest) return;
    std::vector<Line> kept;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!counts[i]) kept.push_back(std::move(lines_[i]));
    }
    lines_ = std::move(kept);
  }

  void take(Row& row) {
    if (is_header_row(folded_cells(row))) {
      // Said again at the top of the next page.
      if (folded_cells(row) == folded_cells(header_)) return;
      end_table();
      header_ = row;
      return;
    }
    if (!header_.empty()) take_section(row);
    if (row.empty()) return;
    if (header_.empty() || heads_itself(row)) {
      end_table();
      take_off_goal_word(row);
      for (const auto& [column, cell] : row) out_.insert(out_.end(), cell.begin(), cell.end());
      return;
    }
    head_first_column(row);
    number_entries(row);
    if (goes_on(row)) {
      add_to_last(row);
    } else {
      rows_.push_back(row);
      last_ = row;
    }
  }

  // A column before the goals' that says which section its row is of.
  void take_section(Row& row) {
    const std::optional<int> goals = goal_column();
    for (auto cell = row.begin(); cell != row.end(); ++cell) {
      const auto above = header_.find(cell->first);
      if (above == header_.end() || !goals || cell->first >= *goals) return;
      const std::u32string words = fold(words_of(cell->second)), heading = section_heading(words);
      if (heading.empty()) continue;
      if (std::exchange(section_, words) != words) {
        put_rows();
        Line line = cell->second.front();
        line.words = heading;
        line.gap = true;
        put_cell({line}, line.row);
      }
      row.erase(cell);
      return;
    }
  }

  // A column of goals without a heading above it.
  void head_first_column(const Row& row) {
    const auto& [column, cell] = *row.begin();
    if (column >= header_.begin()->first || goal_column()) return;
    if (words_of(cell).size() <= kLongestOtherHeading) return;
    Line label = header_.begin()->second.front();
    label.words = U"重点目標";
    header_[column] = {label};
  }

  // ① in a column between the goals' and the others is the mark of the row's entries.
  void number_entries(Row& row) const {
    const std::optional<int> goals = goal_column();
    if (!goals) return;
    for (auto cell = row.upper_bound(*goals); cell != row.end(); ++cell) {
      const auto above = header_.find(cell->first);
      if (above == header_.end() || parse_column_label(fold(words_of(above->second)))) return;
      const std::u32string words = words_of(cell->second);
      const LineStart start = find_line_start(words);
      if (!start.any() || start.length < words.size()) continue;
      const int number = start.marks.empty() ? start.number : start.marks.front();
      cell = row.erase(cell);
      for (; number > 0 && cell != row.end(); ++cell) {
        std::u32string& text = cell->second.front().words;
        if (find_line_start(text).marks.empty()) text.insert(0, 1, base::circled_number(number));
      }
      return;
    }
  }

  // Of the same goal: its cell is empty or says it again, or no column is the goals'.
  bool goes_on(const Row& row) const {
    if (rows_.empty()) return false;
    const std::optional<int> goals = goal_column();
    if (!goals) return has_activities();
    const auto own = row.find(*goals);
    if (own == row.end()) return true;
    const auto last = last_.find(*goals);
    return last != last_.end() && fold(words_of(own->second)) == fold(words_of(last->second));
  }
  bool has_activities() const {
    return std::ranges::any_of(header_, [](const auto& cell) {
      const auto label = parse_column_label(fold(words_of(cell.second)));
      return label && label->field == Field::activities;
    });
  }
  // What a cell says again is of several entries.
  void add_to_last(Row& row) {
    constexpr std::size_t kShortestAgain = 8;
    const std::optional<int> goals = goal_column();
    for (auto& [column, cell] : row) {
      const std::u32string words = words_of(cell);
      const auto above = last_.find(column);
      const bool again = words.size() >= kShortestAgain && above != last_.end() && words_of(above->second) == words;
      if (column == goals || again) continue;
      last_[column] = cell;
      add_below(rows_.back()[column], cell);
    }
  }

  // 重点目標① | 目標 | …: the goal's name, and the word for it once more.
  static void take_off_goal_word(Row& row) {
    if (row.size() < 3) return;
    const auto second = std::next(row.begin());
    const auto named = parse_label(fold(words_of(row.begin()->second)));
    const auto word = parse_column_label(fold(words_of(second->second)));
    if (named && named->field == Field::goal && word && word->field == Field::goal && word->number == 0)
      row.erase(second);
  }

  std::optional<int> goal_column() const {
    for (const auto& [column, cell] : header_) {
      const auto label = parse_column_label(fold(words_of(cell)));
      if (label && label->field == Field::goal) return column;
    }
    return std::nullopt;
  }

  // A row with a heading of its own in front, or with nothing else: the headings above reach no further.
  bool heads_itself(const Row& row) const {
    const auto& [column, first] = *row.begin();
    if (!parse_label(fold(words_of(first)))) return row.size() == 1 && is_title(fold(words_of(first)));
    return row.size() == 1 || column != goal_column();
  }

  void end_table() {
    put_rows();
    header_.clear();
    section_.clear();
  }
  void put_rows() {
    for (std::size_t k = 0; k < rows_.size(); ++k) put(rows_[k], static_cast<int>(k) + 1);
    rows_.clear();
    last_.clear();
  }

  void put(Row& row, int number) {
    const int id = row.begin()->second.front().row;
    for (auto& [column, cell] : row) {
      auto above = header_.upper_bound(column);
      if (above != header_.begin()) {
        --above;
        Line label = above->second.front();
        label.words = words_of(above->second);
        label.gap = true;
        // 番号, 担当 are no words of the report's own; a number in such a column is its row's.
        const bool ours = parse_column_label(fold(label.words)).has_value();
        if (!ours && starts_in(cell) == 1 && find_line_start(cell.front().words).length == cell.front().words.size())
          continue;
        if (above->first == goal_column()) number_goal(label, cell, number);
        label.words = heading_alone(label.words);
        if (ours && !label.words.empty()) put_cell({label}, id);
      }
      put_cell(cell, id);
    }
  }

  // Each row is a goal, whose mark, or else its place in the table, is its number; the marks in the other cells are
  // then the activities'. Several marks in the goals' cell tell the goals that share the row.
  static void number_goal(Line& label, Cell& cell, int number) {
    if (names_itself(cell.front().words)) return label.words.clear();
    if (starts_in(cell) > 1) return;
    const auto named = parse_column_label(fold(label.words));
    if (!named || named->number > 0) return;
    const LineStart start = find_line_start(cell.front().words);
    if (!start.marks.empty() || start.number > 0) {
      number = start.number > 0 ? start.number : start.marks.front();
      cell.front().indent_em += width_em(std::u32string_view(cell.front().words).substr(0, start.length));
      cell.front().words = cell.front().words.substr(start.length);
      if (cell.front().words.empty()) cell.erase(cell.begin());
    }
    label.words.push_back(base::circled_number(std::clamp(number, 1, base::kMaxCircledNumber)));
  }

  void put_cell(const Cell& cell, int row) {
    for (const Line& line : cell) {
      out_.push_back(line);
      out_.back().cell = next_cell_;
      out_.back().row = row;
    }
    ++next_cell_;
  }

  std::vector<Line> lines_;
  std::vector<Line> out_;
  Row header_;
  std::vector<Row> rows_;   // one a goal, where there is a column of goals
  Row last_;                // the last one as it stands in the table
  std::u32string section_;  // folded, as the last row that says it
  int next_cell_ = 0;
};

}  // namespace

std::optional<Label> parse_column_label(std::u32string_view folded) {
  if (const auto label = parse_label(folded)) return is_front_matter(label->field) ? std::nullopt : label;
  // Ordinary words, which beside other headings are headings.
  constexpr std::pair<std::u32string_view, Field> kOthers[] = {
      {U"活動", Field::activities}, {U"行動", Field::activities},         {U"方策", Field::activities},
      {U"対策", Field::activities}, {U"具体的な行動", Field::activities}, {U"今後", Field::challenges},
      {U"反省", Field::challenges}, {U"改善", Field::challenges},         {U"次年度へ", Field::challenges},
      {U"変化", Field::outcomes},   {U"成果物", Field::outcomes}};
  for (const auto& [word, field] : kOthers) {
    if (folded == word) return Label{.field = field};
  }
  constexpr std::u32string_view kGoals[] = {U"目標",   U"達成目標",   U"今年度の目標", U"目標の内容", U"目標内容",
                                            U"テーマ", U"重点テーマ", U"めあて",       U"ねらい"};
  return std::ranges::find(kGoals, folded) != std::end(kGoals) ? std::optional(Label{}) : std::nullopt;
}

std::u32string heading_alone(const std::u32string& words) {
  const std::u32string folded = fold(words);
  const auto label = parse_label(folded) ? std::nullopt : parse_column_label(folded);
  if (!label) return words;
  switch (label->field) {
    case Field::activities:
      return U"取組内容";
    case Field::outcomes:
      return U"取組の成果";
    case Field::challenges:
      return U"取組の課題";
    default:
      return words;
  }
}

bool is_header_row(const std::vector<std::u32string>& cells) {
  std::set<Field> fields;
  std::size_t labels = 0, names = 0;  // 区分, 番号
  for (const std::u32string& cell : cells) {
    const auto label = parse_column_label(cell);
    if (!label && names_columns({cell})) ++names;
    if (!label && (cell.size() > kLongestOtherHeading || ends_sentence(cell))) return false;
    if (!label) continue;
    fields.insert(label->field);
    ++labels;
  }
  return fields.size() >= 2 && labels * 2 >= cells.size() - names;
}

std::vector<Line> with_headings_in_each_row(std::vector<Line> lines) {
  return TableReader(with_plain_tables(std::move(lines))).read();
}

}  // namespace hub::report
