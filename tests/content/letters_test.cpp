// Letters of content: what no screen shows, what only looks like a letter, what a disk leaves of a broken file.
#include "content/json/letters.h"

#include <doctest/doctest.h>

#include "content/model/wording.h"
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
  CHECK(content::mended("子育て ①㈱").letters.empty());
  CHECK(content::mended("子育て ①㈱神").words == "子育て ①㈱神");  // what NFKC would change as well
}

TEST_CASE("a kana and its mark become one character, which is said; so does a letter with its accent") {
  const content::Loaded loaded = load(with_name("か\u3099くし\u3099ふ\u309A"));
  check(loaded, Severity::warning, "3 字。「が」など");
  CHECK(loaded.diagnostics.size() == 1);
  REQUIRE(loaded.snapshot);
  CHECK(loaded.snapshot->hubs.front().name.japanese() == "がくじぷ");
  CHECK(load(with_name("Tie\u0302\u0301ng")).diagnostics.empty());
  CHECK(content::mended("Tie\u0302\u0301ng").words == "Tiếng");
  CHECK(content::mended("q\u0301").words == "q\u0301");
}

TEST_CASE("half-width kana show in full width, which is said; a mark alone stays one") {
  const content::Loaded loaded = load(with_name("ﾊﾞｽで行く｢ｻﾛﾝ｣"));
  check(loaded, Severity::warning, "半角のカタカナ");
  REQUIRE(loaded.snapshot);
  CHECK(loaded.snapshot->hubs.front().name.japanese() == "バスで行く「サロン」");
  CHECK(content::mended("ｳﾞｧｲｵﾘﾝ･ﾋﾟｱﾉ｡ﾞ").words == "ヴァイオリン・ピアノ。゛");
}

TEST_CASE("what nobody sees inside Japanese words goes, which is said; what steers lines stays") {
  const content::Loaded loaded = load(with_name("子\u00AD育て\u200Cの区"));
  check(loaded, Severity::warning, "見えない文字");
  REQUIRE(loaded.snapshot);
  CHECK(loaded.snapshot->hubs.front().name.japanese() == "子育ての区");
  for (const char* words : {"子育て\u200Bの\u2060区", "葛\U000E0100の会", "in\u00ADfor\u00ADma\u00ADtion"}) {
    CHECK(load(with_name(words)).diagnostics.empty());
    CHECK(content::mended(words).words == words);
  }
}

TEST_CASE("in a report the letters are those that its words are written with") {
  const auto read = [](std::u32string_view words) { return content::mended(words, content::Source::report).words; };
  CHECK(read(U"㍻２５年度、㋿７年度") == U"平成２５年度、令和７年度");
  CHECK(read(U"㈱こもれび、12/3㈮") == U"（株）こもれび、12/3（金）");
  CHECK(read(U"神\uFA19\uFA1B") == U"神神福");
  CHECK(read(U"︵案︶﹁目標﹂") == U"（案）「目標」");
  CHECK(read(U"oﬃce ﬁt") == U"office fit");
  CHECK(read(U"子\u200B育\u00ADて\u2060の\uFEFF区\u202E") == U"子育ての区");
  CHECK(read(U"か゛、ハﾟ、が") == U"が、パ、が");
  CHECK(read(U"㇐つ") == U"一つ");
  for (const std::u32string_view words : {U"①② ㈠㈡ ⑴ ⅲ ㊗", U"１２３ 123 ＡＢc", U"（３年度目／５か年度）", U"～〜－―",
                                          U"㎡ ℃ № ½", U"あ゛っ", U"葛\U000E0100", U"👩\u200D👧", U"﨑髙", U"…‥—"}) {
    CHECK(read(words) == words);
  }
}

TEST_CASE("words with radicals, soft hyphens and half-width kana fold as the ordinary ones") {
  CHECK(content::fold(U"⼦育\u00ADて⻑期 ﾊﾞｽ か\u3099") == content::fold(U"子育て長期 バス が"));
  CHECK(content::fold(U"㈱ ①") == U"(株)①");
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
