#include "replay/virtual_display.h"

#include <doctest/doctest.h>

using namespace hub;
using base::Seconds;

namespace {

constexpr base::Date kDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};

double now_s(const base::Clock& clock) { return Seconds(clock.now().time_since_epoch()).count(); }

base::ContactEvent contact_at(double at_s) {
  base::ContactEvent event;
  event.time = base::Instant(std::chrono::nanoseconds(static_cast<std::int64_t>(at_s * 1e9)));
  return event;
}

}  // namespace

TEST_CASE("a frame lasts until the next vsync, and contacts of that time come with the next wait") {
  base::VirtualClock clock(kDay);
  replay::VirtualDisplay display(clock, {800, 480});
  for (int frame = 1; frame <= 600; ++frame) {
    display.show_frame();
    CHECK(now_s(clock) == doctest::Approx(frame / 60.0));
  }
  CHECK(display.frames() == 600);
  display.contact(contact_at(10.004));
  display.contact(contact_at(10.012));
  display.contact(contact_at(10.5));
  display.show_frame();  // until 10.0167
  const base::Input input = display.wait(Seconds(0));
  REQUIRE(input.contacts.size() == 2);
  CHECK(Seconds(input.contacts[1].time.time_since_epoch()).count() == doctest::Approx(10.012));
  CHECK(now_s(clock) == doctest::Approx(601 / 60.0));
}

TEST_CASE("waiting moves the clock to what is next: a contact, the end of the wait, the limit") {
  base::VirtualClock clock(kDay);
  replay::VirtualDisplay display(clock, {800, 480});
  CHECK(display.wait(Seconds(0.25)).contacts.empty());
  CHECK(now_s(clock) == doctest::Approx(0.25));
  display.contact(contact_at(2));
  CHECK(display.wait(std::nullopt).contacts.size() == 1);
  CHECK(now_s(clock) == doctest::Approx(2));
  display.limit_waits(contact_at(3).time);
  CHECK(display.wait(std::nullopt).contacts.empty());
  CHECK(now_s(clock) == doctest::Approx(3));

  display.limit_waits(base::Instant::max());
  display.stop_at_rest(true);
  CHECK_FALSE(display.wait(Seconds(0.01)).resized);
  CHECK_FALSE(display.rested());
  display.wait(Seconds(10));
  CHECK(display.rested());
  CHECK(now_s(clock) == doctest::Approx(3.01));
  display.resize({480, 800});
  CHECK(display.wait(std::nullopt).resized);
  CHECK_FALSE(display.rested());
  CHECK(display.size_px() == ui::Point{480, 800});
  CHECK(now_s(clock) == doctest::Approx(3.01));
}
