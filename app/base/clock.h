// Time comes in from outside. Timers run on the monotonic clock; the date only decides which fiscal year is shown
// (a Raspberry Pi has no clock battery, so the date may be wrong and may jump).
#pragma once

#include <chrono>

namespace hub::base {

using Seconds = std::chrono::duration<double>;
using Instant = std::chrono::time_point<std::chrono::steady_clock, std::chrono::nanoseconds>;
using Date = std::chrono::year_month_day;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;  // monotonic
  virtual Date today() const = 0;   // local calendar date, as the machine believes it
};

class SystemClock : public Clock {
 public:
  Instant now() const override;
  Date today() const override;
};

// Stands still until it is told to move: tests, snapshot and replay run on it.
class VirtualClock : public Clock {
 public:
  explicit VirtualClock(Date today) : today_(today) {}
  Instant now() const override { return now_; }
  Date today() const override { return today_; }
  void move_to(Instant then) { now_ = then; }
  void advance(Seconds by) { now_ += std::chrono::duration_cast<std::chrono::nanoseconds>(by); }

 private:
  Instant now_{};
  Date today_;
};

}  // namespace hub::base
