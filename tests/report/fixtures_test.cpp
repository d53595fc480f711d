// The published reports, as text, HTML and PDF, and reports of wards that the rules were not written for: every field
// is what a careful person reads.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "compare.h"
#include "coverage.h"
#include "own_readers.h"
#include "report/draft/compare.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"
#include "report/sandbox/read_document.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;

namespace {

const std::string kFixtures = "tests/report/fixtures/";

report::Document document_of(const std::string& path) {
  auto document = report::read_document(path, read_bytes(path), report::SandboxedReaders());
  REQUIRE_MESSAGE(document.ok(), path);
  return std::move(document.value());
}

report::Draft draft_of(const std::string& path) {
  auto draft = report::make_draft(document_of(path));
  REQUIRE_MESSAGE(draft.ok(), path);
  return std::move(draft.value());
}

void check_nothing_lost(const std::string& path, const report::Draft& draft) {
  std::string bytes = read_bytes(path);
  if (path.ends_with(".pdf")) bytes = report::SandboxedReaders().pdf_words(bytes).value();
  CAPTURE(path);
  for (const std::string& words : lost_words(bytes, document_of(path), draft)) FAIL_CHECK("lost: " << words);
}

void check_equal(const std::string& path, const json& expected) {
  const report::Draft draft = draft_of(path);
  const json got = json::parse(report::report_json(draft.report));
  CAPTURE(path);
  INFO(described(compare(expected, got)));
  CHECK(got == expected);
  CHECK(lost_sentences(expected, draft).empty());
  check_nothing_lost(path, draft);
}

bool asks(const report::Draft& draft, report::Question::Kind kind, const std::string& field, const std::string& words) {
  for (const report::Question& question : draft.questions) {
    const bool about = question.kind == kind && question.field == field;
    if (about && question.message.ja.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the published reports are read as a careful person reads them, in every form" * hub::tests::slow()) {
  for (const char* name : {"izumi-2024", "konan-2026"}) {
    const json expected = read_json(std::string("tests/content/expected/") + name + ".json");
    for (const char* kind : {".txt", ".html", ".pdf"}) check_equal(kFixtures + name + kind, expected);
  }
}

TEST_CASE("reports of other wards are read right" * hub::tests::slow()) {
  for (const char* name :
       {"aoba-2025.txt", "aoba-2025.pdf", "asahi-2025.txt", "kanazawa-2021.txt", "midori-2019.txt", "naka-2022.html",
        "sakae-2024.txt", "seya-2023.txt", "totsuka-2020.txt", "tsuzuki-2024.html", "tsuzuki-2024.pdf"}) {
    const std::string path = kFixtures + "wards/" + name;
    check_equal(path, read_json(path.substr(0, path.find_last_of('.')) + ".expected.json"));
  }
}

TEST_CASE("reports whose lists stand side by side are read right" * hub::tests::slow()) {
  for (const char* name :
       {"hodogaya-2026.txt", "isogo-2024.html", "isogo-2024-chromium.pdf", "isogo-2024-writer.pdf",
        "kanagawa-2023.html", "kanagawa-2023-writer.pdf", "minami-2020.txt", "minami-2020-writer.pdf",
        "naka-2022-writer.pdf", "nishi-2022.html", "nishi-2022-chromium.pdf", "tsurumi-2025.html",
        "tsurumi-2025-chromium.pdf", "tsurumi-2025-writer.pdf"}) {
    const std::string path = std::string(name);
    check_equal(kFixtures + "wards/" + path,
                read_json(kFixtures + "wards/" + path.substr(0, path.find("-20") + 5) + ".expected.json"));
  }
}

TEST_CASE("a goal whose number stands before it in a narrow column needs no question") {
  CHECK(draft_of(kFixtures + "wards/naka-2022-writer.pdf").questions.empty());
}

TEST_CASE("a heading broken over a narrow column is read beside its text; what the file leaves out is asked for") {
  const report::Draft draft = draft_of(kFixtures + "konan-2026-writer.pdf");
  json expected = read_json("tests/content/expected/konan-2026.json");
  expected["title"] = expected["ward"] = "";
  const json got = json::parse(report::report_json(draft.report));
  INFO(described(compare(expected, got)));
  CHECK(got == expected);
  CHECK(draft.questions.size() <= 6);
  CHECK(asks(draft, report::Question::Kind::missing, "/title", "題名"));
  CHECK(asks(draft, report::Question::Kind::missing, "/ward", "区"));
}

TEST_CASE("where neither a rule, a bullet nor space parts short entries, none is lost and each guess is asked about") {
  const std::string path = kFixtures + "wards/nishi-2022-writer.pdf";
  const json expected = read_json(kFixtures + "wards/nishi-2022.expected.json");
  const report::Draft draft = draft_of(path);
  CHECK(lost_sentences(expected, draft).empty());
  check_nothing_lost(path, draft);
  const Comparison comparison = compare(expected, json::parse(report::report_json(draft.report)));
  REQUIRE(!comparison.wrong.empty());
  for (const Difference& one : comparison.wrong) {
    CAPTURE(one.pointer);
    CHECK(is_flagged(one.pointer, draft.questions));
  }
  CHECK(asks(draft, report::Question::Kind::placement, "/goals/0/activities", "助産師によるミニ講話"));
}

TEST_CASE("however the lines of a report are mixed up, none of its words is lost, and the whole is doubted" *
          hub::tests::slow()) {
  for (const char* name : {"izumi-2024.txt", "wards/aoba-2025.txt", "wards/minami-2020.txt"}) {
    std::vector<std::string> lines;
    std::istringstream in(read_bytes(kFixtures + name));
    for (std::string line; std::getline(in, line);) lines.push_back(line + "\n");
    for (unsigned seed = 1; seed <= 3; ++seed) {
      std::mt19937 random(seed);
      for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random() % i]);
      std::string text;
      for (const std::string& line : lines) text += line;
      const report::Document document = report::read_text(text);
      const auto draft = report::make_draft(document);
      CAPTURE(name);
      CAPTURE(seed);
      if (!draft) continue;  // no 重点目標 is left together: it says so
      for (const std::string& words : lost_words(text, document, draft.value())) FAIL_CHECK("lost: " << words);
      CHECK(std::ranges::any_of(draft.value().questions, [](const report::Question& question) {
        return question.kind == report::Question::Kind::placement &&
               (question.field == "/review" || question.field == "/goals");
      }));
    }
  }
}

TEST_CASE("what such a report says is found in it, letter by letter") {
  for (const char* name : {"tsurumi-2025.html", "tsurumi-2025-chromium.pdf", "minami-2020.txt"}) {
    const std::string path = kFixtures + "wards/" + name;
    const auto document = report::read_document(path, read_bytes(path), OwnReaders());
    REQUIRE(document.ok());
    const auto draft = report::make_draft(document.value());
    REQUIRE(draft.ok());
    for (const report::SentenceCheck& check : report::check_against(draft.value().report, document.value())) {
      CAPTURE(check.sentence);
      CHECK(check.found);
    }
  }
}

TEST_CASE("the doubts about izumi's report are those of a careful reader" * hub::tests::slow()) {
  const report::Draft draft = draft_of(kFixtures + "izumi-2024.txt");
  CHECK(draft.questions.size() <= 6);
  // Its results stand above its activities, and the 課題 below the heading 取組の成果.
  CHECK(asks(draft, report::Question::Kind::heading, "/review/0", "見出し"));
  // The 取組内容 of goal ② come before goal ①.
  CHECK(asks(draft, report::Question::Kind::placement, "/goals/1/activities", "見出しから離れて"));
  CHECK(asks(draft, report::Question::Kind::wording, "/review/1/outcomes/0/text/0", "１8区"));
  CHECK(asks(draft, report::Question::Kind::wording, "/evaluationMethod/0", "沿っ て"));
}

TEST_CASE("the doubts about konan's report are those of a careful reader") {
  const report::Draft draft = draft_of(kFixtures + "konan-2026.txt");
  CHECK(draft.questions.size() <= 6);
  REQUIRE(!draft.questions.empty());
  CHECK(draft.questions.front().kind == report::Question::Kind::midway);
  CHECK(asks(draft, report::Question::Kind::midway, "/review/0/outcomes/0/text/0", "ら得た"));
  CHECK(asks(draft, report::Question::Kind::mark, "/review/0/outcomes", "①②"));
}

TEST_CASE("every text of a draft says where it comes from" * hub::tests::slow()) {
  for (const char* name : {"izumi-2024.txt", "izumi-2024.pdf", "konan-2026.html"}) {
    const report::Draft draft = draft_of(kFixtures + name);
    const json origins = json::parse(report::origins_json(draft));
    const json flat = json::parse(report::report_json(draft.report)).flatten();
    for (const auto& item : flat.items()) {
      const std::string& pointer = item.key();
      const json& value = item.value();
      if (!value.is_string() || pointer.starts_with("/period") || pointer == "/ward") continue;
      CAPTURE(pointer);
      REQUIRE(origins.contains(pointer));
      CHECK(origins[pointer]["line"].get<int>() > 0);
      const double confidence = origins[pointer]["confidence"].get<double>();
      CHECK((confidence > 0 && confidence <= 1));
    }
  }
  const report::Draft izumi = draft_of(kFixtures + "izumi-2024.txt");
  CHECK(izumi.origins.at("/review/0/goal").place == report::Place{0, 46});
}

TEST_CASE("the doubts are JSON with field, question, place and confidence") {
  const json questions = json::parse(report::questions_json(draft_of(kFixtures + "konan-2026.txt")));
  REQUIRE(questions.is_array());
  for (const json& question : questions) {
    CHECK(question["field"].is_string());
    CHECK(!question["question"].get<std::string>().empty());
    CHECK(!question["questionEn"].get<std::string>().empty());
    CHECK(question["where"].is_object());
    CHECK(question["confidence"].get<double>() <= 1);
  }
}
