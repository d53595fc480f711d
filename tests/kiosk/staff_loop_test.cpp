// The frame loop and the staff service: what staff ask for is done between frames, once.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

#include "kiosk/frame_loop.h"
#include "waiting_display.h"

using namespace hub;
using base::Seconds;
using ui::Route;

namespace {

struct FakeService : kiosk::StaffService {
  bool pin_matches(std::string_view pin, int /*tries*/) override {
    asked.emplace_back(pin);
    return pin == "2508";
  }
  std::unique_ptr<render::HubScreens> choose_hub(const std::string& id) override {
    chosen.push_back(id);
    if (id != "konan") return nullptr;
    return std::make_unique<render::HubScreens>(*screen_context, std::make_shared<const content::Snapshot>(), id);
  }
  ui::StaffFacts facts(std::size_t frames) override {
    ++told;
    ui::StaffFacts facts;
    facts.frames = frames;
    return facts;
  }
  std::unique_ptr<render::ScreenContext> screen_context = render::ScreenContext::open().value();
  std::vector<std::string> asked;
  std::vector<std::string> chosen;
  int told = 0;
};

struct Staff {
  base::VirtualClock clock{base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}}};
  tests::WaitingDisplay display{clock};
  FakeService staff_service;
  std::vector<ui::Action> actions;  // of the first frame
  std::vector<ui::UiState> shown;   // by frame
  std::vector<std::shared_ptr<const content::Snapshot>> snapshots;
  std::vector<std::shared_ptr<const ui::StaffFacts>> facts;

  kiosk::FrameLoop make(bool open) {
    const auto draw = [this](render::HubScreens& screens, const ui::FrameContext& frame_context, ui::UiState& state,
                             const ui::PrimaryPointer&, base::Instant now) {
      CHECK(screens.snapshot() == frame_context.snapshot);
      CHECK(screens.hub() == state.hub);
      ui::Outcome outcome;
      for (const ui::Action& action : actions) {
        ui::Applied applied = ui::apply(std::move(state), action, now);
        state = std::move(applied.state);
        std::ranges::move(applied.effects, std::back_inserter(outcome.effects));
      }
      actions.clear();
      shown.push_back(state);
      snapshots.push_back(frame_context.snapshot);
      facts.push_back(frame_context.staff);
      return outcome;
    };
    ui::UiState state = ui::fresh_state("izumi", clock.now());
    state.route = {Route::Page::staff};
    state.staff.open = open;
    return {display,
            clock,
            draw,
            std::make_unique<render::HubScreens>(*staff_service.screen_context, nullptr, "izumi"),
            ui::FrameContext{},
            state,
            &staff_service};
  }
  void run(kiosk::FrameLoop& loop) {
    while (loop.turn()) {
    }
  }
  void type(const char* digits) {
    for (const char* digit = digits; *digit != '\0'; ++digit) actions.emplace_back(ui::StaffDigit{*digit - '0'});
    actions.emplace_back(ui::StaffEnter{});
  }
};

}  // namespace

TEST_CASE_FIXTURE(Staff, "a PIN is checked once, after the frame that says so, and the right one opens") {
  type("2508");
  kiosk::FrameLoop loop = make(false);
  display.until_s = 0.5;
  run(loop);
  CHECK(staff_service.asked == std::vector<std::string>{"2508"});
  REQUIRE(shown.size() == 2);
  CHECK(shown[0].staff.pad == ui::StaffPageState::Pad::checking);
  CHECK(shown[1].staff.open);
  CHECK(shown[1].staff_lock.typed.count() == 0);
  REQUIRE(facts[1]);
  CHECK(facts[1]->frames == 1);
}

TEST_CASE_FIXTURE(Staff, "a wrong PIN is answered and opens nothing; nobody else's facts are told") {
  type("1234");
  kiosk::FrameLoop loop = make(false);
  run(loop);
  REQUIRE(shown.size() == 2);
  CHECK_FALSE(shown[1].staff.open);
  CHECK(shown[1].staff.pad == ui::StaffPageState::Pad::wrong);
  CHECK(shown[1].staff_lock.wrong_tries == 1);
  CHECK(staff_service.told == 0);
}

TEST_CASE_FIXTURE(Staff, "the facts are as of the last second while the panel is open, and gone when it is closed") {
  kiosk::FrameLoop loop = make(true);
  display.until_s = 5.5;
  run(loop);
  CHECK(staff_service.told == 6);  // at 0, 1, … 5 s
  CHECK(loop.frames() == 6);
  actions = {ui::NextVisitor{0}, ui::Rest{0}};
  display.until_s = 7.5;
  run(loop);
  CHECK(staff_service.told == 7);
  CHECK(loop.frames() == 7);  // nothing wakes it any more
}

TEST_CASE_FIXTURE(Staff, "another hub's content shows from the next frame on") {
  actions = {ui::ChooseHub{"konan"}};
  kiosk::FrameLoop loop = make(true);
  display.until_s = 0.5;
  run(loop);
  REQUIRE(shown.size() == 2);
  CHECK(shown[0].staff.choosing == "konan");
  CHECK(shown[0].hub == "izumi");
  CHECK(snapshots[0] == nullptr);
  CHECK(shown[1].hub == "konan");
  CHECK(snapshots[1] != nullptr);
  CHECK(staff_service.chosen.size() == 1);
  CHECK(staff_service.told == 2);  // what came of it is told at once
}

TEST_CASE_FIXTURE(Staff, "the panel shows what it showed until it can tell what came of a choice") {
  for (const char* hub : {"broken", "konan"}) {
    CAPTURE(hub);
    actions = {ui::ChooseHub{hub}};
    kiosk::FrameLoop loop = make(true);
    REQUIRE(loop.turn());
    CHECK(loop.frame_context().staff);  // no frame without its facts: it would be shorter than where it was read
    const int told = staff_service.told;
    while (loop.frames() < 2) REQUIRE(loop.turn());
    CHECK(staff_service.told == told + 1);
    display.until_s += 1;
  }
}

TEST_CASE_FIXTURE(Staff, "the panel says what only the loop knows, and staff who vouch for the clock are believed") {
  kiosk::ClockTrust trust(clock, [] { return kiosk::ClockTrust::Seen{}; });
  kiosk::FrameLoop loop = make(true);
  loop.keep_hours({}, &trust);
  loop.know_phantoms_from([](ui::Point) { return std::vector<ui::PhantomSpot>{{{1824, 26}, 5, {}}}; });
  display.until_s = 0.5;
  run(loop);
  REQUIRE(facts.back());
  REQUIRE(facts.back()->notes.size() == 2);
  CHECK(facts.back()->notes[0].what.find("無視しています") != std::string::npos);
  CHECK(facts.back()->notes[1].what.find("時計") != std::string::npos);
  CHECK(facts.back()->doubtful_time == std::chrono::hours(12));
  actions = {ui::VouchForClock{}};
  display.until_s = 1.5;
  run(loop);
  CHECK(trust.source() == base::ClockSource::set);
  CHECK(facts.back()->notes.size() == 1);
  CHECK_FALSE(facts.back()->doubtful_time);
  // The touch test shows the glass as it is, and begins to learn anew.
  actions = {ui::TestTouch{true}};
  display.until_s = 3.5;
  run(loop);
  CHECK(loop.phantoms().empty());
}

TEST_CASE_FIXTURE(Staff, "a hub with errors changes nothing on the screen") {
  actions = {ui::ChooseHub{"broken"}};
  kiosk::FrameLoop loop = make(true);
  display.until_s = 0.5;
  run(loop);
  REQUIRE(shown.size() == 2);
  CHECK(shown[1].hub == "izumi");
  CHECK(shown[1].staff.choosing.empty());
  CHECK(snapshots[1] == nullptr);
}
