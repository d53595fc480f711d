// The command line as its users meet it: the real program, its exit status and what it says.
#include <doctest/doctest.h>

#include <functional>
#include <sstream>
#include <vector>

#include "support/content_copy.h"
#include "support/japanese_only.h"
#include "support/program.h"
#include "support/slow.h"

using namespace hub::tests;
namespace fs = std::filesystem;

namespace {

constexpr const char* kReport = "content/izumi/reports/2024.json";

}  // namespace

TEST_CASE("the shipped content is accepted, and what is unusual in it has been looked at") {
  const Answer answer = kiosk("check --content $SOURCE/content");
  CHECK(answer.status == 0);
  CHECK(contains(answer.says(), "izumi"));
  CHECK(contains(answer.err, "確かめ済みの注意が 1 つあります"));  // ら得た: begins in the middle of a sentence
}

TEST_CASE("--version and --help answer; nonsense is a usage error" * hub::tests::slow()) {
  CHECK(kiosk("--version").status == 0);
  CHECK(contains(kiosk("--version").says(), "hub-kiosk "));
  for (const char* command : {"--help", "run --help", "check --help", "snapshot --help", "tour --help"}) {
    CHECK(kiosk(command).status == 0);
  }
  CHECK(kiosk("--nonsense").status == 2);
  CHECK(kiosk("snapshot --screen home").status == 2);
  CHECK(kiosk("snapshot --screen home --out /tmp/x.png --size 12").status == 2);
  CHECK(kiosk("snapshot --screen home --out /tmp/x.png --text-size 4").status == 2);
  CHECK(kiosk("snapshot --screen home --out /tmp/x.png --date 2026-02-30").status == 2);
  CHECK(kiosk("tour --out \'\'").status == 2);
  CHECK(kiosk("check --content \'\'").status == 2);
  CHECK(kiosk("--content /nowhere check").status == 2);  // before the subcommand it would be somebody else's
  CHECK(kiosk("snapshot --screen home --out /tmp/x.png --diagonal nan").status == 2);
  CHECK(kiosk("snapshot --screen home --out /tmp/x.png --distance 0.001").status == 2);
  CHECK(kiosk("snapshot --screen home --out /tmp/x.png --at inf").status == 2);
  const Answer unknown = kiosk("snapshot --screen services/8 --out /tmp/x.png");
  CHECK(unknown.status == 2);
  CHECK(contains(unknown.says(), "services/7"));  // what there is instead
}

TEST_CASE_FIXTURE(ContentCopy, "each thing that can be wrong is found, placed and explained" * hub::tests::slow()) {
  struct Breakage {
    const char* name;
    std::function<void()> make;
    const char* says;  // file:line:column of the report, or a word of the message
  };
  const std::string good = read(kReport);
  const std::vector<Breakage> breakages = {
      {"a missing comma", [&] { replace(kReport, "\"ward\": \"泉区\",", "\"ward\": \"泉区\""); }, "2024.json:4:"},
      {"an unknown key", [&] { replace(kReport, "\"ward\"", "\"wards\""); }, "2024.json:4:3"},
      {"a wrong type", [&] { replace(kReport, "\"reviewYear\": 2023", "\"reviewYear\": \"2023\""); }, "2024.json:5:"},
      {"a duplicate key", [&] { replace(kReport, "\"ward\": \"泉区\",", "\"ward\": \"泉区\", \"ward\": \"泉区\","); },
       "2024.json:4:"},
      {"invalid UTF-8", [&] { replace(kReport, "泉区", "\xE6\xB3"); }, "2024.json:3:"},
      {"an empty file", [&] { write(kReport, ""); }, "2024.json:1:1"},
      {"a file of 2 MB", [&] { write(kReport, "\"" + std::string(2 << 20, 'a') + "\""); }, "2024.json:1:1"},
      {"a depth of 100", [&] { write(kReport, std::string(100, '[') + std::string(100, ']')); }, "2024.json:1:"},
      {"a missing report", [&] { fs::remove(path / kReport); }, "izumi/"},
      {"a mark that no activity has", [&] { replace(kReport, "\"marks\": [1, 2]", "\"marks\": [1, 5]"); },
       "2024.json:211:"},
      {"a language that does not exist",
       [&] { replace(kReport, "\"ward\": \"泉区\"", "\"ward\": {\"ja\": \"泉区\", \"fr\": \"Izumi\"}"); },
       "2024.json:4:"},
      {"six services", [&] { replace(kReport, "\"number\": 7,", "\"number\": 6,"); }, "2024.json:"},
  };
  for (const Breakage& breakage : breakages) {
    CAPTURE(breakage.name);
    breakage.make();
    const Answer answer = kiosk("check --content " + folder);
    CAPTURE(answer.says());
    CHECK(answer.status == 1);
    CHECK(contains(answer.says(), breakage.says));
    CHECK(contains(answer.says(), "→"));  // how to mend it
    const Answer english = kiosk("check --lang en --content " + folder);
    CHECK(english.status == 1);
    CHECK(contains(english.says(), breakage.says));
    write(kReport, good);
  }
}

TEST_CASE_FIXTURE(ContentCopy, "all errors are printed, not the first") {
  replace(kReport, "\"ward\"", "\"wards\"");
  replace("content/konan/hub.json", "\"ward\"", "\"wrad\"");
  replace("content/common/services.json", "\"icon\"", "\"icno\"");
  const Answer answer = kiosk("check --content " + folder);
  CHECK(answer.status == 1);
  for (const char* file : {"izumi/reports/2024.json:", "konan/hub.json:", "common/services.json:"}) {
    CHECK(contains(answer.says(), file));
  }
}

TEST_CASE_FIXTURE(ContentCopy, "a mark left in the words is noted where it stands") {
  replace(kReport, "\"区の専門職と、", "\"①区の専門職と、");
  const Answer answer = kiosk("check --hub izumi --content " + folder);
  CHECK(answer.status == 0);
  CHECK(contains(answer.says(), "2024.json:213:13"));
  CHECK(contains(answer.says(), "印が残っています"));
}

TEST_CASE_FIXTURE(ContentCopy, "an icon that is not in the table is an error") {
  replace("content/common/services.json", "\"icon\": \"baby\"", "\"icon\": \"dragon\"");
  const Answer answer = kiosk("check --content " + folder);
  CHECK(answer.status == 1);
  CHECK(contains(answer.says(), "dragon"));
}

TEST_CASE_FIXTURE(ContentCopy, "a character that no face has is an error at its place") {
  replace("content/konan/reports/2026.json", "妊娠期からの切れ目",
          "妊娠期\xF0\x90\x8E\xA0からの切れ目");  // U+103A0, Old Persian
  const Answer answer = kiosk("check --hub konan --content " + folder);
  CHECK(answer.status == 1);
  CHECK(contains(answer.says(), "2026.json:"));
  CHECK(contains(answer.says(), "U+103A0"));
  CHECK(contains(answer.says(), "表示できない文字「\xF0\x90\x8E\xA0」"));
  CHECK(contains(kiosk("check --lang en --hub konan --content " + folder).says(), "No face can draw"));
  CHECK(kiosk("check --hub izumi --content " + folder).status == 0);
}

TEST_CASE_FIXTURE(ContentCopy,
                  "check --render accepts what is shipped and finds what does not fit" * hub::tests::slow()) {
  if (kSanitized) keep_japanese(folder);
  CHECK(kiosk("check --render --hub konan --content " + folder).status == 0);
  // Digits are never broken: so many are wider than any page.
  replace("content/konan/hub.json", "妊娠期からずっと", std::string(60, '8'));
  const Answer answer = kiosk("check --render --hub konan --content " + folder);
  CHECK(answer.status == 1);
  CHECK(contains(answer.says(), "画面に収まりません"));
  CHECK(contains(answer.says(), "8888"));
}

TEST_CASE("wrap prints the lines of each paragraph and an empty line") {
  const auto wrapped = [](const std::string& text, const std::string& options) {
    const Answer answer = piped(text, "wrap " + options);
    CHECK(answer.status == 0);
    return answer.says();
  };
  CHECK(wrapped("安心して生み育て、子育てに喜びを\\nまちへ\\n", "--width 9 --style title") ==
        "安心して生み育て、\n子育てに喜びを\n\nまちへ\n\n");
  const std::string json = wrapped("支援の場・人と\\n", "--width 20 --json");
  CHECK(contains(json, "\"level\":\"must\""));
  CHECK(contains(json, "\"base\":\"人\",\"reading\":\"ひと\",\"source\":\"reviewed\""));
  CHECK(kiosk("wrap --width 0 </dev/null").status == 2);
  CHECK(kiosk("wrap </dev/null").status == 2);
}

TEST_CASE("every reading of the shipped content has been reviewed") {
  const Answer answer = kiosk("readings --lang en --content $SOURCE/content");
  CHECK(answer.status == 0);
  CHECK(contains(answer.says(), "妊娠期\tにんしんき\treviewed\t"));
  std::istringstream lines(answer.says());
  for (std::string line; std::getline(lines, line);) {
    const std::string word = line.substr(0, line.find('\t'));
    CHECK_MESSAGE(!contains(line, "\tunreviewed\t"), "nobody has reviewed how ", word,
                  " is read: look at its reading, and write it into content/common/readings.json as \"", word,
                  "\": \"hiragana\" (only for one hub: into that hub's readings.json). The line of ",
                  "`hub-kiosk readings`: ", line);
  }
  CHECK(contains(answer.says(), ", 0 of them unreviewed"));
}

TEST_CASE_FIXTURE(ContentCopy, "a word that nobody has reviewed is marked and counted") {
  replace("content/konan/hub.json", "妊娠期からずっと", "桜並木からずっと");
  const Answer answer = kiosk("readings --hub konan --content " + folder);
  CHECK(contains(answer.says(), "\t未確認\t"));
  CHECK_FALSE(contains(answer.says(), "うち未確認 0 語"));
}

TEST_CASE("a folder that is not there is at fault, not a crash") {
  const Answer answer = kiosk("check --content /nowhere/at/all");
  CHECK(answer.status == 1);
  CHECK(contains(answer.says(), "/nowhere/at/all"));
  CHECK(kiosk("check --hub nosuchhub --content $SOURCE/content").status == 1);
}

TEST_CASE_FIXTURE(hub::tests::DiskPlace, "snapshot and tour write pictures" * hub::tests::slow()) {
  const std::string out = *this / "home.png";
  CHECK(kiosk("snapshot --screen home --hub konan --size 800x480 --out " + out).status == 0);
  CHECK(read("home.png").starts_with("\x89PNG\r\n\x1A\n"));

  const std::string tour = *this / "tour";
  CHECK(kiosk("tour --size 480x320 --out " + tour).status == 0);
  CHECK(fs::exists(tour + "/izumi/review-2-4.png"));
  CHECK(fs::exists(tour + "/konan/services-7.png"));
}

TEST_CASE("a picture that cannot be written is said so and leaves nothing behind" * hub::tests::slow()) {
  const Answer answer = kiosk("snapshot --screen home --size 480x320 --out /nowhere/home.png");
  CHECK(answer.status == 1);
  CHECK(contains(answer.says(), "/nowhere"));
}
