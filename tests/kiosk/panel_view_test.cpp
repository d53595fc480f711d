// What the panel shows of a desk, as plain data.
#include "kiosk/panel_view.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace hub;

TEST_CASE("what became of today's stick and packs is told in one place, trouble as trouble, and yesterday's not") {
  const auto today = std::chrono::sys_days(std::chrono::year(2026) / 11 / 27);
  const desk::StickNews stick{"2026-11-27T15:03", {"1"}, {{"受け取りました。", "Taken."}}, ""};
  const desk::PackNews shows{"1", "a.hubpack", desk::CameFrom::stick,  "2026-11-27T15:04", "shows",
                             7,   {"映しました。", ""}, {"戻せます。", ""}};
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
