// What stands where in a content folder.
#include <doctest/doctest.h>

#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using content::Diagnostic;

namespace {

struct Found {
  std::string file, words;
  Diagnostic::Severity severity = Diagnostic::Severity::error;
};

constexpr auto kWarning = Diagnostic::Severity::warning;

void check(const MemoryFiles& files, const std::vector<Found>& expected, const std::string& only_hub = "") {
  const content::Loaded loaded = load_all(files, only_hub);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.diagnostics.size() == expected.size());
  for (std::size_t index = 0; index < expected.size(); ++index) {
    const Diagnostic& one = loaded.diagnostics[index];
    CHECK(one.file == expected[index].file);
    CHECK(one.what.ja.find(expected[index].words) != std::string::npos);
    CHECK(one.severity == expected[index].severity);
    CHECK(one.line == 1);
  }
  CHECK((loaded.snapshot == nullptr) == has_errors(loaded.diagnostics));
}

MemoryFiles two_hubs() {
  MemoryFiles files = good_files();
  files.files["content/konan/hub.json"] = replaced(files.files[kHubPath], "\"id\": \"izumi\"", "\"id\": \"konan\"");
  files.files["content/konan/reports/2024.json"] = files.files[kReportPath];
  return files;
}

}  // namespace

TEST_CASE("what is missing is named") {
  const auto without = [](const std::string& path) {
    MemoryFiles files = good_files();
    files.files.erase(path);
    return files;
  };
  check(without(kServicesPath), {{kServicesPath, "「common/services.json」がありません"}});
  check(without(kReadingsPath), {{kReadingsPath, "ふりがなの一覧", kWarning}});
  check(without(kReportPath), {{"content/izumi/reports", "報告書が 1 つもありません"}});
  check(without(kJapanesePath), {{kJapanesePath, "「ja.json」がありません"}});
  MemoryFiles no_hub_file = without(kHubPath);
  check(no_hub_file, {{kHubPath, "「izumi/hub.json」がありません"}});
  no_hub_file.files.erase(kReportPath);
  check(no_hub_file, {{"content", "拠点のフォルダーが 1 つもありません"}});
  MemoryFiles empty_reports = without(kReportPath);
  empty_reports.folders.insert("content/izumi/reports");
  check(empty_reports, {{"content/izumi/reports", "報告書が 1 つもありません"}});
}

TEST_CASE("folders that are not there at all are said, nothing else") {
  check(MemoryFiles(), {{"content", "見つかりません"},
                        {"content/common/readings.json", "ふりがな", kWarning},
                        {"content/common/services.json", "services.json"},
                        {"strings", "見つかりません"}});
}

TEST_CASE("leftovers of editors and sync tools are passed over, other strangers are told") {
  MemoryFiles files = good_files();
  for (const char* leftover : {"hub.json~", ".hub.json.swp", "._hub.json", ".hub.json.123.tmp", "hub.json.tmp",
                               "hub.sync-conflict-20240401.json", ".DS_Store"}) {
    files.files[std::string("content/izumi/") + leftover] = "junk";
    files.files[std::string("content/izumi/reports/") + leftover] = "junk";
    files.files[std::string("strings/") + leftover] = "junk";
  }
  files.files["content/.git/config"] = "junk";
  files.files["content/README.md"] = "words";
  files.files["content/schema/hub.schema.json"] = "{}";
  files.files["content/izumi/images/a.jpg"] = "junk";
  check(files, {});
  files.files["content/izumi/memo.txt"] = "junk";
  files.files["content/izumi/reports/2024.pdf"] = "junk";
  check(files, {{"content/izumi/memo.txt", "使い方の分からない", kWarning},
                {"content/izumi/reports/2024.pdf", "使い方の分からない", kWarning}});
}

TEST_CASE("names must be ids, years and languages") {
  MemoryFiles files = good_files();
  files.files["content/izumi/reports/令和6年度.json"] = "{}";
  files.files["strings/french.json"] = "{}";
  files.files["strings/notes.txt"] = "";
  files.files["content/泉区/hub.json"] = "{}";
  check(files, {{"content/izumi/reports/令和6年度.json", "「2024.json」はもうある", kWarning},
                {"content/泉区", "拠点の記号として使えません"},
                {"strings/french.json", "使えることばの記号ではありません"},
                {"strings/notes.txt", "使えることばの記号ではありません"}});
}

TEST_CASE("a hub given narrows the reading to that hub") {
  MemoryFiles files = two_hubs();
  files.files["content/konan/hub.json"] = "{";
  check(files, {{"content/konan/hub.json", "途中で終わって"}});
  check(files, {}, "izumi");
  check(files, {{"content", "拠点「naka」のフォルダーがありません"}}, "naka");
  CHECK(load_all(files, "naka").diagnostics[0].remedy.ja.find("izumi, konan") != std::string::npos);
  CHECK(load_all(files, "izumi").snapshot->hubs.size() == 1);
}

TEST_CASE("folders may be given with a slash at their end") {
  const MemoryFiles files = good_files();
  CHECK(content::load(files, "content", "strings").diagnostics.empty());
  CHECK(content::load(base::DiskFiles(), "/nowhere/", "/nowhere/").diagnostics.size() == 4);
}

TEST_CASE("the staff panel's words need no translation") {
  MemoryFiles files = good_files();
  files.files[kJapanesePath] = R"({"home": "ホーム", "year": "{year}の目標です", "panel.title": "スタッフ用"})";
  check(files, {});
  files.files[kJapanesePath] = R"({"home": "ホーム", "year": "{year}の目標です", "pane.title": "見出し"})";
  CHECK(load_all(files).diagnostics.size() == 1);
}
