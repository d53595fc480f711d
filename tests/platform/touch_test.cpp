#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <random>
#include <vector>

#include "platform/touch_connection.h"
#include "platform/window.h"
#include "settle.h"
#include "stage.h"
#include "support/needs.h"
#include "support/slow.h"
#include "support/touch_screen.h"
#include "x_client.h"

using hub::base::ContactEvent;
using hub::base::Input;
using hub::base::Seconds;
using hub::platform::Window;
using hub::tests::settle;
using hub::tests::TouchScreen;
using Kind = ContactEvent::Kind;
using Contacts = std::vector<ContactEvent>;
using Point = TouchScreen::Point;

namespace {

constexpr int kWidth_px = 800;
constexpr int kHeight_px = 480;
const hub::base::SystemClock kClock;

Window open_window(int rotate_deg = 0) {
  Window window = Window::create({"hub-kiosk", 0, 0, rotate_deg}, kClock).value();
  settle(window);
  return window;
}

bool near(const ContactEvent& event, Point at) {
  return std::abs(event.x_px - at.x_px) < 1 && std::abs(event.y_px - at.y_px) < 1;
}

// Of each contact a begin, then moves, then one end or cancel; and times that never go back.
struct Tally {
  int begins = 0;
  int ends = 0;
  int out_of_turn = 0;
  int of_mouse = 0;
  std::map<int, bool> down;

  explicit Tally(const Contacts& contacts) {
    hub::base::Instant latest{};
    for (const ContactEvent& event : contacts) {
      const bool begins_now = event.kind == Kind::begin;
      const bool ends_now = event.kind == Kind::end || event.kind == Kind::cancel;
      begins += begins_now ? 1 : 0;
      ends += ends_now ? 1 : 0;
      of_mouse += event.id == 0 ? 1 : 0;
      if (down[event.id] == begins_now || event.time < latest) ++out_of_turn;
      down[event.id] = !ends_now;
      latest = event.time;
    }
  }

  int open() const {
    int count = 0;
    for (const auto& [id, is_down] : down) count += is_down ? 1 : 0;
    return count;
  }
};

// A touch screen; each case opens a window on it.
struct Fingers {
  TouchScreen screen{kWidth_px, kHeight_px};
};

}  // namespace

TEST_SUITE_BEGIN("touch");

TEST_CASE_FIXTURE(Fingers, "a window without a size covers the screen" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  const Window window = open_window();
  CHECK(window.width_px() == kWidth_px);
  CHECK(window.height_px() == kHeight_px);
}

TEST_CASE_FIXTURE(Fingers, "one finger is a begin, moves and an end where it is, and nothing of the mouse" *
                               hub::tests::slow()) {
  HUB_NEEDS(screen);
  Window window = open_window();
  const auto before = kClock.now();
  screen.drag({100.25, 50.5}, {300.25, 90.5}, 4);
  const Contacts contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 6);
  CHECK(contacts.front().kind == Kind::begin);
  CHECK(near(contacts.front(), {100.25, 50.5}));
  CHECK(std::abs(contacts.front().x_px - 100.25) < 0.1);  // finer than pixels
  for (int step = 1; step <= 4; ++step) {
    const ContactEvent& move = contacts.at(static_cast<std::size_t>(step));
    CHECK(move.kind == Kind::move);
    CHECK(near(move, {100.25 + 50 * step, 50.5 + 10 * step}));
  }
  CHECK(contacts.back().kind == Kind::end);
  CHECK(near(contacts.back(), {300.25, 90.5}));
  for (const ContactEvent& event : contacts) {
    CHECK(event.id == 1);
    CHECK(event.size_px == 0);                                  // this device does not say
    CHECK(event.time > before - std::chrono::milliseconds(2));  // the server counts whole milliseconds
    CHECK(event.time <= kClock.now());
  }
}

TEST_CASE_FIXTURE(Fingers, "every corner of the screen can be touched" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  Window window = open_window();
  const std::vector<Point> corners = {{0, 0}, {kWidth_px - 0.5, 0}, {0, kHeight_px - 0.5}, {799.5, 479.5}};
  for (const Point& corner : corners) screen.tap(corner);
  const Contacts contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 2 * corners.size());
  for (std::size_t i = 0; i < contacts.size(); ++i) CHECK(near(contacts[i], corners[i / 2]));
}

TEST_CASE_FIXTURE(Fingers, "three fingers keep their numbers" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  Window window = open_window();
  const auto at = [](int finger, int step) { return Point{100.0 + 200 * finger + 5 * step, 100.0 + 20 * step}; };
  for (const int finger : {0, 1, 2}) screen.down(finger, at(finger, 0));
  for (int step = 1; step <= 5; ++step) {
    for (const int finger : {2, 0, 1}) screen.move(finger, at(finger, step));
  }
  for (const int finger : {1, 2, 0}) screen.up(finger, at(finger, 5));
  screen.sync();
  const Contacts contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 3 + 15 + 3);
  std::map<int, int> seen;  // events of each
  for (const ContactEvent& event : contacts) {
    REQUIRE(event.id >= 1);
    REQUIRE(event.id <= 3);
    CHECK(near(event, at(event.id - 1, std::min(seen[event.id]++, 5))));
  }
  CHECK(contacts[18].id == 2);  // in the order they go up
  CHECK(contacts[19].id == 3);
  CHECK(contacts[20].id == 1);
  CHECK(Tally(contacts).out_of_turn == 0);
}

TEST_CASE_FIXTURE(Fingers, "a number is used again when its finger has gone" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  Window window = open_window();
  screen.down(7, {10, 10});
  screen.down(8, {20, 20});
  screen.up(7, {10, 10});
  screen.down(9, {30, 30});
  screen.up(8, {20, 20});
  screen.up(9, {30, 30});
  screen.sync();
  const Contacts contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 6);
  CHECK(contacts[0].id == 1);
  CHECK(contacts[1].id == 2);
  CHECK(contacts[3].id == 1);
  CHECK(contacts[5].id == 1);
}

TEST_CASE_FIXTURE(Fingers, "ten fingers of a monkey: what begins ends, once" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  Window window = open_window();
  std::mt19937 random(1);
  const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
  Contacts all;
  const auto gather = [&](const Input& input) { all.insert(all.end(), input.contacts.begin(), input.contacts.end()); };
  std::map<int, bool> down;
  int begun = 0;
  for (int event = 0; event < 2000; ++event) {
    const int finger = below(10);
    const Point at{below(kWidth_px * 4) / 4.0, below(kHeight_px * 4) / 4.0};
    if (!down[finger]) {
      screen.down(finger, at);
      ++begun;
    } else if (below(4) != 0) {
      screen.move(finger, at);
      continue;
    } else {
      screen.up(finger, at);
    }
    down[finger] = !down[finger];
    if (event % 64 == 0) {
      screen.sync();
      gather(window.wait(Seconds(0)));
    }
  }
  for (const auto& [finger, is_down] : down) {
    if (is_down) screen.up(finger, {});
  }
  screen.sync();
  gather(settle(window));
  const Tally tally(all);
  CHECK(tally.begins == begun);
  CHECK(tally.ends == begun);
  CHECK(tally.out_of_turn == 0);
  CHECK(tally.open() == 0);
  CHECK(tally.of_mouse == 0);
  for (const auto& [id, is_down] : tally.down) CHECK(id <= 10);
}

TEST_CASE_FIXTURE(Fingers, "a device that goes away leaves no finger behind" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  Window window = open_window();
  screen.down(0, {10, 10});
  screen.down(1, {20, 20});
  screen.sync();
  CHECK(Tally(settle(window).contacts).open() == 2);
  screen.unplug_touches();
  const Contacts contacts = settle(window).contacts;
  CHECK(contacts.size() == 2);
  CHECK(Tally(contacts).ends == 2);
}

TEST_CASE_FIXTURE(Fingers,
                  "a window that is hidden cancels, and what its fingers still do is nothing" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  Window window = open_window();
  screen.down(0, {10, 10});
  screen.down(1, {20, 20});
  screen.sync();
  settle(window);
  hub::tests::unmap("hub-kiosk");
  screen.move(0, {50, 50});
  screen.up(0, {50, 50});
  screen.up(1, {20, 20});
  screen.sync();
  const Contacts contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 2);
  CHECK(contacts[0].kind == Kind::cancel);
  CHECK(contacts[0].x_px == 10);
  CHECK(contacts[1].kind == Kind::cancel);
}

TEST_CASE_FIXTURE(Fingers, "a window that loses the focus cancels" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  Window window = open_window();
  screen.down(0, {10, 10});
  screen.sync();
  settle(window);
  hub::tests::take_focus();
  screen.up(0, {10, 10});
  screen.sync();
  const Contacts contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 1);
  CHECK(contacts[0].kind == Kind::cancel);
  screen.tap({20, 20});  // fingers need no focus
  CHECK(settle(window).contacts.size() == 2);
}

TEST_CASE_FIXTURE(Fingers, "an output that goes off and on again ends nothing" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  Window window = open_window();
  screen.switch_output(false);
  settle(window);
  screen.switch_output(true);
  settle(window);
  screen.tap({400, 200});
  const Contacts contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 2);
  CHECK(near(contacts[0], {400, 200}));
}

TEST_CASE("on a turned screen fingers are where the picture is" * hub::tests::slow()) {
  TouchScreen screen(kWidth_px, kHeight_px);
  HUB_NEEDS(screen);
  constexpr Point kAt{100, 30};
  const std::map<int, Point> expected = {{90, {30, 799 - 100}}, {180, {799 - 100, 479 - 30}}, {270, {479 - 30, 100}}};
  for (const auto& turned : expected) {
    const int deg = turned.first;
    const Point at = turned.second;
    CAPTURE(deg);
    Window window = open_window(deg);
    CHECK(window.width_px() == (deg == 180 ? kWidth_px : kHeight_px));
    CHECK(window.height_px() == (deg == 180 ? kHeight_px : kWidth_px));
    screen.tap(kAt);
    const Contacts contacts = settle(window).contacts;
    REQUIRE(contacts.size() == 2);
    CHECK(near(contacts[0], at));
    CHECK(near(contacts[1], at));
  }
}

TEST_CASE("the screen shows the picture, turned" * hub::tests::slow()) {
  TouchScreen screen(160, 128);
  HUB_NEEDS(screen);
  Window window = open_window(90);
  const auto frames = hub::platform::Frames::create(1, 64, 90).value();
  frames->begin(window.width_px(), window.height_px(), kClock.now());
  hub::tests::fill(*ImGui::GetBackgroundDrawList(), 0, 0, 128, 160, IM_COL32(255, 248, 236, 255));
  hub::tests::fill(*ImGui::GetBackgroundDrawList(), 0, 0, 10, 20, IM_COL32(1, 2, 3, 255));
  frames->end();
  window.show_frame();
  const hub::platform::Picture seen = screen.grab();
  REQUIRE(seen.width_px == 160);
  REQUIRE(seen.height_px == 128);
  CHECK(hub::tests::pixel(seen, 0, 0) == 0xFFF8ECU);
  CHECK(hub::tests::pixel(seen, 159, 0) == 0x010203U);
  CHECK(hub::tests::pixel(seen, 140, 9) == 0x010203U);
  CHECK(hub::tests::pixel(seen, 139, 9) == 0xFFF8ECU);
  CHECK(hub::tests::pixel(seen, 140, 10) == 0xFFF8ECU);
}

TEST_CASE("a window smaller than the screen hides the pointer from the first touch on" * hub::tests::slow()) {
  TouchScreen screen(kWidth_px, kHeight_px);
  HUB_NEEDS(screen);
  Window window = Window::create({"hub-kiosk", 400, 300}, kClock).value();
  settle(window);
  screen.tap({700, 400});  // beside it
  CHECK(settle(window).contacts.empty());
  screen.tap({50, 60});
  CHECK(settle(window).contacts.size() == 2);
  CHECK(!hub::tests::pointer_shows());
}

TEST_CASE("touches that another client has are left to it" * hub::tests::slow()) {
  TouchScreen screen(kWidth_px, kHeight_px);
  HUB_NEEDS(screen);
  using hub::platform::TouchConnection;
  CHECK(!TouchConnection::open(":none", 1));
  CHECK(!TouchConnection::open(screen.display(), 1));  // no window
  Window window = open_window();
  CHECK(!TouchConnection::open(screen.display(), hub::tests::window_id("hub-kiosk")));
  screen.tap({40, 30});
  CHECK(settle(window).contacts.size() == 2);
}

TEST_CASE("a size in a device's units is one across the screen") {
  using hub::platform::screen_units;
  CHECK(screen_units(100, 0, 3999, 1920) == 48);
  CHECK(screen_units(100, 1000, 4999, 1920) == 48);
  CHECK(screen_units(0, 0, 3999, 1920) == 0);
  CHECK(screen_units(-5, 0, 3999, 1920) == 0);
  CHECK(screen_units(100, 0, 0, 1920) == 0);  // an axis that makes no sense
  CHECK(screen_units(100, 0, -1, 1920) == 0);
}

TEST_SUITE_END();
