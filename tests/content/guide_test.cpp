// The staff's guide explains every message that content can bring.
#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "content/json/problems.h"
#include "content/load/load.h"

using namespace hub;
using content::Node;
using content::Problem;
namespace problems = content::problems;

namespace {

std::string read_file(const std::string& name) {
  std::ifstream file(std::string(HUB_SOURCE_DIR) + "/" + name);
  REQUIRE(file);
  std::ostringstream words;
  words << file.rdbuf();
  return words.str();
}

// Markdown writes a backslash twice.
std::string guide() { return std::regex_replace(read_file("content/README.md"), std::regex(R"(\\\\)"), R"(\)"); }

using Problems = std::map<std::string, Problem>;

constexpr std::string_view kAny = "○";  // the guide's stand-in

// That a file of content can have.
Problems problems_of_values() {
  return {
      {"not_utf8", problems::not_utf8()},
      {"empty_file", problems::empty_file()},
      {"zeros", problems::zeros(true)},
      {"zeros_from_here_on", problems::zeros(false)},
      {"too_deep", problems::too_deep(content::kMaxDepth)},
      {"too_many_values", problems::too_many_values(content::kMaxNodes)},
      {"string_too_long", problems::string_too_long(content::kMaxStringBytes)},
      {"too_many_problems", problems::too_many_problems()},
      {"too_many_entries", problems::too_many_entries(content::kMostEntries)},
      {"too_many_files", problems::too_many_files(content::kMostFolderEntries)},
      {"too_many_reports", problems::too_many_reports(content::kMostReports)},
      {"content_too_large", problems::content_too_large(content::kMaxContentBytes)},
      {"repeated_key", problems::repeated_key(kAny, {3, 5})},
      {"unknown_key", problems::unknown_key(kAny, "", {})},
      {"missing_key", problems::missing_key(kAny)},
      {"wrong_type", problems::wrong_type(Node::Type::string, Node::Type::number)},
      {"text_wanted", problems::text_wanted(Node::Type::array)},
      {"empty_list", problems::empty_list()},
      {"empty_text", problems::empty_text()},
      {"control_character", problems::control_character(U'\n')},
      {"undrawable", problems::undrawable(U'○')},
      {"undrawable_emoji", problems::undrawable(0x1F60A)},
      {"lost_character", problems::lost_character(0xFFFD)},
      {"lost_private_character", problems::lost_character(0xE000)},
      {"mended_letters", problems::mended_letters({content::MendedLetter::Fault::radical, 0x2F26, U'子'}, 7)},
      {"half_width", problems::mended_letters({content::MendedLetter::Fault::half_width, 0xFF76, U'カ'}, 3)},
      {"parted", problems::mended_letters({content::MendedLetter::Fault::parted, 0x3099, U'が'}, 2)},
      {"invisible", problems::mended_letters({content::MendedLetter::Fault::invisible, 0x00AD, 0}, 2)},
      {"html", problems::html(kAny)},
      {"unknown_language", problems::unknown_language(kAny, {})},
      {"missing_japanese", problems::missing_japanese()},
      {"ruby_without_base", problems::ruby_without_base()},
      {"ruby_not_closed", problems::ruby_not_closed()},
      {"ruby_not_opened", problems::ruby_not_opened()},
      {"ruby_without_reading", problems::ruby_without_reading()},
      {"ruby_bar_alone", problems::ruby_bar_alone()},
      {"starts_midway", problems::starts_midway()},
      {"ends_midway", problems::ends_midway()},
      {"mark_in_text", problems::mark_in_text()},
      {"out_of_range", problems::out_of_range(1, 7)},
      {"not_whole", problems::not_whole()},
      {"no_such_date", problems::no_such_date(kAny)},
      {"bad_id", problems::bad_id()},
      {"bad_icon", problems::bad_icon()},
      {"bad_colour", problems::bad_colour()},
      {"bad_url", problems::bad_url()},
      {"reading_not_hiragana", problems::reading_not_hiragana()},
      {"reading_differs", problems::reading_differs(kAny)},
  };
}

// That files and folders can have, or what stands in them together.
Problems problems_of_folders() {
  return {
      {"period_reversed", problems::period_reversed()},
      {"period_of_other_year", problems::period_of_other_year(2024)},
      {"term_over", problems::term_over(5)},
      {"number_repeated", problems::number_repeated(3)},
      {"service_missing", problems::service_missing(3)},
      {"goal_missing", problems::goal_missing(3)},
      {"marks_not_ascending", problems::marks_not_ascending()},
      {"mark_without_activity", problems::mark_without_activity(3)},
      {"years_apart", problems::years_apart(2022, 2024)},
      {"other_year_in_name", problems::other_year_in_name(2024, kAny)},
      {"other_ward", problems::other_ward(kAny, kAny)},
      {"file_missing", problems::file_missing(kAny)},
      {"no_report", problems::no_report(kAny)},
      {"bad_report_name", problems::bad_report_name(kAny)},
      {"bad_hub_name", problems::bad_hub_name(kAny)},
      {"other_id", problems::other_id(kAny)},
      {"no_hub", problems::no_hub()},
      {"no_such_hub", problems::no_such_hub(kAny, kAny)},
      {"unknown_file", problems::unknown_file()},
      {"readings_missing", problems::readings_missing()},
      {"rendering_older", problems::rendering_older(kAny)},
      {"id_repeated", problems::id_repeated(kAny)},
      {"bad_span", problems::bad_span(kAny)},
      {"spans_overlap", problems::spans_overlap()},
      {"bad_days", problems::bad_days(kAny)},
      {"weekdays_missing", problems::weekdays_missing(std::array{kAny})},
      {"misnamed", problems::misnamed(kAny, kAny)},
      {"misnamed_besides", problems::misnamed_besides(kAny, kAny)},
      {"is_a_copy", problems::is_a_copy(kAny, kAny)},
      {"is_a_lock", problems::is_a_lock(kAny)},
      {"unknown_folder", problems::unknown_folder()},
      {"nested_content", problems::nested_content(kAny)},
      {"inside_content", problems::inside_content()},
      {"report_in_hub_folder", problems::report_in_hub_folder(kAny)},
      {"published_report", problems::published_report(kAny)},
      {"nothing_to_acknowledge", problems::nothing_to_acknowledge(kAny)},
      {"languages_missing", problems::languages_missing(std::array{std::string("en")}, 3, kAny)},
  };
}

Problems problems_of_content() {
  Problems problems = problems_of_values();
  problems.merge(problems_of_folders());
  return problems;
}

}  // namespace

TEST_CASE("the staff's guide says of every message about content what it means") {
  const std::string words = guide();
  for (const auto& named : problems_of_content()) {
    CAPTURE(named.first);
    const Problem& problem = named.second;
    CHECK_MESSAGE(words.find(problem.what.ja) != words.npos,
                  "write into content/README.md's list of messages what this one means: ", problem.what.ja);
  }
}

// A button that is called otherwise on the screen is not found by whoever reads the guide before it.
TEST_CASE("the staff's guide calls what is pressed on the panel as the screen does") {
  const std::string words = guide(), strings = read_file("assets/strings/ja.json");
  for (const char* key : {"panel.pin.enter",         "panel.desk.open",          "panel.desk.shown",
                          "panel.desk.history",      "panel.inbox.draft",        "panel.inbox.go-on",
                          "panel.work.stop",         "panel.draft.found",        "panel.draft.to-check",
                          "panel.draft.check",       "panel.draft.no-questions", "panel.changes.see",
                          "panel.draft.preview",     "panel.draft.publish",      "panel.preview",
                          "panel.preview.back",      "panel.question.needed",    "panel.question.take-back",
                          "panel.question.previous", "panel.question.later",     "panel.lines.take",
                          "panel.draft.blocked",     "panel.draft.may-publish",  "panel.done.published",
                          "panel.done.close",        "panel.history.back"}) {
    CAPTURE(key);
    std::smatch found;
    REQUIRE(std::regex_search(strings, found, std::regex("\"" + std::string(key) + "\": \"([^\"]*)\"")));
    CHECK(words.find(found[1].str()) != words.npos);
  }
}

TEST_CASE("no message is forgotten: each is about content, or about the app's own words") {
  const std::string header = read_file("app/content/json/problems.h");
  const auto between = [&](std::string_view from, std::string_view to) {
    const std::size_t begin = header.find(from);
    const std::size_t end = to.empty() ? header.size() : header.find(to);
    REQUIRE(begin != header.npos);
    REQUIRE(end != header.npos);
    return header.substr(begin, end - begin);
  };
  const std::string others = between("// The app's own words.", "// What a file says");
  const Problems explained = problems_of_content();
  const std::regex declaration("Problem ([a-z_0-9]+)\\(");
  int seen = 0;
  for (std::sregex_iterator at(header.begin(), header.end(), declaration), end; at != end; ++at, ++seen) {
    const std::string name = (*at)[1];
    CAPTURE(name);
    CHECK_MESSAGE((explained.contains(name) || others.find("Problem " + name + "(") != others.npos),
                  "add it to problems_of_content() in this file, and explain it in content/README.md");
  }
  CHECK(seen > 55);
}
