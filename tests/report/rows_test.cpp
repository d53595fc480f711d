// The forms of plain text: every one gives the same report, word for word.
#include <doctest/doctest.h>

#include <cstdlib>

#include "compare.h"
#include "known_reports.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"
#include "support/slow.h"
#include "text_forms.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;

TEST_CASE("small reports in forms that were met are read right" * hub::tests::slow()) {
  for (const char* name :
       {"s04-plain-control", "s07-letter-spaced-lines", "s07b-letter-spaced-labels", "s10-pipes-hanging",
        "s11-one-line", "s12-blank-line-after-each", "s19-no-full-stops", "s19b-nostops-indent-nowrap",
        "s19d-stops-indent-nowrap", "s19e-stops-flush-wrap", "s20-number-torn", "s25-csv"}) {
    const std::string path = std::string("tests/report/fixtures/trials/") + name;
    CAPTURE(path);
    const auto draft = report::make_draft(report::read_as(report::Document::Kind::text, read_bytes(path + ".txt")));
    REQUIRE(draft.ok());
    const Comparison comparison =
        compare(read_json(path + ".expected.json"), json::parse(report::report_json(draft.value().report)));
    INFO(described(comparison));
    CHECK(comparison.wrong.empty());
  }
}

TEST_CASE("a title and a section's heading are one wherever a narrow cell wraps them") {
  const auto draft = report::make_draft(
      report::read_text("+------------+----------------------+\n| 緑区地域子 |                      |\n| 育て支援拠 |  "
                        "                    |\n"
                        "| 点事業     |                      |\n+------------+----------------------+\n"
                        "| 令和5年度重|                      |\n| 点目標の評 |                      |\n| 価         |  "
                        "                    |\n"
                        "+------------+----------------------+\n| 重点目標①  | 居場所をつくる。     |\n"
                        "+------------+----------------------+\n| 取組の成果 | ①会を開いた。        "
                        "|\n+------------+----------------------+\n"
                        "| 令和6年度重|                      |\n| 点目標     |                      |\n"
                        "+------------+----------------------+\n| 重点目標①  | 仲間を増やす。       |\n"
                        "+------------+----------------------+\n| 取組内容   | ①会を開く。          "
                        "|\n+------------+----------------------+\n"));
  REQUIRE(draft.ok());
  const json got = json::parse(report::report_json(draft.value().report));
  CHECK(got["title"] == "緑区地域子育て支援拠点事業");
  REQUIRE(got["review"].size() == 1);
  CHECK(got["review"][0]["goal"] == "居場所をつくる。");
  REQUIRE(got["goals"].size() == 1);
  CHECK(got["goals"][0]["goal"] == "仲間を増やす。");
}

// HUB_FORM=<name> reads one of them, HUB_SHOW_FORMS=1 prints what was wrong with each.
TEST_CASE("a report in every form of text is read word for word" * hub::tests::slow()) {
  const bool show = std::getenv("HUB_SHOW_FORMS") != nullptr;
  const char* only = std::getenv("HUB_FORM");
  for (const TextForm& form : text_forms()) {
    if (only && form.name != only) continue;
    std::mt19937 random(20240401);
    int fields = 0, wrong = 0, silent = 0;
    for (const json& report : known_reports()) {
      const FormedText text = form.make(report, random);
      const auto draft = report::make_draft(report::read_as(report::Document::Kind::text, text.bytes));
      if (!draft) {
        wrong += compare(text.expected, json::object()).fields;
        if (show) MESSAGE(form.name, ": refused\n", text.bytes);
        continue;
      }
      const Comparison comparison = compare(text.expected, json::parse(report::report_json(draft.value().report)));
      fields += comparison.fields;
      wrong += static_cast<int>(comparison.wrong.size());
      int unflagged = 0;
      for (const Difference& one : comparison.wrong)
        unflagged += is_flagged(one.pointer, draft.value().questions) ? 0 : 1;
      silent += unflagged;
      if (show && !comparison.wrong.empty()) MESSAGE(form.name, "\n", described(comparison), text.bytes);
    }
    MESSAGE(form.name, ": ", wrong, " of ", fields, " wrong, ", silent, " in silence");
    CHECK(wrong == 0);
  }
}
