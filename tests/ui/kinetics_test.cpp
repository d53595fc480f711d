// Where things that move by themselves are, at any moment.
#include "ui/touch/kinetics.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace hub;
using ui::Fling;

namespace {

base::Instant at(double seconds) { return base::Instant(base::nanoseconds_of(base::Seconds(seconds))); }

double rest_time(const Fling& fling) {
  for (double t = 0; t < 20; t += 0.001) {
    if (ui::rests(fling, at(t))) return t;
  }
  return 20;
}

}  // namespace

TEST_CASE("a page that was let go slows down and comes to rest on a whole pixel") {
  const Fling fling{100, 1000, at(0), 0, 5000};
  CHECK(ui::position(fling, at(0)) == 100);
  // It leaves with the finger's speed.
  CHECK((ui::position(fling, at(0.001)) - 100) / 0.001 == doctest::Approx(1000).epsilon(0.01));
  double before = 100;
  double step_before = 1e9;
  for (double t = 1.0 / 60; t < 3; t += 1.0 / 60) {
    const double now = ui::position(fling, at(t));
    CHECK(now >= before);
    CHECK(now - before <= step_before + 1e-9);
    step_before = now - before;
    before = now;
  }
  const double end_s = rest_time(fling);
  CHECK(end_s < 3);
  CHECK(ui::resting_place(fling) == std::round(ui::resting_place(fling)));
  CHECK(std::abs(ui::position(fling, at(end_s)) - ui::resting_place(fling)) <= 1);
}

TEST_CASE("where it is does not depend on when one looked before") {
  const Fling fling{100, 3000, at(0), 0, 600};
  const double once = ui::position(fling, at(0.7));
  for (const double fps : {24.0, 60.0, 144.0}) {
    for (double t = 0; t < 0.7; t += 1 / fps) ui::position(fling, at(t));
    CHECK(ui::position(fling, at(0.7)) == once);
  }
}

TEST_CASE("at an end it goes a little beyond, comes back and stays") {
  for (const double speed : {4000.0, -4000.0}) {
    const Fling fling{500, speed, at(0), 0, 1000};
    double furthest = 0;
    double before = 500;
    for (double t = 0; t < 4; t += 0.001) {
      const double now = ui::position(fling, at(t));
      CHECK(std::abs(now - before) < 8);  // nowhere a jump
      before = now;
      furthest = std::max(furthest, std::max(now - 1000, -now));
    }
    CHECK(furthest > 5);
    CHECK(furthest < 150);
    CHECK(ui::resting_place(fling) == (speed > 0 ? 1000 : 0));
    CHECK(rest_time(fling) < 2);
  }
}

TEST_CASE("let go beyond an end it comes back to it, whatever its speed") {
  for (const double speed : {-2000.0, 0.0, 2000.0}) {
    const Fling fling{-80, speed, at(0), 0, 1000};
    CHECK(ui::position(fling, at(0)) == -80);
    CHECK(ui::resting_place(fling) == 0);
    CHECK(rest_time(fling) < 1.5);
    CHECK(std::abs(ui::position(fling, at(1.5))) < 0.5);
  }
}

TEST_CASE("a fling by a distance ends there") {
  const Fling fling = ui::fling_by(350, 20, at(1), 0, 1000);
  CHECK(ui::position(fling, at(1)) == 20);
  CHECK(ui::resting_place(fling) == 370);
}

TEST_CASE("beyond the ends a third of the way, and back again") {
  CHECK(ui::rubber_band(500, 0, 1000) == 500);
  CHECK(ui::rubber_band(1300, 0, 1000) == doctest::Approx(1100));
  CHECK(ui::rubber_band(-30, 0, 1000) == doctest::Approx(-10));
  for (const double wanted : {-300.0, 0.0, 400.0, 1000.0, 1900.0}) {
    CHECK(ui::rubber_wanted(ui::rubber_band(wanted, 0, 1000), 0, 1000) == doctest::Approx(wanted));
  }
}

TEST_CASE("easing is fast first, and over when it is over") {
  const base::Seconds whole(0.22);
  CHECK(ui::ease_out(base::Seconds(-1), whole) == 0);
  CHECK(ui::ease_out(base::Seconds(0), whole) == 0);
  CHECK(ui::ease_out(base::Seconds(0.11), whole) > 0.5);
  CHECK(ui::ease_out(base::Seconds(0.22), whole) == 1);
  CHECK(ui::ease_out(base::Seconds(9), whole) == 1);
}
