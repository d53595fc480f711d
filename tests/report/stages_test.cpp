// Each stage by itself: encodings, lines, headings, years, how lines begin and are joined, grammar, columns.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/draft/compare.h"
#include "report/draft/draft.h"
#include "report/parse/front_matter.h"
#include "report/parse/paragraphs.h"
#include "report/parse/stray_spaces.h"
#include "report/read/columns.h"
#include "report/read/encoding.h"
#include "report/read/read.h"
#include "report/words/characters.h"
#include "report/words/grammar.h"
#include "report/words/labels.h"
#include "report/words/years.h"

using namespace hub;
using namespace hub::report;

namespace {

std::optional<Label> label(const char32_t* words) { return parse_label(fold(words)); }

// A paragraph a line: [marks]words, headings in <>.
std::string paragraphs_of(const std::string& text) {
  std::string all;
  for (const Paragraph& paragraph : find_paragraphs(read_text(text))) {
    if (paragraph.kind == Paragraph::Kind::label) {
      all += "<" + utf8(paragraph.words) + ">\n";
      continue;
    }
    for (const int mark : paragraph.marks) all += "[" + std::to_string(mark) + "]";
    if (paragraph.number > 0) all += std::to_string(paragraph.number) + ".";
    if (paragraph.bullet) all += "*";
    all += utf8(paragraph.words) + "\n";
  }
  return all;
}

std::string lines_of(const Document& document) {
  std::string all;
  for (const Line& line : document.lines) all += utf8(line.words) + "\n";
  return all;
}

}  // namespace

TEST_CASE("bytes become UTF-8 whatever they were") {
  const std::string words = "重点目標①の取組内容";
  CHECK(to_utf8(words) == words);
  CHECK(to_utf8("\xEF\xBB\xBF" + words) == words);
  CHECK(to_utf8("\x8E\x71\x88\xE7\x82\xC4\x82\xCC\x8F\xEA") == "子育ての場");  // Shift_JIS
  CHECK(to_utf8("\xBB\xD2\xB0\xE9\xA4\xC6\xA4\xCE\xBE\xEC") == "子育ての場");  // EUC-JP
  CHECK(to_utf8("\x87\x40") == "①");                                           // of Windows' Shift_JIS
  CHECK(to_utf8("\x1B$B;R0i$F\x1B(B") == "子育て");                            // ISO-2022-JP
  CHECK(!to_utf8("\xFF\xFF\xFF\x80"));
}

TEST_CASE("headings are known by their words") {
  CHECK(label(U"取組内容")->field == Field::activities);
  CHECK(label(U"取り組みの成果")->field == Field::outcomes);
  CHECK(label(U"【取組の課題】")->field == Field::challenges);
  CHECK(label(U"取組の成果と課題")->field == Field::results);
  CHECK(label(U"事業の評価 実施方法及び 評価結果の 公表方法")->field == Field::evaluation);
  const auto goal = label(U"令和５年度 重点目標②");
  REQUIRE(goal);
  CHECK(goal->field == Field::goal);
  CHECK(goal->year == 2023);
  CHECK(goal->number == 2);
  CHECK(label(U"重点目標３")->number == 3);
  CHECK(label(U"次年度重点目標")->year_word == YearWord::next_year);
  CHECK(label(U"平成31年度重点目標の評価")->field == Field::review_header);
  CHECK(label(U"①取り組み内容")->number == 1);
  for (const char32_t* words :
       {U"取組内容を公表します。", U"令和５年度", U"目標", U"課題を共有する", U"重点目標評価結果・次年度重点目標"}) {
    CAPTURE(utf8(words));
    CHECK(!label(words));
  }
  CHECK(may_become_label(fold(U"取組の")));
  CHECK(may_become_label(fold(U"令和５年度")));
  CHECK(!may_become_label(fold(U"地域の")));
}

TEST_CASE("years and periods of every era and width") {
  const auto years = [](const char32_t* words) { return fiscal_years(fold(words)); };
  CHECK(years(U"平成31年度重点目標評価結果・令和２年度重点目標") == std::vector<int>{2019, 2020});
  CHECK(years(U"令和元年度") == std::vector<int>{2019});
  CHECK(years(U"２０２４年度") == std::vector<int>{2024});
  CHECK(years(U"5か年度").empty());
  const auto period = find_period(fold(U"令和５年４月１日～令和６年３月31日（１年度目／５か年度）"));
  REQUIRE(period);
  CHECK(period->from == base::Date{std::chrono::year(2023), std::chrono::April, std::chrono::day(1)});
  CHECK(period->to == base::Date{std::chrono::year(2024), std::chrono::March, std::chrono::day(31)});
  CHECK(period->term_year == 1);
  CHECK(period->term_years == 5);
  const auto short_form = find_period(fold(U"平成31年4月1日から令和2年3月31日まで"));
  REQUIRE(short_form);
  CHECK(static_cast<int>(short_form->from.year()) == 2019);
  CHECK(short_form->term_year == 0);
  CHECK(!find_period(fold(U"令和５年４月１日に開所した。")));
}

TEST_CASE("marks, numbers and bullets are taken off, words are not") {
  CHECK(find_line_start(U"①②区の").marks == std::vector<int>{1, 2});
  CHECK(find_line_start(U"①～③区の").marks == std::vector<int>{1, 2, 3});
  CHECK(find_line_start(U"①・③区の").marks == std::vector<int>{1, 3});
  CHECK(find_line_start(U"１　区の").number == 1);
  CHECK(find_line_start(U"(2) 区の").number == 2);
  CHECK(find_line_start(U"(1)(2) 区の").marks == std::vector<int>{1, 2});
  CHECK(find_line_start(U"3.").number == 3);
  CHECK(find_line_start(U"★区の").bullet);
  for (const char32_t* words : {U"2か所での開催", U"1.5倍", U"2,000部", U"区の", U"「講座」"}) {
    CAPTURE(utf8(words));
    CHECK(!find_line_start(words).any());
  }
}

TEST_CASE("wrapped lines are joined, and what only looks like a beginning is not one") {
  CHECK(paragraphs_of("取組内容\n①地域の支援者が集まる講座・相談会\n・見学会を行います。\n②区と共\nに進めます。\n") ==
        "<取組内容>\n[1]地域の支援者が集まる講座・相談会\n*見学会を行います。\n[2]区と共に進めます。\n");
  CHECK(paragraphs_of("・地域の支援者が集まる\n2か所での開催に\n至った。\n・次。\n") ==
        "*地域の支援者が集まる2か所での開催に至った。\n*次。\n");
  CHECK(paragraphs_of("取組の\n成果\n①\n○会を開いた。\n") == "<取組の成果>\n[1]\n*会を開いた。\n");
  CHECK(paragraphs_of("事業の内容 1 親子の居場所(親子の居\n場所事業)\n2 相談(相談事業)\n") ==
        "<事業の内容>\n1.親子の居場所(親子の居場所事業)\n2.相談(相談事業)\n");
  CHECK(paragraphs_of("一つ目です。 ★二つ目です。 ★三つ目です。\n") == "一つ目です。\n*二つ目です。\n*三つ目です。\n");
}

TEST_CASE("stray spaces go, and are listed") {
  std::vector<std::u32string> taken;
  CHECK(without_stray_spaces(U"項目に沿っ て設定", &taken) == U"項目に沿って設定");
  REQUIRE(taken.size() == 1);
  CHECK(taken.front() == U"目に沿っ て設定");
  CHECK(without_stray_spaces(U"法人　いずみ", &taken) == U"法人　いずみ");
  CHECK(without_stray_spaces(U"a b", &taken) == U"a b");
}

TEST_CASE("tables keep their cells, and headings in the first row go to each row") {
  CHECK(lines_of(read_html("<table><tr><th>重点目標<th>取組内容</tr><tr><td>1 甲<td>乙<br>丙</tr></table>")) ==
        "重点目標①\n甲\n取組内容\n乙\n丙\n");
  CHECK(lines_of(read_text("目的\t<p>一</p> <ol style=\"x\"> 1 二\n範囲\t三\n")) == "目的\n一\n1 二\n範囲\n三\n");
  CHECK(lines_of(read_html("<nav>menu</nav><p>地域\nの &lt;p&gt;場&lt;/p&gt;</p><style>p{}</style>")) ==
        "地域の\n場\n");
}

TEST_CASE("a goal's cell reaches over the rows of its activities") {
  CHECK(lines_of(read_html("<table><tr><th>重点目標<th>取組内容<th>成果</tr><tr><td rowspan=2>① 甲<td>乙<td>丙</tr>"
                           "<tr><td>丁<td>戊</tr><tr><td>② 己<td>庚<td>辛</tr></table>")) ==
        "重点目標①\n甲\n取組内容\n乙\n丁\n成果\n丙\n戊\n重点目標②\n己\n取組内容\n庚\n成果\n辛\n");
}

TEST_CASE("a spreadsheet's cells may hold lines, in quotes") {
  CHECK(lines_of(read_text("重点目標\t取組内容\r\n①甲\t\"・乙\r\n・丙\"\r\n②丁\t・戊\r\n")) ==
        "重点目標①\n甲\n取組内容\n・乙\n・丙\n重点目標②\n丁\n取組内容\n・戊\n");
}

TEST_CASE("columns below a row of headings are parted where no words stand") {
  CHECK(lines_of(read_text("   重点目標   取組内容      成果\n"
                           " ①あいう  ・かきく    ・たちつ\n"
                           "  えお。  け。        て。\n"
                           " ②さし。  ・すせ。    ・なに。\n")) ==
        "重点目標①\nあいう\nえお。\n取組内容\n・かきく\nけ。\n成果\n・たちつ\nて。\n"
        "重点目標②\nさし。\n取組内容\n・すせ。\n成果\n・なに。\n");
}

TEST_CASE("headings beside their text are found, where they are broken and centred") {
  const std::string text =
      "            ①あいうえおかきくけこ\n  取組の    さしすせそ。\n  成果      ②たちつてと。\n\n"
      "  取組の    ①なにぬねの。\n  課題\n            ②はひふへほ。\n";
  const Document document = read_text(text);
  CHECK(lines_of(document) ==
        "取組の成果\n①あいうえおかきくけこ\nさしすせそ。\n②たちつてと。\n取組の課題\n①なにぬねの。\n②はひふへほ。\n");
}

TEST_CASE("grammar tells what was done from what will be") {
  const auto best = [](const char32_t* words, bool listed) {
    const RoleScores scores = role_scores({fold(words)}, listed);
    return *std::ranges::max_element(kRoles, {}, [&](Role role) { return scores[role]; });
  };
  CHECK(best(U"講座を開催します。", true) == Role::activities);
  CHECK(best(U"講座を２回開催した。", true) == Role::outcomes);
  CHECK(best(U"今後も、周知の仕方を検討していく。", true) == Role::challenges);
  CHECK(best(U"参加者が集まりにくかった。次年度に向けて周知を広げていく。", true) == Role::challenges);
  CHECK(best(U"関係機関と共に仕掛けづくりに取り組みます。", false) == Role::goal);
  CHECK(is_past(fold(U"共有した。")));
  CHECK(!is_past(fold(U"共有したい。")));
}

TEST_CASE("what is shown is compared with the report letter by letter") {
  content::Report shown;
  shown.title = content::Text(std::string("泉区地域子育て支援拠点事業"));
  shown.purpose = content::Text(std::string("市民が子どもを｜産《う》み育てる。地域で支える。"));
  const auto checks =
      check_against(shown, read_text("泉区地域子育て支援拠点事業\n\n市民が子どもを生\nみ育てる。\n地域で 支える。\n"));
  REQUIRE(checks.size() == 3);
  CHECK(checks[0].found);
  CHECK(!checks[1].found);
  CHECK(checks[1].shown == "市民が子どもを【産】み育てる。");
  CHECK(checks[1].published == "市民が子どもを【生】み育てる。");
  CHECK(checks[1].place.line == 3);
  CHECK(checks[2].found);
}

TEST_CASE("words beside a title, a period or a service are listed as unplaced") {
  const auto draft = make_draft(read_text(
      "泉区地域子育て支援拠点事業（すきっぷ通信）\n令和５年度重点目標評価結果・令和６年度重点目標\n事業実施期間\n"
      "令和５年４月１日～令和６年３月31日（１年度目／５か年度） 開館は火曜から土曜\n事業の内容\n"
      "１ 乳幼児の遊びと育ちの場及びその養育者の交流の場の提供（親子の居場所事業）と園庭の開放\n\n"
      "令和６年度重点目標①\n親子が地域とつながる場をつくる。\n取組内容\n・公園で遊ぶ会を開く。\n"));
  REQUIRE(draft.ok());
  CHECK(draft.value().report.period.has_value());
  std::string unplaced;
  for (const Question& question : draft.value().questions) {
    if (question.kind == Question::Kind::unplaced) unplaced += question.text + "\n";
  }
  for (const char* words : {"すきっぷ通信", "開館は火曜から土曜", "と園庭の開放"}) {
    CAPTURE(words);
    CHECK(unplaced.find(words) != std::string::npos);
  }
}

TEST_CASE("spaces around digits and Latin words go where all of them are set apart, and are asked about") {
  const std::string report =
      "泉区地域子育て支援拠点事業\n令和５年度重点目標評価結果・令和６年度重点目標\n\n令和６年度重点目標①\n"
      "親子が地域とつながる場を 8 か所につくる。\n取組内容\n・拠点が HUB(ハブ)となり、１ 8 区の会に出る。\n";
  const auto apart = make_draft(read_text(report));
  REQUIRE(apart.ok());
  const content::Goal& goal = apart.value().report.goals.at(0);
  CHECK(goal.goal.japanese() == "親子が地域とつながる場を8か所につくる。");
  CHECK(goal.activities.at(0).text.at(0).japanese() == "拠点がHUB(ハブ)となり、１8区の会に出る。");
  CHECK(std::ranges::count_if(apart.value().questions, [](const Question& question) {
          return question.kind == Question::Kind::wording &&
                 question.message.ja.find("数字と英字の前後") != std::string::npos;
        }) == 1);
  // One that touches shows that somebody typed the others.
  const auto typed = make_draft(read_text(report + "・本を2冊読む。\n・絵本の会を3回開く。\n"));
  REQUIRE(typed.ok());
  CHECK(typed.value().report.goals.at(0).goal.japanese() == "親子が地域とつながる場を 8 か所につくる。");
}

TEST_CASE("a section whose sentences break off is asked about once, as a whole") {
  const std::string before =
      "泉区地域子育て支援拠点事業\n令和５年度重点目標評価結果・令和６年度重点目標\n\n令和５年度重点目標①\n"
      "親子が地域とつながる場をつくる。\n取組内容\n";
  const std::string after = "取組の成果\n・ひろばを１２回開いた。\n取組の課題\n・会場の確保が必要である。\n";
  // How many doubts are about all of the reviewed goals, and how many about one sentence of them that breaks off.
  const auto doubts_about = [&](const std::string& activities) {
    const auto draft = make_draft(read_text(before + activities + after));
    REQUIRE(draft.ok());
    int section = 0, sentences = 0;
    for (const Question& question : draft.value().questions) {
      const bool both = question.message.ja.find("HTML") != std::string::npos &&
                        question.message.en.find("HTML") != std::string::npos;
      if (question.field == "/review" && both) ++section;
      if (question.kind == Question::Kind::midway && question.field.starts_with("/review/")) ++sentences;
    }
    return std::pair(section, sentences);
  };
  CHECK(doubts_about("・ひろばを毎月開き、親子を迎える。\n・公園で遊ぶ会を開く。\n") == std::pair(0, 0));
  CHECK(doubts_about("・ひろばを毎月開き、親子を\n・公園で遊ぶ会を開く。\n") == std::pair(0, 1));
  CHECK(doubts_about("・ひろばを毎月開き、親子を ・公園で遊ぶ会を開\n・迎えるよう\n・く。\n") == std::pair(1, 0));
}
