// Which lines of text stand beside which heading, on sheets of a few words; each weight by a case on either side of it.
#include "report/read/columns.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "report/words/characters.h"

using namespace hub;
using namespace hub::report;

namespace {

constexpr double kTextLeft = 10;
const std::u32string kFirst = U"取組内容", kSecond = U"取組の成果", kThird = U"取組の課題";

Fragment at(double left, double top, std::u32string words, int page = 0) {
  const double right = left + width_em(words);
  return {std::move(words), {page, static_cast<int>(top) + 1}, left, right, top, top + 1};
}
Fragment heading(double top, const std::u32string& words) { return at(0, top, words); }
Fragment text(double top, const std::u32string& words = U"あいうえ。", int page = 0) {
  return at(kTextLeft, top, words, page);
}

// How many lines of text stand beside each heading, in their order; those beside none first, as "2+".
std::string rows_of(std::vector<Fragment> fragments) {
  std::ranges::stable_sort(fragments, {}, &Fragment::top);
  const auto columns = read_columns({SheetPart{std::move(fragments), {}, 0}});
  if (!columns) return "none";
  std::string rows;
  int beside_none = 0, lines = -1;
  const auto end_row = [&] {
    if (lines >= 0) rows += (rows.empty() ? "" : " ") + std::to_string(lines);
  };
  for (const Line& line : columns->lines) {
    if (line.row == 0) {
      ++beside_none;
    } else if (line.column == 0) {
      end_row();
      lines = 0;
    } else {
      ++lines;
    }
  }
  end_row();
  return beside_none > 0 ? std::to_string(beside_none) + "+ " + rows : rows;
}

// Ten lines of text and twenty more, the 11th of which is `first`, `gap` below the ten. All end with 。 but the one
// above `first`, where it is given.
struct TwoRows {
  double second_heading = 10;
  std::u32string first = U"あいうえ。";
  double gap = 0;
  std::u32string above = U"あいうえ。";
  int page = 1;

  std::string rows() const {
    std::vector<Fragment> sheet = {heading(0, kFirst), heading(second_heading, kSecond)};
    for (int i = 0; i < 9; ++i) sheet.push_back(text(i, U"あいうえ。", 1));
    sheet.push_back(text(9, above, 1));
    sheet.push_back(text(10 + gap, first, page));
    for (int i = 11; i < 30; ++i) sheet.push_back(text(i + gap, U"あいうえ。", page));
    return rows_of(std::move(sheet));
  }
};

}  // namespace

TEST_CASE("headings stand at the top of their rows, or in the middle; the whole table keeps to one") {
  std::vector<Fragment> sheet;
  for (int i = 0; i < 9; ++i) sheet.push_back(text(i));
  const auto with = [&](double first, double second) {
    std::vector<Fragment> all = sheet;
    all.push_back(heading(first, kFirst));
    all.push_back(heading(second, kSecond));
    return rows_of(std::move(all));
  };
  CHECK(with(0, 6) == "6 3");
  CHECK(with(0, 3) == "3 6");
  CHECK(with(2.7, 6.8) == "6 3");
  CHECK(with(1.2, 5.3) == "3 6");
}

TEST_CASE("a heading may stand a little beside its row's edge, where something tells where the row begins") {
  CHECK(TwoRows{.second_heading = 10}.rows() == "10 20");
  CHECK(TwoRows{.second_heading = 11}.rows() == "11 19");
  // ① begins a list: worth 1.5; it is 1.5 a line that the heading stands off by more than 0.6.
  CHECK(TwoRows{.second_heading = 11.5, .first = U"①いうえ。"}.rows() == "10 20");
  CHECK(TwoRows{.second_heading = 11.7, .first = U"①いうえ。"}.rows() == "12 18");
  // Any other entry: 0.4.
  CHECK(TwoRows{.second_heading = 10.8, .first = U"・いうえ。"}.rows() == "10 20");
  CHECK(TwoRows{.second_heading = 10.95, .first = U"・いうえ。"}.rows() == "11 19");
  // Space above: 1.2 of its height.
  CHECK(TwoRows{.second_heading = 11.4, .gap = 0.5}.rows() == "10 20");
  CHECK(TwoRows{.second_heading = 11.6, .gap = 0.5}.rows() == "11 19");
  // A new page: 0.8.
  CHECK(TwoRows{.second_heading = 11.05, .page = 2}.rows() == "10 20");
  CHECK(TwoRows{.second_heading = 11.25, .page = 2}.rows() == "11 19");
}

TEST_CASE("a row rather ends with a full stop than where its heading stands") {
  CHECK(TwoRows{.second_heading = 10.2, .above = U"あいうえお"}.rows() != "10 20");
  // Every sentence but one is broken off between lines.
  const auto rows = [](double second, double whole) {
    std::vector<Fragment> sheet = {heading(0, kFirst), heading(second, kSecond)};
    for (int i = 0; i < 30; ++i) sheet.push_back(text(i, i == whole ? U"あいうえ。" : U"あいうえお"));
    return rows_of(std::move(sheet));
  };
  CHECK(rows(10.4, 8) == "9 21");  // 1.4 lines above: 1.2 against 1.5
  CHECK(rows(10, 7) == "10 20");   // 2 lines above: 2.1
}

TEST_CASE("space between pages does not end a sentence") {
  CHECK(TwoRows{.second_heading = 11, .gap = 0.6, .above = U"あいうえお", .page = 1}.rows() == "10 20");
  CHECK(TwoRows{.second_heading = 11, .gap = 0.6, .above = U"あいうえお", .page = 2}.rows() == "11 19");
}

TEST_CASE("a heading takes no text from which it stands away") {
  std::vector<Fragment> sheet = {heading(0, kFirst), heading(10.6, kSecond), heading(14, kThird)};
  for (int i = 0; i < 10; ++i) sheet.push_back(text(i));
  for (int i = 14; i < 24; ++i) sheet.push_back(text(i));
  CHECK(rows_of(sheet) == "10 0 10");
  // Beside nothing it would be no row at all, but nearer it takes what is there.
  sheet[1] = heading(9.3, kSecond);
  CHECK(rows_of(sheet) == "9 1 10");
}

TEST_CASE("a heading may be broken over lines that stand close below each other") {
  const auto rows = [](double below) {
    std::vector<Fragment> sheet = {heading(0, kFirst), heading(6, U"取組の"), heading(6 + below, U"成果")};
    for (int i = 0; i < 12; ++i) sheet.push_back(text(i));
    const auto columns = read_columns({SheetPart{sheet, {}, 0}});
    std::string headings;
    for (const Line& line : columns->lines) headings += line.row > 0 && line.column == 0 ? utf8(line.words) + " " : "";
    return headings;
  };
  CHECK(rows(1) == "取組内容 取組の成果 ");
  CHECK(rows(2) == "取組内容 取組の成果 ");
  CHECK(rows(2.3) == "取組内容 成果 ");
  CHECK(rows(0.4) == "取組内容 取組の成果 ");
  CHECK(rows(0.3) == "取組内容 成果 ");
}

TEST_CASE("two headings and four lines of text make columns, fewer do not") {
  std::vector<Fragment> sheet = {heading(0, kFirst), heading(2, kSecond)};
  for (int i = 0; i < 3; ++i) sheet.push_back(text(i));
  CHECK(rows_of(sheet) == "none");
  sheet.push_back(text(3));
  CHECK(rows_of(sheet) != "none");
  sheet.erase(sheet.begin() + 1);
  CHECK(rows_of(sheet) == "none");
}

TEST_CASE("lines of text may begin a little apart and still be one column") {
  std::vector<Fragment> sheet = {heading(0, kFirst), heading(2, kSecond)};
  for (int i = 0; i < 4; ++i) sheet.push_back(at(kTextLeft + (i % 2) * 1.1, i, U"あいうえ。"));
  CHECK(rows_of(sheet) != "none");
  for (Fragment& fragment : sheet) fragment.left += fragment.left > kTextLeft ? 0.2 : 0;
  CHECK(rows_of(sheet) == "none");
}

TEST_CASE("rows do not reach over a line across both columns or a section's heading") {
  std::vector<Fragment> sheet = {heading(0, kFirst), heading(3, kSecond)};
  for (int i = 0; i < 6; ++i) sheet.push_back(text(i, i == 3 ? U"①いうえ。" : U"あいうえ。"));
  sheet.push_back(at(0, 6, U"この表は、令和５年度の重点目標について、区と拠点がまとめたものです。"));
  CHECK(rows_of(sheet) == "1+ 3 3");
}

TEST_CASE("a table with one row has its columns where the sheet's other tables have them") {
  const SheetPart first{{heading(0, kFirst), text(0), text(1), heading(2, kSecond), text(2), text(3)}, {}, 0};
  const SheetPart second{{heading(10, kThird), text(10), text(11)}, {}, 0};
  const auto both = read_columns({first, second});
  REQUIRE(both);
  CHECK(both->lines.back().column == 1);
  CHECK(both->lines.back().row == 3);
  CHECK(both->headings == 2 + 3);
}
