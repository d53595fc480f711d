#include "ui/touch/kinetics.h"

#include <algorithm>
#include <cmath>

#include "ui/geometry/geometry.h"

namespace hub::ui {

namespace {

constexpr double kFriction_s = 0.325;   // after so long a fling has lost 63 % of its speed
constexpr double kSpring_per_s = 14.0;  // of a critically damped spring: home in about half a second
constexpr double kBand = 1.0 / 3;
constexpr double kStill_px = 0.5;  // what is left to go when nothing moves any more

double seconds_into(const Fling& fling, base::Instant now) {
  return std::max(0.0, base::Seconds(now - fling.since).count());
}

// The way back to `end` of something that is `beyond_px` beyond it and moves away with a speed.
struct Spring {
  double end_px;
  double beyond_px;
  double speed_px_s;

  double at(double t_s) const {
    return end_px + (beyond_px + (speed_px_s + kSpring_per_s * beyond_px) * t_s) * std::exp(-kSpring_per_s * t_s);
  }
  // The polynomial before the exponential is at most this in pixels a second.
  bool rests(double t_s) const {
    const double most = std::abs(beyond_px) + (std::abs(speed_px_s) + kSpring_per_s * std::abs(beyond_px)) * t_s;
    return t_s > 1 / kSpring_per_s && most * std::exp(-kSpring_per_s * t_s) < kStill_px;
  }
};

// A fling is friction alone, a spring alone, or friction until it meets an end and then a spring.
struct Course {
  bool springs = false;
  double spring_after_s = 0;
  Spring spring{};
};

Course course_of(const Fling& fling) {
  if (fling.from_px < fling.least_px || fling.from_px > fling.most_px) {
    const double end = bounded(fling.from_px, fling.least_px, fling.most_px);
    return {true, 0, {end, fling.from_px - end, fling.speed_px_s}};
  }
  const double reach = fling.speed_px_s * kFriction_s;
  const double stop = fling.from_px + reach;
  if (stop >= fling.least_px && stop <= fling.most_px) return {};
  const double end = bounded(stop, fling.least_px, fling.most_px);
  const double part = (end - fling.from_px) / reach;  // of the way that friction alone would have let it go
  const double meets_s = -kFriction_s * std::log1p(-part);
  return {true, meets_s, {end, 0, fling.speed_px_s * (1 - part) * kBand}};
}

}  // namespace

double resting_place(const Fling& fling) {
  const Course course = course_of(fling);
  return std::round(course.springs ? course.spring.end_px : fling.from_px + fling.speed_px_s * kFriction_s);
}

double position(const Fling& fling, base::Instant now) {
  const double t_s = seconds_into(fling, now);
  const Course course = course_of(fling);
  if (course.springs && t_s >= course.spring_after_s) return course.spring.at(t_s - course.spring_after_s);
  return fling.from_px + fling.speed_px_s * kFriction_s * -std::expm1(-t_s / kFriction_s);
}

bool rests(const Fling& fling, base::Instant now) {
  const double t_s = seconds_into(fling, now);
  const Course course = course_of(fling);
  if (course.springs) return t_s >= course.spring_after_s && course.spring.rests(t_s - course.spring_after_s);
  return std::abs(fling.speed_px_s) * kFriction_s * std::exp(-t_s / kFriction_s) < kStill_px;
}

Fling fling_by(double distance_px, double from_px, base::Instant now, double least_px, double most_px) {
  return {from_px, distance_px / kFriction_s, now, least_px, most_px};
}

double rubber_band(double wanted_px, double least_px, double most_px) {
  const double end = bounded(wanted_px, least_px, most_px);
  return end + (wanted_px - end) * kBand;
}

double rubber_wanted(double shown_px, double least_px, double most_px) {
  const double end = bounded(shown_px, least_px, most_px);
  return end + (shown_px - end) / kBand;
}

double ease_out(base::Seconds since_start, base::Seconds duration) {
  const double left = 1 - bounded(since_start / duration, 0.0, 1.0);
  return 1 - left * left * left;
}

}  // namespace hub::ui
