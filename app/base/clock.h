// Time comes in from outside. Timers run on the monotonic clock; the local time only decides which fiscal year is shown
// and whether the hub is open (a Raspberry Pi has no clock battery, so it may be wrong and may jump).
#pragma once

#include <chrono>

namespace hub::base {

using Seconds = std::chrono::duration<double>;
using Instant = std::chrono::time_point<std::chrono::steady_clock, std::chrono::nanoseconds>;
using Date = std::chrono::year_month_day;
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;  // rounded down

// Rounded up: who waits that long is never a moment too early.
inline std::chrono::nanoseconds nanoseconds_of(Seconds seconds) {
  return std::chrono::ceil<std::chrono::nanoseconds>(seconds);
}
inline Instant later(Instant instant, Seconds by) { return instant + nanoseconds_of(by); }

inline Date date_of(LocalTime time) { return Date{std::chrono::floor<std::chrono::days>(time)}; }
// Since midnight; 0 … 24 h.
inline std::chrono::milliseconds time_of_day(LocalTime time) {
  return time - std::chrono::floor<std::chrono::days>(time);
}

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;      // monotonic
  virtual LocalTime local() const = 0;  // date and time of day, as the machine believes them
  Date today() const { return date_of(local()); }
};

class SystemClock : public Clock {
 public:
  Instant now() const override;
  LocalTime local() const override;
};

// Stands still until it is told to move: tests, snapshot and replay run on it. It begins at noon, unless it is told.
class VirtualClock : public Clock {
 public:
  explicit VirtualClock(Date today, std::chrono::minutes time_of_day = std::chrono::hours(12))
      : local_at_start_(std::chrono::local_days(today) + time_of_day) {}
  Instant now() const override { return now_; }
  LocalTime local() const override {
    return local_at_start_ + std::chrono::floor<std::chrono::milliseconds>(now_.time_since_epoch());
  }
  void move_to(Instant then) { now_ = then; }
  void advance(Seconds by) { now_ = later(now_, by); }
  // The local time jumps, as when a machine learns it from the network; the monotonic one does not.
  void set_local(LocalTime time) { local_at_start_ += time - local(); }

 private:
  Instant now_{};
  LocalTime local_at_start_{};
};

}  // namespace hub::base
