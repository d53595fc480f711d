// Positions that move by themselves, in closed form: where something is depends on when one looks, not on how often, so
// that every frame rate and every replay gives the same.
#pragma once

#include "base/clock.h"

namespace hub::ui {

// A page that was let go: it slows down by friction, and what is beyond an end comes back as on a spring.
struct Fling {
  double from_px = 0;
  double speed_px_s = 0;  // positive: towards most_px
  base::Instant since{};
  double least_px = 0;  // the ends between which it comes to rest
  double most_px = 0;
  bool operator==(const Fling&) const = default;
};

double position(const Fling& fling, base::Instant now);
bool rests(const Fling& fling, base::Instant now);  // it will not move by a pixel any more
double resting_place(const Fling& fling);           // whole pixels

// The fling that comes to rest by so much further on.
Fling fling_by(double distance_px, double from_px, base::Instant now, double least_px, double most_px);

// Beyond an end a page follows the finger only by a third.
double rubber_band(double wanted_px, double least_px, double most_px);
// The inverse: where the finger must have wanted it.
double rubber_wanted(double shown_px, double least_px, double most_px);

// From 0 to 1 over a duration: fast first, then slower.
double ease_out(base::Seconds since_start, base::Seconds duration);

}  // namespace hub::ui
