// What staff at a screen are told of what went wrong: nothing that only helps at a command line.
#include "ui/state/screen_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "support/disk_place.h"

using namespace hub;

namespace {

namespace fs = std::filesystem;

ui::ScreenWords told(const char* what, const char* remedy) { return ui::screen_words({{what, ""}, {remedy, ""}}); }

// Every text in Japanese of a source file; those that stand one after the other are one.
std::vector<std::string> texts_in(const std::string& source) {
  static const std::regex literals(R"re("(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*)re");
  static const std::regex ends(R"re("\s*")re");
  std::vector<std::string> texts;
  for (std::sregex_iterator at(source.begin(), source.end(), literals), end; at != end; ++at) {
    std::string text = std::regex_replace(at->str(), ends, "");
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) texts.push_back(text);
  }
  return texts;
}

}  // namespace

TEST_CASE("what staff can do something about stays as it is") {
  const ui::ScreenWords words =
      told("この PDF にはパスワードがかかっています。", "パスワードのない PDF を選んでください。");
  CHECK(words.what == "この PDF にはパスワードがかかっています。");
  CHECK(words.remedy == "パスワードのない PDF を選んでください。");
  for (const char* harmless :
       {"https://www.city.yokohama.lg.jp/ に公表されています。", "Word/Excel で保存してください。",
        "時速 3 km/h です。", "</p> という文字があります。", "Q--A と書かれています。"}) {
    CAPTURE(harmless);
    CHECK_FALSE(ui::speaks_of_commands(harmless));
  }
}

TEST_CASE("a remedy that is typed gives way to whom to ask, what else it says stays") {
  const ui::ScreenWords words = told("報告書を読みませんでした。",
                                     "sudo apt install bubblewrap を実行してください。市の報告書か確かめてください。");
  CHECK(words.what == "報告書を読みませんでした。");
  CHECK(words.remedy.starts_with("市の報告書か確かめてください。画面を設置した人に、"));
  CHECK(words.remedy.find("いま映っている内容は、そのままです。") != std::string::npos);
}

TEST_CASE("a file's place is none for staff, and nothing is left without words") {
  const ui::ScreenWords words =
      told("「/var/lib/hub-kiosk/desk/izumi/draft」を書き込めません。ディスクがいっぱいです。",
           "いらないファイルを消してください。");
  CHECK(words.what == "この機械のファイルを書き込めません。ディスクがいっぱいです。");
  CHECK(words.remedy.starts_with("画面を設置した人に、"));
  const ui::ScreenWords nothing = told("hub-kiosk doctor が動きません。", "");
  CHECK_FALSE(nothing.what.empty());
  CHECK(nothing.remedy.starts_with("画面を設置した人に、"));
  // A full stop inside a quotation ends no sentence.
  const ui::ScreenWords quoted = told("「はい。--x と書く。」という行を読めません。つづきます。", "");
  CHECK(quoted.what == "つづきます。");
}

TEST_CASE("no message of the rooms whose messages reach the panel speaks of commands there") {
  const std::regex terminal(
      "sudo|apt install|hub-kiosk|--[a-z]|(^|[^A-Za-z0-9/:<.])/[a-z]|[.]json|JSON|bubblewrap|pdfto|sysctl|minisign");
  int spoke = 0;
  for (const char* room : {"base", "content", "config", "report", "desk", "stick", "pack", "text", "render", "kiosk"}) {
    for (const auto& entry : fs::recursive_directory_iterator(HUB_SOURCE_DIR "/app/" + std::string(room))) {
      const std::string name = entry.path().extension();
      if (name != ".cpp" && name != ".h") continue;
      for (const std::string& text : texts_in(tests::bytes_of(entry.path()))) {
        CAPTURE(text);
        const ui::ScreenWords as_what = ui::screen_words({{text, ""}, {}}),
                              as_remedy = ui::screen_words({{}, {text, ""}});
        CHECK_FALSE(std::regex_search(as_what.what, terminal));
        CHECK_FALSE(std::regex_search(as_what.remedy, terminal));
        CHECK_FALSE(std::regex_search(as_remedy.remedy, terminal));
        CHECK_FALSE(as_what.what.empty());
        if (as_remedy.remedy != text) ++spoke;
      }
    }
  }
  CHECK(spoke > 20);  // those that stay with the command line
}
