// Tables whose headings stand side by side, on sheets of a few words: columns, rows and the lines inside a row.
#include "report/read/grid.h"

#include <doctest/doctest.h>

#include "report/read/grid_rows.h"
#include "report/words/characters.h"

using namespace hub;
using namespace hub::report;

namespace {

Fragment word(double left, double top, const std::u32string& words) {
  return {words, {0, static_cast<int>(top) + 1}, left, left + width_em(words), top, top + 1};
}
WordLine line(double top, std::initializer_list<std::pair<double, std::u32string>> words) {
  WordLine line;
  for (const auto& [left, one] : words) line.push_back(word(left, top, one));
  return line;
}
std::vector<Fragment> as_it_is(const WordLine& line) { return line; }

// The grids' lines, those of a cell with / between; words that are in no grid in ().
std::string grids_of(std::vector<WordLine> lines) {
  set_headings_apart(lines);
  std::string all;
  for (const SheetPart& part : find_grids(lines, as_it_is)) {
    for (const Fragment& fragment : part.fragments) all += "(" + utf8(fragment.words) + ")";
    int cell = -1;
    for (const Line& one : part.grid) {
      all += (cell < 0 ? "" : one.cell == cell ? "/" : " ") + utf8(one.words);
      cell = one.cell;
    }
  }
  return all;
}

// A column of `lines` lines without holes.
std::vector<Fragment> column(double left, int lines, const std::u32string& words = U"あいう。") {
  std::vector<Fragment> column;
  for (int i = 0; i < lines; ++i) column.push_back(word(left, i, words));
  return column;
}

// How many lines of the second column stand in each row.
std::string rows_beside(const std::vector<Fragment>& goals, const std::vector<Fragment>& list) {
  std::string rows;
  for (const GridColumns& row : rows_of({goals, list}, 0)) {
    rows += (rows.empty() ? "" : " ") + std::to_string(row[1].size());
  }
  return rows;
}
std::vector<Fragment> two_goals(double second) { return {word(0, 0, U"①甲。"), word(0, second, U"②乙。")}; }

}  // namespace

TEST_CASE("a table's columns part where no words stand, not where the headings do") {
  CHECK(grids_of({line(0, {{2, U"重点目標"}, {14, U"取組内容"}, {26, U"成果"}}),
                  line(1, {{0, U"①あいうえおか。"}, {10, U"・さしすせそたちつて。"}, {24, U"・なにぬ。"}})}) ==
        "重点目標① あいうえおか。 取組内容 ・さしすせそたちつて。 成果 ・なにぬ。");
}

TEST_CASE("headings may be broken over lines, and their letters set apart") {
  CHECK(grids_of({line(0, {{0, U"重点"}, {10, U"取組内容"}}), line(1, {{0, U"目標"}}),
                  line(2, {{0, U"①あい。"}, {10, U"・さし。"}})}) == "重点目標① あい。 取組内容 ・さし。");
  CHECK(grids_of({line(0, {{0, U"重点目標"}, {10, U"成"}, {14, U"果"}}),
                  line(1, {{0, U"①あい。"}, {10, U"・さし。"}})}) == "重点目標① あい。 成果 ・さし。");
  // Too far apart for one heading.
  CHECK(grids_of({line(0, {{0, U"重点目標"}, {10, U"成"}, {16, U"果"}}),
                  line(1, {{0, U"①あい。"}, {10, U"・さし。"}})}) == "(重点目標)(成)(果)(①あい。)(・さし。)");
  // Too far below.
  CHECK(grids_of({line(0, {{0, U"重点"}, {10, U"取組内容"}}), line(2, {{0, U"目標"}}),
                  line(3, {{0, U"①あい。"}, {10, U"・さし。"}})}) == "(重点)(取組内容)(目標)(①あい。)(・さし。)");
}

TEST_CASE("the space between a mark and its words is no gutter, however wide") {
  CHECK(grids_of({line(0, {{1, U"重点目標"}, {14, U"取組内容"}}),
                  line(1, {{0, U"①"}, {3, U"あいうえお。"}, {11, U"・"}, {14.9, U"さし。"}})}) ==
        "重点目標① あいうえお。 取組内容 ・/さし。");
}

TEST_CASE("words across the columns end the table where space stands above them") {
  const std::vector<WordLine> table = {line(0, {{0, U"重点目標"}, {10, U"取組内容"}}),
                                       line(1, {{0, U"①あい。"}, {10, U"・さし。"}})};
  std::vector<WordLine> apart = table, near = table;
  apart.push_back(line(2.7, {{0, U"これらの目標は区と話し合って決めた。"}}));
  near.push_back(line(2.5, {{0, U"これらの目標は区と話し合って決めた。"}}));
  CHECK(grids_of(apart) == "重点目標① あい。 取組内容 ・さし。(これらの目標は区と話し合って決めた。)");
  CHECK(grids_of(near) == "重点目標① あい。 取組内容 ・さし。/これらの目標は区と話し合って決めた。");
}

TEST_CASE("what stands beside a whole table without goals is a column of its own") {
  CHECK(grids_of({line(0, {{10, U"取組内容"}, {24, U"成果"}}),
                  line(1, {{0, U"評価結果"}, {8, U"・さしすせ。"}, {22, U"・なに。"}})}) ==
        "評価結果 取組内容 ・さしすせ。 成果 ・なに。");
}

TEST_CASE("a table that goes on below another row of headings is another one") {
  CHECK(grids_of({line(0, {{0, U"重点目標"}, {10, U"取組内容"}}), line(1, {{0, U"①あい。"}, {10, U"・さし。"}}),
                  line(2, {{0, U"重点目標"}, {10, U"成果"}}), line(3, {{0, U"①あい。"}, {10, U"・なに。"}})}) ==
        "重点目標① あい。 取組内容 ・さし。重点目標① あい。 成果 ・なに。");
}

TEST_CASE("goals are parted by their numbers, else by the space between them, else by their full stops") {
  const auto goals = [](std::vector<Fragment> column) { return rows_of({std::move(column)}, 0).size(); };
  CHECK(goals({word(0, 0, U"①甲"), word(0, 1, U"乙。"), word(0, 2, U"②丙"), word(0, 3, U"②丁")}) == 2);
  CHECK(goals({word(0, 0, U"1. 甲"), word(0, 1, U"2. 乙"), word(0, 2, U"3. 丙")}) == 3);
  CHECK(goals({word(0, 0, U"甲。"), word(0, 1, U"乙"), word(0, 2.4, U"丙")}) == 2);
  CHECK(goals({word(0, 0, U"甲"), word(0, 1, U"乙"), word(0, 2.3, U"丙")}) == 1);
  CHECK(goals({word(0, 0, U"甲。"), word(0, 1, U"乙"), word(0, 2.3, U"丙。")}) == 2);
}

TEST_CASE("the cells of a row begin at one height") {
  CHECK(rows_beside(two_goals(6), column(10, 10)) == "6 4");
  CHECK(rows_beside(two_goals(3), column(10, 10)) == "3 7");
}

TEST_CASE("or have one middle") {
  CHECK(rows_beside({word(0, 2.7, U"①甲。"), word(0, 7.3, U"②乙。")}, column(10, 10)) == "6 4");
  CHECK(rows_beside({word(0, 1.2, U"①甲。"), word(0, 5.8, U"②乙。")}, column(10, 10)) == "3 7");
}

TEST_CASE("a goal may stand a little below its row's top, where something tells where the row begins") {
  // A line off costs 0.6. An entry is worth 0.4, two beside each other 0.8.
  const auto rows = [](std::vector<Fragment> list, int lists) {
    GridColumns columns = {two_goals(11)};
    for (int i = 0; i < lists; ++i) columns.push_back(list);
    std::string sizes;
    for (const GridColumns& row : rows_of(columns, 0)) {
      sizes += (sizes.empty() ? "" : " ") + std::to_string(row[1].size());
    }
    return sizes;
  };
  std::vector<Fragment> list = column(10, 20);
  CHECK(rows(list, 1) == "11 9");
  list[10].words = U"・いう。";
  CHECK(rows(list, 1) == "11 9");
  CHECK(rows(list, 2) == "10 10");
  // Space above it: 1.2 of its height.
  const auto with_gap = [&](double gap) {
    std::vector<Fragment> parted = column(10, 20);
    for (std::size_t i = 0; i < 10; ++i) parted[i].top -= gap, parted[i].bottom -= gap;
    return rows(parted, 1);
  };
  CHECK(with_gap(0.4) == "11 9");
  CHECK(with_gap(0.6) == "10 10");
}

TEST_CASE("a row rather ends with a full stop than where its goal stands") {
  const auto rows = [](std::size_t whole) {
    std::vector<Fragment> list = column(10, 20, U"あいう");
    list[whole].words = U"あいう。";
    return rows_beside(two_goals(10), list);
  };
  CHECK(rows(9) == "10 10");
  CHECK(rows(8) == "9 11");   // one line above: 0.6 against 1.5
  CHECK(rows(7) == "10 10");  // two: 2.1
}

TEST_CASE("a row takes a line from the one above rather than leave a cell without words, but not two") {
  const auto second_row = [](int lines_of_outcomes) {
    const std::vector<GridColumns> rows = rows_of({two_goals(10), column(10, 30), column(20, lines_of_outcomes)}, 0);
    REQUIRE(rows.size() == 2);
    return std::to_string(rows[1][1].size()) + " " + std::to_string(rows[1][2].size());
  };
  CHECK(second_row(10) == "21 1");  // a line: 0.6 against 1
  CHECK(second_row(9) == "20 0");   // two lines: 2.1
}

TEST_CASE("a table that no report has is one row") {
  CHECK(rows_of({two_goals(500), column(10, 999)}, 0).size() == 1);
  CHECK(rows_of({two_goals(500), column(10, 998)}, 0).size() == 2);
  CHECK(rows_of({column(0, 3), column(10, 3)}, std::nullopt).size() == 1);
}

TEST_CASE("a row parts where all its lists have space at one height") {
  const auto list = [](double left, std::initializer_list<double> tops) {
    std::vector<Fragment> column;
    for (const double top : tops) column.push_back(word(left, top, U"あいう"));
    return column;
  };
  const std::vector<Fragment> goal = {word(0, 0, U"①甲。")};
  CHECK(inner_rows({goal, list(10, {0, 1, 2.4, 3.4})}, 0) == std::vector{2.2});
  CHECK(inner_rows({goal, list(10, {0, 1, 2.3, 3.3})}, 0).empty());
  // A little is enough where two have it.
  CHECK(inner_rows({goal, list(10, {0, 1, 2.2}), list(20, {0, 2.2, 3.2})}, 0).size() == 1);
  CHECK(inner_rows({goal, list(10, {0, 1, 2.1}), list(20, {0, 2.1, 3.1})}, 0).empty());
  CHECK(inner_rows({goal, list(10, {0, 1, 2.2}), list(20, {0, 1, 2})}, 0).empty());
  CHECK(inner_rows({goal}, 0).empty());
}
