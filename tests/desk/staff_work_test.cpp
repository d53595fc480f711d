// Staff's own work on a content folder: warnings that are acknowledged, drafts that were mended, and that what kiosks
// show is never written into.
#include <doctest/doctest.h>

#include "config/paths.h"
#include "content/store/publication.h"
#include "desk/acknowledging.h"
#include "desk/mended_draft.h"
#include "desk/working_folder.h"
#include "support/disk_place.h"
#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;

namespace {

const std::string kReport = "izumi/reports/2024.json";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A hub whose report begins in the middle of a sentence.
struct Work : DiskPlace {
  Work() {
    std::map<std::string, std::string> tree = content_tree("work");
    tree[kReport] = replaced(tree[kReport], "\"子育てを支えます。\"", "\"ら子育てを支えます。\"");
    write_tree(path / "content", tree);
  }
  content::Loaded loaded() const { return config::load_content(base::DiskFiles(), folder, "izumi"); }
  // Of the midway warning, as check prints it.
  std::string line() const {
    for (const content::Diagnostic& one : loaded().diagnostics) {
      const std::string words = content::describe(one, base::StaffLanguage::ja);
      if (contains(words, "書き出し")) return words.substr(0, words.find('\n'));
    }
    return "";
  }
  base::Result<base::Message> acknowledge(const std::string& place) const {
    base::DiskFiles files;
    return desk::acknowledge(files, {folder, "izumi", place, "報告書もこうなっている"});
  }

  const std::string folder = *this / "content";
};

}  // namespace

TEST_CASE_FIXTURE(Work, "a warning is acknowledged by its line, or the beginning of it") {
  const std::string line = this->line();
  REQUIRE_FALSE(line.empty());
  const std::string place = line.substr(0, line.find(": 注意"));
  for (const std::string& given : {line, place, place.substr(0, place.rfind(':'))}) {
    std::filesystem::remove(folder + "/izumi/acknowledged.json");
    CAPTURE(given);
    REQUIRE(acknowledge(given));
    CHECK(loaded().acknowledged == 1);
    CHECK(this->line().empty());
    CHECK(contains(read("content/izumi/acknowledged.json"), "報告書もこうなっている"));
  }
  // Once more, there is nothing there.
  const auto again = acknowledge(place);
  REQUIRE_FALSE(again);
  CHECK(contains(again.error().what.ja, "注意はありません"));
}

TEST_CASE_FIXTURE(Work, "an acknowledgement that is over is taken out by its own line") {
  REQUIRE(acknowledge(line()));
  write("content/" + kReport, replaced(read("content/" + kReport), "ら子育てを", "子育てを"));
  const content::Loaded over = loaded();
  REQUIRE(over.diagnostics.size() == 1);
  REQUIRE(acknowledge(content::describe(over.diagnostics.front(), base::StaffLanguage::ja)));
  CHECK(loaded().diagnostics.empty());
  CHECK(loaded().acknowledged == 0);
}

TEST_CASE_FIXTURE(Work, "an error is not acknowledged, nor what stands in no hub's folder") {
  write("content/" + kReport, replaced(read("content/" + kReport), "2023,", "\"2023\","));
  for (const content::Diagnostic& one : loaded().diagnostics) {
    if (one.severity != content::Diagnostic::Severity::error) continue;
    const auto refused = acknowledge(content::describe(one, base::StaffLanguage::ja));
    REQUIRE_FALSE(refused);
    CHECK(contains(refused.error().what.ja, "エラー"));
  }
  CHECK_FALSE(std::filesystem::exists(folder + "/izumi/acknowledged.json"));
}

TEST_CASE_FIXTURE(Work, "what kiosks show is never a folder to work in, by whatever way it is named") {
  const base::DiskFiles files;
  CHECK(desk::working_content_folder(files, folder).value() == folder);
  CHECK_FALSE(desk::working_content_folder(files, *this / "nowhere"));
  const content::Publishing anything{[](const base::Error&) {}, [](const content::Copied&) {},
                                     [](const std::string&) { return true; }};
  REQUIRE(content::publish(base::SystemCalls(), folder, *this / "live", anything));
  std::filesystem::create_directory_symlink(*this / "live", *this / "link");
  for (const char* name : {"live", "live/", "link", "live/.", "content/../live"}) {
    CAPTURE(name);
    const auto refused = desk::working_content_folder(files, *this / name);
    REQUIRE_FALSE(refused);
    CHECK(contains(refused.error().what.ja, "キオスクが映している"));
  }
  CHECK_FALSE(desk::working_content_folder(files, config::published_content_folder()));
  // Where no content folder is, none is guessed.
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::create_directories(path / "empty");
  std::filesystem::current_path(path / "empty");
  const auto none = desk::working_content_folder(files, "");
  std::filesystem::current_path(before);
  REQUIRE_FALSE(none);
  CHECK(contains(none.error().what.ja, "何も書いていません"));
}

TEST_CASE_FIXTURE(Work, "a mended draft is filed byte for byte, and one with a mistake says its own line") {
  base::DiskFiles files;
  const std::string draft = replaced(read("content/" + kReport), "ら子育てを", "みんなで、子育てを");
  write("draft.json", draft);
  CHECK(desk::is_draft("draft.json"));
  CHECK_FALSE(desk::is_draft("report.pdf"));
  const desk::ReadDraft mended = desk::read_draft(files, *this / "draft.json");
  REQUIRE(mended.filing);
  const desk::FiledReport kept = desk::file_report(files, folder, "izumi", *mended.filing, false);
  CHECK(kept.refused);  // there is one already
  const desk::FiledReport filed = desk::file_report(files, folder, "izumi", *mended.filing, true);
  CHECK_FALSE(filed.refused);
  CHECK(read("content/" + kReport) == draft);
  CHECK(contains(read("content/" + kReport + ".old-1~"), "ら子育てを"));

  write("draft.json", replaced(draft, "\"ward\": \"泉区\",", "\"ward\": \"泉区\""));
  const desk::ReadDraft wrong = desk::read_draft(files, *this / "draft.json");
  CHECK_FALSE(wrong.filing);
  REQUIRE(wrong.diagnostics.size() == 1);
  CHECK(wrong.diagnostics.front().file == *this / "draft.json");
  CHECK(wrong.diagnostics.front().line == 3);
}

TEST_CASE_FIXTURE(
    Work,
    "a sentence that stays to the letter keeps its renderings, one that was changed leaves them in the file before") {
  base::DiskFiles files;
  const std::string bare = replaced(read("content/" + kReport), "ら子育てを", "子育てを");
  const std::string purpose = "\"子育てを支えます。\"", rendered = R"({"ja": "子育てを支えます。", "en": "We help.",
      "renderedFrom": "子育てを支えます。"})";
  REQUIRE(contains(bare, purpose));
  write("content/" + kReport, replaced(bare, purpose, rendered));
  const desk::FiledReport same = desk::file_report(files, folder, "izumi", {2024, bare}, true);
  REQUIRE_FALSE(same.refused);
  CHECK(contains(read("content/" + kReport), "\"en\": \"We help.\""));
  REQUIRE(same.done.size() == 3);
  CHECK(contains(same.done.back().ja, "1 つ"));

  // Next year's report begins with the same purpose.
  const std::string next = replaced(replaced(bare, "goalYear\": 2024", "goalYear\": 2025"), "2023,", "2024,");
  CHECK_FALSE(desk::file_report(files, folder, "izumi", {2025, next}, false).refused);
  CHECK(contains(read("content/izumi/reports/2025.json"), "We help."));

  // One character is another, or the rendering was older than its sentence: nothing is carried.
  const std::string other = replaced(bare, "子育てを支えます。", "子育てを支える。");
  const desk::FiledReport changed = desk::file_report(files, folder, "izumi", {2024, other}, true);
  CHECK(read("content/" + kReport) == other);
  CHECK(contains(changed.done.back().ja, "引きついでいません"));
  std::filesystem::remove(folder + "/izumi/reports/2025.json");
  write("content/" + kReport, replaced(replaced(bare, purpose, rendered), "renderedFrom\": \"子育てを支えます。",
                                       "renderedFrom\": \"子育てを支えた。"));
  CHECK_FALSE(desk::file_report(files, folder, "izumi", {2024, bare}, true).refused);
  CHECK(read("content/" + kReport) == bare);

  // What a draft renders itself stays.
  write("content/" + kReport, replaced(bare, purpose, rendered));
  const std::string own = replaced(bare, purpose, replaced(rendered, "We help.", "We help families."));
  CHECK_FALSE(desk::file_report(files, folder, "izumi", {2024, own}, true).refused);
  CHECK(read("content/" + kReport) == own);
}

TEST_CASE_FIXTURE(Work, "a hub without any report yet takes its first") {
  base::DiskFiles files;
  const std::string report = read("content/" + kReport);
  std::filesystem::remove_all(path / "content/izumi/reports");
  CHECK_FALSE(desk::file_report(files, folder, "izumi", {2024, report}, false).refused);
  CHECK(read("content/" + kReport) == report);
}

TEST_CASE("every value of a draft has its line") {
  const auto lines = desk::lines_of("{\n  \"a\": [\n    \"x\",\n    {\"b/c\": 1}\n  ]\n}\n");
  CHECK(lines.at("") == 1);
  CHECK(lines.at("/a") == 2);
  CHECK(lines.at("/a/0") == 3);
  CHECK(lines.at("/a/1/b~1c") == 4);
}
