// What stands around the words of a plain text's lines, what its empty lines mean, and the headings of a page on one
// line.
#include "report/read/text_lines.h"

#include <doctest/doctest.h>

#include "report/read/flow.h"
#include "report/read/read.h"
#include "report/read/text_shape.h"
#include "report/words/characters.h"

using namespace hub;
using namespace hub::report;

namespace {

std::string words_of(const std::vector<TextLine>& lines) {
  std::string all;
  for (const TextLine& line : lines) all += (all.empty() ? "" : "/") + utf8(line.words);
  return all;
}

}  // namespace

TEST_CASE("spaces between all letters go, wider ones and those of words stay") {
  CHECK(without_letter_spaces(U"重 点 目 標 ①") == U"重点目標①");
  CHECK(without_letter_spaces(U"取　組　内　容") == U"取組内容");
  CHECK(without_letter_spaces(U"令 和 5 年 3 月 31 日") == U"令和5年3月31日");
  CHECK(without_letter_spaces(U"法 人 　 あ お ば") == U"法人　あおば");
  CHECK(without_letter_spaces(U"取 組 内 容 会を月に二度開く。") == U"取組内容 会を月に二度開く。");
  CHECK(without_letter_spaces(U"父 母 子 との時間") == U"父 母 子 との時間");
  CHECK(without_letter_spaces(U"特定非営利活動法人　いずみの会") == U"特定非営利活動法人　いずみの会");
}

TEST_CASE("a quoted mail loses its signs and what surely stands around the quote, and nothing else") {
  std::string quoted;
  for (int i = 0; i < 10; ++i) quoted += "> 会を開く。\n";
  std::vector<TextLine> lines = split_lines("山田様\n\n" + quoted + "続きの行\n");
  const std::vector<TextLine> around = take_off_line_heads(lines);
  CHECK(words_of(around) == "山田様");
  CHECK(utf8(lines[2].words) == "会を開く。");
  CHECK(utf8(lines.back().words) == "続きの行");  // it touches the quote: one of its lines, wrapped
}

TEST_CASE("Markdown's signs go, and a word that begins with # stays") {
  std::vector<TextLine> lines = split_lines("## 取組内容\n#子育て応援\n- ①会を開く。\\\n**成果** は \\*ここ\n");
  take_off_markdown(lines);
  CHECK(words_of(lines) == " 取組内容/#子育て応援/①会を開く。/成果 は *ここ");
  CHECK(lines[0].apart);
  CHECK_FALSE(lines[1].apart);
}

TEST_CASE("an empty line after each tells nothing only where it tears sentences") {
  const auto after_each = [](std::string_view words) {
    std::vector<TextLine> lines = split_lines(words);
    take_out_idle_blanks(lines);
    return lines.size();
  };
  CHECK(after_each(
            "親子が安心して\n\nを開く\n\n会を\n\n開いた。\n\n次に\n\n読む本を\n\n選ぶ。\n\n本が\n\n増えた。\n") == 9);
  CHECK(after_each("会を開く。\n\n本を選ぶ。\n\n取組\n\n父\n\n母\n\n子\n\n家\n\n庭\n\n公園\n") == 17);
}

TEST_CASE("a heading's words in a sentence of a page on one line are none") {
  const std::string sentences =
      "重点目標① 取組の成果を上げる。 取組内容 ①重点目標について話し合う。 "
      "②課題を調べ、成果と課題の表を作る。取組の成果 "
      "①取組の成果を冊子にまとめ、区役所の窓口に置いた。";
  const std::vector<TextLine> lines = part_flow(split_lines(sentences));
  CHECK(words_of(lines) ==
        "重点目標①/取組の成果を上げる。/取組内容/①重点目標について話し合う。/"
        "②課題を調べ、成果と課題の表を作る。/取組の成果/①取組の成果を冊子にまとめ、区役所の窓口に置いた。/");
}

TEST_CASE("CSV's quotes hold commas, line breaks and quotes; a comma in a number parts nothing") {
  const Document document = read_text(
      "重点目標①,\"居場所を、\nつくる\"\n取組内容,\"①「\"\"会\"\"」, を開く\"\n取組の成果,①延べ1,030組が来た。\n");
  REQUIRE(document.lines.size() == 7);
  CHECK(utf8(document.lines[1].words) == "居場所を、");
  CHECK(utf8(document.lines[2].words) == "つくる");
  CHECK(document.lines[1].cell == document.lines[2].cell);
  CHECK(utf8(document.lines[4].words) == "①「\"会\"」, を開く");
  CHECK(utf8(document.lines[6].words) == "①延べ1,030組が来た。");
}
