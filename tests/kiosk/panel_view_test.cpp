// What the panel shows of a desk, as plain data.
#include "kiosk/panel_view.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace hub;

TEST_CASE("what became of today's stick and packs is told in one place, trouble as trouble, and yesterday's not") {
  const auto today = std::chrono::sys_days(std::chrono::year(2026) / 11 / 27);
  const desk::StickNews stick{"2026-11-27T15:03", {"1"}, {{"受け取りました。", "Taken."}}, ""};
  const desk::PackNews shows{"1",     "a.hubpack", desk::CameFrom::stick, "2026-11-27T15:04",
                             "shows", 7,           {"映しました。", ""},  {"戻せます。", ""}};
  desk::PackNews older = shows;
  older.what = "older";
  older.said.ja = "古いパックです。";
  CHECK_FALSE(kiosk::panel_stick({}, {}, today));
  CHECK_FALSE(kiosk::panel_stick(stick, {shows}, today + std::chrono::days(1)));
  CHECK(kiosk::panel_stick(stick, {}, today)->what == "受け取りました。");
  const auto both = kiosk::panel_stick(stick, {shows}, today);
  REQUIRE(both);
  CHECK(both->what == "受け取りました。映しました。戻せます。");
  CHECK_FALSE(both->trouble);
  const auto download = kiosk::panel_stick({}, {older, shows}, today);
  REQUIRE(download);
  CHECK(download->what == "古いパックです。戻せます。映しました。戻せます。");
  CHECK(download->trouble);
}

TEST_CASE("a version shows from its day on, and what was there before any desk from no day") {
  desk::PublishedVersion version;
  version.number = 2;
  version.at = "2026-11-27T15:03";
  CHECK(kiosk::panel_version(version).since == std::chrono::year(2026) / 11 / 27);
  version.at = "";
  CHECK_FALSE(kiosk::panel_version(version).since);
}

TEST_CASE("what the editor says of itself becomes what staff read, type and photograph") {
  using State = ui::DeskView::Editor::State;
  desk::EditorNow now;
  now.addresses = {"http://10.42.0.1:8137/", "http://10.42.0.2:8137/"};
  now.code = "00112233445566778899aabbccddeeff";
  now.code_until = "14:32";
  now.devices = {"iPhone"};
  now.network = "hub-kiosk-abcd";
  now.passphrase = "abcdefgh2345";
  const ui::DeskView::Editor editor = kiosk::panel_editor(true, false, now);
  CHECK(editor.state == State::on);
  CHECK(editor.address == "http://10.42.0.1:8137/");
  CHECK(editor.url == "http://10.42.0.1:8137/enter?code=00112233445566778899aabbccddeeff");
  CHECK(editor.code == "0011 2233 4455 6677 8899 aabb ccdd eeff");
  CHECK(editor.until == "14:32");
  CHECK(editor.devices == now.devices);
  CHECK(editor.network_url == "WIFI:T:WPA;S:hub-kiosk-abcd;P:abcdefgh2345;;");
  CHECK_FALSE(editor.trouble);
  CHECK(kiosk::panel_editor(false, false, now).state == State::ending);
  now.code.clear();
  CHECK(kiosk::panel_editor(true, false, now).url.empty());
}

TEST_CASE("an editor that does not start says so, and one that cannot be reached says why") {
  using State = ui::DeskView::Editor::State;
  const auto state = [](bool wanted, bool waits) { return kiosk::panel_editor(wanted, waits, std::nullopt).state; };
  const auto fails = [](bool wanted, bool waits) {
    return kiosk::panel_editor(wanted, waits, std::nullopt).trouble.has_value();
  };
  CHECK(state(false, false) == State::off);
  CHECK_FALSE(fails(false, false));
  CHECK(state(true, true) == State::starting);
  CHECK_FALSE(fails(true, true));
  CHECK(state(true, false) == State::off);  // for too long
  CHECK(fails(true, false));
  CHECK(state(false, true) == State::off);  // it took the wish away, and never ran
  CHECK(fails(false, true));
  std::vector<std::string> all;
  for (const char* why : {desk::kNoAddress, desk::kNoManager, desk::kNoDevice, desk::kNoLink}) {
    desk::EditorNow now;
    now.trouble = why;
    const ui::DeskView::Editor editor = kiosk::panel_editor(true, false, now);
    REQUIRE(editor.trouble);
    CHECK(editor.url.empty());
    CHECK(std::ranges::find(all, editor.trouble->what) == all.end());
    all.push_back(editor.trouble->what);
  }
}
