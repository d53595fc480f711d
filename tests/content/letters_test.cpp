// Letters of content: what no screen shows, what only looks like a letter, what a disk leaves of a broken file.
#include "content/json/letters.h"

#include <doctest/doctest.h>

#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using content::Diagnostic;

namespace {

using Severity = Diagnostic::Severity;

MemoryFiles with_name(const std::string& words) {
  MemoryFiles files = good_files();
  files.files[kHubPath] = replaced(files.files[kHubPath], "\"泉区の拠点\"", "\"" + words + "\"");
  return files;
}

content::Loaded load(const MemoryFiles& files, const content::CanDraw& can_draw = {}) {
  return content::load(files, "content", "strings", "", can_draw);
}

// The first of what is said.
Diagnostic said(const content::Loaded& loaded) {
  CAPTURE(described(loaded.diagnostics));
  REQUIRE_FALSE(loaded.diagnostics.empty());
  return loaded.diagnostics.front();
}

void check(const content::Loaded& loaded, Severity severity, const std::string& words) {
  const Diagnostic one = said(loaded);
  CHECK(one.severity == severity);
  CHECK_MESSAGE(one.what.ja.find(words) != std::string::npos, one.what.ja);
}

// A machine without emoji.
bool no_emoji(char32_t c) { return c < 0x1F000; }

}  // namespace

TEST_CASE("a character that nobody draws is an error, where it stands, however it is written") {
  for (const char* words : {"泉😊区", "泉\\ud83d\\ude0a区", "泉\\uD83D\\uDE0A区"}) {
    const content::Loaded loaded = load(with_name(words), no_emoji);
    check(loaded, Severity::error, "U+1F60A");
    CHECK(said(loaded).line == 4);
    CHECK(said(loaded).column == 20);
    CHECK(loaded.snapshot == nullptr);
    CHECK(load(with_name(words)).diagnostics.empty());  // nobody was asked
  }
  CHECK(load(with_name("泉☺区"), no_emoji).diagnostics.empty());
  CHECK(load(with_name("泉\\\\ud83d区"), no_emoji).diagnostics.empty());  // a backslash, not an escape
  CHECK(load(with_name("泉😊区😊"), no_emoji).diagnostics.size() == 1);
}

TEST_CASE("a lost character and a private one are errors on every machine") {
  check(load(with_name("泉\uFFFD区")), Severity::error, "こわれて");
  check(load(with_name("泉\uE000区")), Severity::error, "外字（U+E000）");
  check(load(with_name("泉\\ue000区")), Severity::error, "外字");
}

TEST_CASE("radicals become the letters that they look like, and are said") {
  const content::Loaded loaded = load(with_name("⼦⽬⽤⼈⾏⾒⻑の区"));
  check(loaded, Severity::warning, "7 字");
  REQUIRE(loaded.snapshot);
  CHECK(loaded.snapshot->hubs.front().name.japanese() == "子目用人行見長の区");
  CHECK(content::mended("⻘⻭⻩").words == "青歯黄");
  CHECK(content::mended("子育て ①㈱").radicals == 0);
  CHECK(content::mended("子育て ①㈱神").words == "子育て ①㈱神");  // what NFKC would change as well
}

TEST_CASE("a kana and its mark become one character") {
  const content::Loaded loaded = load(with_name("か\u3099くし\u3099ふ\u309A"));
  CHECK(loaded.diagnostics.empty());
  REQUIRE(loaded.snapshot);
  CHECK(loaded.snapshot->hubs.front().name.japanese() == "がくじぷ");
  CHECK(content::mended("Tie\u0302\u0301ng").words == "Tiếng");
  CHECK(content::mended("q\u0301").words == "q\u0301");
}

TEST_CASE("tags and references of HTML want a person's eye, signs that are none do not") {
  for (const char* words : {"泉<br>区", "泉<br/>区", "泉</b>区", "泉<a href='x'>区", "泉&amp;区", "泉&nbsp;区",
                            "泉&#12354;区", "泉&#x3042;区"}) {
    const content::Loaded loaded = load(with_name(words));
    check(loaded, Severity::warning, "そのままの文字で");
    CHECK(loaded.snapshot != nullptr);
  }
  check(load(with_name("泉<br>の<br>区&amp;")), Severity::warning, "「<br> &amp;」");
  for (const char* words : {"1<2", "a < b", "泉<区>", "Q&A", "R&D; x", "<3", "A&B;", "<>", "&;"}) {
    CHECK_MESSAGE(load(with_name(words)).diagnostics.empty(), words);
  }
}

TEST_CASE("a file that broke when it was saved says so, and where to look") {
  const auto with_hub = [](const std::string& bytes) {
    MemoryFiles files = good_files();
    files.files[kHubPath] = bytes;
    return load(files);
  };
  for (const std::size_t zeros : {std::size_t{1}, std::size_t{3}, std::size_t{4096}}) {
    check(with_hub(std::string(zeros, '\0')), Severity::error, "0 だけ");
  }
  check(with_hub(std::string(900, '\0') + "\r\n"), Severity::error, "0 だけ");
  const std::string good = good_files().files.at(kHubPath);
  const content::Loaded half = with_hub(good.substr(0, good.size() / 2) + std::string(512, '\0'));
  check(half, Severity::error, "ここから先");
  CHECK(said(half).line > 3);
  CHECK(said(half).remedy.ja.find("コピー") != std::string::npos);
  check(with_hub(std::string("{\0\"\0", 4)), Severity::error, "");  // UTF-16 is another matter
  CHECK(said(with_hub(std::string("\xFF\xFE{\0", 4))).what.ja.find("UTF-8") != std::string::npos);
}

TEST_CASE("the yen sign of a Japanese keyboard is a backslash, and is called both") {
  check(load(with_name("参加費は\\500です")), Severity::error, "¥");
  for (const char* words : {"C:\\temp", "泉\\b区", "泉\\f区"}) check(load(with_name(words)), Severity::error, "¥");
  CHECK(load(with_name("参加費は¥500です")).diagnostics.empty());
}
