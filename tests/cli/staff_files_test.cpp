// Staff's files as they come: renamed, copied, broken. What the real program says of them, and what it never does.
#include <doctest/doctest.h>

#include "support/content_copy.h"
#include "support/fixtures.h"
#include "support/program.h"
#include "support/slow.h"

using hub::tests::contains;
namespace fs = std::filesystem;

namespace {

struct Stick : hub::tests::ContentCopy {
  hub::tests::Answer check(const std::string& more = "") const {
    return hub::tests::kiosk("check --content " + folder + more);
  }
};

// A hub that is soon drawn.
struct SmallHub : hub::tests::DiskPlace {
  SmallHub() { hub::tests::write_tree(path / "content", hub::tests::small_hub("ようこそ")); }
  hub::tests::Answer publish(const std::string& more = "") const {
    return hub::tests::kiosk("publish " + (*this / "content") + " --to " + (*this / "live") + more);
  }
};

const std::string kReports = "$SOURCE/tests/report/fixtures/";

}  // namespace

TEST_CASE_FIXTURE(Stick, "check names the right name, and passes over copies" * hub::tests::slow()) {
  fs::rename(folder + "/izumi/hub.json", folder + "/izumi/hub.json.txt");
  hub::tests::Answer answer = check();
  CHECK(answer.status == 1);
  CHECK(contains(answer.err, "hub.json.txt"));
  CHECK(contains(answer.err, "名前を「hub.json」に直して"));
  fs::rename(folder + "/izumi/hub.json.txt", folder + "/izumi/hub.json");
  write("content/izumi/reports/2024 - コピー.json", "{");
  write("content/izumi/reports/~$2024.json", "x");
  fs::create_directory(folder + "/新しいフォルダー");
  write("content/izumi/desktop.ini", "x");
  answer = check();
  CHECK(answer.status == 0);
  CHECK(contains(answer.err, "写し"));
  CHECK(contains(answer.err, "開いている"));
  CHECK_FALSE(contains(answer.says(), "desktop.ini"));
  CHECK_FALSE(contains(answer.says(), "新しいフォルダー"));
}

TEST_CASE_FIXTURE(SmallHub, "publish ends with the report that it did not take" * hub::tests::slow()) {
  write("content/izumi/reports/2025.json.txt", "{}");
  const hub::tests::Answer answer = publish();
  CHECK(answer.status == 0);
  const std::size_t done = answer.err.find("公開しました");
  REQUIRE(done != std::string::npos);
  CHECK(answer.err.find("「2025.json」に直して", done) != std::string::npos);
  CHECK(contains(read("live/izumi/hub.json"), "ようこそ"));
  CHECK_FALSE(fs::exists(path / "live/izumi/reports/2025.json.txt"));
}

TEST_CASE_FIXTURE(SmallHub,
                  "what no face draws is an error to check, to publish and to a picture" * hub::tests::slow()) {
  hub::tests::write_tree(path / "content", hub::tests::small_hub("ようこそ😊"));
  CHECK(contains(hub::tests::kiosk("check --content " + (*this / "content")).err, "U+1F60A"));
  const hub::tests::Answer refused = publish();
  CHECK(refused.status == 1);
  CHECK(contains(refused.err, "U+1F60A"));
  CHECK(contains(refused.err, "これまでのまま"));
  const hub::tests::Answer picture = hub::tests::kiosk("snapshot --screen home --size 640x480 --content " +
                                                       (*this / "content") + " --out " + (*this / "a.png"));
  CHECK(picture.status == 1);
  CHECK(contains(picture.err, "U+1F60A"));
  // Variation selectors are no letters of their own.
  hub::tests::write_tree(path / "content", hub::tests::small_hub("葛\U000E0100の会☀\uFE0F"));
  CHECK(hub::tests::kiosk("check --content " + (*this / "content")).status == 0);
}

TEST_CASE_FIXTURE(Stick,
                  "a warning is acknowledged with a reason, and only counted from then on" * hub::tests::slow()) {
  fs::remove(folder + "/konan/acknowledged.json");
  const hub::tests::Answer before = check(" --hub konan");
  const std::size_t at = before.err.find(": 注意: 文章の書き出し");
  REQUIRE(at != std::string::npos);
  const std::string place = before.err.substr(before.err.rfind('\n', at) + 1, at - before.err.rfind('\n', at) - 1);
  const std::string acknowledge = " --acknowledge " + place;
  const hub::tests::Answer without = check(acknowledge);
  CHECK(without.status == 2);
  CHECK(contains(without.err, "--reason"));
  CHECK(check(acknowledge + " --reason 報告書もこうなっている").status == 0);
  const hub::tests::Answer after = check(" --hub konan");
  CHECK_FALSE(contains(after.err, place));
  CHECK(contains(after.err, "確かめ済みの注意が 1 つあります"));
}

TEST_CASE_FIXTURE(Stick, "a hub's staff hear nothing of another hub's warnings" * hub::tests::slow()) {
  fs::remove(folder + "/konan/acknowledged.json");
  CHECK(contains(check().err, "/konan/"));
  CHECK_FALSE(contains(check(" --hub izumi").says(), "/konan/"));
}

TEST_CASE_FIXTURE(Stick, "import writes nowhere but into a working folder" * hub::tests::slow()) {
  fs::create_directory(path / "empty");
  const std::string there = "cd " + (*this / "empty") + " && $KIOSK ";
  const hub::tests::Answer answer =
      hub::tests::shell(there + "import " + kReports + "izumi-2024.txt --write --hub izumi");
  CHECK(answer.status == 1);
  CHECK(contains(answer.err, "content フォルダーがない"));
  CHECK(contains(answer.err, "何も書いていません"));
}

TEST_CASE_FIXTURE(Stick,
                  "a mended draft is not lost, neither to a second reading nor to --write" * hub::tests::slow()) {
  const std::string draft = *this / "draft.json";
  const std::string read_again = "import " + kReports + "konan-2026.txt --out " + draft;
  const hub::tests::Answer first = hub::tests::kiosk(read_again);
  CHECK(first.status == 0);
  CHECK(contains(first.err, "下書きの "));                                       // where in the draft a doubt stands
  CHECK_FALSE(contains(hub::tests::kiosk(read_again).err, "作りなおしました"));  // nothing was mended
  std::string mended = read("draft.json");
  const std::size_t at = mended.find("ら得た");
  REQUIRE(at != std::string::npos);
  write("draft.json", mended.replace(at, std::string("ら").size(), "利用者から"));

  fs::remove(folder + "/konan/reports/2026.json");
  CHECK(hub::tests::kiosk("import " + draft).status == 2);
  CHECK(hub::tests::kiosk("import " + draft + " --write --hub konan --content " + folder).status == 0);
  CHECK(read("content/konan/reports/2026.json") == mended);

  const hub::tests::Answer again = hub::tests::kiosk(read_again);
  CHECK(contains(again.err, "作りなおしました"));
  CHECK(read("draft.json.old-1~") == mended);
}
