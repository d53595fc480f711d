// The frame loop on a virtual clock: when it draws, and above all when it does not.
#include "kiosk/frame_loop.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "support/lobby.h"

using namespace hub;
using base::Seconds;

namespace {

struct Happening {
  double at_s;
  base::Input input;
};

// Waits by moving the clock: to the next happening or to the end of the timeout.
class Script : public kiosk::Display {
 public:
  explicit Script(base::VirtualClock& clock) : clock_(clock) {}

  ui::Point size_px() const override { return size; }
  double refresh_hz() const override { return hz; }
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
  void show_frame() override {
    ++shown;
    clock_.advance(Seconds(show_s));
  }
  void set_lit(bool on) override { lit.push_back({Seconds(clock_.now().time_since_epoch()).count(), on}); }

  static base::Input close() {
    base::Input input;
    input.close_asked = true;
    return input;
  }

  ui::Point size{1920, 1080};
  double hz = 60;
  double show_s = 0;  // so long takes a frame
  std::vector<Happening> happenings;
  int shown = 0;
  std::vector<std::pair<double, bool>> lit;
  bool slept_for_good = false;

 private:
  base::VirtualClock& clock_;
};

struct Loop {
  base::VirtualClock clock{base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}}};
  Script display{clock};
  ui::Outcome outcome;  // of every frame
  std::vector<ui::PrimaryPointer> fingers;
  std::vector<ui::Screen> screens;
  std::vector<bool> closed;
  std::shared_ptr<const ui::SetupNotice> notice;
  std::vector<bool> noticed;
  std::shared_ptr<const content::Snapshot> snapshot;
  std::unique_ptr<render::ScreenContext> screen_context = render::ScreenContext::open().value();

  kiosk::FrameLoop make() {
    const auto draw = [this](render::HubScreens&, const ui::FrameContext& frame_context, ui::UiState& state,
                             const ui::PrimaryPointer& finger, base::Instant) {
      fingers.push_back(finger);
      screens.push_back(frame_context.screen);
      closed.push_back(frame_context.closed);
      noticed.push_back(frame_context.notice != nullptr);
      state.dark = frame_context.closed;
      return outcome;
    };
    ui::FrameContext frame_context;
    frame_context.screen = {1920, 1080};
    frame_context.notice = notice;
    return {display,       clock,
            draw,          std::make_unique<render::HubScreens>(*screen_context, snapshot, "izumi"),
            frame_context, ui::fresh_state("izumi", clock.now())};
  }
  static base::Input contact(base::ContactEvent::Kind kind, float x, float y) {
    base::Input input;
    input.contacts.push_back({kind, 1, x, y, {}});
    return input;
  }
};

void run(kiosk::FrameLoop& loop) {
  while (loop.turn()) {
  }
}

}  // namespace

TEST_CASE_FIXTURE(Loop, "what moves is drawn as often as the screen shows it, and no oftener") {
  outcome.next_wake = Seconds(0);
  display.happenings = {{10, Script::close()}};
  SUBCASE("at 60 Hz") {}
  SUBCASE("at 75 Hz") { display.hz = 75; }
  SUBCASE("where a frame takes most of the time there is") { display.show_s = 0.016; }
  kiosk::FrameLoop loop = make();
  run(loop);
  CHECK(display.shown >= 10 * display.hz);
  CHECK(display.shown <= 10 * display.hz / 0.99 + 1);
}

TEST_CASE_FIXTURE(Loop, "what takes longer than the screen has is drawn as often as it can be") {
  outcome.next_wake = Seconds(0);
  display.show_s = 0.05;
  display.happenings = {{10, Script::close()}};
  kiosk::FrameLoop loop = make();
  run(loop);
  CHECK(display.shown == 200);
}

TEST_CASE_FIXTURE(Loop, "a display without a size costs no turns, and what is touched meanwhile presses nothing") {
  outcome.next_wake = Seconds(0);  // something moves all the time
  display.size = {0, 0};
  kiosk::FrameLoop loop = make();
  using Kind = base::ContactEvent::Kind;
  display.happenings = {{10, contact(Kind::begin, 100, 100)}, {11, contact(Kind::end, 100, 100)}, {60, {}}};
  int turns = 0;
  for (; turns < 100 && !display.happenings.empty(); ++turns) REQUIRE(loop.turn());
  CHECK(turns == 3);
  CHECK(loop.frames() == 0);
  display.size = {1280, 720};
  display.happenings = {{61, {}}, {61.1, {}}, {61.2, {}}};
  while (!display.happenings.empty()) REQUIRE(loop.turn());
  CHECK(loop.frames() >= 2);
  REQUIRE_FALSE(screens.empty());
  CHECK(screens.front().width_px == 1280);
  for (const ui::PrimaryPointer& finger : fingers) CHECK(finger.phase == ui::PrimaryPointer::Phase::up);
}

TEST_CASE_FIXTURE(Loop, "a frame that looks as the one before is not shown, nor counted") {
  outcome.next_wake = Seconds(0);
  display.happenings = {{1, Script::close()}};
  kiosk::FrameLoop loop = make();
  REQUIRE(loop.turn());
  outcome.changed = false;
  run(loop);
  CHECK(fingers.size() > 50);
  CHECK(display.shown == 1);
  CHECK(loop.frames() == 1);
}

TEST_CASE_FIXTURE(Loop, "what a touch does is shown before content is taken") {
  kiosk::FrameLoop loop = make();
  std::vector<int> shown_before;
  loop.take_content_from([&] {
    shown_before.push_back(display.shown);
    return nullptr;
  });
  display.happenings = {{1, {}}, {2, contact(base::ContactEvent::Kind::begin, 5, 5)}, {3, Script::close()}};
  run(loop);
  CHECK(shown_before == std::vector<int>{0, 1, 2});
}

TEST_CASE_FIXTURE(Loop, "an idle page draws its first frame and then none") {
  kiosk::FrameLoop loop = make();
  display.happenings = {{30, Script::close()}};
  run(loop);
  CHECK(loop.frames() == 1);
  CHECK(display.shown == 1);
  CHECK_FALSE(display.slept_for_good);
}

TEST_CASE_FIXTURE(Loop, "with nothing to wait for it sleeps without a timeout") {
  kiosk::FrameLoop loop = make();
  run(loop);
  CHECK(display.slept_for_good);
  CHECK(loop.frames() == 1);
}

TEST_CASE_FIXTURE(Loop, "a notice shows until it was touched, in the frames of the touch as well") {
  using Kind = base::ContactEvent::Kind;
  notice = std::make_shared<const ui::SetupNotice>();
  snapshot = tests::shipped_content();
  kiosk::FrameLoop loop = make();
  display.happenings = {{1, contact(Kind::begin, 5, 6)}, {1.1, contact(Kind::end, 5, 6)}, {90, Script::close()}};
  run(loop);
  // Its first frame, the finger down, the finger up.
  REQUIRE(noticed.size() == 4);
  CHECK((noticed[0] && noticed[1] && noticed[2]));
  CHECK_FALSE(noticed[3]);
  CHECK(fingers[2].phase == ui::PrimaryPointer::Phase::tapped);
  CHECK(fingers[3].phase == ui::PrimaryPointer::Phase::up);
}

TEST_CASE_FIXTURE(Loop, "a notice that nobody touches gives way to the content, and stays where there is none") {
  notice = std::make_shared<const ui::SetupNotice>();
  SUBCASE("with content") { snapshot = tests::shipped_content(); }
  SUBCASE("without any") {}
  kiosk::FrameLoop loop = make();
  display.happenings = {{299, {}}, {1000, Script::close()}};
  run(loop);
  CHECK(noticed == (snapshot ? std::vector<bool>{true, false} : std::vector<bool>{true}));
}

TEST_CASE_FIXTURE(Loop, "what changes by itself is drawn when it changes") {
  outcome.next_wake = Seconds(10);
  kiosk::FrameLoop loop = make();
  display.happenings = {{35, Script::close()}};
  run(loop);
  CHECK(loop.frames() == 4);  // at 0, 10, 20 and 30 s
}

TEST_CASE_FIXTURE(Loop, "a wake-up without anything new draws nothing") {
  kiosk::FrameLoop loop = make();
  display.happenings = {{1, {}}, {2, {}}, {3, Script::close()}};
  run(loop);
  CHECK(loop.frames() == 1);
}

TEST_CASE_FIXTURE(Loop, "a tap shorter than a frame is two frames: down and up") {
  kiosk::FrameLoop loop = make();
  base::Input tap = contact(base::ContactEvent::Kind::begin, 5, 6);
  tap.contacts.push_back(contact(base::ContactEvent::Kind::end, 5, 6).contacts.front());
  display.happenings = {{1, tap}, {2, Script::close()}};
  run(loop);
  REQUIRE(fingers.size() == 3);
  CHECK(fingers[1].phase == ui::PrimaryPointer::Phase::pressing);
  CHECK(fingers[2].phase == ui::PrimaryPointer::Phase::tapped);
}

TEST_CASE_FIXTURE(Loop, "a contact is drawn in the very next frame, and once") {
  kiosk::FrameLoop loop = make();
  REQUIRE(loop.turn());
  display.happenings = {{1, contact(base::ContactEvent::Kind::begin, 5, 6)}, {4.9, {}}, {9, Script::close()}};
  REQUIRE(loop.turn());
  CHECK(loop.frames() == 2);
  CHECK(Seconds(clock.now().time_since_epoch()).count() == doctest::Approx(1));
  REQUIRE(loop.turn());
  CHECK(loop.frames() == 2);
  run(loop);
  CHECK(loop.frames() == 3);  // it rested there for five seconds, and gives way
  CHECK(fingers.back().phase == ui::PrimaryPointer::Phase::let_go);
}

TEST_CASE_FIXTURE(Loop, "a screen that turns is drawn in its new size") {
  kiosk::FrameLoop loop = make();
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
  kiosk::FrameLoop loop = make();
  display.happenings = {{1, {}}, {2, Script::close()}};
  for (int i = 0; i < 5 && loop.turn(); ++i) {
  }
  CHECK(loop.frames() == 0);
}

namespace {

// Saturday, 2026-11-21, noon: the hub closes at five and opens on Monday at nine.
struct Hours : Loop {
  Hours() {
    snapshot = tests::shipped_content();
    hours.week.fill({{std::chrono::hours(9), std::chrono::hours(17)}});
    hours.week[0].clear();
  }
  static double hour(double hours_since_noon) { return hours_since_noon * 3600; }

  content::Hours hours;
};

}  // namespace

TEST_CASE_FIXTURE(Hours, "the screen goes out when the hub closes and on when it opens, with a frame each") {
  kiosk::FrameLoop loop = make();
  loop.keep_hours(hours);
  display.happenings = {{hour(50), Script::close()}};
  run(loop);
  CHECK(closed == std::vector<bool>{false, true, false});
  using Lit = std::vector<std::pair<double, bool>>;
  CHECK(display.lit == Lit{{hour(5), false}, {hour(45), true}});
}

TEST_CASE_FIXTURE(Hours, "a clock that jumps is followed at the next turn") {
  kiosk::FrameLoop loop = make();
  loop.keep_hours(hours);
  REQUIRE(loop.turn());
  CHECK_FALSE(closed.back());
  clock.set_local(clock.local() + std::chrono::hours(6));  // 18:00
  display.happenings = {{60, {}}, {hour(39), {}}, {hour(40), Script::close()}};
  REQUIRE(loop.turn());
  CHECK(closed.back());
  CHECK(loop.frame_context().today == tests::kToday);
  run(loop);
  CHECK(display.lit.back() == std::pair(hour(39), true));
}

TEST_CASE_FIXTURE(Hours, "a clock that nobody vouches for darkens nothing, which is told once, and so is its end") {
  kiosk::ClockTrust::Seen seen;
  int looks = 0;
  kiosk::ClockTrust trust(clock, [&] {
    ++looks;
    return seen;
  });
  kiosk::FrameLoop loop = make();
  loop.keep_hours(hours, &trust);
  std::vector<base::ClockSource> told;
  loop.tell_clock_to([&](base::ClockSource source) { told.push_back(source); });
  display.happenings = {{hour(4.9), Script::close()}};
  run(loop);
  CHECK(looks == 1);  // nothing depends on it before the hub closes
  CHECK(told.empty());
  display.happenings = {{hour(6), Script::close()}};
  run(loop);
  CHECK(closed == std::vector<bool>{false});
  CHECK(display.lit.empty());
  CHECK(told == std::vector<base::ClockSource>{base::ClockSource::none});
  CHECK(looks <= 62);
  seen.source = base::ClockSource::synchronised;
  display.happenings = {{hour(6.5), Script::close()}};
  run(loop);
  CHECK(closed == std::vector<bool>{false, true});
  CHECK(told.back() == base::ClockSource::synchronised);
  seen.source = base::ClockSource::none;
  display.happenings = {{hour(50), Script::close()}};
  run(loop);
  CHECK(closed == std::vector<bool>{false, true, false});
  CHECK(told.size() == 2);
}

TEST_CASE_FIXTURE(Hours, "a clock in doubt keeps nobody awake while the hub is open") {
  kiosk::ClockTrust trust(clock, [] { return kiosk::ClockTrust::Seen{}; });
  kiosk::FrameLoop loop = make();
  loop.keep_hours(hours, &trust);
  display.happenings = {{hour(6), {}}};
  while (!display.happenings.empty()) REQUIRE(loop.turn());
  clock.set_local(clock.local() + std::chrono::hours(39));  // Monday, 9:00
  display.happenings = {{hour(7), {}}};
  int turns = 0;
  while (turns < 200 && !display.happenings.empty()) turns += loop.turn() ? 1 : 0;
  CHECK(turns < 5);
}

TEST_CASE_FIXTURE(Loop, "a spot that taps by itself is told, and known again for the same screen") {
  using Kind = base::ContactEvent::Kind;
  std::vector<ui::Point> asked;
  kiosk::FrameLoop loop = make();
  loop.know_phantoms_from([&](ui::Point size) -> std::vector<ui::PhantomSpot> {
    asked.push_back(size);
    if (size == ui::Point{1280, 720}) return {{{50, 60}, 5, {}}};
    return {};
  });
  std::vector<ui::PhantomNews> told;
  loop.tell_phantoms_to([&](const ui::PhantomNews& news) { told.push_back(news); });
  const auto at = [](Kind kind, double at_s) {
    base::Input input = contact(kind, 300, 400);
    input.contacts[0].time = base::Instant(base::nanoseconds_of(Seconds(at_s)));
    return Happening{at_s, input};
  };
  for (int tap = 1; tap <= 6; ++tap) {
    display.happenings.push_back(at(Kind::begin, 10 * tap));
    display.happenings.push_back(at(Kind::end, 10 * tap + 0.004));
  }
  while (!display.happenings.empty()) REQUIRE(loop.turn());
  REQUIRE(told.size() == 1);
  CHECK(told[0].learnt);
  CHECK(loop.phantoms().size() == 1);
  CHECK(loop.phantoms()[0].at == ui::Point{300, 400});
  const std::size_t frames = loop.frames();
  display.happenings = {at(Kind::begin, 80), at(Kind::end, 80.004)};
  while (!display.happenings.empty()) REQUIRE(loop.turn());
  CHECK(loop.frames() == frames);  // it costs no frame either
  display.size = {1280, 720};
  display.happenings = {{90, {}}};
  while (!display.happenings.empty()) REQUIRE(loop.turn());
  CHECK(asked == std::vector<ui::Point>{{1920, 1080}, {1280, 720}});
  REQUIRE(loop.phantoms().size() == 1);
  CHECK(loop.phantoms()[0].at == ui::Point{50, 60});
}

TEST_CASE_FIXTURE(Hours, "a clock that is years behind darkens nothing, nor does a missing content") {
  hours.week = {};
  clock.set_local(std::chrono::local_days(std::chrono::year{2019} / 1 / 1));
  kiosk::FrameLoop behind = make();
  behind.keep_hours(hours);
  display.happenings = {{hour(1), {}}, {hour(30), Script::close()}};
  run(behind);
  CHECK(closed == std::vector<bool>{false});
  clock.set_local(std::chrono::local_days(tests::kToday));
  closed.clear();
  snapshot = nullptr;
  kiosk::FrameLoop empty = make();
  empty.keep_hours(hours);
  display.happenings = {{hour(40), {}}, {hour(60), Script::close()}};
  run(empty);
  CHECK(closed == std::vector<bool>{false});
}

TEST_CASE_FIXTURE(Loop,
                  "the heartbeat is given after the first frame and then as often as it should, without a frame") {
  kiosk::FrameLoop loop = make();
  std::vector<double> beats;
  loop.set_heartbeat({Seconds(2.5), [&](const ui::FrameContext&, const ui::UiState&) {
                        beats.push_back(Seconds(clock.now().time_since_epoch()).count());
                      }});
  display.happenings = {{3, {}}, {9, Script::close()}};
  run(loop);
  CHECK(beats == std::vector<double>{0, 2.5, 5, 7.5});
  CHECK(loop.frames() == 1);
}

TEST_CASE_FIXTURE(Loop, "without a rate the heartbeat is given once, and not before there was a frame") {
  kiosk::FrameLoop loop = make();
  int beats = 0;
  loop.set_heartbeat({std::nullopt, [&](const ui::FrameContext&, const ui::UiState&) { ++beats; }});
  display.size = {0, 0};
  display.happenings = {{1, {}}, {2, {}}, {3, {}}, {4, Script::close()}};
  REQUIRE(loop.turn());
  CHECK(beats == 0);
  display.size = {1920, 1080};
  run(loop);
  CHECK(beats == 1);
  CHECK(loop.frames() == 1);
}

TEST_CASE_FIXTURE(Loop, "other content is swapped in whole; of another hub it shows as a new visitor should find it") {
  std::vector<std::string> hubs;
  std::vector<int> text_steps;
  const auto draw = [&](render::HubScreens& drawn, const ui::FrameContext& frame_context, ui::UiState& state,
                        const ui::PrimaryPointer&, base::Instant) {
    CHECK(drawn.snapshot() == frame_context.snapshot);
    CHECK(drawn.hub() == state.hub);
    CHECK(frame_context.staff == nullptr);
    hubs.push_back(state.hub);
    text_steps.push_back(state.text_step);
    state.text_step = 3;
    return ui::Outcome{};
  };
  const auto screens_of = [&](const char* hub, bool content) {
    auto of = content ? std::make_shared<const content::Snapshot>() : nullptr;
    return std::make_unique<render::HubScreens>(*screen_context, std::move(of), hub);
  };
  kiosk::FrameLoop loop(display, clock, draw, screens_of("", false), {}, ui::fresh_state("", clock.now()));
  std::unique_ptr<render::HubScreens> next;
  loop.take_content_from([&] { return std::move(next); });
  display.happenings = {{1, {}}, {2, {}}, {3, {}}, {4, Script::close()}};
  REQUIRE(loop.turn());
  next = screens_of("izumi", true);
  const content::Snapshot* const first = next->snapshot().get();
  REQUIRE(loop.turn());
  CHECK(loop.frame_context().snapshot.get() == first);
  next = screens_of("izumi", true);
  REQUIRE(loop.turn());
  CHECK(loop.frame_context().snapshot.get() != first);
  run(loop);
  CHECK(hubs == std::vector<std::string>{"", "izumi", "izumi"});  // nothing new, no frame
  CHECK(text_steps == std::vector<int>{1, 1, 3});                 // who reads it goes on reading
}
