// The frame loop on a virtual clock: when it draws, and above all when it does not.
#include "cli/frame_loop.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace hub;
using base::Seconds;

namespace {

struct Happening {
  double at_s;
  base::Input input;
};

// Waits by moving the clock: to the next happening or to the end of the timeout.
class Script : public cli::Display {
 public:
  explicit Script(base::VirtualClock& clock) : clock_(clock) {}

  ui::Point size_px() const override { return size; }
  base::Input wait(std::optional<Seconds> timeout) override {
    const double now_s = Seconds(clock_.now().time_since_epoch()).count();
    const double until_s = timeout ? now_s + timeout->count() : 1e9;
    if (!happenings.empty() && happenings.front().at_s <= until_s) {
      clock_.advance(Seconds(std::max(0.0, happenings.front().at_s - now_s)));
      base::Input input = happenings.front().input;
      happenings.erase(happenings.begin());
      return input;
    }
    if (!timeout) {
      slept_for_good = true;
      return close();
    }
    clock_.advance(*timeout);
    return {};
  }
  void show_frame() override { ++shown; }

  static base::Input close() {
    base::Input input;
    input.close_asked = true;
    return input;
  }

  ui::Point size{1920, 1080};
  std::vector<Happening> happenings;
  int shown = 0;
  bool slept_for_good = false;

 private:
  base::VirtualClock& clock_;
};

struct Loop {
  base::VirtualClock clock{base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}}};
  Script display{clock};
  ui::Outcome outcome;  // of every frame
  std::vector<ui::Finger> fingers;
  std::vector<ui::Screen> screens;

  cli::FrameLoop make() {
    const auto draw = [this](const ui::World& world, ui::UiState&, const ui::Finger& finger, base::Instant) {
      fingers.push_back(finger);
      screens.push_back(world.screen);
      return outcome;
    };
    ui::World world;
    world.screen = {1920, 1080};
    return {display, clock, draw, world, ui::fresh_state("izumi", clock.now())};
  }
  static base::Input contact(base::ContactEvent::Kind kind, float x, float y) {
    base::Input input;
    input.contacts.push_back({kind, 1, x, y, {}});
    return input;
  }
};

void run(cli::FrameLoop& loop) {
  while (loop.turn()) {
  }
}

}  // namespace

TEST_CASE_FIXTURE(Loop, "an idle page draws its first frame and then none") {
  cli::FrameLoop loop = make();
  display.happenings = {{30, Script::close()}};
  run(loop);
  CHECK(loop.frames() == 1);
  CHECK(display.shown == 1);
  CHECK_FALSE(display.slept_for_good);
}

TEST_CASE_FIXTURE(Loop, "with nothing to wait for it sleeps without a timeout") {
  cli::FrameLoop loop = make();
  run(loop);
  CHECK(display.slept_for_good);
  CHECK(loop.frames() == 1);
}

TEST_CASE_FIXTURE(Loop, "what changes by itself is drawn when it changes") {
  outcome.next_wake = Seconds(10);
  cli::FrameLoop loop = make();
  display.happenings = {{35, Script::close()}};
  run(loop);
  CHECK(loop.frames() == 4);  // at 0, 10, 20 and 30 s
}

TEST_CASE_FIXTURE(Loop, "a wake-up without anything new draws nothing") {
  cli::FrameLoop loop = make();
  display.happenings = {{1, {}}, {2, {}}, {3, Script::close()}};
  run(loop);
  CHECK(loop.frames() == 1);
}

TEST_CASE_FIXTURE(Loop, "a tap shorter than a frame is two frames: down and up") {
  cli::FrameLoop loop = make();
  base::Input tap = contact(base::ContactEvent::Kind::begin, 5, 6);
  tap.contacts.push_back(contact(base::ContactEvent::Kind::end, 5, 6).contacts.front());
  display.happenings = {{1, tap}, {2, Script::close()}};
  run(loop);
  REQUIRE(fingers.size() == 3);
  CHECK(fingers[1].phase == ui::Finger::Phase::pressing);
  CHECK(fingers[2].phase == ui::Finger::Phase::tapped);
}

TEST_CASE_FIXTURE(Loop, "a contact is drawn in the very next frame, and once") {
  cli::FrameLoop loop = make();
  REQUIRE(loop.turn());
  display.happenings = {{1, contact(base::ContactEvent::Kind::begin, 5, 6)}, {9, Script::close()}};
  REQUIRE(loop.turn());
  CHECK(loop.frames() == 2);
  CHECK(Seconds(clock.now().time_since_epoch()).count() == doctest::Approx(1));
  run(loop);
  CHECK(loop.frames() == 2);
}

TEST_CASE_FIXTURE(Loop, "frames keep a distance on a display that does not") {
  outcome.next_wake = Seconds(0);
  cli::FrameLoop loop = make();
  display.happenings = {{1, Script::close()}};
  run(loop);
  CHECK(loop.frames() <= 81);
  CHECK(loop.frames() >= 79);
}

TEST_CASE_FIXTURE(Loop, "a screen that turns is drawn in its new size") {
  cli::FrameLoop loop = make();
  REQUIRE(loop.turn());
  display.size = {1080, 1920};
  display.happenings = {{1, {}}, {2, Script::close()}};
  run(loop);
  REQUIRE(screens.size() == 2);
  CHECK(screens[1].width_px == 1080);
  CHECK(screens[1].height_px == 1920);
}

TEST_CASE_FIXTURE(Loop, "while the screen has no size nothing is drawn") {
  display.size = {0, 0};
  cli::FrameLoop loop = make();
  display.happenings = {{1, {}}, {2, Script::close()}};
  for (int i = 0; i < 5 && loop.turn(); ++i) {
  }
  CHECK(loop.frames() == 0);
}
