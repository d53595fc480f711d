// Warnings that somebody has looked at: counted, not said again, and no longer than what was looked at is there.
#include "content/load/acknowledgements.h"

#include <doctest/doctest.h>

#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using content::Diagnostic;

namespace {

const std::string kAcknowledged = "content/izumi/acknowledged.json";

// A report that begins in the middle of a sentence.
MemoryFiles midway(const std::string& words = "ら子育てを支えます。") {
  MemoryFiles files = good_files();
  files.files[kReportPath] = replaced(files.files[kReportPath], "\"子育てを支えます。\"", "\"" + words + "\"");
  return files;
}

std::string acknowledged(const MemoryFiles& files) {
  const content::Loaded loaded = load_all(files);
  REQUIRE(loaded.diagnostics.size() == 1);
  return content::acknowledgements_json(
      {content::acknowledgement_of(loaded.diagnostics.front(), "content/izumi", "報告書もそうです")});
}

}  // namespace

TEST_CASE("what was acknowledged is counted and not said") {
  MemoryFiles files = midway();
  files.files[kAcknowledged] = acknowledged(files);
  const content::Loaded loaded = load_all(files);
  CHECK_MESSAGE(loaded.diagnostics.empty(), described(loaded.diagnostics));
  CHECK(loaded.acknowledged == 1);
  CHECK(loaded.snapshot != nullptr);
  // Also of one hub alone, also of a warning about a whole file.
  CHECK(load_all(files, "izumi").acknowledged == 1);
  MemoryFiles strange = good_files();
  strange.files["content/izumi/memo.txt"] = "x";
  strange.files[kAcknowledged] = acknowledged(strange);
  CHECK(load_all(strange).acknowledged == 1);
}

TEST_CASE("another text at the place, or none, makes the acknowledgement stale, and that is said") {
  MemoryFiles files = midway();
  const std::string json = acknowledged(files);
  MemoryFiles other = midway("ら子育てを広く支えます。");
  other.files[kAcknowledged] = json;
  const content::Loaded loaded = load_all(other);
  CHECK(loaded.acknowledged == 0);
  REQUIRE(loaded.diagnostics.size() == 2);
  CHECK(loaded.diagnostics[0].file == kAcknowledged);
  CHECK(loaded.diagnostics[0].what.ja.find("もう出ていません") != std::string::npos);
  CHECK(loaded.diagnostics[1].file == kReportPath);

  MemoryFiles mended = good_files();
  mended.files[kAcknowledged] = json;
  REQUIRE(load_all(mended).diagnostics.size() == 1);
  CHECK(load_all(mended).diagnostics.front().severity == Diagnostic::Severity::warning);
  // With an error elsewhere nobody knows what would be warned of.
  mended.files[kHubPath] = "{";
  for (const Diagnostic& one : load_all(mended).diagnostics) CHECK(one.file != kAcknowledged);
}

TEST_CASE("an error is never acknowledged away") {
  MemoryFiles files = good_files();
  files.files[kReportPath] = replaced(files.files[kReportPath], "2023,", "\"2023\",");
  const content::Loaded broken = load_all(files);
  files.files[kAcknowledged] = content::acknowledgements_json(
      {content::acknowledgement_of(broken.diagnostics.front(), "content/izumi", "よい")});
  CHECK(content::has_errors(load_all(files).diagnostics));
}

TEST_CASE("a text with letters that are none, or with quotes, is known again") {
  MemoryFiles files = good_files();
  files.files[kHubPath] = replaced(files.files[kHubPath], "\"泉区\"", "\"⼦の<b>\\\"区\\\"</b>\"");
  const content::Loaded before = load_all(files);
  std::vector<content::Acknowledgement> all;
  for (const Diagnostic& one : before.diagnostics) {
    if (one.file == kHubPath) all.push_back(content::acknowledgement_of(one, "content/izumi", "名前です"));
  }
  REQUIRE(all.size() == 2);
  files.files[kAcknowledged] = content::acknowledgements_json(all);
  CHECK(load_all(files).acknowledged == 2);
}

TEST_CASE("a mistake in acknowledged.json is said as in any other file") {
  MemoryFiles files = midway();
  files.files[kAcknowledged] = "{\"acknowledged\": [{\"file\": 3}]}";
  CHECK(content::has_errors(load_all(files).diagnostics));
}
