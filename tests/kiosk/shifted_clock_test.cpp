#include "kiosk/shifted_clock.h"

#include <doctest/doctest.h>

using namespace hub;

TEST_CASE("a clock begins on the day and at the time that it is given, and where it is given none with the machine") {
  const base::Date date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};
  const auto ahead = [](const base::Clock& clock) { return clock.local() - base::SystemClock().local(); };
  const std::chrono::minutes morning(9 * 60 + 30);

  const kiosk::ShiftedClock both(date, morning);
  CHECK(both.today() == date);
  CHECK(base::time_of_day(both.local()) >= morning);
  CHECK(base::time_of_day(both.local()) < morning + std::chrono::hours(1));

  const kiosk::ShiftedClock neither(std::nullopt, std::nullopt);
  CHECK(std::chrono::abs(ahead(neither)) < std::chrono::hours(1));

  const kiosk::ShiftedClock day(date, std::nullopt);
  // A whole number of days away, give or take what this test takes.
  const auto off = std::chrono::abs(ahead(day)) % std::chrono::days(1);
  CHECK((off < std::chrono::hours(1) || off > std::chrono::hours(23)));
}
