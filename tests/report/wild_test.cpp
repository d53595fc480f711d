// Reports as the wild has them, of every kind: how much is read right, and how well the doubts are aimed.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "compare.h"
#include "known_reports.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"
#include "support/slow.h"
#include "wild_variants.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;

namespace {

// How many of the wrong fields are doubted, and how many of the doubts are about something wrong.
struct Tally {
  int variants = 0, refused = 0, fields = 0, wrong = 0, flagged = 0, doubts = 0, aimed = 0, lost = 0;

  void operator+=(const Tally& other) {
    variants += other.variants, refused += other.refused, fields += other.fields, wrong += other.wrong;
    flagged += other.flagged, doubts += other.doubts, aimed += other.aimed, lost += other.lost;
  }
  std::string text() const {
    const auto percent = [](int part, int all) {
      return all == 0 ? std::string("-")
                      : std::to_string(1000 * part / all / 10) + "." + std::to_string(1000 * part / all % 10) + " %";
    };
    return std::to_string(variants) + " variants (" + std::to_string(refused) + " refused), right " +
           percent(fields - wrong, fields) + ", wrong " + std::to_string(wrong) + " of " + std::to_string(fields) +
           " doubted " + percent(flagged, wrong) + ", doubts " + std::to_string(doubts) + " aimed " +
           percent(aimed, doubts) + ", lost " + std::to_string(lost);
  }
};

using PerKind = std::map<std::string, std::pair<int, int>>;  // doubts and how many are aimed, by the doubt's kind

// How sure the reader was of texts of the goals, in tenths, and how many of them were right.
using Sureness = std::map<int, std::pair<int, int>>;

bool is_about(const report::Question& question, const Comparison& comparison, const json& expected) {
  // What is left out, and marks that were lost, are the file's own faults.
  if (question.kind == report::Question::Kind::left_out) return true;
  if (question.kind == report::Question::Kind::mark && question.field.empty()) return true;
  // What a report does not have is rightly asked for.
  if (question.kind == report::Question::Kind::missing) {
    if (question.field.empty()) return !expected.contains("purpose");
    if (std::ranges::count(question.field, '/') == 1) {
      const std::string key = question.field.substr(1);
      if (!expected.contains(key) || (expected[key].is_string() && expected[key].get<std::string>().empty()))
        return true;
    }
  }
  return std::ranges::any_of(comparison.wrong,
                             [&](const Difference& one) { return is_flagged(one.pointer, {question}); });
}

void look_at(const WildVariant& variant, const report::Draft& draft, Tally& tally, PerKind& per_kind,
             Sureness& sureness, bool show) {
  const Comparison comparison = compare(variant.expected, json::parse(report::report_json(draft.report)));
  tally.fields += comparison.fields;
  tally.wrong += static_cast<int>(comparison.wrong.size());
  tally.lost += static_cast<int>(lost_sentences(variant.expected, draft).size());
  for (const Difference& one : comparison.wrong) {
    const bool flagged = is_flagged(one.pointer, draft.questions);
    tally.flagged += flagged ? 1 : 0;
    if (show)
      MESSAGE(std::string(flagged ? "? " : "! "), one.pointer, "\n  wanted ", one.wanted, "\n  got    ", one.got);
  }
  for (const auto& [of, origin] : draft.origins) {
    const std::string& pointer = of;
    if (pointer.find("/text/") == pointer.npos) continue;
    const bool is_wrong = std::ranges::any_of(
        comparison.wrong, [&](const Difference& one) { return one.pointer == pointer && !one.got.empty(); });
    auto& [all, right] = sureness[static_cast<int>(origin.confidence * 10)];
    ++all;
    right += is_wrong || !variant.expected.contains(json::json_pointer(pointer)) ? 0 : 1;
  }
  for (const report::Question& question : draft.questions) {
    const bool aimed = is_about(question, comparison, variant.expected);
    ++tally.doubts;
    tally.aimed += aimed ? 1 : 0;
    auto& [all, right] = per_kind[report::name_of(question.kind)];
    ++all;
    right += aimed ? 1 : 0;
    if (show)
      MESSAGE(std::string(aimed ? "Q+ " : "Q- "), std::string(report::name_of(question.kind)), " ", question.field, " ",
              question.message.ja);
  }
}

unsigned number_from(const char* variable, unsigned otherwise) {
  const char* value = std::getenv(variable);
  return value ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

// HUB_WILD=50 reads that many of each kind, HUB_WILD_KIND=pipes only those, HUB_SHOW_WILD=1 says what went wrong.
Tally read_wild(unsigned first, unsigned count) {
  const std::vector<json> reports = known_reports();
  const char* only = std::getenv("HUB_WILD_KIND");
  const bool show = std::getenv("HUB_SHOW_WILD") != nullptr;
  Tally all;
  PerKind per_kind;
  Sureness sureness;
  for (int kind = 0; kind <= static_cast<int>(kLastWildKind); ++kind) {
    const char* name = name_of(static_cast<WildKind>(kind));
    if (only && only != std::string(name)) continue;
    Tally tally;
    for (unsigned seed = first; seed < first + count; ++seed) {
      const WildVariant variant = make_wild_variant(static_cast<WildKind>(kind), seed, reports);
      ++tally.variants;
      const auto draft = report::make_draft(report::read_as(variant.format, variant.text));
      if (show) MESSAGE("---- ", std::string(name), " ", seed);
      if (std::getenv("HUB_WRITE_WILD")) MESSAGE(variant.text);
      if (draft)
        look_at(variant, draft.value(), tally, per_kind, sureness, show);
      else
        ++tally.refused;
    }
    MESSAGE(std::string(name), ": ", tally.text());
    all += tally;
  }
  for (const auto& [kind, counts] : per_kind)
    MESSAGE("doubts of the kind ", kind, ": ", counts.first, ", ", counts.second, " about something wrong");
  for (const auto& [tenth, counts] : sureness)
    MESSAGE("texts as sure as ", tenth, "/10: ", counts.first, ", ", counts.second, " right");
  MESSAGE("all: ", all.text());
  return all;
}

}  // namespace

TEST_CASE("wild variants are read, and what is wrong is doubted" * hub::tests::slow()) {
  const Tally tally = read_wild(number_from("HUB_FIRST_WILD", 1), number_from("HUB_WILD", 3));
  CHECK(tally.refused == 0);
  CHECK(tally.fields - tally.wrong >= 0.995 * tally.fields);
  // Of what is wrong hardly anything is silent: so little is wrong that a share of it alone would be chance.
  CHECK(tally.wrong - tally.flagged <= 0.03 * tally.wrong + 0.0005 * tally.fields);
  CHECK(tally.aimed >= 0.55 * tally.doubts);
}
