// What the kiosk writes down of its own screen, for whoever looks after many.
#include "kiosk/shown_screen_writer.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "desk/store/shown_screen.h"
#include "support/disk_place.h"

using namespace hub;
using namespace std::chrono_literals;

namespace {

const base::FolderBytes kFirst{{"izumi/hub.json", "1"}}, kSecond{{"izumi/hub.json", "2"}};

struct Screen : tests::DiskPlace {
  // The writer's end waits for what was handed over.
  void shows(const std::string& hub, const base::FolderBytes& files) {
    kiosk::ShownScreenWriter(path, clock, [this](const base::Error&) { ++errors; }).shows(hub, files);
  }
  desk::ShownScreen written() const {
    const auto screen = desk::shown_screen(base::SystemCalls(), path);
    REQUIRE(screen);
    return *screen;
  }

  base::VirtualClock clock{std::chrono::year(2026) / 11 / 27};
  std::atomic<int> errors = 0;
};

}  // namespace

TEST_CASE_FIXTURE(Screen, "what shows is written with the moment since when, which another start does not change") {
  shows("izumi", kFirst);
  CHECK(written().hub == "izumi");
  CHECK(written().hash == desk::hash_of_hub("izumi", kFirst));
  CHECK(written().since == "2026-11-27T12:00");
  CHECK_FALSE(written().version.empty());
  clock.advance(base::Seconds(7200));
  shows("izumi", kFirst);
  CHECK(written().since == "2026-11-27T12:00");
  CHECK(written().at == "2026-11-27T14:00");
  shows("izumi", {});  // the copy of what showed before
  CHECK(written().hash == desk::hash_of_hub("izumi", kFirst));
  CHECK(written().since == "2026-11-27T12:00");
  shows("izumi", kSecond);
  CHECK(written().hash == desk::hash_of_hub("izumi", kSecond));
  CHECK(written().since == "2026-11-27T14:00");
  shows("", {});  // the built-in page
  CHECK(written().hub.empty());
  CHECK(written().hash.empty());
  CHECK(errors == 0);
}

TEST_CASE_FIXTURE(Screen, "a kiosk that runs says so again and again") {
  kiosk::ShownScreenWriter writer(
      path, clock, [this](const base::Error&) { ++errors; }, 5ms);
  const auto is_there = [&] { return desk::shown_screen(base::SystemCalls(), path).has_value(); };
  writer.shows("izumi", kFirst);
  for (int i = 0; i < 400 && !is_there(); ++i) std::this_thread::sleep_for(10ms);
  REQUIRE(is_there());
  std::filesystem::remove(*this / "screen.json");
  for (int i = 0; i < 400 && !is_there(); ++i) std::this_thread::sleep_for(10ms);
  CHECK(is_there());
}

TEST_CASE_FIXTURE(Screen, "where nothing can be written it is said once, and nothing without a state folder") {
  write("taken", "a file where the folder would be");
  {
    kiosk::ShownScreenWriter writer(*this / "taken", clock, [this](const base::Error&) { ++errors; });
    writer.shows("izumi", kFirst);
  }
  CHECK(errors == 1);
  kiosk::ShownScreenWriter("", clock, [this](const base::Error&) { ++errors; }).shows("izumi", kFirst);
  CHECK(errors == 1);
}

TEST_CASE("what a hub says has one hash, however it was read, and each change of it another") {
  const base::FolderBytes read{
      {"common/readings.json", "{}"}, {"izumi/hub.json", "1"}, {"izumi/reports/2026.json", "2"}};
  base::FolderBytes other = read;
  other["izumi/images/a.png"] = "x";
  other["konan/hub.json"] = "x";
  CHECK(desk::hash_of_hub("izumi", other) == desk::hash_of_hub("izumi", read));
  other["izumi/reports/2025.json"] = "x";
  CHECK(desk::hash_of_hub("izumi", other) != desk::hash_of_hub("izumi", read));
  CHECK(desk::hash_of_hub("izumi", {{"izumi/hub.json", "ab"}}) !=
        desk::hash_of_hub("izumi", {{"izumi/hub.json", "a"}}));
}
