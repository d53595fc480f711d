// Words of a file that are none of the report's: they are in no field of the draft, and each of them is named.
#include <doctest/doctest.h>

#include <algorithm>

#include "compare.h"
#include "coverage.h"
#include "own_readers.h"
#include "report/draft/write_draft.h"
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
  const std::pair<const char*, const char*> kTold[] = {
      {"import-ruby.html", "「けいじ」「さんか」"},
      {"import-struck.html", "「説明会を春に開きます」「町内会の掲示板」"},
      {"import-breadcrumb.html", "「現在位置：トップ > 子育て > 泉区地域"}};
  for (const auto& [name, told] : kTold) {
    CAPTURE(std::string(name));
    const report::Document document = document_of(name);
    check_same(wanted, document);
    const auto questions = questions_of(document);
    CHECK(questions.back().kind == report::Question::Kind::left_out);
    CHECK(questions.back().message.ja.find(told) != std::string::npos);
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
