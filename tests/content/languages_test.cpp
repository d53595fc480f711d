// A language is data: a strings file alone brings it.
#include <doctest/doctest.h>

#include <algorithm>

#include "content/model/year.h"
#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using content::Diagnostic;
using content::Languages;

namespace {

const char* const kGermanPath = "strings/de.json";
const char* const kGerman = R"({"home": "Start", "year": "Ziele für {year}"})";

MemoryFiles german_files() {
  MemoryFiles files = good_files();
  files.files[kGermanPath] = kGerman;
  return files;
}

Languages menu(const MemoryFiles& files) {
  const content::Loaded loaded = load_all(files);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.snapshot);
  return loaded.snapshot->languages(loaded.snapshot->hubs.front());
}

}  // namespace

TEST_CASE("a German strings file makes German appear where content has it") {
  MemoryFiles files = german_files();
  CHECK(menu(files) == Languages{"ja", "en"});
  files.files[kHubPath] =
      replaced(files.files[kHubPath], R"("en": "Be at ease")", R"("en": "Be at ease", "de": "Ganz in Ruhe")");
  files.files[kHubPath] =
      replaced(files.files[kHubPath], R"("en": "Izumi Hub")", R"("en": "Izumi Hub", "de": "Treffpunkt Izumi")");
  CHECK(load_all(files).diagnostics.empty());
  // ja is first; without an order of their own the rest stand by their tags.
  CHECK(menu(files) == Languages{"ja", "de", "en"});
  const auto snapshot = load_all(files).snapshot;
  CHECK(snapshot->hubs.front().tagline.in("de").words == "Ganz in Ruhe");
  CHECK(snapshot->strings.say("home", "de").words == "Start");
}

TEST_CASE("a language without a strings file is an error where content has it") {
  MemoryFiles files = german_files();
  files.files[kHubPath] =
      replaced(files.files[kHubPath], R"("en": "Be at ease")", R"("en": "Be at ease", "fr": "En douceur")");
  const auto diagnostics = load_all(files).diagnostics;
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].severity == Diagnostic::Severity::error);
  CHECK(diagnostics[0].what.ja == "「fr」ということばの記号は使えません。");
  CHECK(diagnostics[0].remedy.ja == "使えるのは ja、de、en です。");
}

TEST_CASE("where a text lacks a language of the menu, it is said once a file") {
  MemoryFiles files = german_files();
  files.files[kHubPath] =
      replaced(files.files[kHubPath], R"("en": "Be at ease")", R"("en": "Be at ease", "de": "Ganz in Ruhe")");
  const auto diagnostics = load_all(files).diagnostics;
  CAPTURE(described(diagnostics));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].severity == Diagnostic::Severity::warning);
  CHECK(diagnostics[0].file == kHubPath);
  CHECK(diagnostics[0].what.ja == "訳のない文が 1 つあります（de。「泉区の拠点」など）。");
  CHECK(diagnostics[0].what.en == "1 texts are not translated (de; \"泉区の拠点\" is one).");
}

TEST_CASE("a language that names fewer months than there are shows their numbers") {
  MemoryFiles files = german_files();
  files.files[kJapanesePath] =
      R"({"home": "ホーム", "year": "{year}", "date.day": "{m}月{d}日", "date.months": "1|2"})";
  files.files[kGermanPath] =
      R"({"home": "Start", "year": "{year}", "date.day": "{d}. {month}", "date.months": "Januar|Februar"})";
  const auto snapshot = load_all(files).snapshot;
  REQUIRE(snapshot);
  const auto name = [&](unsigned month) {
    using namespace std::chrono;
    return content::date_name(snapshot->strings, base::Date{year{2026}, std::chrono::month{month}, day{3}}, "de");
  };
  CHECK(name(2) == "3.\u00A0Februar");
  CHECK(name(3) == "3.\u00A03");
  CHECK(name(12) == "3.\u00A012");
}

TEST_CASE("a rendering that is older than its sentence is said, one that is as old is not") {
  MemoryFiles files = good_files();
  const auto purpose = [&](const std::string& now, const std::string& from) {
    files.files[kReportPath] =
        replaced(good_files().files[kReportPath], R"("purpose": "子育てを支えます。")",
                 R"("purpose": {"ja": ")" + now + R"(", "en": "We help.", "renderedFrom": ")" + from + "\"}");
    return load_all(files);
  };
  CHECK(purpose("子育てを支えます。", "子育てを支えます。").diagnostics.empty());
  // Ruby and spaces are no other words.
  CHECK(purpose("｜子育《こそだ》てを支えます。", "子育てを 支えます。").diagnostics.empty());
  const content::Loaded loaded = purpose("子育てを助けます。", "子育てを支えます。");
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].severity == Diagnostic::Severity::warning);
  CHECK(loaded.diagnostics[0].pointer == "/purpose/renderedFrom");
  CHECK(loaded.diagnostics[0].what.ja.find("子育てを支えます。") != std::string::npos);
  REQUIRE(loaded.snapshot);
  CHECK(loaded.snapshot->hubs.front().reports.front().purpose.in("en").words == "We help.");
}

TEST_CASE("strings say in which order the menu shows their languages") {
  MemoryFiles files = german_files();
  const auto languages = [&] { return content::find_languages(files, "strings"); };
  CHECK(languages() == Languages{"ja", "de", "en"});
  files.files[kEnglishPath] = R"({"$order": 3, "home": "Home", "year": "Goals of {year}"})";
  CHECK(languages() == Languages{"ja", "en", "de"});
  files.files[kGermanPath] = R"({"$order": 2, "home": "Start", "year": "Ziele für {year}"})";
  CHECK(languages() == Languages{"ja", "de", "en"});
  CHECK(load_all(files).diagnostics.empty());
  files.files[kGermanPath] = R"({"$order": 0, "home": "Start", "year": "Ziele für {year}"})";
  CHECK(load_all(files).diagnostics.size() == 1);
  // What is wrong in a strings file is its own fault: content may speak the language all the same.
  files.files[kGermanPath] = "{";
  CHECK(languages() == Languages{"ja", "en", "de"});
  files.files[kJapanesePath] = "{";
  CHECK(languages().empty());
}

TEST_CASE("a language says fiscal years in its own words") {
  MemoryFiles files = german_files();
  files.files[kJapanesePath] = R"({"home": "ホーム", "year": "{year}の目標です", "year.fiscal": "{year}年度"})";
  files.files[kGermanPath] = R"({"home": "Start", "year": "Ziele für {year}", "year.fiscal": "{year}/{next2}"})";
  const auto snapshot = load_all(files).snapshot;
  REQUIRE(snapshot);
  CHECK(content::fiscal_year_name(snapshot->strings, 2024, "de") == "2024/25");
  CHECK(content::fiscal_year_name(snapshot->strings, 2024, "en") == "令和6年度");
  files.files[kGermanPath] = R"({"home": "Start", "year": "Ziele für {year}", "year.fiscal": "{jahr}"})";
  CHECK(has_errors(load_all(files).diagnostics));
}
