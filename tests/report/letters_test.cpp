// Letters that are not what they look like, letters that are lost, and files that are something else: what is read, and
// what is said.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "compare.h"
#include "own_readers.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"
#include "report/sandbox/document_bytes.h"
#include "report/sandbox/read_document.h"
#include "report/words/garble.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using report::Question;
using Kind = report::Document::Kind;

namespace {

const std::string kTrials = "tests/report/fixtures/trials/";

std::string base_text() { return read_bytes(kTrials + "import-base.txt"); }

report::Draft draft_of(Kind kind, const std::string& bytes) {
  // As it comes out of the program that reads it.
  const auto document = report::document_from(report::to_bytes(report::read_as(kind, bytes)));
  REQUIRE(document);
  auto draft = report::make_draft(*document);
  REQUIRE_MESSAGE(draft, (draft ? "" : draft.error().what.ja));
  return std::move(draft.value());
}

std::string refusal(const std::string& path, const std::string& bytes) {
  const auto document = report::read_document(path, bytes, OwnReaders());
  if (!document) return document.error().what.ja + document.error().remedy.ja;
  const auto draft = report::make_draft(document.value());
  return draft ? "" : draft.error().what.ja + draft.error().remedy.ja;
}

bool says(const std::string& words, const std::string& part) { return words.find(part) != std::string::npos; }

std::vector<Question> of_kind(const report::Draft& draft, Question::Kind kind) {
  std::vector<Question> found;
  std::ranges::copy_if(draft.questions, std::back_inserter(found),
                       [&](const Question& one) { return one.kind == kind; });
  return found;
}

// The text with one letter for another.
std::string replaced_all(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// The same report, and one doubt more than without the letters, which says how many there were.
void check_mended(const report::Draft& draft, const std::string& words) {
  const report::Draft base = draft_of(Kind::text, base_text());
  CHECK(report::report_json(draft.report) == report::report_json(base.report));
  CHECK(draft.questions.size() == base.questions.size() + 1);
  CHECK(of_kind(draft, Question::Kind::lost).empty());
  const bool said = std::ranges::any_of(of_kind(draft, Question::Kind::wording),
                                        [&](const Question& one) { return says(one.message.ja, words); });
  CHECK_MESSAGE(said, words);
}

}  // namespace

TEST_CASE("radicals, parted kana and invisible characters come as the letters of the report, in one doubt") {
  check_mended(draft_of(Kind::text, read_bytes(kTrials + "import-kangxi.txt")),
               "48 字ありました（⼦、⽬、⼈、⾒、⼀、⼤、⼒、⽤ など）");
  check_mended(draft_of(Kind::text, read_bytes(kTrials + "import-nfd.txt")), "28 字ありました（");
  check_mended(draft_of(Kind::text, read_bytes(kTrials + "import-zerowidth.txt")), "見えない文字を、17 字取りました");
}

TEST_CASE("so do half-width kana, ideographs coded twice, era names in a square and brackets of vertical lines") {
  const std::string text = base_text();
  const auto read = [&](const std::string& from, const std::string& to) {
    return draft_of(Kind::text, replaced_all(text, from, to));
  };
  check_mended(read("スタッフ", "ｽﾀｯﾌ"), "4 字ありました（ｽ、ﾀ、ｯ、ﾌ など）");
  check_mended(read("スタッフから", "ｽﾀｯﾌか\u2060\u200Dら\u202C"), "7 字ありました");
  check_mended(read("サポートシステム", "ｻﾎﾟｰﾄｼｽﾃﾑ"), "9 字ありました");
  check_mended(read("者", "\uFA5B"), "6 字ありました（\uFA5B など）");
  check_mended(read("令和", "㋿"), "（㋿ など）");
  check_mended(read("（３年度目", "︵３年度目"), "1 字ありました（︵ など）");
  check_mended(read("育て", "育\u3066\u200B"), "見えない文字を、");
}

TEST_CASE("a web page's references to invisible characters and radicals are letters as well") {
  std::string lines = replaced_all(base_text(), "子育て", "子&shy;育&#8203;て");
  lines = replaced_all(replaced_all(lines, "目", "&#x2F6C;"), "\n", "<br>\n");
  const report::Draft draft = draft_of(Kind::html, "<html><body>" + lines + "</body></html>");
  const std::string json = report::report_json(draft.report);
  CHECK(says(json, "泉区地域子育て支援拠点事業"));
  CHECK(says(json, "目的とします"));
  CHECK_FALSE(says(json, "⽬"));
  CHECK_FALSE(says(json, "\u200B"));
  CHECK(of_kind(draft, Question::Kind::wording).size() == 1);
}

TEST_CASE("in a PDF as well, where letters tell how wide its words are") {
  const auto words = OwnReaders().pdf_words(read_bytes("tests/report/fixtures/izumi-2024.pdf"));
  REQUIRE(words);
  const report::Draft plain = draft_of(Kind::pdf, words.value());
  std::string other = words.value();
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"子", "⼦"}, {"長", "⻑"}, {"用", "⽤"}, {"支援", "支\u00AD援"}, {"で", "て\u3099"}, {"目", "⽬\u200B"}}) {
    other = replaced_all(other, from, to);
  }
  const report::Draft draft = draft_of(Kind::pdf, other);
  CHECK(report::report_json(draft.report) == report::report_json(plain.report));
  CHECK(draft.questions.size() == plain.questions.size() + 1);
}

TEST_CASE("digits of both widths, marks, brackets and waves stay, without a doubt") {
  const report::Draft draft = draft_of(Kind::text, base_text());
  for (const Question& one : draft.questions) CHECK_FALSE(says(one.message.ja, "ふつうの文字に"));
  CHECK(says(report::report_json(draft.report), "見学会を１２回開き"));
}

TEST_CASE("lost letters are the first doubt: where, and the words around") {
  const auto document =
      report::read_document("report.pdf", read_bytes(kTrials + "import-lostletters.pdf"), OwnReaders());
  REQUIRE(document);
  const auto draft = report::make_draft(document.value());
  REQUIRE(draft);
  const std::vector<Question> lost = of_kind(draft.value(), Question::Kind::lost);
  REQUIRE(lost.size() == 1);
  CHECK(draft.value().questions.front().kind == Question::Kind::lost);
  CHECK(lost.front().place.page == 1);
  CHECK(says(lost.front().message.ja, "1 ページ"));
  CHECK(says(lost.front().message.ja, "「①\uFFFDみ合う時間には"));
  CHECK(says(lost.front().message.ja, "入口の\uFFFD示を見直し"));
}

TEST_CASE(
    "a geta in a word and question marks in place of kanji are lost letters, a row of geta and questions are none") {
  const auto lost = [](const std::string& from, const std::string& to) {
    return of_kind(draft_of(Kind::text, replaced_all(base_text(), from, to)), Question::Kind::lost);
  };
  REQUIRE(lost("掲示", "〓示").size() == 1);
  CHECK(says(lost("掲示", "〓示").front().message.ja, "2 つ"));
  CHECK(lost("掲示", "\U000F0000示").size() == 1);
  CHECK(lost("掲示", "\uFFFE示").size() == 1);
  CHECK(lost("見学会を毎月", "見?会を毎月").size() == 1);
  CHECK(lost("取組内容", "〓〓〓〓〓\n取組内容").empty());
  CHECK(lost("取組内容", "〓お知らせ〓\n取組内容").empty());
  CHECK(lost("見学会を毎月", "見学会はいかがですか?毎月").empty());
  CHECK(lost("見学会", "見□会").size() == 1);
  CHECK(lost("見学会を毎月", "見??を毎月").size() == 1);
  CHECK(lost("見学会を毎月", "見？？会を毎月").size() == 1);
  CHECK(lost("見学会を毎月", "見学会（□親子　□父親）を毎月").empty());
  CHECK(lost("見学会を毎月", "見学会□ 毎月").empty());
  CHECK(lost("見学会を毎月", "なぜ見学会？毎月").empty());
  // Word's bullets have a font of their own.
  CHECK(lost("\n①", "\n\uF0B7 ").empty());
}

TEST_CASE("what stood where letters are lost is U+FFFD in the draft, which nobody can show by mistake") {
  const auto json = [](const std::string& from, const std::string& to) {
    return report::report_json(draft_of(Kind::text, replaced_all(base_text(), from, to)).report);
  };
  for (const char* lost : {"〓示", "□示", "??示"}) CHECK_MESSAGE(says(json("掲示", lost), "\uFFFD示"), lost);
  CHECK_FALSE(says(json("掲示", "〓示"), "〓"));
}

TEST_CASE("pages without words are a doubt before what is missing") {
  const auto document = report::read_document("report.pdf", read_bytes(kTrials + "import-halfscan.pdf"), OwnReaders());
  REQUIRE(document);
  CHECK(document.value().wordless_pages == std::vector<int>{2});
  const auto draft = report::make_draft(document.value());
  REQUIRE(draft);
  REQUIRE_FALSE(draft.value().questions.empty());
  CHECK(draft.value().questions.front().kind == Question::Kind::unread);
  CHECK(says(draft.value().questions.front().message.ja, "2 ページには文字がありません"));
  const report::Draft text = draft_of(Kind::text, replaced_all(base_text(), "事業の実施者", "\f \n\f事業の実施者"));
  CHECK(says(of_kind(text, Question::Kind::unread).front().message.ja, "2 ページには"));
}

TEST_CASE("words that come out of their file as other letters are no report, and not said to be another file") {
  CHECK(says(refusal("report.pdf", read_bytes(kTrials + "import-nounicode.pdf")), "文字化け"));
  const std::u32string text = base::decode_utf8(base_text());
  std::string latin, questions, private_use;
  for (const char c : base_text()) {
    const auto byte = static_cast<unsigned char>(c);
    latin += byte < 0x80 ? std::string(1, c) : base::encode_utf8(std::u32string(1, byte));
  }
  for (const char32_t c : text) {
    questions += c < 0x80 ? std::string(1, static_cast<char>(c)) : "?";
    private_use +=
        c < 0x80 ? std::string(1, static_cast<char>(c)) : base::encode_utf8(std::u32string(1, 0xE000 + c % 5000));
  }
  CHECK(says(refusal("latin.txt", latin), "文字化け"));
  CHECK(says(refusal("questions.txt", questions), "文字化け"));
  CHECK(says(refusal("private.txt", private_use), "文字化け"));
  CHECK(
      says(refusal("sjis.txt", "繝?ｻ､蜥鯉ｼ怜ｹｴ蠎ｦ驥咲せ逶ｮ讓吶〒縺吶�繧医≧縺ｪ縺ｮ縺ｧ縺吶′縲√◎縺薙↓縺ゅｋ"), "文字化け"));
  // Other languages are none of that.
  for (const char32_t* words :
       {U"한국어로도 안내합니다", U"ภาษาไทย नेपाली", U"Tiếng Việt, français", U"Ελληνικά Русский", U"中文 繁體"}) {
    CHECK(report::garbled_letters(words) == 0);
  }
  CHECK(report::garbled_letters(U"๜తདࡰ౤ࡱ") >= 5);
}

TEST_CASE("two reports in one file are named") {
  const std::string both = refusal("two.txt", read_bytes(kTrials + "import-two.txt"));
  CHECK(says(both, "報告書が 2 つ"));
  INFO(both);
  CHECK(says(both, "（泉区、港南区）"));
  const std::string text = base_text();
  const std::string next = replaced_all(replaced_all(text, "令和８年度", "令和９年度"), "令和７年度", "令和８年度");
  CHECK(says(refusal("years.txt", text + "\n" + next), "（泉区の令和8年度、泉区の令和9年度）"));
  CHECK(says(refusal("three.txt",
                     text + "\n" + replaced_all(text, "泉区", "緑区") + "\n" + replaced_all(text, "泉区", "西区")),
             "報告書が 3 つ入っています（泉区、緑区、西区）"));
  // Its second half may have a title of its own.
  CHECK(refusal("half.txt", replaced_all(text, "令和８年度重点目標\n\n",
                                         "泉区地域子育て支援拠点事業\n令和８年度重点目標の評価結果・重点目標\n\n"))
            .empty());
  // A running head with the title names the same report again.
  CHECK(refusal("one.txt", replaced_all(text, "取組の課題\n", "\f泉区地域子育て支援拠点事業\n取組の課題\n")).empty());
  CHECK(refusal("menu.txt", text + "\n港南区地域子育て支援拠点事業\n戸塚区地域子育て支援拠点事業\n").empty());
}

TEST_CASE("the beginning of a report alone, and goals on scanned pages, are said to be that") {
  const std::string text = base_text();
  const std::string head = text.substr(0, text.find("令和７年度重点目標の評価"));
  CHECK(says(refusal("head.txt", head), "初めの部分"));
  CHECK(says(refusal("scan.txt", head + "\f\n\f\n"), "2、3 ページには文字がありません"));
}

TEST_CASE("a page that lists reports says so, and what to open") {
  for (const char* page : {"<html><body><h1>地域子育て支援拠点の重点目標評価結果</h1><ul><li><a "
                           "href='a.pdf'>泉区（PDF：312KB）</a></li><li>"
                           "<a href='b.pdf'>港南区（PDF：298KB）</a></li></ul></body></html>",
                           "<html><body><h1>泉区地域子育て支援拠点</h1><p>報告書を公表しています。</p><ul><li><a "
                           "href='1'>令和７年度重点目標評価結果・令和８年度重点目標</a></li><li><a "
                           "href='2'>令和６年度重点目標評価結果・令和７年度重点目標</a></li></ul></body></html>"}) {
    CHECK_MESSAGE(says(refusal("list.html", page), "報告書の一覧"), page);
  }
}

TEST_CASE("files of other kinds are named, with what to do") {
  const std::string mhtml = read_bytes(kTrials + "import-page.mhtml");
  for (const char* name : {"page.mhtml", "page.html", "page.txt"}) {
    CHECK(says(refusal(name, mhtml), "MHTML"));
    CHECK(says(refusal(name, mhtml), "HTML のみ"));
  }
  CHECK(says(refusal("a.eml", "Received: from x\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--x"), "メール"));
  CHECK(says(refusal("a.url", "[InternetShortcut]\r\nURL=https://example.jp/report.pdf\r\n"), "ショートカット"));
  CHECK(says(refusal("a.lnk", std::string("L\0\0\0\x01\x14\x02\0\0\0\0\0\xC0", 13)), "ショートカット"));
  CHECK(says(refusal("a.webloc", "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>URL</key></dict></plist>"),
             "ショートカット"));
  CHECK(says(refusal("a.heic", std::string("\0\0\0\x18", 4) + "ftypheic"), "HEIC"));
  CHECK(says(refusal("a.webp", std::string("RIFF\x10\0\0\0", 8) + "WEBPVP8 "), "WebP"));
  CHECK(says(refusal("a.xdw", std::string("\x60\x0E\x82\0\xFF", 5)), "DocuWorks"));
  CHECK(says(refusal("empty.pdf", ""), "空です"));
}

TEST_CASE("a page that only says why it is empty is no other office's report") {
  CHECK(says(refusal("app.html", "<html><body><noscript>JavaScript</noscript><div id=app></div></body></html>"),
             "開いてから文を読みこむ"));
  CHECK(says(refusal("js.html", "<html><body><p>JavaScriptを有効にしてください。</p></body></html>"),
             "開いてから文を読みこむ"));
  CHECK(says(refusal("404.html", "<html><body><h1>404 Not Found</h1></body></html>"), "見つかりません"));
  CHECK(says(refusal("moved.html", "<html><body><p>お探しのページは見つかりませんでした。</p></body></html>"),
             "お知らせ"));
  CHECK(
      says(refusal("login.html", "<html><body><form>x</form><p>ログインしてください。</p></body></html>"), "ログイン"));
}
