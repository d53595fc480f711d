#include "base/clock.h"

#include <ctime>

namespace hub::base {

Instant SystemClock::now() const { return std::chrono::steady_clock::now(); }

Date SystemClock::today() const {
  const std::time_t seconds = std::time(nullptr);
  std::tm local{};
  localtime_r(&seconds, &local);
  return Date{std::chrono::year{local.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
              std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

}  // namespace hub::base
