// import and check --against as staff meet them: the real program, its exit status, what it says and what it writes.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "support/content_copy.h"
#include "support/fixtures.h"
#include "support/program.h"
#include "support/slow.h"

using hub::tests::contains;
using hub::tests::read_source;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const std::string kFixtures = "$SOURCE/tests/report/fixtures/";

// A copy of the shipped content, and what the program said last.
struct Room : hub::tests::ContentCopy {
  int kiosk(const std::string& arguments) {
    const hub::tests::Answer answer = hub::tests::kiosk(arguments);
    out = answer.out;
    err = answer.err;
    return answer.status;
  }

  std::string out, err;
};

}  // namespace

TEST_CASE_FIXTURE(Room, "without options the draft is on standard output and the doubts on standard error") {
  CHECK(kiosk("import " + kFixtures + "konan-2026.txt") == 0);
  CHECK(json::parse(out) == json::parse(read_source("tests/content/expected/konan-2026.json")));
  CHECK(contains(err, "ら得た"));
  CHECK(contains(err, "17 行目"));
}

TEST_CASE_FIXTURE(Room, "the draft, the doubts and the origins go where they are wanted" * hub::tests::slow()) {
  const std::string to = *this / "draft.json";
  CHECK(kiosk("import " + kFixtures + "izumi-2024.pdf --doubts - --out " + to) == 0);
  CHECK(json::parse(out).is_array());
  CHECK(json::parse(read("draft.json")) == json::parse(read_source("tests/content/expected/izumi-2024.json")));
  CHECK(kiosk("import " + kFixtures + "izumi-2024.pdf --origins - --out " + to) == 0);
  CHECK(json::parse(out)["/purpose"]["page"] == 1);
  CHECK(kiosk("import " + kFixtures + "konan-2026.txt --json") == 0);
  const json all = json::parse(out);
  CHECK(all["report"] == json::parse(read_source("tests/content/expected/konan-2026.json")));
  CHECK(all["doubts"][0]["lines"].size() > 1);
  CHECK(all["origins"]["/purpose"]["confidence"] > 0.9);
}

TEST_CASE_FIXTURE(Room, "a name that begins with -, standard input, a folder and no name at all are answered kindly") {
  CHECK(kiosk("import -izumi.pdf") == 2);
  CHECK(contains(err, "./-izumi.pdf"));
  CHECK(kiosk("import -izumi.pdf --lang en") == 2);
  CHECK(contains(err, "write ./-izumi.pdf"));
  CHECK(kiosk("import -") == 2);
  CHECK(contains(err, "ファイルに保存"));
  CHECK(kiosk("import") == 2);
  CHECK(contains(err, "報告書のファイルの名前"));
  CHECK(kiosk("import " + path.string()) == 1);
  CHECK(contains(err, "フォルダーです"));
  CHECK(contains(err, "→ ファイルの名前まで"));
}

TEST_CASE_FIXTURE(Room, "options that do not go together are a usage error") {
  const std::string report = kFixtures + "konan-2026.txt";
  CHECK(kiosk("import") == 2);
  CHECK(kiosk("import " + report + " --write") == 2);
  CHECK(kiosk("import " + report + " --replace") == 2);
  CHECK(kiosk("import " + report + " --doubts -") == 2);
  CHECK(kiosk("import " + report + " --out - --doubts -") == 2);
  CHECK(kiosk("import " + report + " --out - --json") == 2);
  CHECK(kiosk("import " + report + " --lang fr") == 2);
}

TEST_CASE_FIXTURE(Room, "--write puts the report into the content, and check accepts it") {
  fs::remove_all(path / "content/konan/reports");
  CHECK(kiosk("import " + kFixtures + "konan-2026.html --write --hub konan --content " + folder) == 0);
  CHECK(out.empty());
  REQUIRE(fs::exists(path / "content/konan/reports/2026.json"));
  CHECK(kiosk("check --content " + folder) == 0);
}

TEST_CASE_FIXTURE(Room, "what is there is not overwritten, and with --replace it is kept") {
  const std::string file = "content/konan/reports/2026.json";
  const std::string import = "import " + kFixtures + "konan-2026.txt --write --hub konan --content " + folder;
  const std::string before = read(file);
  CHECK(kiosk(import) == 1);
  CHECK(contains(err, "--replace"));
  CHECK(read(file) == before);
  CHECK(kiosk(import + " --replace") == 0);
  CHECK(kiosk(import + " --replace") == 0);
  CHECK(read(file + ".old-1~") == before);
  CHECK(fs::exists(path / (file + ".old-2~")));
  CHECK(json::parse(read(file))["goalYear"] == 2026);
  CHECK(kiosk("check --content " + folder) == 0);
  CHECK(!contains(err, "old-"));
}

TEST_CASE_FIXTURE(Room, "a draft that could not be shown is not written") {
  const std::string half = write("half.txt",
                                 "泉区地域子育て支援拠点事業\n令和７年度重点目標評価結果・令和８年度重点目標\n\n"
                                 "令和７年度重点目標①\n親子が集う場を広げます。\n取組内容\n・会を開きます。\n");
  CHECK(kiosk("import " + half + " --write --hub izumi --content " + folder) == 1);
  CHECK(contains(err, "次年度の重点目標が見つかりません"));
  CHECK(contains(err, "何も書いていません"));
  CHECK(!fs::exists(path / "content/izumi/reports/2026.json"));
  CHECK(kiosk("import " + kFixtures + "konan-2026.txt --write --hub nowhere --content " + folder) == 1);
  CHECK(!fs::exists(path / "content/nowhere"));
}

TEST_CASE_FIXTURE(Room, "what is no report is refused, and nothing is written") {
  const std::string menu = write("menu.txt", "ランチメニュー\n日替わり定食\n");
  const std::string to = *this / "draft.json";
  CHECK(kiosk("import " + menu + " --out " + to) == 1);
  CHECK(contains(err, "報告書ではない"));
  CHECK(contains(err, "→"));
  CHECK(kiosk("import " + menu + " --lang en --out " + to) == 1);
  CHECK(contains(err, "report"));
  CHECK(kiosk("import /nowhere.pdf --out " + to) == 1);
  CHECK(!fs::exists(to));
}

TEST_CASE_FIXTURE(Room, "check --against says of each sentence whether the report has it" * hub::tests::slow()) {
  CHECK(kiosk("check --against " + kFixtures + "izumi-2024.txt --content " + folder) == 0);
  CHECK(contains(out, "あり /purpose"));
  CHECK(!contains(out, "なし"));
  replace("content/izumi/reports/2024.json", "生み育て", "産み育て");
  for (const char* kind : {"txt", "pdf", "html"}) {
    CHECK(kiosk("check --against " + kFixtures + "izumi-2024." + kind + " --content " + folder) == 1);
    CHECK(contains(out, "なし /purpose"));
    CHECK(contains(out, "【産】み育て"));
    CHECK(contains(out, "【生】み育て"));
  }
}
