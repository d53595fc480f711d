// Who vouches for the clock, and since when.
#include "kiosk/clock_trust.h"

#include <doctest/doctest.h>

#include "support/lobby.h"

using namespace hub;
using base::ClockSource;
using base::Seconds;

namespace {

struct Trust {
  base::VirtualClock clock{tests::kToday};
  kiosk::ClockTrust::Seen seen;
  int looks = 0;
  kiosk::ClockTrust trust{clock, [this] {
                            ++looks;
                            return seen;
                          }};
};

}  // namespace

TEST_CASE_FIXTURE(Trust, "nobody vouches until somebody does, which is seen within a minute, and then for good") {
  CHECK(trust.source() == ClockSource::none);
  CHECK(looks == 1);
  seen.source = ClockSource::synchronised;
  clock.advance(Seconds(59));
  CHECK(trust.source() == ClockSource::none);
  CHECK(looks == 1);
  CHECK(trust.next_look() == clock.now() + std::chrono::seconds(1));
  clock.advance(Seconds(1));
  CHECK(trust.source() == ClockSource::synchronised);
  CHECK_FALSE(trust.next_look());
  seen.source = ClockSource::none;
  clock.advance(Seconds(3600));
  CHECK(trust.source() == ClockSource::synchronised);
  CHECK(looks == 2);
}

TEST_CASE_FIXTURE(Trust, "a clock that was set is right, and one whose zone changed is looked at") {
  clock.set_local(clock.local() + std::chrono::hours(1));  // the zone, or summer time
  CHECK(trust.source() == ClockSource::none);
  CHECK(looks == 2);
  clock.set_local(clock.local() + std::chrono::hours(5));
  seen.ahead = std::chrono::hours(5);
  CHECK(trust.source() == ClockSource::set);
}

TEST_CASE_FIXTURE(Trust, "staff may say that it is right") {
  trust.confirm();
  CHECK(trust.source() == ClockSource::set);
  CHECK_FALSE(trust.next_look());
}
