// Ten reports of structures that were written down before the rules that read them (fixtures/unseen/README.md).
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "compare.h"
#include "own_readers.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"
#include "report/sandbox/read_document.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;

namespace {

const std::string kUnseen = "tests/report/fixtures/unseen/";

report::Draft draft_of(const std::string& name) {
  const auto document = report::read_document(name, read_bytes(kUnseen + name), OwnReaders());
  REQUIRE_MESSAGE(document.ok(), name);
  auto draft = report::make_draft(document.value());
  REQUIRE_MESSAGE(draft.ok(), name);
  return std::move(draft.value());
}

}  // namespace

TEST_CASE("of reports that nobody had seen most is read, and what is wrong is doubted" * slow()) {
  int fields = 0, wrong = 0, doubted = 0, files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(HUB_SOURCE_DIR) + "/" + kUnseen)) {
    const std::string name = entry.path().filename();
    if (name.ends_with(".json") || name == "README.md") continue;
    const report::Draft draft = draft_of(name);
    const json expected = read_json(kUnseen + name.substr(0, name.find_last_of('.')) + ".expected.json");
    const Comparison comparison = compare(expected, json::parse(report::report_json(draft.report)));
    int of_these = 0;
    for (const Difference& one : comparison.wrong) of_these += is_flagged(one.pointer, draft.questions) ? 1 : 0;
    MESSAGE(name, ": ", comparison.right(), " of ", comparison.fields, " fields right, ", of_these, " of ",
            comparison.wrong.size(), " wrong ones doubted");
    fields += comparison.fields;
    wrong += static_cast<int>(comparison.wrong.size());
    doubted += of_these;
    ++files;
  }
  CHECK(files == 10);
  // At first sight 497 of 1133 were right.
  CHECK(fields - wrong >= 0.8 * fields);
  CHECK(doubted >= 0.97 * wrong);
}

TEST_CASE("a table's rows below the year they are of are no menu of years") {
  const json got = json::parse(report::report_json(draft_of("noward-2022-excel-pasted.tsv").report));
  CHECK(got["review"].size() == 3);
  CHECK(got["review"][1]["goal"] == "発達がゆっくりな子どもを、焦らず見守れる大人を増やす");
}
