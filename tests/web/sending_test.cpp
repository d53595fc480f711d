// The editor with a key: what is shown here goes to the hub's screens as a signed pack, and the pages say how far it
// is.
#include <doctest/doctest.h>

#include <cerrno>

#include "base/parse.h"
#include "browser.h"
#include "desk/desk.h"
#include "fleet/status.h"
#include "support/fixtures.h"
#include "support/publish_unseen.h"
#include "support/slow.h"
#include "support/test_keys.h"

using namespace hub;
using namespace hub::tests;

namespace {

namespace fs = std::filesystem;

bool has(const web::Response& response, const std::string& words) {
  return text_of_page(response.body).find(words) != std::string::npos;
}

struct City : Editor {
  City() : Editor(Sends::packs) { browser.enter(); }

  // Something that is not shown yet.
  void draft(const std::string& hub = "izumi") {
    browser.to_the_end(browser.upload("/" + hub + "/upload", "報告書.txt",
                                      bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/konan-2026.txt")));
  }
  web::Response publish(const std::string& hub = "izumi") {
    return browser.to_the_end(browser.post("/" + hub + "/publish", {{"revision", "0"}}));
  }
  web::Response send() { return browser.to_the_end(browser.post("/izumi/send", {})); }
  void hears(const std::string& screen, int serial, std::vector<fleet::RefusedPack> refused = {}) const {
    fleet::ScreenStatus status;
    status.screen = screen;
    status.hub = "izumi";
    status.serial = status.taken = serial;
    status.key = pack::text_of(city_key().public_key().id);
    status.refused = std::move(refused);
    write("status/" + screen + ".json", to_json(status));
  }
  bool lies(const std::string& name) const { return fs::exists(path / "hubs" / name); }
  std::string content_says() const { return read("content/izumi/reports/2026.json"); }

  Browser browser{*this};
};

// Fails where a pack would be written.
base::SystemCalls full_for_packs() {
  return base::SystemCalls([](const base::SystemCalls::Call& call) {
    const bool of_pack = call.on.find(".hubpack") != std::string::npos;
    return of_pack && call.writes ? ENOSPC : 0;
  });
}

}  // namespace

TEST_CASE("without a key the editor speaks of one screen, and sends nothing" * slow()) {
  Editor editor;
  Browser browser(editor);
  browser.enter();
  browser.to_the_end(
      browser.upload("/izumi/upload", "報告書.txt", bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/konan-2026.txt")));
  for (const char* page : {"/izumi", "/izumi/publish", "/izumi/see", "/izumi/text"}) {
    const web::Response response = browser.get(page);
    CHECK(has(response, "画面に映す"));
    CHECK_FALSE(has(response, "送る"));
    CHECK_FALSE(has(response, "画面のようす"));
  }
  CHECK(browser.post("/izumi/send", {}).status == 404);
}

TEST_CASE("with a key the button says to how many screens it sends, and the page then which of them have it" * slow()) {
  City city;
  city.draft();
  CHECK(has(city.browser.get("/izumi/publish"), "画面に送る"));
  CHECK(has(city.browser.get("/izumi"), "いまの内容は、まだ画面に送っていません。"));
  CHECK(has(city.browser.get("/izumi"), "この拠点の画面からの知らせは、まだありません。"));
  city.hears("izumi-1", 0);
  city.hears("izumi-2", 4);
  city.hears("izumi-3", 4);
  CHECK(has(city.browser.get("/izumi"), "たったいまの知らせでは、4 番を映しています"));
  CHECK_FALSE(has(city.browser.get("/izumi"), "届きました"));
  const web::Response asks = city.browser.get("/izumi/publish");
  CHECK(has(asks, "3台の画面に送る"));
  CHECK_FALSE(has(asks, "画面に映す"));

  const web::Response sent = city.publish();
  CHECK(sent.status == 200);
  CHECK(has(sent, "送りました"));
  CHECK(has(sent, "5 番を送りました。"));
  CHECK(has(sent, "5 番が、3 台のうち 0 台に届きました。"));
  CHECK(has(sent, "5 番が、まだ映っていません。"));
  CHECK(city.lies("izumi-0005.hubpack"));
  CHECK(city.desk().history().size() == 2);
  CHECK_FALSE(city.desk().work().value());

  city.hears("izumi-2", 5);
  city.hears("izumi-3", 4,
             {{"izumi.hubpack", "unknown-key", 0, "「izumi.hubpack」は、この画面の知らない鍵で署名されています。"}});
  for (const char* page : {"/izumi/done", "/izumi"}) {
    CAPTURE(page);
    const web::Response now = city.browser.get(page);
    CHECK(has(now, "5 番が、3 台のうち 1 台に届きました。"));
    CHECK(has(now, "5 番が、まだ映っていません。「izumi.hubpack」は、この画面の知らない鍵で署名されています。"));
    CHECK(has(now, "映っています。"));
    CHECK(has(now, "たったいまの知らせでは、4 番を映しています"));
    CHECK(has(now, "受け取らず"));
    CHECK(has(now, "まだ"));
    CHECK(has(now, "届きました"));
  }
  city.hears("izumi-1", 5);
  city.hears("izumi-3", 5);
  CHECK(has(city.browser.get("/izumi/done"), "5 番が、3 台すべてに届きました。"));

  // Going back goes to the screens as well, as something new.
  CHECK(has(city.browser.get("/izumi/back?version=1"), "すぐにほかの画面にも送ります"));
  const web::Response back = city.browser.to_the_end(city.browser.post("/izumi/back", {{"version", "1"}}));
  CHECK(has(back, "6 番を送りました。"));
  CHECK(has(city.send(), "7 番を送りました。"));  // once more, for a screen that has put something else over it
}

TEST_CASE("a screen takes what the editor has sent" * slow()) {
  City city;
  city.draft();
  REQUIRE(has(city.publish(), "1 番を送りました。"));
  DiskPlace screen;
  write_tree(screen.path / "content", small_hub("はじめ"));
  const desk::Desk desk(city.calls, city.clock, {screen / "state", screen / "content", "izumi", publish_unseen});
  Silence silence;
  const desk::TakenPack taken =
      desk::Desk(desk).take(city.read("hubs/izumi.hubpack"), "izumi.hubpack", {{city_key().public_key(), ""}}, silence);
  const std::string today = base::iso_text(base::SystemClock().today());  // of whoever does the jobs
  CHECK(std::string(word_of(taken)) == "shows");
  CHECK(taken.said.ja == "「izumi.hubpack」の内容（1 番、" + today + " に作成、泉区役所から）を映しました。");
  CHECK(screen.read("content/izumi/reports/2026.json") == city.content_says());
}

TEST_CASE("each hub has serials of its own" * slow()) {
  City city;
  city.hears("izumi-1", 7);
  city.draft("konan");
  REQUIRE(has(city.browser.get("/konan/publish"), "画面に送る"));
  CHECK_FALSE(has(city.browser.get("/konan/publish"), "台の画面"));
  CHECK(has(city.publish("konan"), "1 番を送りました。"));
  CHECK(has(city.send(), "8 番を送りました。"));
  CHECK(city.lies("konan-0001.hubpack"));
  CHECK(city.lies("izumi-0008.hubpack"));
}

TEST_CASE("where the disk for packs is full what was published stays, that is said, and it can be sent again" *
          slow()) {
  City city;
  city.draft();
  city.work_calls = full_for_packs();
  const web::Response failed = city.publish();
  CHECK(has(failed, "送れませんでした"));
  CHECK(has(failed, "ディスクがいっぱいです"));
  CHECK(has(failed, "もう一度送る"));
  CHECK(has(failed, "直した内容は、ここに残っています。"));
  CHECK_FALSE(has(failed, city.path.string()));
  CHECK(city.desk().history().size() == 2);
  CHECK_FALSE(city.content_says().empty());
  CHECK(tree_of(city.path / "hubs").empty());
  CHECK(has(city.browser.get("/izumi/done"), "まだ送っていません"));
  CHECK(has(city.browser.get("/izumi"), "いまの内容は、まだ画面に送っていません。"));
  city.work_calls = base::SystemCalls();
  CHECK(has(city.send(), "1 番を送りました。"));
  CHECK_FALSE(has(city.browser.get("/izumi"), "まだ画面に送っていません"));
}

TEST_CASE("whoever is gone between showing and sending sends when they are back" * slow()) {
  City city;
  city.draft();
  city.most_jobs = 1;
  const web::Response waits = city.publish();
  CHECK(has(waits, "順番を待っています"));
  CHECK(city.desk().history().size() == 2);
  CHECK(tree_of(city.path / "hubs").empty());
  CHECK(has(city.browser.get("/izumi/done"), "まだ送っていません"));
  city.most_jobs = 100;
  city.do_jobs();
  CHECK(has(city.browser.get("/izumi/done"), "1 番を送りました。"));
  CHECK(city.lies("izumi.hubpack"));
}

TEST_CASE("what could not be shown is not sent" * slow()) {
  City city;
  city.draft();
  const web::Response refused = city.browser.to_the_end(city.browser.post("/izumi/publish", {{"revision", "99"}}));
  CHECK(has(refused, "できませんでした"));
  CHECK(tree_of(city.path / "hubs").empty());
  CHECK(city.desk().work().value());
}

TEST_CASE("a key or a folder that is gone is said before the button is pressed, and after it" * slow()) {
  City city;
  city.draft();
  std::string says;
  fs::path gone;
  SUBCASE("the key") { gone = city.path / "city.key", says = "署名に使う鍵を開けないので、画面に送れません（"; }
  SUBCASE("the packs") { gone = city.path / "hubs", says = "パックを置くフォルダーを開けないので、画面に送れません（"; }
  SUBCASE("the statuses") { gone = city.path / "status", says = "画面の知らせのフォルダーを開けないので"; }
  const fs::path aside = city.path / "aside";
  fs::rename(gone, aside);
  const web::Response before = city.browser.get("/izumi/publish");
  CHECK(before.status == 200);
  CHECK(has(before, says));
  CHECK(has(before, "送れなくても、押した内容はここに残ります。"));
  CHECK(has(city.browser.get("/izumi"), says));
  CHECK_FALSE(has(before, city.path.string()));
  const web::Response failed = city.publish();
  CHECK(has(failed, says));
  CHECK(has(failed, "もう一度送ってください。"));
  CHECK(city.desk().history().size() == 2);
  fs::rename(aside, gone);
  CHECK(has(city.send(), "1 番を送りました。"));
}

TEST_CASE("no page and no line of the log has anything of the key" * slow()) {
  City city;
  city.draft();
  const std::string secret = std::string(kCitySecret).substr(std::string(kCitySecret).find('\n') + 1, 60);
  std::string all = city.publish().body;
  for (const char* page : {"/izumi", "/izumi/done", "/izumi/publish"}) all += city.browser.get(page).body;
  for (const std::string& line : city.log) all += line;
  for (const auto& [name, bytes] : tree_of(city.path / "state")) all += bytes;
  CHECK(all.find(secret) == std::string::npos);
  CHECK(all.find("AAAAAAAAAAAAAAAA") == std::string::npos);
}

TEST_CASE("a name that a screen gives itself is text") {
  City city;
  city.hears("<script>alert", 3, {{"x", "damaged", 3, "<b>"}});
  const web::Response page = city.browser.get("/izumi");
  CHECK(page.body.find("<script>alert") == std::string::npos);
  CHECK(page.body.find("&lt;script&gt;alert") != std::string::npos);
}
