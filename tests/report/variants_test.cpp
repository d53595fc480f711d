// Many reports set in many ways: how much of them is read right, and whether what is not is doubted.
#include "variants.h"
#include "support/slow.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "compare.h"
#include "coverage.h"
#include "known_reports.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;

namespace {

struct Tally {
  int fields = 0, wrong = 0, flagged = 0, lost = 0, refused = 0, perfect = 0;
};

// HUB_SHOW_VARIANTS=1 prints what was wrong with each.
Tally read_variants(unsigned first_seed, unsigned count) {
  const std::vector<json> reports = known_reports();
  const bool show = std::getenv("HUB_SHOW_VARIANTS") != nullptr;
  Tally tally;
  for (unsigned seed = first_seed; seed < first_seed + count; ++seed) {
    const Variant variant = make_variant(seed, reports);
    const report::Document document = report::read_text(variant.text);
    const auto draft = report::make_draft(document);
    if (!draft) {
      ++tally.refused;
      continue;
    }
    const Comparison comparison = compare(variant.expected, json::parse(report::report_json(draft.value().report)));
    const std::vector<std::string> lost = lost_sentences(variant.expected, draft.value());
    tally.fields += comparison.fields;
    tally.wrong += static_cast<int>(comparison.wrong.size());
    tally.lost += static_cast<int>(lost.size());
    for (const std::string& words : lost_words(variant.text, document, draft.value())) {
      ++tally.lost;
      MESSAGE("seed ", seed, ": lost ", words);
    }
    if (comparison.wrong.empty()) ++tally.perfect;
    int flagged = 0;
    for (const Difference& one : comparison.wrong) flagged += is_flagged(one.pointer, draft.value().questions) ? 1 : 0;
    tally.flagged += flagged;
    if (show && (!comparison.wrong.empty() || !lost.empty())) {
      MESSAGE("seed ", seed, " (", variant.how, "): ", comparison.wrong.size(), " of ", comparison.fields, " wrong, ",
              flagged, " flagged, ", lost.size(), " lost\n", described(comparison));
      if (std::getenv("HUB_WRITE_VARIANTS")) MESSAGE(variant.text);
      for (const std::string& sentence : lost) MESSAGE("lost ", sentence);
    }
  }
  MESSAGE(count, " variants: ", tally.fields - tally.wrong, " of ", tally.fields, " fields right (",
          100.0 * (tally.fields - tally.wrong) / tally.fields, " %), ", tally.perfect, " without fault, ",
          tally.flagged, " of ", tally.wrong, " wrong ones flagged, ", tally.lost, " sentences lost, ", tally.refused,
          " refused");
  return tally;
}

unsigned number_from(const char* variable, unsigned otherwise) {
  const char* value = std::getenv(variable);
  return value ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

}  // namespace

TEST_CASE("variants are read, nothing of them is lost, and what is wrong is doubted" * hub::tests::slow()) {
  const Tally tally = read_variants(number_from("HUB_FIRST_VARIANT", 1), number_from("HUB_VARIANTS", 60));
  CHECK(tally.refused == 0);
  CHECK(tally.lost == 0);
  CHECK(tally.fields - tally.wrong >= 0.95 * tally.fields);
  CHECK(tally.flagged >= 0.9 * tally.wrong);
}
