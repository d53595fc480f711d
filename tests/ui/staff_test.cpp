// The staff's pad and panel: what opens it, what a wrong PIN costs, that nothing of it stays, and that it fits.
#include "ui/state/staff_state.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "layer_checks.h"
#include "support/lobby.h"
#include "support/staff_facts.h"
#include "ui/state/idle.h"

using namespace hub;
using ui::Route;
using Pad = ui::StaffPageState::Pad;

namespace {

base::Instant at(double seconds) { return base::Instant(base::nanoseconds_of(base::Seconds(seconds))); }

// Staff at the pad, as the frame loop lets them: a PIN that is asked for is answered.
struct Staff {
  ui::UiState state = ui::fresh_state("izumi", at(0));
  double now_s = 0;

  Staff() { act(ui::Go{{Route::Page::staff}}); }
  void act(const ui::Action& action) { state = ui::apply(std::move(state), action, at(now_s)).state; }
  void see() {
    if (const auto seen = ui::staff_sees(state, {}, at(now_s))) act(*seen);
  }
  void type(std::string_view digits) {
    for (const char digit : digits) act(ui::StaffDigit{digit - '0'});
  }
  void enter(std::string_view digits, bool right) {
    see();
    type(digits);
    act(ui::StaffEnter{});
    if (state.staff.pad == Pad::checking) act(ui::PinAnswered{right});
  }
};

}  // namespace

TEST_CASE_FIXTURE(Staff, "digits come and go; a PIN is asked for when it is long enough") {
  type("123");
  CHECK(state.staff.typed == 3);
  act(ui::StaffEnter{});
  CHECK(state.staff.pad == Pad::asks);
  type("45");
  act(ui::StaffErase{});
  CHECK(state.staff_lock.typed.view() == "1234");
  act(ui::StaffEnter{});
  CHECK(state.staff.pad == Pad::checking);
  type("9");  // too late
  CHECK(state.staff_lock.typed.view() == "1234");
}

TEST_CASE_FIXTURE(Staff, "no PIN is longer than eight digits") {
  type("1234567890");
  CHECK(state.staff_lock.typed.view() == "12345678");
}

TEST_CASE_FIXTURE(Staff, "the right PIN opens, and the digits are gone") {
  enter("1234", true);
  CHECK(state.staff.open);
  CHECK(state.staff.typed == 0);
  CHECK(state.staff_lock.typed.count() == 0);
}

TEST_CASE_FIXTURE(Staff, "a wrong PIN opens nothing and says so until the next digit") {
  enter("1234", false);
  CHECK_FALSE(state.staff.open);
  CHECK(state.staff.pad == Pad::wrong);
  CHECK(state.staff.typed == 0);
  CHECK(state.staff_lock.typed.count() == 0);
  type("1");
  CHECK(state.staff.pad == Pad::asks);
}

TEST_CASE("the wait grows: 30 s after the fifth, then 1, 2, 4, 8 and at most 15 minutes") {
  const double expected_s[] = {0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900};
  for (int tries = 0; tries < 13; ++tries) CHECK(ui::wait_after(tries).count() == expected_s[tries]);
  CHECK(ui::wait_after(1'000'000).count() == 900);
}

TEST_CASE_FIXTURE(Staff, "after five wrong ones the pad takes nothing until the wait is over") {
  for (int i = 0; i < 4; ++i) enter("1111", false);
  CHECK(state.staff.wait_s == 0);
  enter("1111", false);
  CHECK(state.staff.wait_s == 30);
  now_s = 29.5;
  see();
  CHECK(state.staff.wait_s == 1);
  type("1234");
  CHECK(state.staff.typed == 0);
  act(ui::StaffEnter{});
  CHECK(state.staff.pad == Pad::wrong);
  now_s = 30;
  see();
  CHECK(state.staff.wait_s == 0);
  CHECK(state.staff.pad == Pad::asks);
  enter("2222", false);
  CHECK(state.staff.wait_s == 60);
  now_s += 60;
  enter("1234", true);
  CHECK(state.staff.open);
  CHECK(state.staff_lock.wrong_tries == 0);
  act(ui::Go{{Route::Page::home}});
  act(ui::Go{{Route::Page::staff}});
  enter("1111", false);
  CHECK(state.staff.wait_s == 0);  // the right one has made up for the wrong ones
}

TEST_CASE_FIXTURE(Staff, "the countdown changes by minutes, in the last one by seconds, and says when") {
  for (int i = 0; i < 8; ++i) enter("1111", false), now_s += i < 4 ? 0 : i < 7 ? 240 : 0;
  REQUIRE(state.staff.wait_s == 240);
  const double since_s = now_s;
  CHECK(ui::next_staff(state, at(now_s)) == at(since_s + 60));
  now_s = since_s + 60;
  see();
  CHECK(state.staff.wait_s == 180);
  now_s = since_s + 180;
  see();
  CHECK(state.staff.wait_s == 60);
  CHECK(ui::next_staff(state, at(now_s)) == at(since_s + 181));
  now_s = since_s + 181;
  see();
  CHECK(state.staff.wait_s == 59);
  now_s = since_s + 240;
  see();
  CHECK(state.staff.wait_s == 0);
  CHECK_FALSE(ui::next_staff(state, at(now_s)));
}

TEST_CASE_FIXTURE(Staff, "whoever leaves takes the digits and the open door along, not the wrong tries") {
  const ui::Action ways[] = {ui::Go{{Route::Page::home}}, ui::Back{}, ui::NextVisitor{0}};
  for (const ui::Action& way : ways) {
    Staff one;
    for (int i = 0; i < 5; ++i) one.enter("1111", false);
    one.now_s = 31;
    one.see();
    one.type("123");
    one.act(way);
    CHECK(one.state.route.page != Route::Page::staff);
    CHECK(one.state.staff_lock.typed.count() == 0);
    CHECK(one.state.staff == ui::StaffPageState{});
    CHECK(one.state.staff_lock.wrong_tries == 5);
    one.act(ui::Go{{Route::Page::staff}});
    one.enter("1111", false);
    CHECK(one.state.staff.wait_s == 60);

    Staff open;
    open.enter("1234", true);
    open.act(way);
    CHECK_FALSE(open.state.staff.open);
  }
}

TEST_CASE_FIXTURE(Staff, "a wait is still one for who comes back to the pad") {
  for (int i = 0; i < 5; ++i) enter("1111", false);
  act(ui::NextVisitor{0});
  now_s = 10;
  act(ui::Go{{Route::Page::staff}});
  see();
  CHECK(state.staff.wait_s == 20);
  type("1");
  CHECK(state.staff.typed == 0);
}

TEST_CASE_FIXTURE(Staff, "the panel closes by itself and asks nobody") {
  const ui::Timing timing{60, 15, 10, 40};
  for (const bool open : {false, true}) {
    Staff one;
    if (open) one.enter("1234", true);
    CHECK_FALSE(ui::idle_action(one.state, {}, timing, at(39.9)));
    const auto due = ui::idle_action(one.state, {}, timing, at(200));
    REQUIRE(due);
    CHECK(due->at == at(40));
    one.state = ui::apply(one.state, due->action, due->at).state;
    CHECK(one.state.route.page == Route::Page::attract);
    CHECK_FALSE(one.state.asked);
    CHECK_FALSE(one.state.staff.open);
  }
}

TEST_CASE_FIXTURE(Staff, "another hub shows when it is loaded, else everything stays") {
  act(ui::ChooseHub{"konan"});
  CHECK(state.staff.choosing.empty());  // the door is closed
  enter("1234", true);
  act(ui::ChooseHub{"izumi"});
  CHECK(state.staff.choosing.empty());  // it shows already
  act(ui::ChooseHub{"konan"});
  CHECK(state.staff.choosing == "konan");
  act(ui::HubAnswered{false});
  CHECK(state.hub == "izumi");
  act(ui::ChooseHub{"konan"});
  state.scroll_px = 300;
  act(ui::HubAnswered{true});
  CHECK(state.hub == "konan");
  CHECK(state.scroll_px == 0);
  CHECK(state.staff.choosing.empty());
  CHECK(state.staff.open);
  act(ui::NextVisitor{0});
  CHECK(state.hub == "konan");
}

TEST_CASE_FIXTURE(Staff, "back leaves the touch test first, then the panel") {
  act(ui::TestTouch{true});
  CHECK_FALSE(state.staff.touch_test);
  enter("1234", true);
  act(ui::TestTouch{true});
  CHECK(state.staff.touch_test);
  ui::PrimaryPointer two;
  two.contact_count = 2;
  const auto seen = ui::staff_sees(state, two, at(1));
  REQUIRE(seen);
  act(*seen);
  CHECK(state.staff.contacts == 2);
  CHECK_FALSE(ui::staff_sees(state, two, at(2)));
  act(ui::Back{});
  CHECK_FALSE(state.staff.touch_test);
  CHECK(state.staff.open);
  act(ui::Back{});
  CHECK(state.route.page == Route::Page::home);
}

namespace {

struct StaffScreen {
  std::string name;
  ui::StaffPageState page_state;
};

// Everything that staff may have before them.
std::vector<StaffScreen> staff_screens() {
  using Change = void (*)(ui::StaffPageState&);
  const std::pair<const char*, Change> changes[] = {
      {"pad", [](auto&) {}},
      {"typed", [](auto& v) { v.typed = 8; }},
      {"wrong", [](auto& v) { v.pad = Pad::wrong; }},
      {"checking", [](auto& v) { v.pad = Pad::checking, v.typed = 4; }},
      {"waits", [](auto& v) { v.pad = Pad::wrong, v.wait_s = 900; }},
      {"panel", [](auto& v) { v.open = true; }},
      {"choosing", [](auto& v) { v.open = true, v.choosing = "konan"; }},
      {"touch", [](auto& v) { v.open = v.touch_test = true; }},
      {"touched", [](auto& v) { v.open = v.touch_test = true, v.contacts = 10; }},
  };
  std::vector<StaffScreen> all;
  for (const auto& [name, change] : changes) {
    all.push_back({name, {}});
    change(all.back().page_state);
  }
  return all;
}

}  // namespace

TEST_CASE_FIXTURE(tests::Lobby, "the staff's screens fit every size and text size, and a finger fits their keys") {
  for (const ui::Point size :
       {ui::Point{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}, {480, 800}, {3840, 2160}}) {
    for (int step = 1; step <= 3; ++step) {
      for (const auto& facts : {tests::calm_facts(), tests::troubled_facts(), tests::doubtful_facts()}) {
        for (const StaffScreen& screen : staff_screens()) {
          INFO(screen.name, " ", size.x, "x", size.y, " ", step, " ", facts.notes.size());
          ui::FrameContext w = frame_context(size);
          w.staff_panel = true;
          w.staff = std::make_shared<const ui::StaffFacts>(facts);
          ui::UiState s = state("izumi", "staff");
          s.text_step = step;
          s.furigana = true;
          s.language = step == 2 ? "en" : "ja";
          s.staff = screen.page_state;
          const ui::Scene& drawn = scene(w, s);
          tests::check_no_faults(drawn.page);
          tests::check_targets(drawn.page, ui::metrics_for(w.screen, step));
          if ((!screen.page_state.open || screen.page_state.touch_test) && size.x > 480)
            CHECK(drawn.page.scroll_range_px() == 0);  // nor does a pad, nor a touch test
        }
      }
    }
  }
}

TEST_CASE_FIXTURE(tests::Lobby, "the staff's words are readable on what they stand on") {
  for (const bool high_contrast : {false, true}) {
    for (const auto& facts : {tests::calm_facts(), tests::troubled_facts(), tests::doubtful_facts()}) {
      for (const StaffScreen& screen : staff_screens()) {
        ui::FrameContext w = frame_context({1280, 720});
        w.high_contrast = high_contrast;
        w.staff_panel = true;
        w.staff = std::make_shared<const ui::StaffFacts>(facts);
        ui::UiState s = state("izumi", "staff");
        s.staff = screen.page_state;
        const ui::Scene& drawn = scene(w, s);
        for (const ui::Box& box : drawn.page.boxes) {
          if (box.block == nullptr) continue;
          INFO(screen.name, " ", box.path, " ", high_contrast);
          CHECK(ui::contrast(box.colour, tests::ground_of(drawn, drawn.page, box)) >= ui::kMinContrast);
        }
      }
    }
  }
}

TEST_CASE_FIXTURE(tests::Lobby, "no furigana, no other language and no typed digit stand on the staff's screens") {
  ui::FrameContext w = frame_context({1920, 1080});
  w.staff_panel = true;
  w.staff = std::make_shared<const ui::StaffFacts>(tests::troubled_facts());
  for (const auto& [name, page_state] : staff_screens()) {
    ui::UiState s = state("izumi", "staff");
    s.staff = page_state;
    const std::string plain = [&] {
      const ui::Scene& drawn = scene(w, s);
      ui::Scene page;
      page.page = drawn.page;
      return ui::describe(page);
    }();
    s.furigana = true;
    s.language = "vi";
    ui::Scene page;
    page.page = scene(w, s).page;
    CHECK(ui::describe(page) == plain);
  }
}

TEST_CASE_FIXTURE(tests::Lobby, "the panel tells new facts, and other pages stay laid out") {
  ui::FrameContext w = frame_context({1920, 1080});
  w.staff_panel = true;
  w.staff = std::make_shared<const ui::StaffFacts>(tests::calm_facts());
  ui::UiState s = state("izumi", "staff");
  s.staff.open = true;
  CHECK(ui::describe(scene(w, s)).find("内容に問題はありません") != std::string::npos);
  scene(w, state("izumi", "home"));
  const std::size_t settings = shown_screens->typesetter().settings();
  w.staff = std::make_shared<const ui::StaffFacts>(tests::troubled_facts());
  scene(w, state("izumi", "home"));
  CHECK(shown_screens->typesetter().settings() == settings);
  CHECK(ui::describe(scene(w, s)).find("直すところが") != std::string::npos);
}

TEST_CASE_FIXTURE(tests::Lobby, "the panel asks for the clock only when nobody vouches for it") {
  ui::FrameContext w = frame_context({1920, 1080});
  w.staff_panel = true;
  ui::UiState s = state("izumi", "staff");
  s.staff.open = true;
  const auto asks = [&](const ui::StaffFacts& facts) {
    w.staff = std::make_shared<const ui::StaffFacts>(facts);
    const auto& boxes = scene(w, s).page.boxes;
    return std::ranges::any_of(boxes, [](const ui::Box& box) {
      const auto* const action = box.tap ? box.tap->get_if<ui::StaffAction>() : nullptr;
      return action != nullptr && action->is<ui::VouchForClock>();
    });
  };
  CHECK_FALSE(asks(tests::calm_facts()));
  CHECK(asks(tests::doubtful_facts()));
  CHECK(ui::describe(scene(w, s)).find("2026年11月21日 18:05") != std::string::npos);
}

TEST_CASE_FIXTURE(tests::Lobby, "without a PIN there is no panel: the route shows home, and its badge does nothing") {
  const auto holds = [&](const ui::FrameContext& w) {
    return std::ranges::count_if(scene(w, state("izumi", "home")).page.boxes,
                                 [](const ui::Box& box) { return box.hold.has_value(); });
  };
  ui::FrameContext w = frame_context({1920, 1080});
  CHECK(ui::describe(scene(w, state("izumi", "staff"))) == ui::describe(scene(w, state("izumi", "home"))));
  CHECK(holds(w) == 0);
  w.staff_panel = true;
  CHECK(holds(w) == 1);
  CHECK(ui::describe(scene(w, state("izumi", "staff"))).find("スタッフ用") != std::string::npos);
}

TEST_CASE_FIXTURE(tests::Lobby, "no walk through the screens comes to the staff's") {
  CHECK(std::ranges::count(routes("izumi"), "staff") == 0);
  const content::Hub& hub = *snapshot->find_hub("izumi");
  const content::Report& report = content::shown_report(hub, tests::kToday);
  const Route staff{Route::Page::staff};
  CHECK_FALSE(ui::exists(staff, hub, report));
  CHECK(ui::exists(staff, hub, report, true));
  CHECK(ui::path_of(staff) == "staff");
  CHECK(ui::parse_route("staff") == staff);
  CHECK(ui::path_of(ui::parent_of(staff)) == "home");
  const ui::Siblings siblings = ui::siblings_of(staff, hub, report);
  CHECK_FALSE(siblings.previous);
  CHECK_FALSE(siblings.next);
}
