// A clock that runs as the machine's does, and begins on another day or at another time of day.
#pragma once

#include <optional>

#include "base/clock.h"

namespace hub::kiosk {

class ShiftedClock : public base::SystemClock {
 public:
  // What is not given is the machine's.
  ShiftedClock(std::optional<base::Date> date, std::optional<std::chrono::minutes> time_of_day);
  base::LocalTime local() const override { return SystemClock::local() + ahead_; }

 private:
  std::chrono::milliseconds ahead_{};  // of the machine's local time
};

}  // namespace hub::kiosk
