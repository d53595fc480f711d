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
    for (const ui::Box& box : now().page.boxes) {
      if (box.hold) return {box.rect.x + box.rect.w / 2, box.rect.y + box.rect.h / 2};
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
  CHECK_FALSE(who.turn);
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
