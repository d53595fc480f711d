#include "base/result.h"

#include <doctest/doctest.h>

#include <memory>

#include "base/clock.h"

using namespace hub::base;

TEST_CASE("a result holds a value or an error") {
  const Result<int> seven = 7;
  CHECK(seven.ok());
  CHECK(seven.value() == 7);
  const Result<int> wrong = Error{{"だめです", "no"}, {}};
  CHECK(!wrong);
  CHECK(wrong.error().what.in(StaffLanguage::ja) == "だめです");
  CHECK(wrong.error().what.in(StaffLanguage::en) == "no");
  Result<std::unique_ptr<int>> owned = std::make_unique<int>(3);
  CHECK(*std::move(owned).value() == 3);
}

TEST_CASE("a virtual clock stands still until it is told to move") {
  VirtualClock clock(Date{std::chrono::year{2024}, std::chrono::April, std::chrono::day{1}});
  const Instant before = clock.now();
  CHECK(clock.now() == before);
  clock.advance(Seconds(1.5));
  CHECK(clock.now() - before == std::chrono::milliseconds(1500));
  CHECK(clock.today().month() == std::chrono::April);
}

TEST_CASE("the system's clock only goes forward and knows a date") {
  const SystemClock clock;
  const Instant before = clock.now();
  CHECK(clock.now() >= before);
  CHECK(clock.today().ok());
}
