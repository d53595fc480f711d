// What the panel shows of a desk, as plain data.
#include "kiosk/panel_view.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace hub;

TEST_CASE("a version shows from its day on, and what was there before any desk from no day") {
  desk::PublishedVersion version;
  version.number = 2;
  version.at = "2026-11-27T15:03";
  CHECK(kiosk::panel_version(version).since == std::chrono::year(2026) / 11 / 27);
  version.at = "";
  CHECK_FALSE(kiosk::panel_version(version).since);
}
