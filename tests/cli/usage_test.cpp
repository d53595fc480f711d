// A command line that is written wrongly, and --help: what staff read then, in the language of messages.
#include <doctest/doctest.h>

#include <regex>
#include <string>
#include <vector>

#include "support/program.h"
#include "support/slow.h"

using namespace hub::tests;

namespace {

const std::vector<std::string> kSubcommands = {"run",    "check",    "doctor", "snapshot", "tour",  "wrap",
                                               "import", "readings", "pin",    "publish",  "replay"};

bool is_japanese(const std::string& text) {
  // Hiragana: no list of options is without.
  return std::regex_search(text, std::regex("\xE3\x81[\x81-\xBF]|\xE3\x82[\x80-\x93]"));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t to = 0; (to = text.find('\n', from)) != std::string::npos; from = to + 1) {
    lines.push_back(text.substr(from, to - from));
  }
  return lines;
}

}  // namespace

TEST_CASE("--help of the program and of every subcommand explains each option in Japanese" * hub::tests::slow()) {
  std::vector<std::string> commands = kSubcommands;
  commands.push_back("");
  for (const std::string& command : commands) {
    CAPTURE(command);
    const Answer help = kiosk(command + " --help");
    CHECK(help.status == 0);
    CHECK(help.err.empty());
    CHECK(contains(help.out, "書き方: hub-kiosk"));
    const std::vector<std::string> lines = lines_of(help.out);
    int options = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].starts_with("  -")) continue;
      ++options;
      CAPTURE(lines[i]);
      REQUIRE(i + 1 < lines.size());
      CHECK(lines[i + 1].starts_with("      "));
      CHECK((is_japanese(lines[i + 1]) || contains(lines[i + 1], "版")));
    }
    CHECK(options >= 2);
    for (const char* english : {"Usage", "OPTIONS", "SUBCOMMAND", "REQUIRED", "TEXT", "Print", "default"}) {
      CHECK_FALSE(contains(help.out, english));
    }
  }
}

TEST_CASE("--help is English with --lang en, where --lang is of messages") {
  CHECK(contains(kiosk("--help --lang en").out, "Usage: hub-kiosk"));
  CHECK_FALSE(is_japanese(kiosk("check --lang en --help").out));
  CHECK_FALSE(is_japanese(kiosk("publish --help --lang=en").out));
  CHECK(is_japanese(kiosk("snapshot --lang en --help").out));  // of the screen
}

TEST_CASE("each wrong command line is answered kindly: what is wrong, and what to do next" * hub::tests::slow()) {
  struct Wrong {
    const char* arguments;
    std::vector<const char*> says;
  };
  const Wrong wrongs[] = {
      {"nonsense", {"「nonsense」というコマンドはありません。", "→ hub-kiosk --help"}},
      {"chekc", {"「check」のまちがいではありませんか。"}},
      {"check doctor", {"「doctor」は余分です。", "→ hub-kiosk check --help"}},
      {"--nonsense", {"「--nonsense」というオプションはありません。", "→ hub-kiosk --help"}},
      {"check --rendr", {"「--rendr」というオプションはありません。", "「--render」のまちがいではありませんか。"}},
      {"check --content", {"--content のあとに、フォルダー を書いてください。"}},
      {"check --content ''", {"--content のあとのフォルダーが空です。"}},
      {"check --hub a --hub b", {"--hub は 1 回だけ書いてください。"}},
      {"check --lang fr", {"--lang に書けるのは ja、en です: fr"}},
      {"snapshot", {"必ず書くものがありません: --screen 画面、--out ファイル", "→ hub-kiosk snapshot --help"}},
      {"snapshot --screen home --out x.png --size 12", {"--size は 1920x1080 のように", ": 12"}},
      {"snapshot --screen home --out x.png --date 2026-02-30", {"--date は 2026-04-01 のように", ": 2026-02-30"}},
      {"snapshot --screen home --out x.png --time 25:00", {"--time は 9:30 のように", ": 25:00"}},
      {"snapshot --screen home --out x.png --text-size 4", {"--text-size は 1 から 3 までの整数で", ": 4"}},
      {"snapshot --screen home --out x.png --diagonal nan", {"--diagonal は 3 から 120 までの数で", ": nan"}},
      {"wrap --width 0", {"--width は 1 から 1000 までの数(em)で書いてください。"}},
      {"wrap --width 9 --style other", {"--style に書けるのは body、title です: other"}},
      {"replay", {"どちらか 1 つ"}},
      {"replay a.json --monkey 1", {"どちらか 1 つ"}},
      {"replay a.json --events 5", {"--events は --monkey といっしょに使います。"}},
      {"replay --monkey x", {"--monkey は 0 以上の整数で書いてください: x"}},
      {"replay --monkey 1 --events 0", {"--events は 1 から 1000000000 までの整数で"}},
      {"publish", {"--rollback"}},
      {"publish a --rollback b", {"どちらかを書いてください"}},
      {"publish a b --to c", {"「b」は余分です。"}},
      {"run --windowed 12", {"--windowed は 1920x1080 のように"}},
      {"--content x check", {"オプションは check のあとに書いてください"}},
  };
  for (const Wrong& wrong : wrongs) {
    const Answer answer = kiosk(wrong.arguments);
    CAPTURE(wrong.arguments);
    CAPTURE(answer.says());
    CHECK(answer.status == 2);
    CHECK(answer.out.empty());
    CHECK(answer.err.starts_with("hub-kiosk: "));
    for (const char* words : wrong.says) CHECK(contains(answer.err, words));
    for (const char* english : {"required", "expected", "Run with"}) CHECK_FALSE(contains(answer.err, english));
  }
}

TEST_CASE("a wrong command line is answered in English with --lang en") {
  for (const char* arguments : {"check --rendr --lang en", "--lang en nonsense", "doctor --lang=en --config",
                                "replay --lang en", "run --lang en --time 99"}) {
    const Answer answer = kiosk(arguments);
    CAPTURE(answer.says());
    CHECK(answer.status == 2);
    CHECK_FALSE(is_japanese(answer.err));
  }
}

TEST_CASE("the exit status says whether it was done") {
  CHECK(kiosk("--version").status == 0);
  CHECK(kiosk("check --config /nowhere.json").status == 1);
  CHECK(kiosk("check --nonsense").status == 2);
  CHECK(kiosk("--version >/dev/full").status == 1);  // what could not be written was not done
}

// So it is started for a stick of which the kernel does not say which it is.
TEST_CASE("a stick may be without a name") {
  const Answer taken = shell(
      "at=$(mktemp -d) && cd $at && mkdir stick && echo words >stick/report.txt && "
      "$KIOSK stick stick --stick '' --state state --content $SOURCE/content --config none.json; "
      "done=$?; rm -rf $at; exit $done");
  CHECK(taken.status == 0);
  CHECK(taken.err.empty());
}

TEST_CASE("help and usage errors name the program as it was called") {
  CHECK(contains(shell("HUB_KIOSK_COMMAND=./app/run $KIOSK check --help").out, "書き方: ./app/run check"));
  CHECK(contains(shell("HUB_KIOSK_COMMAND=./app/run $KIOSK check --rendr").err, "→ 「--render」"));
  CHECK(contains(shell("HUB_KIOSK_COMMAND=./app/run $KIOSK check --x").err, "→ ./app/run check --help"));
  CHECK(contains(shell("HUB_KIOSK_COMMAND= $KIOSK --help").out, "書き方: hub-kiosk"));
}
