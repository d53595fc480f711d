// Words whose reading is a guess: counted by the one inspection, and of a report that is not among the content yet.
#include "inspect/reading_inspection.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/paths.h"
#include "support/content_copy.h"
#include "support/lobby.h"

using namespace hub;

namespace {

constexpr const char* kReport = "content/konan/reports/2026.json";
constexpr const char* kHub = "content/konan/hub.json";
constexpr const char* kReadings = "content/common/readings.json";

struct Reading : tests::ContentCopy {
  std::vector<content::Diagnostic> unreviewed() {
    const content::Loaded loaded = config::load_content(base::DiskFiles(), folder, "");
    REQUIRE(loaded.snapshot);
    return inspect::unreviewed_readings(base::DiskFiles(), folder, *loaded.snapshot);
  }
};

bool has(const std::string& words, const std::string& part) { return words.find(part) != std::string::npos; }

}  // namespace

TEST_CASE_FIXTURE(Reading, "what ships has been read by people, or is read by rule") { CHECK(unreviewed().empty()); }

TEST_CASE_FIXTURE(Reading, "a guessed reading is a warning where the word stands") {
  replace(kReport, "妊娠期からの切れ目", "搾乳のある妊娠期からの切れ目");
  const std::vector<content::Diagnostic> found = unreviewed();
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == content::Diagnostic::Severity::warning);
  CHECK(found[0].file == folder + "/konan/reports/2026.json");
  CHECK(found[0].line > 1);
  CHECK(found[0].column > 1);
  CHECK(has(found[0].what.ja, "1 語"));
  CHECK(has(found[0].what.ja, "搾乳（さくにゅう、" + std::to_string(found[0].line) + " 行目）"));
  CHECK(has(found[0].what.en, "搾乳 (さくにゅう, line " + std::to_string(found[0].line) + ")"));
  CHECK_FALSE(has(found[0].what.ja, "ほか"));
}

TEST_CASE_FIXTURE(Reading, "a word that is written with radicals or parted marks is found in its line") {
  replace(kReport, "妊娠期からの切れ目", "搾乳の⽬標がある妊娠期からの切れ目");
  const int line = unreviewed().front().line;
  replace(kReport, "搾乳の⽬標がある", "⼦どもか\u3099⽣む搾乳の⽬標がある");
  CHECK(unreviewed().front().line == line);
  replace(kReport, "搾乳の⽬標", "寝返りの⼿引きの⽬標");
  const std::vector<content::Diagnostic> found = unreviewed();
  REQUIRE(found.size() == 1);
  CHECK(found[0].line == line);
}

TEST_CASE_FIXTURE(Reading, "a reading that somebody has listed is no guess, the same or another") {
  replace(kReport, "妊娠期からの切れ目", "搾乳のある妊娠期からの切れ目");
  replace(kReadings, "\"readings\": {", "\"readings\": {\n    \"搾乳\": \"さくにゅう\",");
  CHECK(unreviewed().empty());
}

TEST_CASE_FIXTURE(Reading, "numbers and days that are read by rule are no guesses") {
  replace(kReport, "妊娠期からの切れ目", "2人の方が4月1日（水）に三日間、妊娠期からの切れ目");
  CHECK(unreviewed().empty());
}

TEST_CASE_FIXTURE(Reading, "of many the first few are said, and how many there are") {
  replace(kReport, "妊娠期からの切れ目", "搾乳、砂場、泥遊び、手遊び、寝返り、哺乳瓶、歯磨き、妊娠期からの切れ目");
  const std::vector<content::Diagnostic> found = unreviewed();
  REQUIRE(found.size() == 1);
  CHECK(has(found[0].what.ja, "搾乳"));
  CHECK(has(found[0].what.ja, "、ほか "));
  CHECK_FALSE(has(found[0].what.ja, "歯磨"));
  CHECK(has(found[0].remedy.ja, "readings"));
}

TEST_CASE_FIXTURE(Reading, "what all hubs share is said once, and each file by itself") {
  replace("content/common/services.json", "赤ちゃん", "砂場の赤ちゃん");
  replace(kHub, "\"tagline\": {\n    \"ja\": \"", "\"tagline\": {\n    \"ja\": \"搾乳と");
  const std::vector<content::Diagnostic> found = unreviewed();
  REQUIRE(found.size() == 2);
  CHECK(found[0].file == folder + "/common/services.json");
  CHECK(found[1].file == folder + "/konan/hub.json");
}

TEST_CASE_FIXTURE(Reading, "of a draft it says which of its words are guesses") {
  const content::Loaded loaded = config::load_content(base::DiskFiles(), folder, "konan");
  REQUIRE(loaded.snapshot);
  content::Report report = loaded.snapshot->hubs.front().reports.front();
  const auto unreviewed = [&](const std::string& json) {
    return inspect::unreviewed_readings(*loaded.snapshot, "konan", report, "draft.json", json);
  };
  CHECK_FALSE(unreviewed(""));
  report.purpose = content::Text("砂場で遊びます。");
  const auto found = unreviewed("{\n  \"purpose\": \"砂場で遊びます。\"\n}\n");
  REQUIRE(found);
  CHECK(found->file == "draft.json");
  CHECK(found->line == 2);
  CHECK(found->column == 15);
  CHECK(has(found->what.ja, "砂場（すなば、2 行目）"));
}
