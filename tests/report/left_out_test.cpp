// Words of a file that are none of the report's: they are in no field of the draft, and each of them is named.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "compare.h"
#include "coverage.h"
#include "own_readers.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"
#include "report/sandbox/read_document.h"
#include "report/words/characters.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;
using report::LeftOut;

namespace {

const std::string kTrials = "tests/report/fixtures/trials/";

report::Document document_of(const std::string& name) {
  auto document = report::read_document(name, read_bytes(kTrials + name), OwnReaders());
  REQUIRE_MESSAGE(document.ok(), name);
  return std::move(document.value());
}

json report_of(const report::Document& document) {
  auto draft = report::make_draft(document);
  REQUIRE(draft.ok());
  return json::parse(report::report_json(draft.value().report));
}

std::vector<report::Question> questions_of(const report::Document& document) {
  auto draft = report::make_draft(document);
  REQUIRE(draft.ok());
  return draft.value().questions;
}

void check_same(const json& wanted, const report::Document& document) {
  const json got = report_of(document);
  INFO(described(compare(wanted, got)));
  CHECK(got == wanted);
}

std::vector<std::string> left_out(const report::Document& document, LeftOut::Why why) {
  std::vector<std::string> words;
  for (const LeftOut& one : document.left_out) {
    if (one.why == why) words.push_back(report::utf8(one.words));
  }
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("readings, deletions and breadcrumbs of a page are in no field, and one last doubt names them") {
  const json wanted = report_of(document_of("import-base.html"));
  CHECK(document_of("import-base.html").left_out.empty());
  const std::pair<const char*, const char*> told_of[] = {
      {"import-ruby.html", "「けいじ」「さんか」"},
      {"import-struck.html", "「説明会を春に開きます」「町内会の掲示板」"},
      {"import-breadcrumb.html", "「現在位置：トップ > 子育て > 泉区地域"}};
  for (const auto& one : told_of) {
    const std::string name = one.first;
    CAPTURE(name);
    const report::Document document = document_of(name);
    check_same(wanted, document);
    const auto questions = questions_of(document);
    CHECK(questions.back().kind == report::Question::Kind::left_out);
    CHECK(questions.back().message.ja.find(one.second) != std::string::npos);
    CHECK(std::ranges::count(questions, report::Question::Kind::left_out, &report::Question::kind) == 1);
  }
}

TEST_CASE("page marks in a flat text are left out") {
  for (const char* name : {"s09-page-marks", "s09b-page-n-title-repeated", "s09c0-page-mark", "s09c1-page-mark",
                           "s09c2-page-mark", "s09c4-page-mark", "s09c6-page-mark", "s09c7-page-mark"}) {
    CAPTURE(name);
    const json wanted = read_json(kTrials + name + ".expected.json");
    const report::Document document = document_of(std::string(name) + ".txt");
    CHECK(compare(wanted, report_of(document)).wrong.empty());
    CHECK(lost_words(read_bytes(kTrials + name + ".txt"), document, report::make_draft(document).value()).empty());
  }
  CHECK(left_out(document_of("s09-page-marks.txt"), LeftOut::Why::page_edge) == Words{"- 1 -", "- 2 -", "- 3 -"});
}

TEST_CASE("what a browser prints around a page is left out, and a sentence goes on over the pages") {
  const report::Document document = document_of("import-browserprint.pdf");
  CHECK(left_out(document, LeftOut::Why::page_edge) ==
        Words{"11/26/26, 4:58 PM", "泉区地域子育て支援拠点事業", "http://127.0.0.1:8766/mp.html", "1/2", "2/2"});
  const json report = report_of(document);
  CHECK(report["title"] == "泉区地域子育て支援拠点事業");
  REQUIRE(report["review"][0]["outcomes"].size() == 2);
  const std::string outcome = report["review"][0]["outcomes"][1]["text"][0];
  CHECK(outcome.find("置き場所を分けたところ、けがの報告が減った。開所日の様子を") != std::string::npos);
  CHECK(report["review"][0]["challenges"].size() == 2);
}

TEST_CASE("a stamp across the page, readings above words and the margins of a PDF are left out") {
  const auto pdf = [](const char* name) { return report::read_pdf_words(read_bytes(kTrials + name)); };
  const report::Document document = pdf("stamped.bbox.xml");
  check_same(report_of(pdf("unstamped.bbox.xml")), document);
  CHECK(left_out(document, LeftOut::Why::stamp) == Words{"見本"});
  CHECK(left_out(document, LeftOut::Why::page_edge) == Words{"資料３", "- 1 -", "- 2 -"});
  CHECK(left_out(document, LeftOut::Why::reading).front() == "とりくみ");
  const auto questions = questions_of(document);
  CHECK(questions.front().kind == report::Question::Kind::unpublished);
  CHECK(questions.front().message.ja.find("「見本」") != std::string::npos);
}

namespace {

const std::string kText = "s09c1-page-mark";

// The text of a trial without its page mark: its lines.
std::vector<std::string> lines_without_marks() {
  std::vector<std::string> lines;
  std::istringstream in(read_bytes(kTrials + kText + ".txt"));
  const report::Document document = document_of(kText + ".txt");
  REQUIRE(document.left_out.size() == 1);
  for (std::string line; std::getline(in, line);) {
    if (line.find(report::utf8(document.left_out.front().words)) == std::string::npos) lines.push_back(line);
  }
  return lines;
}

// `mark` before the line that begins with `words`, or in the middle of that line.
std::string with_mark(const std::string& words, const std::string& mark, bool inside, const std::string& around) {
  std::string text;
  for (std::string line : lines_without_marks()) {
    const std::string put = around + mark + "\n" + around;
    if (line.starts_with(words) && inside) {
      line.insert(words.size(), "\n" + put);
    } else if (line.starts_with(words)) {
      text += put;
    }
    text += line + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a page's mark in any form, between sentences, before a heading and inside a sentence, is no word of it") {
  const json wanted = read_json(kTrials + kText + ".expected.json");
  for (const char* mark : {"- 2 -",      "－２－",   "― 2 ―",       "-2-",    "2 / 3",
                           "2/3",        "（2/3）",  "P.2",         "p. 2",   "P2",
                           "2ページ",    "２ページ", "2頁",         "第2頁",  "ページ 2",
                           "2／3ページ", "Page 2",   "Page 2 of 3", "2 of 3", "                - 2 -"}) {
    for (const char* around : {"", "\n"}) {
      CAPTURE(std::string(mark));
      CAPTURE(std::string(around));
      const std::pair<const char*, bool> places[] = {
          {"②傘の貸し出しを始め", false}, {"取組の課題", false}, {"②傘の貸し出しを始め、延べ", true}};
      for (const auto& [words, inside] : places) {
        const report::Document document = report::read_text(with_mark(words, mark, inside, around));
        CHECK(compare(wanted, report_of(document)).wrong.empty());
        CHECK(document.left_out.size() == 1);
      }
    }
  }
}

TEST_CASE("what may be a list's stays") {
  for (const char* words : {"1", "2.", "(1)", "特になし", "2か所"}) {
    CAPTURE(std::string(words));
    const report::Document document = report::read_text(with_mark("②傘の貸し出しを始め", words, false, ""));
    CHECK(document.left_out.empty());
  }
}

TEST_CASE("running heads of a text are left out around form feeds and page numbers, the title stays once") {
  const json wanted = read_json(kTrials + kText + ".expected.json");
  std::string text;
  int page = 1;
  for (const std::string& line : lines_without_marks()) {
    const bool breaks = line == "取組の課題" || line.starts_with("次年度");
    if (breaks) {
      text += "こもれびの会　令和6年6月\n" + std::to_string(page++) + "\n\f緑区地域子育て支援拠点事業\n";
    }
    text += line + "\n";
  }
  const report::Document document =
      report::read_text(text + "こもれびの会　令和6年6月\n" + std::to_string(page) + "\n");
  CHECK(compare(wanted, report_of(document)).wrong.empty());
  CHECK(document.left_out.size() >= 5);
}

TEST_CASE("an address of the web alone, and what stands at the beginning and twice more, are left out") {
  const json wanted = report_of(document_of("import-base.txt"));
  std::istringstream base(read_bytes(kTrials + "import-base.txt"));
  const std::string head = "こども青少年局 地域子育て支援課";
  std::string text = head + "\n", line;
  for (int number = 1; std::getline(base, line); ++number) {
    text += line + "\n";
    if (number == 29 || number == 46) text += "https://www.city.example.lg.jp/hyouka.html\n" + head + "\n";
  }
  const report::Document document = report::read_text(text);
  check_same(wanted, document);
  CHECK(left_out(document, LeftOut::Why::page_edge) == Words{head, "https://www.city.example.lg.jp/hyouka.html"});
}

TEST_CASE("what a browser copies with a text is left out") {
  const json wanted = read_json(kTrials + kText + ".expected.json");
  std::string text = "本文へ移動\n現在位置：トップページ > 子育て > 緑区地域子育て支援拠点事業\n文字サイズ 標準 拡大\n";
  text +=
      "過去の報告\nR3年度利用者アンケート\n(2019-03-22・1440KB)\n令和4年度の報告書\n最終更新日 2024年4月1日\nシェア "
      "ツイート LINEで送る\n\n";
  for (const std::string& line : lines_without_marks()) {
    if (line == "次年度重点目標") text += "▲このページの先頭へ\n";
    text += line + "\n";
  }
  text += "\nこのページに関するお問い合わせ\n緑区こども家庭支援課\n電話：045-900-0000\nページの先頭へ戻る\n";
  const report::Document document = report::read_text(text);
  CHECK(compare(wanted, report_of(document)).wrong.empty());
  CHECK(left_out(document, LeftOut::Why::navigation).size() == 14);
  CHECK(lost_words(text, document, report::make_draft(document).value()).empty());
}

namespace {

// The page of a trial with one part of it changed.
report::Document changed(const std::string& from, const std::string& to, const std::string& css = {}) {
  std::string page = read_bytes(kTrials + "import-base.html");
  const auto replace = [&](const std::string& what, const std::string& by) {
    REQUIRE(page.find(what) != std::string::npos);
    page.replace(page.find(what), what.size(), by);
  };
  replace(from, to);
  replace("</style>", css + "</style>");
  return report::read_html(page);
}

}  // namespace

TEST_CASE("readings in every form of ruby, struck-out and hidden words are left out of a page") {
  const json wanted = report_of(document_of("import-base.html"));
  const std::string entry = "<p>②見学会を毎月", word = "見学会を毎月";
  struct Case {
    std::string from, to, css;
    LeftOut::Why why;
  };
  const Case cases[] = {
      {"参加", "<ruby><rb>参</rb><rb>加</rb><rtc><rt>さん</rt><rt>か</rt></rtc></ruby>", "", LeftOut::Why::reading},
      {"参加", "<ruby>参<rp>(</rp><rt>さん</rt><rp>)</rp>加<rp>(</rp><rt>か</rt><rp>)</rp></ruby>", "",
       LeftOut::Why::reading},
      {"参加", "<ruby>参加<rt>さんか</ruby>", "", LeftOut::Why::reading},
      {"参加", "<ruby><rb>参<rt>さん<rb>加<rt>か</ruby>", "", LeftOut::Why::reading},
      {word, "<span style='text-decoration: line-through'>説明会を春に</span>" + word, "", LeftOut::Why::struck},
      {word, "<span class='old'>説明会を春に</span>" + word, "td .old{text-decoration:line-through red}",
       LeftOut::Why::struck},
      {entry, "<p><strike>②古い取組です。</strike></p>" + entry, "", LeftOut::Why::struck},
      {entry, "<p hidden>②古い取組です。</p>" + entry, "", LeftOut::Why::hidden},
      {entry, "<p style='DISPLAY : NONE;'>②古い取組です。</p>" + entry, "", LeftOut::Why::hidden},
      {entry, "<p class='a x'>②古い取組です。</p>" + entry, "/* no */ .y,.x{color:red;display:none!important}",
       LeftOut::Why::hidden},
      {entry, "<p style='text-indent:-9999px'>②古い取組です。</p>" + entry, "", LeftOut::Why::hidden},
      {entry, "<span class='sr-only'>二つ目</span>" + entry, "", LeftOut::Why::hidden},
      {entry, "<template><p>②古い取組です。</p></template>" + entry, "", LeftOut::Why::hidden},
      {word, "<span style='visibility:hidden'>説明会を春に</span>" + word, "", LeftOut::Why::hidden},
      {word, "<font color='#ffffff'>説明会を春に</font>" + word, "", LeftOut::Why::hidden},
      {word, "<span class='w'>説明会を春に</span>" + word, ".w{color:rgb(255, 255, 255)}", LeftOut::Why::hidden},
      {word, "<span style='font-size:0'>説明会を春に</span>" + word, "", LeftOut::Why::hidden},
  };
  for (const Case& one : cases) {
    CAPTURE(one.to);
    const report::Document document = changed(one.from, one.to, one.css);
    check_same(wanted, document);
    CHECK_FALSE(left_out(document, one.why).empty());
  }
}

TEST_CASE("what a page shows stays, however it is called") {
  const json wanted = report_of(document_of("import-base.html"));
  const std::string label = "<th>取組内容</th>", name = "<p>特定非営利活動法人　こもれびの会</p>";
  const std::array<std::string, 3> cases[] = {
      {label, label, "th{background:#036;color:#fff}"},
      {label, "<th bgcolor='#003366'><font color='white'>取組内容</font></th>", ""},
      {label, "<th><span class='sr-only'>取組内容</span></th>", ""},
      {label, "<th><button>取組内容</button></th>", ""},
      {name, "<p><a href='https://example.org'>特定非営利活動法人　こもれびの会</a></p>", ""},
      {"見学会を毎月", "<span aria-hidden='true'>見学会</span>を毎月", ""},
      {"<h2>令和８年度", "<div class='accordion-body' style='display:none'><h2>令和８年度", ""},
      {"</head><body>", "</head><body><form id='page'><div class='main menu-open'>", ""},
      {"</head><body>", "</head><body><div hidden>", ""},
  };
  for (const auto& one : cases) {
    const std::string &to = one[1], &css = one[2];
    CAPTURE(to + css);
    const report::Document document = changed(one[0], to, css);
    check_same(wanted, document);
    CHECK(document.left_out.empty());
  }
}

TEST_CASE("what stands around the report on a whole page is left out") {
  const json wanted = report_of(document_of("import-base.html"));
  const std::string before =
      "</head><body><header><a href='#c'>本文へ移動</a><form role='search'><input><button>検索</button></form></header>"
      "<nav><ul><li><a href='/'>くらし</a></li></ul></nav><ol class='breadcrumb'><li><a href='/'>トップ</a></li>"
      "<li>泉区地域子育て支援拠点事業</li></ol><ul><li><a "
      "href='r6'>令和6年度重点目標評価結果・令和7年度重点目標</a></li>"
      "<li><a href='r5'>令和5年度重点目標評価結果</a></li></ul><main id='c'>";
  for (const char* main : {"<main id='c'>", "<article>", "<div class='page'>"}) {
    CAPTURE(std::string(main));
    std::string page = before;
    page.replace(page.find("<main id='c'>"), std::string("<main id='c'>").size(), main);
    const report::Document document = changed("</head><body>", page);
    check_same(wanted, document);
    CHECK(left_out(document, LeftOut::Why::navigation).size() == 7);
  }
  const report::Document below =
      changed("</body>",
              "<h3>過去の報告書</h3><p><a href='r6'>令和6年度の報告書（PDF：1,234KB）</a></p><div class='contact'>"
              "<h3>お問い合わせ</h3><p>泉区こども家庭支援課</p><p>電話：045-800-0000</p></div></body>");
  check_same(wanted, below);
  CHECK(left_out(below, LeftOut::Why::navigation).size() == 5);
}

TEST_CASE("a title that says 案 is asked about before all else") {
  const auto questions = questions_of(changed("令和８年度重点目標</h1>", "令和８年度重点目標（案）</h1>"));
  CHECK(questions.front().kind == report::Question::Kind::unpublished);
  CHECK(std::ranges::count(questions_of(document_of("import-base.html")), report::Question::Kind::unpublished,
                           &report::Question::kind) == 0);
}
