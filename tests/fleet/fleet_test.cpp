// The page of many screens: the worst first, short, and nothing in it but what it is meant to say.
#include "fleet/fleet.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "desk/store/history.h"
#include "desk/store/pack_news.h"
#include "desk/store/shown_screen.h"
#include "fleet/fetch_plan.h"
#include "fleet/this_screen.h"
#include "support/disk_place.h"

using namespace hub;
using fleet::Health;
using fleet::ScreenStatus;
using fleet::SeenStatus;

namespace {

constexpr std::int64_t kNow_s = 1'795'737'600, kHour_s = 3600, kDay_s = 24 * kHour_s;

SeenStatus seen(const std::string& screen, const std::string& hub, int serial, std::int64_t ago_s = kHour_s) {
  ScreenStatus status;
  status.screen = screen;
  status.hub = hub;
  status.serial = serial;
  status.taken = serial;
  status.key = "C2EB86921EA89017";
  status.made = "2026-11-20";
  status.since = "2026-11-21T09:05";
  status.version = "0.1.0+202611272157";
  return {status, kNow_s - ago_s};
}

std::vector<std::string> names(const std::vector<fleet::Screen>& screens) {
  std::vector<std::string> all;
  for (const fleet::Screen& one : screens) all.push_back(one.seen.status.screen);
  return all;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// Sixty screens of eighteen hubs, some of which want a person.
std::vector<SeenStatus> sixty() {
  const char* hubs[] = {"tsurumi",  "kanagawa", "nishi",  "naka", "minami",  "konan",   "hodogaya", "asahi", "isogo",
                        "kanazawa", "kohoku",   "midori", "aoba", "tsuzuki", "totsuka", "sakae",    "izumi", "seya"};
  std::vector<SeenStatus> all;
  for (int i = 0; i < 60; ++i) {
    const std::string hub = hubs[i % 18];
    all.push_back(seen(hub + "-" + std::to_string(i / 18 + 1), hub, 7));
  }
  all[4].seen_s = kNow_s - 9 * kDay_s;
  all[23].seen_s = kNow_s - 4 * kDay_s;
  all[40].status.serial = all[40].status.taken = 5;
  all[40].status.refused = {{"minami-0007.hubpack", "not-shown", 7,
                             "「minami-0007.hubpack」の内容（7 番）は、映していません。内容にまちがいがあります。"}};
  all[11].status.refused = {
      {"x.hubpack", "unknown-key", 0, "「x.hubpack」は、この画面の知らない鍵で署名されています。"}};
  all[50].status.wrong = {"時計が合っていません。"};
  all[17].status.refused = {{"seya-0006.hubpack", "older", 6, "古いパックです。"}};
  return all;
}

}  // namespace

TEST_CASE("screens stand in the order in which somebody should look after them") {
  std::vector<SeenStatus> all = {seen("well", "izumi", 7),
                                 seen("behind", "izumi", 6),
                                 seen("far-behind", "izumi", 3),
                                 seen("silent", "izumi", 7, 3 * kDay_s),
                                 seen("long-silent", "izumi", 2, 30 * kDay_s),
                                 seen("refusing", "izumi", 7),
                                 seen("wrong", "izumi", 7),
                                 seen("empty", "", 0)};
  all[5].status.refused = {{"a", "damaged", 0, "こわれています。"}};
  all[6].status.wrong = {"熱すぎます。"};
  const auto screens = fleet::ranked(all, kNow_s);
  CHECK(names(screens) == std::vector<std::string>{"long-silent", "silent", "far-behind", "behind", "empty", "refusing",
                                                   "wrong", "well"});
  CHECK(fleet::matter_of(screens[0]) == "30 日、連絡がありません。電源と、つながりを見てください。");
  CHECK(fleet::matter_of(screens[2]) == "7 番が、まだ映っていません。");
  CHECK(fleet::matter_of(screens[5]) == "こわれています。");
  CHECK(fleet::matter_of(screens[7]).empty());
}

TEST_CASE("what is old is told by what others have of the same hub and key, and by the packs that lie there") {
  std::vector<SeenStatus> all = {seen("a", "izumi", 7), seen("b", "konan", 3), seen("c", "izumi", 9)};
  all[2].status.key = "0000000000000001";
  auto screens = fleet::ranked(all, kNow_s);
  for (const fleet::Screen& one : screens) CHECK(one.health == Health::well);
  screens = fleet::ranked(all, kNow_s, {{{"konan", ""}, 4}});
  CHECK(screens.front().seen.status.screen == "b");
  CHECK(screens.front().health == Health::behind);
  CHECK(screens.front().newest == 4);
  // What staff have published over the newest pack is theirs to know.
  all = {seen("a", "izumi", 7), seen("b", "izumi", 0)};
  all[1].status.taken = 7;
  screens = fleet::ranked(all, kNow_s);
  CHECK(screens.front().health == Health::well);
  // Another pack of the same serial from before the clock was set: its clock decides nothing.
  CHECK(fleet::ranked({seen("a", "izumi", 7, -5 * kDay_s)}, kNow_s).front().silent_s == 0);
}

TEST_CASE("a screen is there once, as it came last") {
  std::vector<SeenStatus> all = {seen("a", "izumi", 6, 5 * kDay_s), seen("a", "izumi", 7), seen("b", "izumi", 7)};
  const auto screens = fleet::ranked(all, kNow_s);
  REQUIRE(screens.size() == 2);
  CHECK(screens[0].health == Health::well);
}

TEST_CASE("the page of sixty screens is short, whole without a network, and names the three worst above the others") {
  const auto screens = fleet::ranked(sixty(), kNow_s);
  const std::string page = fleet::page_of(screens, "2026-11-27 12:00");
  CHECK(page.size() <= 30 * 1024);
  CHECK(page.find("60 台のうち 55 台は、新しい内容を映しています。") != page.npos);
  CHECK(count(page, "<li>") == 3);
  const std::size_t first = page.find("<li><b>minami-1</b>"), second = page.find("<li><b>konan-2</b>"),
                    third = page.find("<li><b>minami-3</b>");
  CHECK(first < second);
  CHECK(second < third);
  CHECK(third < page.find("<table>"));
  CHECK(count(page, "<tr class=") == 60);
  CHECK(count(page, "<tr class=well>") == 55);
  for (const char* outside : {"http:", "https:", "<script", "<link", "<img", "@import", "url("}) {
    CHECK(page.find(outside) == page.npos);
  }
  const std::string json = fleet::json_of(screens, "2026-11-27 12:00");
  CHECK(count(json, "\"health\": \"silent\"") == 2);
  CHECK(json.find("\"newest\": 7") != json.npos);
  CHECK(fleet::page_of({}, "").find("まだ、どの画面からも") != std::string::npos);
  CHECK(fleet::page_of(fleet::ranked({seen("a", "izumi", 7)}, kNow_s), "").find("1 台とも") != std::string::npos);
  if (const char* out = std::getenv("HUB_FLEET_PAGE"))
    tests::write_tree(std::filesystem::path(out), {{"fleet.html", page}});
}

TEST_CASE("what a screen says is text on the page, whatever it says") {
  SeenStatus one = seen("<script>alert(1)</script>", "a&b\"", 7);
  one.status.wrong = {"<b>\xff\x1b[2J"};
  const std::string json = fleet::to_json(one.status);
  const auto read = fleet::status_from(json);
  REQUIRE(read);
  const std::string page = fleet::page_of(fleet::ranked({{*read, kNow_s}}, kNow_s), "");
  CHECK(page.find("<script") == page.npos);
  CHECK(page.find("&lt;script&gt;") != page.npos);
  CHECK(page.find('\x1b') == page.npos);
  CHECK(page.find("a&amp;b&quot;") != page.npos);
}

TEST_CASE("a status comes back as it went, and whatever else is there is none or is short") {
  SeenStatus one = seen("izumi-1", "izumi", 7);
  one.status.wrong = {"熱すぎます。"};
  one.status.refused = {{"a.hubpack", "older", 6, "古いパックです。"}};
  const auto back = fleet::status_from(fleet::to_json(one.status));
  REQUIRE(back);
  CHECK(fleet::to_json(*back) == fleet::to_json(one.status));
  for (const char* bytes : {"", "[]", "{}", "{\"screen\": 3}", "{\"screen\": \"\"}", "\xff", "null", "{\"screen\":"}) {
    CAPTURE(bytes);
    CHECK_FALSE(fleet::status_from(bytes));
  }
  CHECK_FALSE(fleet::status_from(fleet::to_json(one.status) + std::string(fleet::kMostStatusBytes, ' ')));
  std::string many;
  for (int i = 0; i < 50; ++i) many += std::string(i > 0 ? "," : "") + "\"" + std::string(1000, 'x') + "\"";
  const auto odd = fleet::status_from("{\"screen\": \"a\", \"serial\": -3, \"taken\": 1e300, \"wrong\": [" + many +
                                      "], \"refused\": [3, {}]}");
  REQUIRE(odd);
  CHECK(odd->serial == 0);
  CHECK(odd->taken == 0);
  CHECK(odd->wrong.size() == fleet::kMostTold);
  CHECK(odd->wrong.front().size() < 300);
}

TEST_CASE("statuses are found in a folder with the packs beside them, and what is none is told") {
  const tests::DiskPlace place;
  place.write("izumi-1.json", fleet::to_json(seen("izumi-1", "izumi", 7).status));
  place.write("konan-1.json", fleet::to_json(seen("konan-1", "konan", 2).status));
  place.write("broken.json", "{");
  place.write("notes.txt", "x");
  place.write("izumi-0009.hubpack", "x");
  place.write("izumi-0008.hubpack", "x");
  place.write("konan.hubpack", "x");
  const base::SystemCalls calls;
  const auto found = fleet::statuses_in(calls, place.path);
  REQUIRE(found);
  CHECK(found.value().statuses.size() == 2);
  CHECK(found.value().passed_over == std::vector<std::string>{"broken.json"});
  CHECK(found.value().newest == fleet::NewestPacks{{{"izumi", ""}, 9}});
  CHECK_FALSE(fleet::statuses_in(calls, place / "nowhere"));
}

TEST_CASE("this screen says what is on it, which pack that is, and what was refused since") {
  const tests::DiskPlace place;
  const base::SystemCalls calls;
  const std::string state = place / "state", folder = place / "state/desk/izumi";
  CHECK_FALSE(fleet::status_of_this_screen(calls, state, "izumi-1", {}));
  const base::FolderBytes first{{"izumi/hub.json", "1"}}, second{{"izumi/hub.json", "2"}, {"izumi/images/a.png", "x"}};
  const desk::History history(calls, folder);
  const auto publish = [&](const base::FolderBytes& files, int serial) {
    desk::PublishedVersion version;
    version.kept = true;
    if (serial > 0) version.pack = {serial, "C2EB", "2026-11-20", "市"};
    const auto begun = history.begin(version, files);
    REQUIRE(begun);
    REQUIRE(history.finish(begun.value()).ok());
  };
  const auto shows = [&](const base::FolderBytes& files) {
    const auto done = desk::write_shown_screen(
        calls, state, {"izumi", desk::hash_of_hub("izumi", files), "2026-11-21T09:05", "2026-11-27T12:00", "0.1.0"});
    REQUIRE(done.ok());
    const auto status = fleet::status_of_this_screen(calls, state, "izumi-1", {"熱すぎます。"});
    REQUIRE(status);
    return *status;
  };
  publish(first, 6);
  publish(second, 7);
  ScreenStatus status = shows(first);  // received, and not on the screen yet
  CHECK(status.serial == 6);
  CHECK(status.taken == 7);
  CHECK(status.since == "2026-11-21T09:05");
  CHECK(status.wrong.size() == 1);
  // What is read of a folder has no pictures.
  status = shows({{"izumi/hub.json", "2"}});
  CHECK(status.serial == 7);
  CHECK(status.key == "C2EB");
  CHECK(status.made == "2026-11-20");
  publish({{"izumi/hub.json", "3"}}, 0);
  status = shows({{"izumi/hub.json", "3"}});
  CHECK(status.serial == 0);
  CHECK(status.taken == 7);
  CHECK(status.made.empty());
  desk::PackNews news{"1", "a.hubpack", desk::CameFrom::stick, "", "older", 6, {"古い", ""}, {}};
  REQUIRE(desk::add_pack_news(calls, folder, news).ok());
  news.item = "2", news.what = "was-here";
  REQUIRE(desk::add_pack_news(calls, folder, news).ok());
  news.item = "3", news.what = "damaged", news.said.ja = "こわれています";
  REQUIRE(desk::add_pack_news(calls, folder, news).ok());
  status = shows({{"izumi/hub.json", "3"}});
  REQUIRE(status.refused.size() == 1);
  CHECK(status.refused.front().said == "こわれています");
}

TEST_CASE("what a carrier is told is three lines, or nothing where there is nothing to bring or to tell") {
  const fleet::Carrier city{"https://packs.example.jp/hubs/", "https://packs.example.jp/status/", 30};
  CHECK(fleet::to_text(fleet::plan_of(city, "izumi", "izumi-1")) ==
        "pack=https://packs.example.jp/hubs/izumi.hubpack\nstatus=https://packs.example.jp/status/izumi-1.json\n"
        "every_s=1800\n");
  // Nobody knows whose screen this is: what shows is told all the same.
  CHECK(fleet::plan_of(city, "", "izumi-1").pack_url.empty());
  CHECK(fleet::to_text(fleet::plan_of({"", "", 30}, "izumi", "izumi-1")).empty());
  CHECK(fleet::to_text(fleet::plan_of({city.url, "", 7.5}, "izumi", "x")) ==
        "pack=https://packs.example.jp/hubs/izumi.hubpack\nstatus=\nevery_s=450\n");
  CHECK(fleet::screen_name_from("Izumi-Lobby.local") == "izumi-lobby-local");
  CHECK(fleet::screen_name_from("泉/..\n") == std::string(7, '-'));
  CHECK(fleet::screen_name_from("") == "kiosk");
}

TEST_CASE("what a phone reads off a screen is a status as well, and short") {
  SeenStatus one = seen("izumi-1", "izumi", 7);
  one.status.hash = std::string(64, 'a');
  one.status.at = "2026-11-28T02:10";
  one.status.wrong = {"熱すぎます。"};
  one.status.refused = {
      {"とても長い名前のついた、いつ作ったのか分からないパック.hubpack", "not-shown", 8, "映していません。"},
      {"x.hubpack", "damaged", 0, "こわれています。"}};
  const std::string code = fleet::to_code(one.status);
  CAPTURE(code);
  CHECK(code.size() <= 350);
  CHECK(code.find('\n') == code.npos);
  const auto read = fleet::status_from(code);
  REQUIRE(read);
  CHECK(read->screen == "izumi-1");
  CHECK(read->serial == 7);
  CHECK(read->hash == std::string(16, 'a'));
  REQUIRE(read->refused.size() == 1);
  const auto screens = fleet::ranked({{*read, kNow_s}}, kNow_s);
  CHECK(screens.front().health == Health::refusing);
  CHECK(fleet::matter_of(screens.front()).find("受け取っていません（not-shown）") != std::string::npos);
}

TEST_CASE("statuses are found in the folders of a server, and in those of each screen") {
  const tests::DiskPlace place;
  const auto status = [](const std::string& screen) { return fleet::to_json(seen(screen, "izumi", 6).status); };
  place.write("status/izumi-1.json", status("izumi-1"));
  place.write("izumi-2/status.json", status("izumi-2"));
  place.write("izumi-3.json", status("izumi-3"));
  place.write("hubs/izumi-0007.hubpack", "x");
  place.write("hubs/izumi.hubpack", "x");
  place.write("status/broken.json", "{");
  place.write(".stversions/izumi-4.json", status("izumi-4"));
  place.write("a/b/izumi-5.json", status("izumi-5"));
  const auto found = fleet::statuses_in(base::SystemCalls(), place.path.string());
  REQUIRE(found);
  auto screens = fleet::ranked(found.value().statuses, kNow_s, found.value().newest);
  CHECK(names(screens) == std::vector<std::string>{"izumi-1", "izumi-2", "izumi-3"});
  CHECK(screens.front().newest == 7);
  CHECK(found.value().passed_over == std::vector<std::string>{"status/broken.json"});
}
