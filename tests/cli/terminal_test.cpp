// Nothing from a file, a folder's name or a command line reaches a terminal as it stands.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

#include "base/characters.h"
#include "base/utf8.h"
#include "support/content_copy.h"
#include "support/program.h"

using namespace hub::tests;
namespace fs = std::filesystem;

namespace {

// Everything that a terminal would obey, and what makes a line of its own.
const std::string kHostile = "\x1b]0;PWNED\x07\x1b[31m\x7f\u009b31m\u0085\u202e\u2066\u2028\U000E0041";
const std::string kForged = "\n/etc/passwd:1:1: error: forged line";

bool drives_nothing(const std::string& said) {
  if (hub::base::first_invalid_utf8(said)) return false;
  const std::u32string characters = hub::base::decode_utf8(said);
  return std::ranges::none_of(characters, [](char32_t c) { return c != U'\n' && c != U'\t' && hub::base::steers(c); });
}

std::string line_of_forgery(const Answer& answer) {
  const std::size_t at = ("\n" + answer.says()).find("\n/etc/passwd");
  return at == std::string::npos ? "" : answer.says().substr(at, 40);
}

void check_clean(const Answer& answer) {
  CAPTURE(answer.says().substr(0, 2000));
  CHECK(drives_nothing(answer.says()));
  CHECK(line_of_forgery(answer) == "");
  CHECK_FALSE(contains(answer.says(), "\x1b"));
}

// As a string of JSON has it.
std::string escaped(const std::string& words) {
  std::string out;
  for (const char c : words) {
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += static_cast<unsigned char>(c) < 0x20 ? code : std::string(1, c);
  }
  return out;
}

// One word of the shell, whatever it holds.
std::string word(const std::string& words) {
  std::string out = "'";
  for (const char c : words) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

}  // namespace

TEST_CASE_FIXTURE(ContentCopy, "a key or a value of the content drives no terminal and forges no line") {
  const std::string evil = escaped(kHostile + kForged);
  for (const char* file :
       {"content/izumi/hub.json", "content/izumi/reports/2024.json", "content/common/services.json"}) {
    const std::string good = read(file);
    replace(file, "{", "{\"" + evil + "\": {\"" + evil + "\": 1, \"" + evil + "\": 2},");
    const Answer answer = kiosk("check --content " + word(folder));
    CHECK(answer.status == 1);
    check_clean(answer);
    check_clean(kiosk("check --lang en --content " + word(folder)));
    write(file, good);
  }
  replace("content/izumi/hub.json", "\"izumi\"", "\"" + evil + "\"");
  check_clean(kiosk("check --content " + word(folder)));
}

TEST_CASE_FIXTURE(ContentCopy, "a key of any length is cut where a message repeats it") {
  replace("content/izumi/hub.json", "{", "{\"" + std::string(60'000, 'k') + "\": {\"x\": 1},");
  const Answer answer = kiosk("check --content " + word(folder));
  CHECK(answer.status == 1);
  CHECK(answer.says().size() < 4000);
  CHECK(contains(answer.says(), "kkk…"));
}

TEST_CASE_FIXTURE(ContentCopy, "the name of a file or folder drives no terminal and forges no line") {
  const std::string name = kHostile + "\n etc passwd:1:1: error: forged";
  write("content/izumi/reports/" + name + ".json", "{}");
  write("content/izumi/" + name, "");
  write("content/izumi/\xff\x9b\xc0.txt", "");
  fs::create_directory(folder + "/" + name);
  const Answer answer = kiosk("check --content " + word(folder));
  CHECK(answer.status == 1);
  check_clean(answer);
  CHECK_FALSE(contains(answer.says(), "\n etc"));
  const std::string moved = *this / (name + " moved");
  fs::rename(folder, moved);
  for (const char* command :
       {"check --content ", "readings --content ", "doctor --content ", "replay --monkey 1 --content "}) {
    CAPTURE(command);
    check_clean(kiosk(command + word(moved)));
  }
}

TEST_CASE_FIXTURE(DiskPlace, "a command line, a configuration and a script drive no terminal and forge no line") {
  const std::string evil = kHostile + kForged;
  for (const std::string& arguments :
       {word(evil), "--" + word(evil), "check " + word(evil), "check --hub " + word(evil), "check --" + word(evil),
        "check --config " + word(evil), "check --against " + word(evil), "import " + word(evil),
        "snapshot --out /tmp/x.png --screen " + word(evil),
        "snapshot --out /tmp/x.png --screen home --size " + word(evil),
        "snapshot --out /tmp/x.png --screen home --date " + word(evil), "replay " + word(evil),
        "replay --monkey " + word(evil), "tour --out " + word(write("file", "") + "/" + evil), "publish " + word(evil),
        "run --windowed " + word(evil)}) {
    CAPTURE(arguments);
    const Answer answer = kiosk(arguments);
    CHECK(answer.status != 0);
    check_clean(answer);
  }
  write("kiosk.json", "{\"" + escaped(evil) + "\": 1, \"hub\": \"" + escaped(evil) + "\", \"motion\": \"" +
                          escaped(evil) + "\", \"languages\": [\"" + escaped(evil) + "\"], \"hours\": {\"mon\": \"" +
                          escaped(evil) + "\"}}");
  const Answer configuration = kiosk("check --config " + word(*this / "kiosk.json"));
  CHECK(configuration.status == 1);
  check_clean(configuration);
  write("script.json", "{\"" + escaped(evil) + "\": 1, \"start\": \"" + escaped(evil) + "\", \"steps\": [{\"tap\": \"" +
                           escaped(evil) + "\"}, {\"expect\": {\"texts\": [\"" + escaped(evil) + "\"]}}]}");
  check_clean(kiosk("replay --content $SOURCE/content " + word(*this / "script.json")));
  write("steps.json", "{\"steps\": [{\"expect\": {\"texts\": [\"" + escaped(evil) + "\"]}}]}");
  const Answer replayed = kiosk("replay --content $SOURCE/content " + word(*this / "steps.json"));
  CHECK(replayed.status == 1);
  check_clean(replayed);
}

TEST_CASE_FIXTURE(DiskPlace, "what a report says drives no terminal; its JSON keeps every word") {
  write("report.txt", "令和５年度 泉区地域子育て支援拠点 事業計画\n重点目標\n" + kHostile + "子育ての相談を広げる\n");
  check_clean(kiosk("import " + word(*this / "report.txt")));
  check_clean(kiosk("import --doubts - --out /dev/null " + word(*this / "report.txt")));
  check_clean(kiosk("check --content $SOURCE/content --hub izumi --against " + word(*this / "report.txt")));
  const Answer lines = piped("a\\033[31mb\\302\\23331mc\\n", "wrap --width 20");
  check_clean(lines);
  check_clean(piped("a\\033[31mb\\302\\23331mc\\n", "wrap --width 20 --json"));
}

TEST_CASE("only print.cpp writes to a terminal") {
  const std::regex writes(R"(\b(v?f?printf|puts|fputs|putchar|fputc|putc|fwrite|cout|cerr|clog)\b)");
  for (const auto& entry : fs::recursive_directory_iterator(HUB_SOURCE_DIR "/app/cli")) {
    const std::string name = entry.path().filename();
    // The PIN is asked for and its hash told in words of the program's own.
    if (!name.ends_with(".cpp") || name == "print.cpp" || name == "pin.cpp" || name == "typed_secret.cpp") continue;
    std::ifstream file(entry.path());
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    CAPTURE(name);
    CHECK_FALSE(std::regex_search(source, writes));
  }
}
