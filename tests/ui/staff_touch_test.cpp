// Fingers on the staff's side: what opens the pad, what the panel and the touch test do with them.
#include <doctest/doctest.h>

#include "support/staff_facts.h"
#include "support/visitor.h"

using namespace hub;
using Kind = base::ContactEvent::Kind;

namespace {

// Staff: the kiosk has a PIN.
struct StaffVisitor : tests::Visitor {
  void enter_home() {
    enter("izumi", "home");
    here.staff_panel = true;
    here.staff = std::make_shared<const ui::StaffFacts>(tests::calm_facts());
    frame();
  }
  ui::Point badge() {
    const ui::Layer& page = now().page;
    for (const ui::Box& box : page.boxes) {
      const ui::Rect r = box.rect;
      if (box.hold) return {page.viewport.x + r.x + r.w / 2, page.viewport.y + r.y + r.h / 2};
    }
    return {};
  }
  void press(ui::Point at) { touch(Kind::begin, static_cast<float>(at.x), static_cast<float>(at.y)); }
  void lift(ui::Point at) { touch(Kind::end, static_cast<float>(at.x), static_cast<float>(at.y)); }
  void open() {
    who.route = {ui::Route::Page::staff};
    who.staff.open = true;
    frame();
  }
};

}  // namespace

TEST_CASE_FIXTURE(StaffVisitor,
                  "the hub's badge held for three seconds brings the staff's pad, and that touch no more") {
  enter_home();
  const ui::Point at = badge();
  press(at);
  wait(2.9);
  CHECK(route() == "home");
  wait(0.2);
  CHECK(route() == "staff");
  wait(1);
  CHECK_FALSE(who.transition);
  lift(at);
  settle();
  CHECK(route() == "staff");
  CHECK(who.staff.typed == 0);
  tap(middle(now().page, "pad/7"));
  CHECK(who.staff.typed == 1);
  tap(middle(now().page, "pad/erase"));
  CHECK(who.staff.typed == 0);
}

TEST_CASE_FIXTURE(StaffVisitor, "a badge that is tapped, slid off or has no PIN behind it does nothing") {
  enter_home();
  const ui::Point at = badge();
  tap(at);
  CHECK(route() == "home");
  press(at);
  wait(1);
  touch(Kind::move, static_cast<float>(at.x + 200), static_cast<float>(at.y));
  wait(5);
  CHECK(route() == "home");
  lift(at);
  settle();
  here.staff_panel = false;
  press(at);
  wait(5);
  CHECK(route() == "home");
}

TEST_CASE_FIXTURE(StaffVisitor, "the pad and the panel close after their time without a touch") {
  enter_home();
  here.timing.close_s = 20;
  open();
  wait(19);
  tap({5, 5});
  wait(15);
  CHECK(route() == "staff");
  wait(3);
  CHECK(route() == "attract");
  CHECK_FALSE(who.staff.open);
  CHECK_FALSE(who.asked);
}

TEST_CASE_FIXTURE(StaffVisitor, "a panel whose PIN went away shows home") {
  enter_home();
  open();
  here.staff_panel = false;
  frame();
  CHECK(route() == "home");
  CHECK_FALSE(who.staff.open);
}

TEST_CASE_FIXTURE(StaffVisitor, "the touch test counts the fingers and marks each") {
  enter_home();
  open();
  who.scroll_px = now().page.scroll_range_px();
  tap(middle(now().page, "touch/test"));
  REQUIRE(who.staff.touch_test);
  touch(Kind::begin, 900, 500, 1);
  touch(Kind::begin, 1200, 600, 2);
  CHECK(who.staff.contacts == 2);
  CHECK(ui::describe(now()).find("2本") != std::string::npos);
  touch(Kind::end, 900, 500, 1);
  touch(Kind::end, 1200, 600, 2);
  CHECK(who.staff.contacts == 0);
  tap(middle(now().page, "head/close"));
  CHECK_FALSE(who.staff.touch_test);
  CHECK(who.staff.open);
}

namespace {

struct NoContent : StaffVisitor {
  NoContent() {
    enter_home();
    here.snapshot = nullptr;
    here.words_only = content::load_words_only(base::DiskFiles(), HUB_SOURCE_DIR "/assets/strings");
    REQUIRE(here.words_only);
    here.builtin = {"ただいま準備しています", "ご用の方は、スタッフに声をかけてください。"};
    who = ui::fresh_state("", now_at);
    frame();
  }
  bool shows(const std::string& words) { return ui::describe(now()).find(words) != std::string::npos; }
  // The title is held for long enough.
  void hold() {
    const ui::Point at = badge();
    press(at);
    wait(3.1);
    lift(at);
    settle();
  }
};

}  // namespace

TEST_CASE_FIXTURE(NoContent, "the built-in page stands still, and its title held for three seconds brings the pad") {
  const base::Instant drawn = drawn_at;
  wait(3600);
  CHECK(drawn_at == drawn);
  CHECK(shows("ただいま準備しています"));
  tap(badge());
  CHECK(shows("ただいま準備しています"));
  const ui::Point at = badge();
  press(at);
  wait(2.9);
  CHECK(route() != "staff");
  wait(0.2);
  CHECK(route() == "staff");
  wait(5);
  CHECK(route() == "staff");
  lift(at);
  settle();
  tap(middle(now().page, "pad/7"));
  CHECK(who.staff.typed == 1);
}

TEST_CASE_FIXTURE(NoContent, "the panel says that there is nothing to show, tests the glass, and closes by itself") {
  for (const ui::Screen& screen :
       {ui::Screen{1920, 1080}, {1080, 1920}, {800, 480}, {1080, 1920, 43, 0.7, true, 700}}) {
    CAPTURE(screen.width_px);
    here.screen = screen;
    frame();
    const int above_reach_px = ui::metrics_for(screen, 1).masthead_px();
    CHECK((above_reach_px > 0) == screen.low_reach);
    CHECK(badge().y > above_reach_px);
    hold();
    REQUIRE(route() == "staff");
    who.staff.open = true;
    frame();
    CHECK(shows("映せる内容がありません"));
    CHECK(shows("泉区"));
    CHECK_FALSE(shows("0年度"));
    who.staff.touch_test = true;
    frame();
    touch(Kind::begin, 400, 300);
    CHECK(shows("1本"));
    touch(Kind::end, 400, 300);
    wait(here.timing.close_s + 3);
    CHECK(route() != "staff");
    CHECK_FALSE(who.staff.open);
    CHECK(shows("ただいま準備しています"));
    hold();
    tap(middle(*now().dock, "home"));
    CHECK(shows("ただいま準備しています"));
    const base::Instant drawn = drawn_at;
    wait(3600);
    CHECK(drawn_at == drawn);
  }
}

TEST_CASE_FIXTURE(NoContent, "content that comes shows at once, or behind the panel of whoever mends it") {
  hold();
  who.staff.open = true;
  frame();
  here.snapshot = snapshot;
  who = ui::apply(std::move(who), ui::ContentCame{"izumi"}, now_at).state;
  frame();
  CHECK(route() == "staff");
  CHECK(who.staff.open);
  CHECK_FALSE(shows("映せる内容がありません"));
  tap(middle(now().page, "head/close"));
  CHECK(route() == "home");

  here.snapshot = nullptr;
  who = ui::fresh_state("", now_at);
  who.staff_lock.wrong_tries = 4;
  frame();
  here.snapshot = snapshot;
  who = ui::apply(std::move(who), ui::ContentCame{"izumi"}, now_at).state;
  frame();
  CHECK(route() == "attract");
  CHECK(who.hub == "izumi");
  CHECK(who.staff_lock.wrong_tries == 4);
}

TEST_CASE_FIXTURE(NoContent, "without a PIN, or without the panel's words, the built-in page has nothing to hold") {
  const auto held = [&] {
    frame();
    press({here.screen.width_px / 4, here.screen.height_px / 2});
    wait(5);
    lift({here.screen.width_px / 4, here.screen.height_px / 2});
    settle();
    CHECK(shows("ただいま準備しています"));
    return route() == "staff";
  };
  here.staff_panel = false;
  CHECK_FALSE(held());
  here.staff_panel = true;
  here.words_only = nullptr;
  CHECK_FALSE(held());
}
