// Every question about a draft can be answered by touch, and whoever answers with the report in hand gets the report.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "careful_reader.h"
#include "compare.h"
#include "known_reports.h"
#include "own_readers.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"
#include "report/sandbox/read_document.h"
#include "support/slow.h"
#include "wild_variants.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;

namespace {

struct Tally {
  int reports = 0, questions = 0, settled = 0, answers = 0;
  int doubted = 0, doubted_wrong = 0, still_wrong = 0;
};

// HUB_SHOW_ANSWERS=1 prints what is still wrong.
void answer(const std::string& name, const report::Document& document, const json& expected, Tally& tally) {
  CAPTURE(name);
  const auto draft = report::make_draft(document);
  if (!draft) return;
  desk::Work work("kamome", {}, desk::reading_of(draft.value(), report::report_json(draft.value().report, false)), {});
  const auto is_doubted = [&](const std::string& pointer) { return is_flagged(pointer, draft.value().questions); };
  const json before = json::parse(work.report());
  int doubted_wrong = 0;
  for (const Difference& one : compare(expected, before).wrong) doubted_wrong += is_doubted(one.pointer) ? 1 : 0;
  // All fields that are asked about: what they are compared with is anything else.
  int doubted = 0;
  for (const Difference& one : compare(expected, json::object()).wrong) doubted += is_doubted(one.pointer) ? 1 : 0;
  const Answering answering = answer_all(work, document, expected);
  int still_wrong = 0;
  const Comparison after = compare(expected, json::parse(work.report()));
  for (const Difference& one : after.wrong) still_wrong += is_doubted(one.pointer) ? 1 : 0;
  if (std::getenv("HUB_SHOW_ANSWERS") && still_wrong > 0) {
    MESSAGE(name, ": ", doubted_wrong, " doubted ones wrong, then ", still_wrong, "\n", described(after));
  }
  ++tally.reports;
  tally.questions += answering.questions;
  tally.settled += answering.settled;
  tally.answers += answering.answers;
  tally.doubted += doubted;
  tally.doubted_wrong += doubted_wrong;
  tally.still_wrong += still_wrong;
}

void check(const Tally& tally) {
  MESSAGE(tally.reports, " reports, ", tally.questions, " questions, ", tally.settled, " settled by ", tally.answers,
          " corrections; of ", tally.doubted, " doubted fields ", tally.doubted_wrong, " were wrong, ",
          tally.still_wrong, " still are");
  CHECK(tally.settled == tally.questions);
  CHECK(tally.still_wrong <= 0.05 * tally.doubted);
}

void answer_files_in(const std::string& folder, Tally& tally) {
  for (const auto& entry : std::filesystem::directory_iterator(std::string(HUB_SOURCE_DIR) + "/" + folder)) {
    const std::string name = entry.path().filename();
    const std::string expected = name.substr(0, name.find_last_of('.')) + ".expected.json";
    if (name.ends_with(".json") || !std::filesystem::exists(entry.path().parent_path() / expected)) continue;
    const auto document = report::read_document(name, read_bytes(folder + name), OwnReaders());
    if (document) answer(name, document.value(), read_json(folder + expected), tally);
  }
}

}  // namespace

TEST_CASE("every question about the fixtures has an answer, and a careful reader's make the report" * slow()) {
  Tally tally;
  answer_files_in("tests/report/fixtures/trials/", tally);
  answer_files_in("tests/report/fixtures/unseen/", tally);
  CHECK(tally.reports > 40);
  check(tally);
}

TEST_CASE("so do those about reports set in every way" * slow()) {
  const std::vector<json> reports = known_reports();
  const char* many = std::getenv("HUB_ANSWERS");  // of each kind
  const unsigned count = many ? static_cast<unsigned>(std::atoi(many)) : kSanitized ? 1 : 4;
  Tally tally;
  for (int kind = 0; kind <= static_cast<int>(kLastWildKind); ++kind) {
    for (unsigned seed = 1; seed <= count; ++seed) {
      const WildVariant variant = make_wild_variant(static_cast<WildKind>(kind), seed, reports);
      const report::Document document = report::read_as(variant.format, variant.text);
      answer(std::string(name_of(variant.kind)) + " " + std::to_string(seed), document, variant.expected, tally);
    }
  }
  check(tally);
}
