// The whole kiosk on a real X server with a real touch device: fingers come in as a driver's, pixels go out to a
// screen.
#include "support/touch_screen.h"

#include <doctest/doctest.h>

#include <random>

#include "render/screenshot.h"
#include "support/disk_place.h"
#include "support/kiosk_program.h"
#include "support/lobby.h"
#include "support/needs.h"
#include "support/slow.h"

using namespace hub;
using platform::Picture;
using tests::TouchScreen;
using Point = TouchScreen::Point;
using tests::at_rest;
using tests::comes_true;
using tests::difference;

namespace {

constexpr ui::Point kSize_px{800, 480};
constexpr int kMonkeyEvents = 2000;

struct Visit : tests::Lobby {
  // What `route` looks like, drawn off screen.
  Picture expected(const std::string& route) {
    if (!renderer) renderer = render::ScreenshotRenderer::open(*screen_context).value();
    return renderer->draw(screens(snapshot, "izumi"), frame_context(kSize_px), state("izumi", route), base::Seconds(0));
  }
  bool shows(const std::string& route) {
    const Picture wanted = expected(route);
    if (!comes_true([&] { return difference(screen.grab(), wanted) < 0.001; })) return false;
    at_rest(screen);  // a touch would catch what still moves
    return true;
  }
  Point middle(const std::string& route, const std::string& box) {
    const ui::Rect r = tests::find_box(scene("izumi", route, kSize_px).page, box).rect;
    return {r.x + r.w / 2.0, r.y + r.h / 2.0};
  }

  TouchScreen screen{kSize_px.x, kSize_px.y};
  std::unique_ptr<render::ScreenshotRenderer> renderer;
};

// Ten fingers that come, move and go as they like, and are all gone at the end.
void let_a_monkey_at(TouchScreen& screen) {
  std::mt19937 random(7);
  const auto somewhere = [&] {
    const double x = static_cast<double>(random() % 800);
    return Point{x, static_cast<double>(random() % 480)};
  };
  bool down[10] = {};
  for (int i = 0; i < kMonkeyEvents; ++i) {
    const int finger = static_cast<int>(random() % 10);
    const Point at = somewhere();
    if (!down[finger]) {
      screen.down(finger, at);
    } else if (random() % 4 != 0) {
      screen.move(finger, at);
      continue;
    } else {
      screen.up(finger, at);
    }
    down[finger] = !down[finger];
    if (i % 64 == 0) screen.sync();
  }
  for (int finger = 0; finger < 10; ++finger) {
    if (down[finger]) screen.up(finger, {400, 240});
  }
  screen.sync();
}

}  // namespace

TEST_CASE_FIXTURE(Visit,
                  "on a real touch screen: a tap opens a door, a flick scrolls, ten fingers and a monkey do no harm" *
                      hub::tests::slow()) {
  HUB_NEEDS(screen);
  const tests::DiskPlace state;
  tests::KioskProgram kiosk(
      {"--hub", "izumi", "--content", std::string(HUB_SOURCE_DIR) + "/content", "--date", "2026-11-21"},
      state / "state");
  REQUIRE(shows("attract"));
  screen.tap({400, 200});
  REQUIRE(shows("home"));
  screen.tap(middle("home", "doors/services"));
  REQUIRE(shows("services"));

  const Picture top = at_rest(screen);
  screen.flick({400, 330}, {400, 130}, 10, 0.1);
  CHECK(difference(at_rest(screen), top) > 0.02);
  screen.flick({400, 100}, {400, 380}, 10, 0.1);
  CHECK(shows("services"));

  for (int finger = 0; finger < 10; ++finger) screen.down(finger, {40.0 + 75 * finger, 60.0 + 20 * finger});
  for (int finger = 0; finger < 10; ++finger) screen.move(finger, {40.0 + 75 * finger, 200.0});
  for (int finger = 0; finger < 10; ++finger) screen.up(finger, {40.0 + 75 * finger, 200.0});
  screen.sync();
  CHECK(shows("services"));  // a palm presses nothing

  let_a_monkey_at(screen);
  at_rest(screen);
  REQUIRE(kiosk.runs());
  // It still answers: ホーム is darker while a finger is on it.
  const ui::Rect home = tests::find_box(*scene("izumi", "services", kSize_px).dock, "home").rect;
  const int dock_px = scene("izumi", "services", kSize_px).dock->viewport.y;
  const Point at{home.x + home.w / 2.0, dock_px + home.y + home.h / 2.0};
  screen.tap(at);  // wakes it, if the monkey was that slow
  const Picture before = at_rest(screen);
  screen.down(0, at);
  screen.sync();
  CHECK(comes_true([&] { return difference(screen.grab(), before) > 0; }));
  screen.up(0, at);
  screen.sync();
  CHECK(kiosk.runs());
}
