// The man pages say what --help says: every subcommand with each of its options, and nothing that there is not.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "support/program.h"
#include "support/slow.h"

using namespace hub::tests;

namespace {

using Names = std::set<std::string>;

struct Program {
  std::string path;
  std::size_t least_subcommands = 0;  // so that the test has something to compare
  std::string pages[2];
};
const Program kPrograms[] = {
    {HUB_KIOSK, 11, {"app/packaging/hub-kiosk.1", "app/packaging/hub-kiosk.ja.1"}},
    {HUB_KIOSK_EDIT, 4, {"app/packaging/hub-kiosk-edit.1", "app/packaging/hub-kiosk-edit.ja.1"}}};

// Of the whole program; subcommands are not asked for them again.
const Names kEverywhere = {"--help", "--version"};

Names found(const std::string& text, const std::string& pattern) {
  const std::regex name(pattern, std::regex::multiline);
  Names all;
  for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at) all.insert((*at)[1]);
  return all;
}

Names without(Names names, const Names& others) {
  for (const std::string& one : others) names.erase(one);
  return names;
}

std::string listed(const Names& names) {
  std::string all;
  for (const std::string& one : names) all += " " + one;
  return all;
}

std::string help(const Program& program, const std::string& subcommand) {
  ::setenv("PROGRAM", program.path.c_str(), 1);
  const Answer answer = shell("$PROGRAM " + subcommand + " --help");
  REQUIRE(answer.status == 0);
  return answer.out;
}

// Options and subcommands stand at the head of a line of their own; what explains them may name others.
Names options_in_help(const std::string& text) { return found(text, "^ +(?:-[A-Za-z], *)?(--[a-z][a-z-]*)"); }
Names subcommands(const Program& program) { return found(help(program, ""), "^  ([a-z]+)(?: |$)"); }

std::string read_file(const std::string& name) {
  std::ifstream file(std::string(HUB_SOURCE_DIR) + "/" + name);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A page as a reader sees it, but for its line breaks: without escapes and changes of font.
std::string read_page(const std::string& name) {
  const std::string page = std::regex_replace(read_file(name), std::regex(R"(\\f[A-Z])"), "");
  return std::regex_replace(page, std::regex(R"(\\-)"), "-");
}

Names options_in_page(const std::string& text) { return found(text, "(--[a-z][a-z-]*)"); }

// What a page says below .SS of each subcommand.
std::map<std::string, std::string> sections_of(const std::string& page) {
  const std::regex heading("^\\.S([SH]) ([^ \n]*).*$", std::regex::multiline);
  std::map<std::string, std::string> sections;
  for (std::sregex_iterator at(page.begin(), page.end(), heading), end; at != end;) {
    const std::smatch begin = *at++;
    const auto until = at == end ? page.end() : (*at)[0].first;
    if (begin[1] == "S") sections[begin[2]] = std::string(begin[0].second, until);
  }
  return sections;
}

}  // namespace

TEST_CASE("each man page has every subcommand with the options that its --help has" * hub::tests::slow()) {
  for (const Program& program : kPrograms) {
    const Names known = subcommands(program);
    CHECK(known.size() >= program.least_subcommands);
    for (const std::string& page : program.pages) {
      INFO("page: ", page);
      const auto sections = sections_of(read_page(page));
      for (const auto& section : sections) {
        const std::string& name = section.first;
        CHECK_MESSAGE(known.contains(name), "take this section out, or name it as --help does: .SS ", name);
      }
      for (const std::string& name : known) {
        INFO("subcommand: ", name);
        CHECK_MESSAGE(sections.contains(name), "write a section that begins with: .SS ", name);
        if (!sections.contains(name)) continue;
        const Names helped = without(options_in_help(help(program, name)), kEverywhere);
        CHECK(!helped.empty());
        const Names written = options_in_page(sections.at(name));
        const Names missing = without(helped, written), unknown = without(written, helped);
        CHECK_MESSAGE(missing.empty(), "write below .SS ", name, ":", listed(missing));
        CHECK_MESSAGE(unknown.empty(), "take out below .SS ", name, ":", listed(unknown));
      }
    }
  }
}

TEST_CASE("no man page has an option that no --help knows" * hub::tests::slow()) {
  for (const Program& program : kPrograms) {
    Names known = options_in_help(help(program, ""));
    for (const std::string& one : kEverywhere) CHECK_MESSAGE(known.contains(one), one);
    for (const std::string& name : subcommands(program)) known.merge(options_in_help(help(program, name)));
    for (const std::string& page : program.pages) {
      INFO("page: ", page);
      const Names written = options_in_page(read_page(page));
      const Names unknown = without(written, known), missing = without(known, written);
      CHECK_MESSAGE(unknown.empty(), "take out:", listed(unknown));
      CHECK_MESSAGE(missing.empty(), "write:", listed(missing));
    }
  }
}

TEST_CASE("README's table has every subcommand, in 150 lines in all") {
  const std::string readme = read_file("README.md");
  CHECK(std::ranges::count(readme, '\n') <= 150);
  for (const std::string& name : subcommands(kPrograms[0])) {
    const std::string first_cell = "^\\| (?:`[^`]*`, )*`(" + name + ")[ `]";
    CHECK_MESSAGE(!found(readme, first_cell).empty(), "write a row whose first cell has: `", name, "`");
  }
}
