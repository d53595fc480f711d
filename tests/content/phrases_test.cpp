// Sentences to show to the staff, and the hours in which a hub is open.
#include <doctest/doctest.h>

#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;

namespace {

const char* const kPhrasesPath = "content/common/phrases.json";

content::Loaded load_phrases(const std::string& bytes) {
  MemoryFiles files = good_files();
  files.files[kPhrasesPath] = bytes;
  return load_all(files);
}

std::string only_message(const content::Loaded& loaded) {
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].file == kPhrasesPath);
  CHECK_FALSE(loaded.diagnostics[0].remedy.ja.empty());
  return loaded.diagnostics[0].pointer + " " + loaded.diagnostics[0].what.ja;
}

content::Loaded load_opening(const std::string& opening) {
  MemoryFiles files = good_files();
  files.files[kHubPath] =
      replaced(files.files[kHubPath], R"("colour": "#2E7D6B")", R"("colour": "#2E7D6B", "opening": )" + opening);
  return load_all(files);
}

}  // namespace

TEST_CASE("content without sentences to show goes on working") {
  const content::Loaded loaded = load_all(good_files());
  REQUIRE(loaded.snapshot);
  CHECK(loaded.snapshot->phrases.all.empty());
}

TEST_CASE("sentences are read in their order, with what the staff learn of who shows them") {
  const content::Loaded loaded = load_phrases(R"({"speaks": {"en": "英語を話します"}, "phrases": [
    {"id": "b", "words": {"ja": "相談したいです。", "en": "I need advice."}}, {"id": "a", "words": "登録したいです。"}]})");
  CAPTURE(described(loaded.diagnostics));
  CHECK(loaded.diagnostics.empty());
  REQUIRE(loaded.snapshot);
  const content::Phrases& phrases = loaded.snapshot->phrases;
  REQUIRE(phrases.all.size() == 2);
  CHECK(phrases.all[0].id == "b");
  CHECK(phrases.all[0].words.in("en").words == "I need advice.");
  CHECK(phrases.all[1].words.japanese() == "登録したいです。");
  CHECK(phrases.speaks.at("en") == "英語を話します");
}

TEST_CASE("what is wrong with sentences to show is said where it stands") {
  CHECK(only_message(load_phrases(R"({"phrases": [{"id": "a", "words": "一"}, {"id": "a", "words": "二"}]})")) ==
        "/phrases/1/id 記号「a」が 2 回使われています。");
  CHECK(only_message(load_phrases(R"({"speaks": {"fr": "フランス語"}, "phrases": [{"id": "a", "words": "一"}]})")) ==
        "/speaks/fr 「fr」ということばの記号は使えません。");
  CHECK(only_message(load_phrases(R"({"speaks": {}})")).find("phrases") != std::string::npos);
  std::string many;
  for (int i = 0; i <= 20; ++i) {
    many += std::string(i > 0 ? "," : "") + R"({"id": "p)" + std::to_string(i) + R"(", "words": "文"})";
  }
  CHECK(only_message(load_phrases("{\"phrases\": [" + many + "]}")).find("20 個まで") != std::string::npos);
}

TEST_CASE("a hub says when it is open, day by day") {
  const content::Loaded loaded =
      load_opening(R"({"every_day": ["9:30-16:00"], "mon": [], "dates": {"12-28..01-04": []}})");
  CAPTURE(described(loaded.diagnostics));
  CHECK(loaded.diagnostics.empty());
  REQUIRE(loaded.snapshot);
  const auto& opening = loaded.snapshot->hubs.front().opening;
  REQUIRE(opening);
  const auto on = [&](int month, int day) {
    return opening->on(base::Date{std::chrono::year{2026} / month / day}).size();
  };
  CHECK(on(11, 24) == 1);  // a Tuesday
  CHECK(on(11, 23) == 0);
  CHECK(on(12, 29) == 0);
}

TEST_CASE("hours that nobody can read are errors, weekdays that are not there a warning of what shows") {
  const content::Loaded wrong = load_opening(R"({"every_day": ["9:30から16:00"]})");
  REQUIRE(wrong.diagnostics.size() == 1);
  CHECK(wrong.diagnostics[0].pointer == "/opening/every_day/0");
  CHECK_FALSE(wrong.snapshot);
  const content::Loaded partial = load_opening(R"({"mon": ["9:30-16:00"]})");
  REQUIRE(partial.diagnostics.size() == 1);
  CHECK(partial.diagnostics[0].what.ja.find("休みの日として映ります") != std::string::npos);
  CHECK(partial.snapshot);
}
