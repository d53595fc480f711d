// The content folder that is delivered: it loads, and says word for word what the published reports say.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "content/model/sentence.h"
#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using namespace hub::content;
using nlohmann::json;

namespace {

const std::string kSource = HUB_SOURCE_DIR;

// Our own words around the report, so that this test depends on the reports alone.
Report shipped_report(const std::string& hub, int year) {
  MemoryFiles files = good_files();
  const std::string path = "content/" + hub + "/reports/" + std::to_string(year) + ".json";
  files.files.erase(kReportPath);
  files.files.erase(kHubPath);
  files.files[path] = read_source(path);
  files.files["content/" + hub + "/hub.json"] = R"({"id": ")" + hub + R"(", "ward": ")" +
                                                (hub == "izumi" ? "泉区" : "港南区") +
                                                R"(", "name": "拠点", "tagline": "ひとこと"})";
  for (const std::string& tag : find_languages(::hub::base::DiskFiles(), kSource + "/assets/strings")) {
    files.files["strings/" + tag + ".json"] = files.files[kJapanesePath];
  }
  const Loaded loaded = load_all(files);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.snapshot != nullptr);
  return loaded.snapshot->hubs.at(0).reports.at(0);
}

json expected_report(const std::string& name) {
  return json::parse(read_source("tests/content/expected/" + name + ".json"));
}

json said(const Text& text) { return text.japanese(); }

json said(const std::vector<Text>& texts) {
  json list = json::array();
  for (const Text& text : texts) list.push_back(said(text));
  return list;
}

json said(const std::vector<Item>& items) {
  json list = json::array();
  for (const Item& item : items) list.push_back({{"marks", item.marks}, {"text", said(item.text)}});
  return list;
}

std::string iso(base::Date date) {
  char written[16];
  std::snprintf(written, sizeof written, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return written;
}

// The report as the JSON it was read from, key by key.
json said(const Report& report) {
  REQUIRE(report.period.has_value());
  json whole = {{"title", said(report.title)},
                {"ward", said(report.ward)},
                {"reviewYear", report.review_year},
                {"goalYear", report.goal_year},
                {"period",
                 {{"from", iso(report.period->from)},
                  {"to", iso(report.period->to)},
                  {"termYear", report.period->term_year},
                  {"termYears", report.period->term_years}}},
                {"implementers", said(report.implementers)},
                {"purpose", said(report.purpose)},
                {"principles", said(report.principles)},
                {"evaluationMethod", said(report.evaluation_method)}};
  for (const Service& service : report.services) {
    whole["services"].push_back(
        {{"number", service.number}, {"description", said(service.description)}, {"program", said(service.program)}});
  }
  for (const ReviewedGoal& goal : report.review) {
    whole["review"].push_back({{"number", goal.number},
                               {"goal", said(goal.goal)},
                               {"activities", said(goal.activities)},
                               {"outcomes", said(goal.outcomes)},
                               {"challenges", said(goal.challenges)}});
  }
  for (const Goal& goal : report.goals) {
    whole["goals"].push_back(
        {{"number", goal.number}, {"goal", said(goal.goal)}, {"activities", said(goal.activities)}});
  }
  return whole;
}

void collect(const std::vector<Item>& items, std::vector<std::string>& sentences) {
  for (const Item& item : items) {
    for (const Text& text : item.text) sentences.push_back(text.japanese());
  }
}

// The texts of a report that are checked for a lost beginning or end.
std::vector<std::string> sentences_of(const Report& report) {
  std::vector<std::string> sentences = {report.purpose.japanese()};
  for (const ReviewedGoal& goal : report.review) {
    sentences.push_back(goal.goal.japanese());
    collect(goal.activities, sentences);
    collect(goal.outcomes, sentences);
    collect(goal.challenges, sentences);
  }
  for (const Goal& goal : report.goals) {
    sentences.push_back(goal.goal.japanese());
    collect(goal.activities, sentences);
  }
  return sentences;
}

}  // namespace

TEST_CASE("the reports say word for word what was published") {
  CHECK(said(shipped_report("izumi", 2024)) == expected_report("izumi-2024"));
  CHECK(said(shipped_report("konan", 2026)) == expected_report("konan-2026"));
}

TEST_CASE("the reports' threads") {
  const Report izumi = shipped_report("izumi", 2024), konan = shipped_report("konan", 2026);
  const std::vector<Thread> marked = threads_of(izumi.review.at(0));
  REQUIRE(marked.size() == 4);
  for (std::size_t index = 0; index < 4; ++index) {
    CHECK(marked[index].marks == std::vector{static_cast<int>(index) + 1});
    CHECK(marked[index].activities == std::vector{index});
  }
  CHECK(marked[0].outcomes == std::vector<std::size_t>{0});
  CHECK(marked[1].outcomes == std::vector<std::size_t>{0});
  CHECK(marked[2].outcomes == std::vector<std::size_t>{1});
  CHECK(marked[3].challenges == std::vector<std::size_t>{2});
  const std::vector<Thread> unmarked = threads_of(konan.review.at(0));
  REQUIRE(unmarked.size() == 1);
  CHECK(unmarked[0].marks.empty());
  CHECK(unmarked[0].activities.size() == 2);
  CHECK(unmarked[0].outcomes.size() == 1);
  CHECK(unmarked[0].challenges.size() == 1);
}

TEST_CASE("one sentence of the two reports has lost its beginning, none its end") {
  std::vector<std::string> torn;
  for (const Report& report : {shipped_report("izumi", 2024), shipped_report("konan", 2026)}) {
    for (const std::string& sentence : sentences_of(report)) {
      CAPTURE(sentence);
      CHECK(!ends_midway(sentence));
      if (starts_midway(sentence)) torn.push_back(sentence);
    }
  }
  REQUIRE(torn.size() == 1);
  CHECK(torn[0].starts_with("ら得た取り組み"));
}

TEST_CASE("the delivered folder loads whole") {
  const Loaded loaded = load(base::DiskFiles(), kSource + "/content", kSource + "/assets/strings");
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.snapshot != nullptr);
  CHECK_MESSAGE(loaded.diagnostics.empty(),
                "content/ and assets/strings load without messages: each of these says what to mend");
  CHECK(loaded.acknowledged == 1);  // konan's torn sentence
  CHECK(loaded.snapshot->services.size() == 7);
  CHECK(loaded.snapshot->hubs.size() == 2);
  CHECK(loaded.snapshot->readings.contains(""));
  for (const Hub& hub : loaded.snapshot->hubs) {
    CHECK(!hub.reports.empty());
    CHECK(loaded.snapshot->languages(hub).front() == "ja");
    CHECK(load(base::DiskFiles(), kSource + "/content", kSource + "/assets/strings", hub.id).snapshot != nullptr);
  }
}
