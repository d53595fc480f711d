#include "kiosk/shifted_clock.h"

namespace hub::kiosk {

ShiftedClock::ShiftedClock(std::optional<base::Date> date, std::optional<std::chrono::minutes> time_of_day) {
  const base::LocalTime here = SystemClock::local();
  const base::LocalTime there = std::chrono::local_days(date.value_or(base::date_of(here))) +
                                (time_of_day ? *time_of_day : base::time_of_day(here));
  ahead_ = there - here;
}

}  // namespace hub::kiosk
