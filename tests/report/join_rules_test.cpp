// Which rule decides whether a line goes on with the one above: each by name, with an example, and what stands first.
#include "report/parse/join_rules.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "report/words/characters.h"

using namespace hub;
using namespace hub::report;

namespace {

constexpr double kWidth_em = 20;

// How a line is decided on below a paragraph of one line; what is not said is as in the middle of a page.
struct Example {
  std::u32string above;
  std::u32string below;
  bool gap = false;
  bool other_cell = false;
  bool closed = false;
  int number = 0;  // of the paragraph above
  std::optional<Field> heading = std::nullopt;
  int expected_number = 1;
  double indent_em = 0;  // of the line below
  LineHabits habits = {};
  bool bullet = false;  // before the paragraph above
};

const JoinRule& rule_of(const Example& example) {
  Line last, next;
  last.words = example.above;
  last.closed = example.closed;
  next.words = example.below;
  next.gap = example.gap;
  next.indent_em = example.indent_em;
  next.cell = example.other_cell ? 1 : 0;
  Paragraph paragraph;
  paragraph.words = example.above;
  paragraph.number = example.number;
  paragraph.bullet = example.bullet;
  LinePair lines(paragraph, last, next);
  lines.heading = example.heading;
  lines.wrap_width_em = kWidth_em;
  lines.habits = example.habits;
  lines.start = find_line_start(next.words);
  lines.expected_number = example.expected_number;
  return deciding_rule(lines.start.any() ? start_rules() : join_rules(), lines);
}

const std::u32string kFull = U"地域の支援者が集まる講座や相談会を年に数回";  // as wide as the column
const std::u32string kBreaksOff = U"地域の支援者が集まる講座や相談会を年数回の";

struct Named {
  std::string name;
  bool joins;
  Example example;
};

const Named kExamples[] = {
    {"another cell", false, {.above = U"親子が", .below = U"集う。", .other_cell = true}},
    {"a mark alone on its line", true, {.above = U"", .below = U"会を開く。"}},
    {"a paragraph that has ended", false, {.above = U"親子が", .below = U"集う。", .closed = true}},
    {"an open bracket", true, {.above = U"講座（絵本。", .below = U"手遊び）", .gap = true}},
    {"a legal form and its name", true, {.above = U"社会福祉法人", .below = U"いずみ会", .gap = true}},
    {"a ward office", false, {.above = U"いずみ会", .below = U"泉区こども家庭支援課"}},
    {"the end of a period", false, {.above = U"（１年度目／５か年度）", .below = U"開館する"}},
    {"a body's name", false, {.above = U"開館", .below = U"社会福祉法人いずみ会"}},
    {"an implementer's wrapped name",
     true,
     {.above = U"特定非営利活動団体いずみ子育ての会の支部", .below = U"泉支部", .heading = Field::implementers}},
    {"an implementer's name", false, {.above = U"いずみの会", .below = U"みなみの会", .heading = Field::implementers}},
    {"the end of a service or principle",
     false,
     {.above = U"区における拠点としての運営", .below = U"子どもの視点", .number = 1}},
    {"words that go on, far below a full stop",
     false,
     {.above = U"開いた。", .below = U"ら得た声を生かす。", .gap = true}},
    {"words that go on", true, {.above = U"開いた。", .below = U"ら得た声を生かす。"}},
    {"a full stop at the end of a wrapped line", true, {.above = kFull + U"開いた。", .below = U"次も開く。"}},
    {"a full stop", false, {.above = U"開いた。", .below = U"次も開く。"}},
    {"a number torn in two", true, {.above = U"延べ３", .below = U"０組が利用した。", .gap = true}},
    {"a line that hangs below its entry",
     true,
     {.above = U"講座の開催", .below = U"と絵本", .indent_em = 1, .habits = {.entries_hang = true}}},
    {"a line where entries begin", false, {.above = kFull, .below = U"絵本の貸出", .habits = {.entries_hang = true}}},
    {"an entry that has not ended, where all end in full stops",
     true,
     {.above = U"動画を２４本配",
      .below = U"信した。",
      .gap = true,
      .heading = Field::outcomes,
      .habits = {.entries_end_in_stops = true},
      .bullet = true}},
    {"a line that is an entry, as all are",
     false,
     {.above = kFull, .below = U"絵本の貸出", .heading = Field::activities, .habits = {.lines_are_entries = true}}},
    {"a sentence that breaks off at a gap", true, {.above = U"地域の", .below = U"講座", .gap = true}},
    {"a gap", false, {.above = U"講座", .below = U"絵本", .gap = true}},
    {"a short line of a list", false, {.above = U"講座の開催", .below = U"絵本の貸出"}},
    {"a wrapped line", true, {.above = kFull, .below = U"開いた。"}},

    {"below another cell, a gap, a paragraph that has ended or a mark alone",
     false,
     {.above = kBreaksOff, .below = U"①講座", .gap = true}},
    {"below a full stop", false, {.above = kFull + U"開いた。", .below = U"・講座"}},
    {"a mark inside a sentence", true, {.above = kBreaksOff, .below = U"①講座"}},
    {"a mark", false, {.above = kFull, .below = U"①講座"}},
    {"a number that is not the list's next", true, {.above = kFull, .below = U"3 講座", .expected_number = 2}},
    {"a number inside a sentence", true, {.above = kBreaksOff, .below = U"2 講座", .expected_number = 2}},
    {"a number", false, {.above = kFull, .below = U"2 講座", .expected_number = 2}},
    {"a ・ between two words", true, {.above = kFull, .below = U"・相談会"}},
    {"a bullet", false, {.above = U"講座", .below = U"・相談会"}},
};

}  // namespace

TEST_CASE("every rule of joining decides where it is meant to") {
  for (const Named& one : kExamples) {
    const JoinRule& rule = rule_of(one.example);
    CAPTURE(one.name);
    CHECK(std::string(rule.name) == one.name);
    CHECK(rule.joins == one.joins);
  }
}

TEST_CASE("there is an example for every rule of joining, and no two have one name") {
  std::multiset<std::string> rules, examples;
  for (const JoinRule& rule : join_rules()) rules.insert(std::string(rule.name));
  for (const JoinRule& rule : start_rules()) rules.insert(std::string(rule.name));
  for (const Named& one : kExamples) examples.insert(one.name);
  CHECK(rules == examples);
  CHECK(std::set<std::string>(rules.begin(), rules.end()).size() == rules.size());
}

// Two rules apply: the order decides.
TEST_CASE("of two rules of joining, the first decides") {
  CHECK(rule_of({.above = U"講座（", .below = U"泉区こども家庭支援課"}).name == "an open bracket");
  CHECK(rule_of({.above = U"講座（", .below = U"絵本", .closed = true}).name == "a paragraph that has ended");
  CHECK(rule_of({.above = U"社会福祉法人", .below = U"いずみ会", .heading = Field::implementers}).name ==
        "a legal form and its name");
  CHECK(rule_of({.above = kFull + U"開いた。", .below = U"ら得た声を", .gap = true}).name ==
        "words that go on, far below a full stop");
  CHECK(rule_of({.above = U"拠点の運営", .below = U"ら得た声を", .number = 2}).name ==
        "the end of a service or principle");
}

TEST_CASE("where ・ begins entries without full stops, it joins nothing but what breaks off") {
  CHECK(rule_of({.above = kFull, .below = U"・相談会"}).joins);
  CHECK_FALSE(
      rule_of({.above = kFull, .below = U"・相談会", .habits = {.dots_are_bullets = true}, .bullet = true}).joins);
  CHECK(rule_of({.above = kFull, .below = U"・相談会", .habits = {.dots_are_bullets = true}}).joins);
  CHECK(
      rule_of({.above = kBreaksOff, .below = U"・相談会", .habits = {.dots_are_bullets = true}, .bullet = true}).joins);
}

TEST_CASE("a line is full from four fifths of its column's width, and short below three fifths") {
  const std::u32string line = U"あいうえおかきくけこさしすせそた";  // 16 of 20
  CHECK(rule_of({.above = line, .below = U"・相談会"}).joins);
  CHECK_FALSE(rule_of({.above = line.substr(1), .below = U"・相談会"}).joins);
  CHECK(rule_of({.above = line.substr(4), .below = U"相談会"}).joins);
  CHECK_FALSE(rule_of({.above = line.substr(5), .below = U"相談会"}).joins);
}
