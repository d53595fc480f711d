// Headings, titles, years and marks of lists as other wards write them: tables of what stands there and what it is.
#include <doctest/doctest.h>

#include "report/parse/list_marks.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/years.h"

using namespace hub;
using namespace hub::report;

namespace {

base::Date date(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

}  // namespace

TEST_CASE("years are known however they are written") {
  struct Case {
    const char32_t* words;
    std::vector<int> years;
  };
  const Case cases[] = {
      {U"令和５(2023)年度重点目標評価結果・令和６（２０２４）年度重点目標", {2023, 2024}},
      {U"2023(令和5)年度評価・2024(令和6)年度目標", {2023, 2024}},
      {U"2023（令和5年度）年度", {2023}},
      {U"令和5年度(2023年度)と令和6年度(2024年度)", {2023, 2024}},
      {U"2023年度(令和5年度)", {2023}},
      {U"Ｒ５年度・Ｒ６年度", {2023, 2024}},
      {U"R5年度", {2023}},
      {U"H30年度", {2018}},
      {U"H.30年度", {2018}},
      {U"令和七年度", {2025}},
      {U"平成三十一年度、令和元年度", {2019, 2019}},
      {U"令和十二年度", {2030}},
      {U"二〇二四年度", {2024}},
      {U"㋿5年度", {2023}},
      {U"'23年度", {2023}},
      {U"’23年度", {2023}},
      {U"令和5年度の評価と6年度の目標", {2023, 2024}},
      {U"令和5年度（2年度目／5か年度）", {2023}},
      {U"2年度目", {}},
      {U"5か年度", {}},
      {U"第3年度", {}},
      {U"令和5年4月1日", {}},
  };
  for (const Case& one : cases) {
    CAPTURE(utf8(one.words));
    CHECK(fiscal_years(fold(one.words)) == one.years);
  }
}

TEST_CASE("a title may leave out 年度, a sentence may not") {
  CHECK(title_years(fold(U"R5評価結果・R6重点目標")) == std::vector<int>{2023, 2024});
  CHECK(title_years(fold(U"令和6(2024) 評価・令和７（２０２５）重点目標")) == std::vector<int>{2024, 2025});
  CHECK(title_years(fold(U"令和5年 重点目標の振り返り")) == std::vector<int>{2023});
  CHECK(title_years(fold(U"令和5年4月1日～令和6年3月31日")).empty());
  CHECK(title_years(fold(U"R6.4.1")).empty());
  CHECK(title_years(fold(U"HR5室")).empty());
  CHECK(fiscal_years(fold(U"R5評価結果")).empty());
}

TEST_CASE("a period is known however its dates are written") {
  struct Case {
    const char32_t* words;
    int year;  // of its April
    int term_year = 0;
    int term_years = 0;
  };
  const Case cases[] = {
      {U"令和5(2023)年4月1日～令和6(2024)年3月31日(2年度目/5か年度)", 2023, 2, 5},
      {U"令和5年(2023年)4月1日～令和6年(2024年)3月31日", 2023},
      {U"2023(令和5)年4月1日から2024(令和6)年3月31日まで", 2023},
      {U"2024/4/1-2025/3/31", 2024},
      {U"2024/4/1～2025/3/31（3年目／5年間）", 2024, 3, 5},
      {U"2024.4.1～2025.3.31", 2024},
      {U"2024-04-01～2025-03-31", 2024},
      {U"令和6.4.1～令和7.3.31", 2024},
      {U"Ｒ６．４．１～Ｒ７．３．３１", 2024},
      {U"H30.4.1-H31.3.31", 2018},
      {U"令和六年四月一日～令和七年三月三十一日", 2024},
      {U"令和６年４月１日（月）～令和７年３月31日（月）", 2024},
      {U"令和6年4月～令和7年3月", 2024},
      {U"令和6年4月1日～7年3月31日（4年間の2年目）", 2024, 2, 4},
      {U"令和6年4月1日～令和7年3月31日（5か年のうち3年目）", 2024, 3, 5},
      {U"令和6年4月1日～令和7年3月31日（第2年度／全5か年）", 2024, 2, 5},
      {U"令和6年4月1日～令和7年3月31日（2/5年目）", 2024, 2, 5},
      {U"5年計画の4年目　令和6年4月1日～令和7年3月31日", 2024, 4, 5},
      {U"令和6年4月1日～令和7年3月31日（５年間）", 2024},
      {U"令和6年4月1日～令和7年3月31日（6年目／5か年）", 2024, 6, 0},
  };
  for (const Case& one : cases) {
    CAPTURE(utf8(one.words));
    const auto period = find_period(fold(one.words));
    REQUIRE(period);
    CHECK(period->from == date(one.year, 4, 1));
    CHECK(period->to == date(one.year + 1, 3, 31));
    CHECK(period->term_year == one.term_year);
    CHECK(period->term_years == one.term_years);
  }
  for (const char32_t* words : {U"令和6年6月～令和6年9月", U"6月から9月まで", U"1.5倍から2.5倍", U"令和6年4月1日",
                                U"10/4/1-11/3/31", U"令和6年13月1日～令和7年3月31日"}) {
    CAPTURE(utf8(words));
    CHECK(!find_period(fold(words)));
  }
}

TEST_CASE("headings are known by other wards' words, and whatever stands around them") {
  struct Case {
    const char32_t* words;
    Field field;
    int number = 0;
    int year = 0;
  };
  const Case cases[] = {
      {U"(1) 取組内容", Field::activities, 1},
      {U"⑴ 取組内容", Field::activities, 1},
      {U"■取組内容", Field::activities},
      {U"【取組内容】", Field::activities},
      {U"＜取組内容＞", Field::activities},
      {U"≪取り組み内容≫", Field::activities},
      {U"Ⅰ　取組内容", Field::activities},
      {U"Ⅱ．取組の成果", Field::outcomes},
      {U"ア 取組内容", Field::activities},
      {U"（イ）取組の成果", Field::outcomes},
      {U"1-1 取組内容", Field::activities},
      {U"１－２　取組の成果", Field::outcomes},
      {U"第1 事業実施期間", Field::period},
      {U"第２章　事業の内容", Field::services},
      {U"一、事業目的", Field::purpose},
      {U"A. 取組内容", Field::activities},
      {U"❷ 取組の成果", Field::outcomes, 2},
      {U"1【取組内容】", Field::activities, 1},
      {U"取組内容：", Field::activities},
      {U"取 組 内 容", Field::activities},
      {U"取組内容（令和5年度）", Field::activities, 0, 2023},
      {U"令和5(2023)年度 取組内容", Field::activities, 0, 2023},
      {U"R5年度取組の成果", Field::outcomes, 0, 2023},
      {U"取組の成果（できたこと）", Field::outcomes},
      {U"課題（改善点）", Field::challenges},
      {U"取組状況", Field::activities},
      {U"実施内容", Field::activities},
      {U"具体策", Field::activities},
      {U"目標達成のための取り組み", Field::activities},
      {U"取り組み結果", Field::outcomes},
      {U"成果及び課題", Field::results},
      {U"成果/課題", Field::results},
      {U"課題と今後の取組", Field::challenges},
      {U"成果・実績", Field::outcomes},
      {U"振り返り", Field::results},
      {U"自己評価", Field::results},
      {U"評価コメント", Field::results},
      {U"今後に向けて", Field::challenges},
      {U"次年度に向けて", Field::challenges},
      {U"次年度に向けた課題", Field::challenges},
      {U"重点目標（１）", Field::goal, 1},
      {U"重点目標その２", Field::goal, 2},
      {U"重点目標Ⅱ", Field::goal, 2},
      {U"重点目標 三", Field::goal, 3},
      {U"重点目標No.2", Field::goal, 2},
      {U"【重点目標①】", Field::goal, 1},
      {U"令和6年度の目標", Field::goal, 0, 2024},
      {U"目標２", Field::goal, 2},
      {U"R6重点目標", Field::goal, 0, 2024},
      {U"令和7(2025) 重点目標", Field::goal, 0, 2025},
      {U"次年度（令和6年度）重点目標", Field::goal, 0, 2024},
      {U"重点目標（令和6年度）", Field::goal, 0, 2024},
      {U"令和6年度 重点目標と取組内容", Field::goal, 0, 2024},
      {U"令和5年度 重点目標と取組の成果・課題", Field::review_header, 0, 2023},
      {U"令和５年度重点目標の取組状況と評価", Field::review_header, 0, 2023},
      {U"重点目標に対する評価", Field::review_header},
      {U"2023(令和5)年度 重点目標の振り返り", Field::review_header, 0, 2023},
  };
  for (const Case& one : cases) {
    CAPTURE(utf8(one.words));
    const auto label = parse_label(fold(one.words));
    REQUIRE(label);
    CHECK(label->field == one.field);
    CHECK(label->number == one.number);
    CHECK(label->year == one.year);
  }
  for (const char32_t* words :
       {U"目標", U"目標を立てる", U"課題を共有する", U"アンケート", U"成果を発表する場", U"重点目標について話し合う",
        U"課題（人手不足）", U"重点目標と課題を公表します。", U"取組内容と取組の成果", U"実績報告会の開催",
        U"令和5年度", U"重点目標成果", U"重点目標取組内容"}) {
    CAPTURE(utf8(words));
    CHECK(!parse_label(fold(words)));
  }
}

namespace {

// The lines as their marks are read, | between them.
std::string circled(std::initializer_list<const char32_t*> words) {
  std::vector<Line> lines;
  for (const char32_t* one : words) lines.push_back({.words = one, .place = {0, static_cast<int>(lines.size()) + 1}});
  std::string all;
  for (const Line& line : with_circled_marks(std::move(lines)).lines)
    all += (all.empty() ? "" : "|") + utf8(line.words);
  return all;
}

}  // namespace

TEST_CASE("whatever marks the entries of a list becomes ①②③") {
  CHECK(circled({U"取組内容", U"ア　本を読む。", U"イ　歌を歌う。"}) == "取組内容|①本を読む。|②歌を歌う。");
  CHECK(circled({U"ア 本を読む", U"イ 歌を歌う", U"ウ 絵を描く"}) == "①本を読む|②歌を歌う|③絵を描く");
  CHECK(circled({U"(ア) 本を読む。", U"（イ）歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"ア）本を読む。", U"イ）歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"ア．本を読む。", U"イ．歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"ア本を読む。", U"イ歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"ｱ 本を読む。", U"ｲ 歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"イ　本を読む。", U"ロ　歌を歌う。", U"ハ　絵を描く。"}) == "①本を読む。|②歌を歌う。|③絵を描く。");
  CHECK(circled({U"⑴本を読む。", U"⑵歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"⒜ 本を読む。", U"⒝ 歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"ⅰ 本を読む。", U"ⅱ 歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"i) 本を読む。", U"ii) 歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"Ⅰ　本を読む。", U"Ⅱ　歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"a) 本を読む。", U"b) 歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"(a) 本を読む。", U"(b) 歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"Ａ　本を読む。", U"Ｂ　歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"❶本を読む。", U"❷歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"➀本を読む。", U"➁歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"㋐本を読む。", U"㋑歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"㊀本を読む。", U"㊁歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"🄰本を読む。", U"🄱歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"一　本を読む。", U"二　歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"【1】本を読む。", U"【2】歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"1-1 本を読む。", U"1-2 歌を歌う。", U"2-1 絵を描く。"}) == "①本を読む。|②歌を歌う。|①絵を描く。");
  CHECK(circled({U"取組内容　ア　本を読む。", U"イ　歌を歌う。"}) == "取組内容　①本を読む。|②歌を歌う。");
  CHECK(circled({U"取組内容　➀ 本を読む。", U"➁ 歌を歌う。", U"取組の成果　➀ 本を読んだ。", U"➁ 歌を歌った。"}) ==
        "取組内容　①本を読む。|②歌を歌う。|取組の成果　①本を読んだ。|②歌を歌った。");
  CHECK(circled({U"ア　本を読む。イ　歌を歌う。"}) == "①本を読む。②歌を歌う。");
  CHECK(circled({U"• ア　本を読む。", U"• イ　歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"ア　本を読む。", U"イ　歌を歌う。", U"取組の成果", U"イ　歌った。"}) ==
        "①本を読む。|②歌を歌う。|取組の成果|②歌った。");
  CHECK(circled({U"ア　本を読む。", U"イ　歌を歌う。", U"取組の成果", U"ア・イ　楽しんだ。"}) ==
        "①本を読む。|②歌を歌う。|取組の成果|①②楽しんだ。");
}

TEST_CASE("below ① they mark the parts of an entry") {
  CHECK(circled({U"①本について", U"ア　読む。", U"イ　借りる。", U"②歌について", U"ア　歌う。", U"イ　聞く。"}) ==
        "①本について|・読む。|・借りる。|②歌について|・歌う。|・聞く。");
  CHECK(circled({U"1.", U"ア　読む。", U"イ　借りる。"}) == "1.|①読む。|②借りる。");
  CHECK(circled({U"・本を読む。", U"－毎月読む。", U"－家でも読む。"}) == "・本を読む。|・毎月読む。|・家でも読む。");
}

TEST_CASE("what only begins like a mark is none") {
  const std::vector<std::vector<const char32_t*>> cases = {
      {U"アンケートを取る。", U"インターネットで知らせる。"},
      {U"ア ンケートを取る。", U"ウ ェブで知らせる。"},
      {U"アート教室を開く。", U"イベントを知らせる。"},
      {U"A型の教室を開く。", U"B型の教室を開く。"},
      {U"一時保育を続ける。", U"二人目の会を開く。"},
      {U"町内会の会場", U"A", U"で開く。"},
      {U"2-3歳児の会を開く。"},
      {U"町内会は"},
  };
  for (const auto& lines : cases) {
    std::vector<Line> before;
    for (const char32_t* one : lines) before.push_back({.words = one, .place = {0, 1}});
    const std::vector<Line> after = with_circled_marks(before).lines;
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(utf8(after[i].words) == utf8(before[i].words));
  }
}

TEST_CASE("the only entry of several lists has its mark, too") {
  for (const char32_t* mark : {U"ⅰ　", U"ア　", U"a) ", U"（ア）"}) {
    const std::u32string first = std::u32string(mark) + U"本を読む。", second = std::u32string(mark) + U"読んだ。";
    CHECK(circled({first.c_str(), U"取組の成果", second.c_str()}) == "①本を読む。|取組の成果|①読んだ。");
  }
  CHECK(circled({U"I. 本を読む。", U"II. 歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"（ア）本を読む。", U"（イ）歌を歌う。", U"取組の成果", U"（ア）（イ）楽しんだ。"}) ==
        "①本を読む。|②歌を歌う。|取組の成果|①②楽しんだ。");
  CHECK(circled({U"A 保育園と学ぶ。", U"取組の成果", U"A 保育園と学んだ。"}) ==
        "A 保育園と学ぶ。|取組の成果|A 保育園と学んだ。");
}

TEST_CASE("@ A B are what is left of ①②③") {
  CHECK(circled({U"@本を読む。", U"AＳＮＳで知らせる。"}) == "①本を読む。|②ＳＮＳで知らせる。");
  CHECK(circled({U"@本を読む。", U"ASNSで知らせる。"}) == "①本を読む。|②SNSで知らせる。");
  CHECK(circled({U"取組内容", U"@本を読む。", U"A歌を歌う。", U"B絵を描く。"}) ==
        "取組内容|①本を読む。|②歌を歌う。|③絵を描く。");
  CHECK(circled({U"\uFFFD@本を読む。", U"\uFFFDA歌を歌う。"}) == "①本を読む。|②歌を歌う。");
  CHECK(circled({U"‡@本を読む。", U"‡A歌を歌う。", U"取組の成果", U"‡@‡A楽しんだ。"}) ==
        "①本を読む。|②歌を歌う。|取組の成果|①②楽しんだ。");
  CHECK(circled({U"重点目標@", U"本の好きな子を増やす。", U"重点目標A 歌の好きな子を増やす。"}) ==
        "重点目標①|本の好きな子を増やす。|重点目標②　歌の好きな子を増やす。");
  CHECK(circled({U"@本を読む。", U"A歌を歌い、町内会の", U"A会館でも歌う。"}) ==
        "①本を読む。|②歌を歌い、町内会の|A会館でも歌う。");
  CHECK(circled({U"A型の教室を開く。", U"B型の教室を開く。"}) == "A型の教室を開く。|B型の教室を開く。");
  CHECK(circled({U"連絡先", U"izumi@example.jp"}) == "連絡先|izumi@example.jp");
}
