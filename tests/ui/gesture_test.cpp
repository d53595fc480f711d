#include "ui/touch/gesture.h"

#include <doctest/doctest.h>

#include <vector>

using namespace hub;
using Kind = base::ContactEvent::Kind;
using Phase = ui::PrimaryPointer::Phase;

namespace {

constexpr ui::GestureThresholds kTouchiness{10, 100};

base::Input contacts(std::initializer_list<base::ContactEvent> events) {
  base::Input input;
  input.contacts = events;
  return input;
}

base::Instant at(double at_s) { return base::Instant(base::nanoseconds_of(base::Seconds(at_s))); }

base::ContactEvent event(Kind kind, int id, float x, float y, double at_s = 0, float size_px = 0) {
  return {kind, id, x, y, at(at_s), size_px};
}

// All that the contacts become, frame by frame.
std::vector<ui::PrimaryPointer> frames(ui::Gesture& gesture, std::initializer_list<base::ContactEvent> events) {
  gesture.feed(contacts(events));
  std::vector<ui::PrimaryPointer> all;
  do all.push_back(gesture.next_frame(kTouchiness, std::data(events)[events.size() - 1].time));
  while (gesture.pending());
  return all;
}

}  // namespace

TEST_CASE("down and up at one place is a tap") {
  ui::Gesture gesture;
  gesture.feed(
      contacts({event(Kind::begin, 1, 100, 100), event(Kind::move, 1, 104, 103), event(Kind::end, 1, 104, 103)}));
  CHECK(gesture.next_frame(kTouchiness, at(0)).phase ==
        Phase::pressing);  // a press shorter than a frame is seen all the same
  CHECK(gesture.pending());
  CHECK(gesture.next_frame(kTouchiness, at(0)).phase == Phase::tapped);
  CHECK_FALSE(gesture.pending());
  CHECK(gesture.next_frame(kTouchiness, at(0)).phase == Phase::up);
}

TEST_CASE("a drag follows the finger to the pixel and is never a tap") {
  ui::Gesture gesture;
  CHECK(frames(gesture, {event(Kind::begin, 0, 100, 300)}).back().travelled() == ui::Point{});
  CHECK(frames(gesture, {event(Kind::move, 0, 100, 295)}).back().travelled() == ui::Point{});  // may still be a tap
  ui::PrimaryPointer finger = frames(gesture, {event(Kind::move, 0, 100, 280)}).back();
  CHECK(finger.phase == Phase::dragging);
  CHECK(finger.axis == ui::PrimaryPointer::Axis::along);
  CHECK(finger.travelled() == ui::Point{0, -20});  // from where it went down: no way is lost
  finger = frames(gesture, {event(Kind::move, 0, 100, 250), event(Kind::move, 0, 101, 240)}).back();
  CHECK(finger.travelled() == ui::Point{1, -60});
  finger = frames(gesture, {event(Kind::move, 0, 100, 300), event(Kind::end, 0, 100, 300)}).back();
  CHECK(finger.phase == Phase::let_go);  // back where it started, and still no tap
  CHECK(finger.travelled() == ui::Point{});
}

TEST_CASE("a drag's axis is the way it began and stays") {
  ui::Gesture gesture;
  frames(gesture, {event(Kind::begin, 1, 500, 500), event(Kind::move, 1, 520, 505)});
  const ui::PrimaryPointer finger = frames(gesture, {event(Kind::move, 1, 520, 900)}).back();
  CHECK(finger.axis == ui::PrimaryPointer::Axis::across);
}

TEST_CASE("speed is that of the last tenth of a second, and none after a stop") {
  const auto speed_of_drag = [](double pause_s) {
    ui::Gesture gesture;
    gesture.feed(contacts({event(Kind::begin, 1, 0, 1000, 0)}));
    for (int i = 1; i <= 50; ++i) {
      const double at_s = i * 0.01;
      const float y = i <= 25 ? 1000 - 2 * static_cast<float>(i) : 950 - 10 * static_cast<float>(i - 25);
      gesture.feed(contacts({event(Kind::move, 1, 0, y, at_s)}));
    }
    gesture.feed(contacts({event(Kind::end, 1, 0, 700, 0.5 + pause_s)}));
    ui::PrimaryPointer finger;
    while (gesture.pending()) finger = gesture.next_frame(kTouchiness, at(0));
    REQUIRE(finger.phase == Phase::let_go);
    return finger.along_px_s;
  };
  CHECK(speed_of_drag(0.01) == doctest::Approx(-1000));
  CHECK(speed_of_drag(0.5) == 0);
}

TEST_CASE("a second finger neither presses nor lifts") {
  ui::Gesture gesture;
  frames(gesture, {event(Kind::begin, 1, 10, 10)});
  const ui::PrimaryPointer finger =
      frames(gesture, {event(Kind::begin, 2, 500, 500), event(Kind::move, 2, 600, 600), event(Kind::end, 2, 600, 600)})
          .back();
  CHECK(finger.phase == Phase::pressing);
  CHECK(finger.now == ui::Point{10, 10});
}

TEST_CASE("a finger that stays does not become the leader when the first one leaves") {
  ui::Gesture gesture;
  frames(gesture, {event(Kind::begin, 1, 10, 10), event(Kind::begin, 2, 500, 500)});
  CHECK(frames(gesture, {event(Kind::end, 1, 10, 10)}).back().phase == Phase::tapped);
  CHECK(frames(gesture, {event(Kind::move, 2, 700, 700)}).back().phase == Phase::up);
  CHECK(frames(gesture, {event(Kind::end, 2, 700, 700)}).back().phase == Phase::up);
}

TEST_CASE("a cancelled contact presses nothing") {
  ui::Gesture gesture;
  const auto all = frames(gesture, {event(Kind::begin, 1, 10, 10), event(Kind::cancel, 1, 10, 10)});
  CHECK(all.back().phase == Phase::let_go);
  CHECK(all.back().along_px_s == 0);
}

TEST_CASE("many contacts are a palm: what it pressed is let go, and nothing leads until the glass is free") {
  ui::Gesture gesture;
  frames(gesture, {event(Kind::begin, 1, 10, 10)});
  frames(gesture, {event(Kind::begin, 2, 200, 10), event(Kind::begin, 3, 400, 10)});
  CHECK(frames(gesture, {event(Kind::begin, 4, 600, 10)}).back().phase == Phase::let_go);
  for (const int id : {1, 2, 3}) CHECK(frames(gesture, {event(Kind::end, id, 10, 10)}).back().phase == Phase::up);
  CHECK(frames(gesture, {event(Kind::begin, 5, 800, 10)}).back().phase == Phase::up);
  frames(gesture, {event(Kind::end, 4, 600, 10), event(Kind::end, 5, 800, 10)});
  CHECK(frames(gesture, {event(Kind::begin, 6, 10, 10)}).back().phase == Phase::pressing);
}

TEST_CASE("a large contact is a palm") {
  ui::Gesture gesture;
  CHECK(frames(gesture, {event(Kind::begin, 1, 10, 10, 0, 120)}).back().phase == Phase::up);
  CHECK(frames(gesture, {event(Kind::end, 1, 10, 10, 0.1)}).back().phase == Phase::up);
  frames(gesture, {event(Kind::begin, 1, 10, 10, 1, 30)});
  CHECK(frames(gesture, {event(Kind::move, 1, 12, 10, 1.1F, 130)}).back().phase == Phase::let_go);  // it grew
  CHECK(frames(gesture, {event(Kind::end, 1, 12, 10, 1.2)}).back().phase == Phase::up);
  CHECK(frames(gesture, {event(Kind::begin, 1, 10, 10, 2, 30)}).back().phase == Phase::pressing);
}

TEST_CASE("what rests on the glass gives the lead to the next finger") {
  ui::Gesture gesture;
  frames(gesture, {event(Kind::begin, 1, 10, 10, 0)});  // a sleeve
  const auto all = frames(gesture, {event(Kind::begin, 2, 500, 500, 20), event(Kind::end, 2, 500, 500, 20.1)});
  REQUIRE(all.size() == 3);
  CHECK(all[0].phase == Phase::let_go);
  CHECK(all[1].phase == Phase::pressing);
  CHECK(all[1].start == ui::Point{500, 500});
  CHECK(all[2].phase == Phase::tapped);
  // Nor do four things that rest make a palm of it.
  for (const int id : {3, 4, 5}) frames(gesture, {event(Kind::begin, id, 10, 10, 21)});
  CHECK(frames(gesture, {event(Kind::begin, 9, 700, 700, 40)}).back().touch > all[2].touch);
}

TEST_CASE("every leading touch has a number of its own") {
  ui::Gesture gesture;
  const int first = frames(gesture, {event(Kind::begin, 1, 10, 10), event(Kind::end, 1, 10, 10)}).back().touch;
  const int second = frames(gesture, {event(Kind::begin, 1, 10, 10), event(Kind::end, 1, 10, 10)}).back().touch;
  CHECK(second == first + 1);
}

TEST_CASE("a finger that only trembles is not heard; one that comes, goes or drags is") {
  ui::Gesture gesture;
  CHECK(frames(gesture, {event(Kind::begin, 1, 10, 10)}).back().heard);
  CHECK_FALSE(frames(gesture, {event(Kind::move, 1, 12, 10)}).back().heard);
  frames(gesture, {event(Kind::move, 1, 112, 10)});
  CHECK(frames(gesture, {event(Kind::move, 1, 150, 10)}).back().heard);
  CHECK(frames(gesture, {event(Kind::end, 1, 150, 10)}).back().heard);
  CHECK_FALSE(gesture.next_frame(kTouchiness, at(0)).heard);
}

TEST_CASE("all that touch are known, ten at the most") {
  ui::Gesture gesture;
  for (int id = 1; id <= 12; ++id) {
    gesture.feed(contacts({event(Kind::begin, id, static_cast<float>(10 * id), 5, 0.1 * id)}));
  }
  ui::PrimaryPointer finger;
  while (gesture.pending()) finger = gesture.next_frame(kTouchiness, at(2));
  CHECK(finger.contact_count == 10);
  CHECK(finger.contacts[3].id == 4);
  CHECK(finger.contacts[3].at == ui::Point{40, 5});
  // One that has rested for the longest makes room.
  finger = frames(gesture, {event(Kind::begin, 13, 130, 5, 20)}).back();
  CHECK(finger.contact_count == 10);
  CHECK(finger.contacts[0].id == 2);
  CHECK(finger.contacts[9].id == 13);
}

namespace {

// A finger that drags the page away from what stays.
void drags_and_taps(ui::Gesture& gesture, double from_s) {
  const Phase down = frames(gesture, {event(Kind::begin, 7, 700, 700, from_s)}).back().phase;
  CHECK(down == Phase::pressing);
  CHECK(frames(gesture, {event(Kind::end, 7, 700, 700, from_s + 0.1)}).back().phase == Phase::tapped);
  frames(gesture, {event(Kind::begin, 8, 700, 700, from_s + 0.2)});
  CHECK(frames(gesture, {event(Kind::move, 8, 700, 600, from_s + 0.3)}).back().phase == Phase::dragging);
  CHECK(frames(gesture, {event(Kind::end, 8, 700, 600, from_s + 0.4)}).back().phase == Phase::let_go);
}

}  // namespace

TEST_CASE("what stays where it is gives way after five seconds, whatever its phase, trembling or silent") {
  for (const bool dragging : {false, true}) {
    for (const bool trembling : {false, true}) {
      CAPTURE(dragging);
      CAPTURE(trembling);
      ui::Gesture gesture;
      frames(gesture, {event(Kind::begin, 1, 100, 100, 0)});
      const float y = dragging ? 300 : 100;
      if (dragging) frames(gesture, {event(Kind::move, 1, 100, y, 0.1)});
      for (int tenth = 2; tenth < 50; ++tenth) {
        const double now_s = tenth / 10.0;
        if (trembling) frames(gesture, {event(Kind::move, 1, static_cast<float>(100 + 4 * (tenth % 2)), y, now_s)});
        CHECK(gesture.next_frame(kTouchiness, at(now_s)).down());
      }
      REQUIRE(gesture.next_change());
      const double due_s = dragging ? 5.1 : 5.0;
      CHECK(*gesture.next_change() == at(due_s));
      const ui::PrimaryPointer gone = gesture.next_frame(kTouchiness, at(due_s));
      CHECK(gone.phase == Phase::let_go);  // not a tap, and without speed
      CHECK(gone.along_px_s == 0);
      CHECK_FALSE(gone.heard);
      CHECK_FALSE(gesture.next_change());
      drags_and_taps(gesture, 5.5);
      if (trembling) CHECK_FALSE(frames(gesture, {event(Kind::move, 1, 104, y, 6.5)}).back().heard);
      CHECK(frames(gesture, {event(Kind::end, 1, 104, y, 6.6)}).back().phase == Phase::up);
    }
  }
}

TEST_CASE("so does what creeps, and a palm that trembles") {
  ui::Gesture gesture;
  frames(gesture, {event(Kind::begin, 1, 100, 100, 0)});
  for (int s = 1; s < 60; ++s) frames(gesture, {event(Kind::move, 1, static_cast<float>(100 + s), 100, s)});
  drags_and_taps(gesture, 60);
  for (const int id : {2, 3, 4, 5}) {
    frames(gesture, {event(Kind::begin, id, static_cast<float>(100 * id), 50, 70, 120)});
  }
  CHECK(frames(gesture, {event(Kind::begin, 9, 700, 700, 71)}).back().phase == Phase::up);
  frames(gesture, {event(Kind::end, 9, 700, 700, 71.1)});
  for (int tenth = 0; tenth < 60; ++tenth) {
    const int id = 2 + tenth % 4;
    const float x = static_cast<float>(100 * id + tenth % 3);
    frames(gesture, {event(Kind::move, id, x, 50, 71.2 + tenth / 10.0, 120)});
  }
  drags_and_taps(gesture, 78);
}

TEST_CASE("what waited while another led gives way, too, and piles up to nothing") {
  ui::Gesture gesture;
  double now_s = 0;
  for (int lost = 1; lost <= 30; ++lost) {  // each lift is lost
    const auto all = frames(gesture, {event(Kind::begin, 100 + lost, static_cast<float>(50 * lost), 10, now_s),
                                      event(Kind::begin, 200 + lost, static_cast<float>(50 * lost), 500, now_s + 1)});
    CHECK(all.back().phase == Phase::pressing);
    now_s += 8;
    gesture.next_frame(kTouchiness, at(now_s));
    drags_and_taps(gesture, now_s);
    now_s += 1;
  }
}

TEST_CASE("a reader's finger that rested on the page drags it on, and taps nothing") {
  ui::Gesture gesture;
  frames(gesture, {event(Kind::begin, 1, 100, 500, 0), event(Kind::move, 1, 100, 400, 0.1)});
  CHECK(gesture.next_frame(kTouchiness, at(7)).phase == Phase::let_go);
  ui::PrimaryPointer finger;
  for (int i = 1; i <= 10; ++i) {
    finger = frames(gesture, {event(Kind::move, 1, 100, static_cast<float>(400 - 6 * i), 8 + 0.02 * i)}).back();
    CHECK(finger.phase != Phase::pressing);
  }
  CHECK(finger.phase == Phase::dragging);
  CHECK(finger.axis == ui::PrimaryPointer::Axis::along);
  CHECK(frames(gesture, {event(Kind::end, 1, 100, 340, 8.3)}).back().phase == Phase::let_go);
  // Not while another leads.
  frames(gesture, {event(Kind::begin, 1, 100, 500, 10)});
  gesture.next_frame(kTouchiness, at(16));
  frames(gesture, {event(Kind::begin, 2, 800, 500, 17)});
  frames(gesture, {event(Kind::move, 1, 100, 400, 17.1), event(Kind::move, 1, 100, 300, 17.2)});
  CHECK(frames(gesture, {event(Kind::end, 2, 800, 500, 17.3)}).back().phase == Phase::tapped);
}
