#include "platform/contacts.h"

#include <doctest/doctest.h>

using hub::base::ContactEvent;
using hub::base::Instant;
using hub::platform::ContactName;
using hub::platform::Contacts;
using hub::platform::kMouse;
using Kind = ContactEvent::Kind;

namespace {

constexpr ContactName kFinger{6, 40};
constexpr ContactName kOther{6, 41};
constexpr ContactName kElsewhere{7, 40};  // the same number, on another device

Instant ms(int count) { return Instant{} + std::chrono::milliseconds(count); }

}  // namespace

TEST_SUITE_BEGIN("contacts");

TEST_CASE("what has not begun neither moves nor ends") {
  Contacts contacts;
  contacts.move(kFinger, {1, 2}, ms(1));
  contacts.end(kFinger, {1, 2}, ms(2));
  contacts.cancel(kFinger, ms(3));
  contacts.cancel_all(ms(4));
  CHECK(contacts.nothing_new());
  contacts.begin(kFinger, {1, 2}, ms(5));
  contacts.end(kFinger, {1, 2}, ms(6));
  contacts.end(kFinger, {1, 2}, ms(7));
  contacts.move(kFinger, {3, 4}, ms(8));
  CHECK(contacts.take().size() == 2);
  CHECK(contacts.nothing_new());
}

TEST_CASE("a begin without an end is cancelled by the next") {
  Contacts contacts;
  contacts.begin(kFinger, {1, 2}, ms(1));
  contacts.begin(kFinger, {3, 4}, ms(2));
  const auto events = contacts.take();
  REQUIRE(events.size() == 3);
  CHECK(events[1].kind == Kind::cancel);
  CHECK(events[1].x_px == 1);
  CHECK(events[2].kind == Kind::begin);
  CHECK(events[2].id == 1);
}

TEST_CASE("the mouse is 0, fingers have the lowest free number, also those of two devices") {
  Contacts contacts;
  contacts.begin(kFinger, {}, ms(1));
  CHECK(contacts.touched());
  contacts.begin(kElsewhere, {}, ms(1));
  contacts.begin(kMouse, {}, ms(1));
  contacts.end(kFinger, {}, ms(1));
  contacts.begin(kOther, {}, ms(1));
  const auto events = contacts.take();
  REQUIRE(events.size() == 5);
  CHECK(events[0].id == 1);
  CHECK(events[1].id == 2);
  CHECK(events[2].id == 0);
  CHECK(events[3].id == 1);
  CHECK(events[4].id == 1);
  CHECK(contacts.is_open(kMouse));
  contacts.end(kMouse, {}, ms(1));
  contacts.take();
  CHECK(!contacts.touched());
}

TEST_CASE("a device that goes takes its own fingers along") {
  Contacts contacts;
  for (const ContactName name : {kMouse, kFinger, kElsewhere, kOther}) contacts.begin(name, {}, ms(1));
  contacts.take();
  contacts.cancel_device(6, ms(2));
  const auto events = contacts.take();
  REQUIRE(events.size() == 2);
  CHECK(events[0].kind == Kind::cancel);
  CHECK(events[0].id == 1);
  CHECK(events[1].kind == Kind::cancel);
  CHECK(events[1].id == 3);
  CHECK(contacts.is_open(kMouse));
  CHECK(contacts.is_open(kElsewhere));
  contacts.cancel_all(ms(3));
  CHECK(contacts.take().size() == 2);
}

TEST_CASE("time never goes back") {
  Contacts contacts;
  contacts.begin(kMouse, {}, ms(10));
  contacts.begin(kFinger, {}, ms(8));
  contacts.cancel_all(ms(9));
  for (const ContactEvent& event : contacts.take()) CHECK(event.time == ms(10));
}

TEST_CASE("a finger that only presses harder does not move") {
  Contacts contacts;
  contacts.begin(kFinger, {5, 5, 20}, ms(1));
  contacts.move(kFinger, {5, 5, 20}, ms(2));
  contacts.move(kFinger, {5, 5}, ms(3));      // the device does not say the size again
  contacts.move(kFinger, {5, 5, 60}, ms(4));  // a palm
  contacts.move(kFinger, {6, 5}, ms(5));
  contacts.end(kFinger, {6, 5}, ms(6));
  const auto events = contacts.take();
  REQUIRE(events.size() == 4);
  CHECK(events[0].size_px == 20);
  CHECK(events[1].size_px == 60);
  CHECK(events[2].size_px == 60);
  CHECK(events[3].size_px == 60);
}

TEST_CASE("the window's units become the picture's pixels") {
  Contacts contacts;
  contacts.look_through({2, 3, {200, 300}, hub::platform::Rotation::quarter});
  contacts.begin(kFinger, {10, 20, 5}, ms(1));
  const ContactEvent event = contacts.take().at(0);
  CHECK(event.x_px == 60);
  CHECK(event.y_px == 199 - 20);
  CHECK(event.size_px == 10);
}

TEST_SUITE_END();
