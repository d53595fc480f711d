#include "base/clock.h"

#include <ctime>

namespace hub::base {

Instant SystemClock::now() const { return std::chrono::steady_clock::now(); }

LocalTime SystemClock::local() const {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  std::tm local{};
  localtime_r(&now.tv_sec, &local);
  const Date date{std::chrono::year{local.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                  std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  return std::chrono::local_days(date) + std::chrono::hours(local.tm_hour) + std::chrono::minutes(local.tm_min) +
         std::chrono::seconds(local.tm_sec) +
         std::chrono::floor<std::chrono::milliseconds>(std::chrono::nanoseconds(now.tv_nsec));
}

}  // namespace hub::base
