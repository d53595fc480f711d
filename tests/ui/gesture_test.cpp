#include "ui/gesture.h"

#include <doctest/doctest.h>

using namespace hub;
using Kind = base::ContactEvent::Kind;
using Phase = ui::Finger::Phase;

namespace {

constexpr int kSlop_px = 10;

base::Input contacts(std::initializer_list<base::ContactEvent> events) {
  base::Input input;
  input.contacts = events;
  return input;
}

base::ContactEvent event(Kind kind, int id, float x, float y) { return {kind, id, x, y, {}}; }

}  // namespace

TEST_CASE("down and up at one place is a tap") {
  ui::Gesture gesture;
  gesture.feed(
      contacts({event(Kind::begin, 1, 100, 100), event(Kind::move, 1, 104, 103), event(Kind::end, 1, 104, 103)}));
  CHECK(gesture.next_frame(kSlop_px).phase == Phase::pressing);  // a press shorter than a frame is seen all the same
  CHECK(gesture.pending());
  CHECK(gesture.next_frame(kSlop_px).phase == Phase::tapped);
  CHECK_FALSE(gesture.pending());
  CHECK(gesture.next_frame(kSlop_px).phase == Phase::up);
}

TEST_CASE("a drag follows the finger to the pixel and is never a tap") {
  ui::Gesture gesture;
  gesture.feed(contacts({event(Kind::begin, 0, 100, 300)}));
  CHECK(gesture.next_frame(kSlop_px).phase == Phase::pressing);
  gesture.feed(contacts({event(Kind::move, 0, 100, 280)}));
  ui::Finger finger = gesture.next_frame(kSlop_px);
  CHECK(finger.phase == Phase::dragging);
  CHECK(finger.moved == ui::Point{0, -20});
  gesture.feed(contacts({event(Kind::move, 0, 100, 250), event(Kind::move, 0, 101, 240)}));
  finger = gesture.next_frame(kSlop_px);
  CHECK(finger.moved == ui::Point{1, -40});
  gesture.feed(contacts({event(Kind::move, 0, 100, 300), event(Kind::end, 0, 100, 300)}));
  finger = gesture.next_frame(kSlop_px);
  CHECK(finger.phase == Phase::let_go);  // back where it started, and still no tap
  CHECK(finger.moved == ui::Point{-1, 60});
}

TEST_CASE("a second finger neither presses nor lifts") {
  ui::Gesture gesture;
  gesture.feed(contacts({event(Kind::begin, 1, 10, 10)}));
  gesture.next_frame(kSlop_px);
  gesture.feed(
      contacts({event(Kind::begin, 2, 500, 500), event(Kind::move, 2, 600, 600), event(Kind::end, 2, 600, 600)}));
  const ui::Finger finger = gesture.next_frame(kSlop_px);
  CHECK(finger.phase == Phase::pressing);
  CHECK(finger.now == ui::Point{10, 10});
}

TEST_CASE("a cancelled contact presses nothing") {
  ui::Gesture gesture;
  gesture.feed(contacts({event(Kind::begin, 1, 10, 10), event(Kind::cancel, 1, 10, 10)}));
  gesture.next_frame(kSlop_px);
  CHECK(gesture.next_frame(kSlop_px).phase == Phase::let_go);
}
