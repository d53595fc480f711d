// Whole reports with the headings, titles, years and marks of other wards: every field is what a careful person reads.
#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "compare.h"
#include "coverage.h"
#include "own_readers.h"
#include "report/draft/write_draft.h"
#include "report/sandbox/read_document.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;

namespace {

const std::string kTrials = "tests/report/fixtures/trials/";

struct Read {
  report::Document document;
  report::Draft draft;
  json got;
};

Read read(const std::string& name, const std::string& bytes) {
  auto document = report::read_document(name, bytes, OwnReaders());
  REQUIRE_MESSAGE(document.ok(), name);
  auto draft = report::make_draft(document.value());
  REQUIRE_MESSAGE(draft.ok(), name);
  json got = json::parse(report::report_json(draft.value().report));
  return {std::move(document.value()), std::move(draft.value()), std::move(got)};
}

// `expected` may leave out what the report does not have.
void check(const Read& read, const json& expected, const std::string& bytes) {
  json got = read.got;
  for (const char* key :
       {"title", "ward", "period", "implementers", "purpose", "principles", "services", "evaluationMethod"}) {
    if (!expected.contains(key)) got.erase(key);
  }
  INFO(described(compare(expected, got)));
  CHECK(got == expected);
  for (const std::string& words : lost_words(bytes, read.document, read.draft)) FAIL_CHECK("lost: " << words);
}

bool asks(const report::Draft& draft, report::Question::Kind kind, const std::string& words) {
  return std::ranges::any_of(draft.questions, [&](const report::Question& question) {
    return question.kind == kind && question.message.ja.find(words) != std::string::npos;
  });
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

using Changes = std::vector<std::pair<std::string, std::string>>;

// One report, in the words and signs of another ward.
void check_changed(const Changes& changes) {
  std::string text = read_bytes(kTrials + "s04-plain-control.txt");
  for (const auto& [from, to] : changes) replace_all(text, from, to);
  CAPTURE(text);
  check(read("report.txt", text), read_json(kTrials + "s04-plain-control.expected.json"), text);
}

}  // namespace

TEST_CASE("trials with other heads, years and marks are read right" * hub::tests::slow()) {
  for (const char* name :
       {"s02-totsuka-short-name-heading.txt", "s03-naka-page-heading-above-title.txt",
        "s03b-naka-without-page-heading.txt", "s22-title-hub-name.txt", "s24-naka.html", "s04-plain-control.txt",
        "s05b-circled-as-at-A-entries-only.txt", "s07b-letter-spaced-labels.txt", "s08-vertical-labels.txt",
        "s13-year-in-brackets.txt", "s14-R5-R6-title.txt", "s16-number-before-label.txt", "s17-katakana-numbering.txt",
        "s18-square-labels.txt", "s21-values-before-labels.txt"}) {
    const std::string path = kTrials + name, bytes = read_bytes(path);
    CAPTURE(path);
    check(read(path, bytes), read_json(path.substr(0, path.find_last_of('.')) + ".expected.json"), bytes);
  }
}

TEST_CASE("entries marked with letters are as good as ①②" * hub::tests::slow()) {
  const std::pair<std::string, std::string> marks[] = {
      {"ア　", "イ　"},
      {"ア ", "イ "},
      {"(ア)", "(イ)"},
      {"（ア） ", "（イ） "},
      {"ア．", "イ．"},
      {"ア）", "イ）"},
      {"⑴", "⑵"},
      {"⒜ ", "⒝ "},
      {"ⅰ　", "ⅱ　"},
      {"Ⅰ ", "Ⅱ "},
      {"a) ", "b) "},
      {"(a) ", "(b) "},
      {"Ａ　", "Ｂ　"},
      {"❶", "❷"},
      {"➀ ", "➁ "},
      {"㋐", "㋑"},
      {"㊀　", "㊁　"},
      {"イ　", "ロ　"},
      {"【1】", "【2】"},
      {"1-1 ", "1-2 "},
      {"一　", "二　"},
      {"＠", "Ａ"},
      {"\uFFFD@", "\uFFFDA"},
      {"　　ア　", "　　イ　"},
  };
  for (const auto& pair : marks) {
    const auto &first = pair.first, &second = pair.second;
    CAPTURE(first);
    check_changed({{"\n①", "\n" + first}, {"\n②", "\n" + second}});
    // Directly behind the heading, on its line.
    check_changed({{"容\n①", "容　" + first},
                   {"成果\n①", "成果　" + first},
                   {"課題\n①", "課題　" + first},
                   {"\n②", "\n" + second}});
  }
}

TEST_CASE("marks that have lost a byte are asked about, once") {
  const Read one = read("report.txt", read_bytes(kTrials + "s05b-circled-as-at-A-entries-only.txt"));
  CHECK(asks(one.draft, report::Question::Kind::mark, "「@」「A」「B」"));
  CHECK(one.draft.questions.size() == 4);
}

TEST_CASE("headings in the words and signs of other wards are as good" * hub::tests::slow()) {
  const Changes tables[] = {
      {{"取組内容", "実施内容"}, {"取組の成果", "取り組み結果"}, {"取組の課題", "今後に向けて"}},
      {{"取組内容", "具体策"}, {"取組の成果", "成果（できたこと）"}, {"取組の課題", "課題（改善点）"}},
      {{"取組内容", "(1) 取組内容"}, {"取組の成果", "(2) 取組の成果"}, {"取組の課題", "(3) 取組の課題"}},
      {{"取組内容", "①取組内容"}, {"取組の成果", "②取組の成果"}, {"取組の課題", "③取組の課題"}},
      {{"取組内容", "Ⅰ　取組内容"}, {"取組の成果", "Ⅱ　取組の成果"}, {"取組の課題", "Ⅲ　取組の課題"}},
      {{"取組内容", "1-1 取組内容"}, {"取組の成果", "1-2 取組の成果"}, {"取組の課題", "1-3 取組の課題"}},
      {{"取組内容", "＜取組内容＞"}, {"取組の成果", "＜取組の成果＞"}, {"取組の課題", "＜取組の課題＞"}},
      {{"取組内容", "【取 組 内 容】"}, {"取組の成果", "【取 組 の 成 果】"}, {"取組の課題", "【取 組 の 課 題】"}},
      {{"取組内容", "取組内容："}, {"取組の成果", "取組の成果："}, {"取組の課題", "取組の課題："}},
      {{"取組内容", "取組内容（令和5年度）"}, {"取組の成果", "取組の成果（令和5年度）"}},
      {{"取組内容", "目標達成のための取り組み"}, {"取組の成果", "自己評価（成果）"}, {"取組の課題", "改善点"}},
      {{"令和5年度\n重点目標①", "令和5年度重点目標①"}, {"令和6年度\n重点目標①", "重点目標1（令和6年度）"}},
      {{"重点目標①", "重点目標Ⅰ"}, {"重点目標②", "重点目標Ⅱ"}},
      {{"重点目標①", "重点目標その１"}, {"重点目標②", "重点目標その２"}},
      {{"重点目標①", "【目標１】"}, {"重点目標②", "【目標２】"}},
      {{"令和5年度", "R5年度"}, {"令和6年度", "R6年度"}},
      {{"令和5年度", "2023年度"}, {"令和6年度", "2024年度"}},
      {{"令和5年度", "2023(令和5)年度"}, {"令和6年度", "2024(令和6)年度"}},
      {{"令和5年度", "令和五年度"}, {"令和6年度", "令和六年度"}},
      {{"令和5年4月1日～令和6年3月31日(2年度目/5か年度)", "令和5.4.1～令和6.3.31（5年間の2年目）"}},
      {{"令和5年4月1日～令和6年3月31日(2年度目/5か年度)", "2023/4/1-2024/3/31（2年目／5年計画）"}},
      {{"次年度重点目標", "令和6年度 重点目標と取組内容"}},
      {{"令和5年度重点目標の評価", "令和5年度 重点目標と取組の成果・課題"}},
  };
  for (const Changes& changes : tables) {
    CAPTURE(changes.front().second);
    check_changed(changes);
  }
}

TEST_CASE("titles of other wards are as good" * hub::tests::slow()) {
  const std::string hub = "緑区地域子育て支援拠点事業\n", years = "令和5年度重点目標評価結果・令和6年度重点目標\n";
  const char* titles[] = {
      "令和6年度重点目標\n\n緑区地域子育て支援拠点事業\n令和5年度重点目標評価結果・令和6年度重点目標\n",
      "令和6年度 重点目標\n令和6年度重点目標\n緑区地域子育て支援拠点事業\n令和5年度重点目標評価結果・次年度重点目標\n",
      "令和6年度重点目標\n更新日 令和6年5月7日\n緑区地域子育て支援拠点事業\nR5年度の振り返りとR6年度の重点目標\n",
      "緑区地域子育て支援拠点事業\n令和5年度 重点目標と取組の成果・課題\n",
      "緑区地域子育て支援拠点事業\n令和6(2024)重点目標・令和5(2023)評価結果\n",
      "緑区地域子育て支援拠点「はっち」\n令和5年度重点目標評価結果・令和6年度重点目標\n",
      "横浜市緑区地域子育て支援拠点　こまどり\n2023年度評価結果・2024年度重点目標\n",
      "緑区地域子育て支援拠点こまどり 令和5年度重点目標評価結果・令和6年度重点目標\n",
      "緑区地域子育て支援拠点事業 令和5年度重点目標の評価及び次年度重点目標\n",
      "トップページ\n事業報告\nR3年度\nH30年度\n緑区地域子育て支援拠点事業\n令和5年度重点目標評価結果\n",
  };
  for (const char* title : titles) check_changed({{hub + years, title}});
}

TEST_CASE("a hub's name in place of the title is asked about, and so are the lines above") {
  const Read named = read("report.txt", read_bytes(kTrials + "s22-title-hub-name.txt"));
  CHECK(asks(named.draft, report::Question::Kind::wording, "戸塚区地域子育て支援拠点事業"));
  const Read menu = read("report.txt", read_bytes(kTrials + "s02-totsuka-short-name-heading.txt"));
  CHECK(asks(menu.draft, report::Question::Kind::unplaced, "はじめの見出しより上"));
}

TEST_CASE("a goal's short name above its entries is a heading, and asked about once" * hub::tests::slow()) {
  const Read read_one = read("report.txt", read_bytes(kTrials + "s02-totsuka-short-name-heading.txt"));
  CHECK(asks(read_one.draft, report::Question::Kind::unplaced, "「雨の日の居場所づくり」「世代をこえたつながり"));
  // Without a number, above ①.
  check_changed({{"取組内容\n①", "取組内容\n雨の日の居場所づくり\n①"}});
  check_changed({{"取組内容\n①", "取組内容\n【居場所づくり】\n①"}});
}

TEST_CASE("principles, services and the evaluation's items stand in the report's own order") {
  const std::string text = read_bytes(kTrials + "import-order.txt");
  const auto list = [](const json& got, const char* key) { return got[key].dump(); };
  const Read order = read("report.txt", text);
  CHECK(
      list(order.got, "evaluationMethod") ==
      R"(["一年間の取組を、利用者の声をもとに区と一緒にふりかえります。","今年度の成果や課題を踏まえ、次年度の重点目標を公表します。"])");
  const std::string usual = "１　子どもと家庭を支援する各種の行政等機関・地域等との連携を図る運営\n",
                    own = "２　だれもが気軽に立ち寄れる開かれた場\n",
                    other = "３　区における、地域による子育て支援の拠点施設としての運営\n";
  std::string changed = text;
  replace_all(changed, "１　だれもが気軽に立ち寄れる開かれた場としての運営\n", usual + own);
  replace_all(changed, "２　子どもの目の高さを大切にし、育つ力を信じて見守る運営\n", other);
  CHECK(
      list(read("report.txt", changed).got, "principles") ==
      R"(["子どもと家庭を支援する各種の行政等機関・地域等との連携を図る運営","だれもが気軽に立ち寄れる開かれた場","区における、地域による子育て支援の拠点施設としての運営"])");
  // An eighth service, another order, one that is reworded.
  std::string services = text;
  replace_all(services, "７　家庭に合った施設や事業の利用の支援（利用者支援事業）\n",
              "７　赤ちゃんのいる家を訪ねる見守り（赤ちゃん訪問事業）\n８　家庭に合った施設や事業の利用の支援（利用者支"
              "援事業）\n");
  const Read eight = read("report.txt", services);
  REQUIRE(eight.got["services"].size() == 8);
  CHECK(eight.got["services"][6]["program"] == "赤ちゃん訪問事業");
  CHECK(eight.got["services"][7]["program"] == "利用者支援事業");
  CHECK(eight.got["services"][7]["number"] == 8);
  CHECK(asks(eight.draft, report::Question::Kind::missing, "7 つの事業が"));
}

TEST_CASE("a report that names no ward takes that of the hub it is said to be of") {
  const std::string path = kTrials + "s02-totsuka-short-name-heading.txt";
  const auto document = report::read_document(path, read_bytes(path), OwnReaders());
  REQUIRE(document.ok());
  const auto draft = report::make_draft(document.value(), "戸塚区");
  REQUIRE(draft.ok());
  CHECK(draft.value().report.ward.japanese() == "戸塚区");
  CHECK(draft.value().report.title.japanese() == "戸塚区地域子育て支援拠点事業");
  CHECK(asks(draft.value(), report::Question::Kind::wording, "戸塚区地域子育て支援拠点事業"));
  // What the report itself names stays.
  const std::string named = kTrials + "s04-plain-control.txt";
  const auto other = report::read_document(named, read_bytes(named), OwnReaders());
  CHECK(report::make_draft(other.value(), "戸塚区").value().report.ward.japanese() == "緑区");
}
