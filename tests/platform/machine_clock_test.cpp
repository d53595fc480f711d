// Who vouches for the clock of machines that are folders in memory.
#include "platform/machine_clock.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

using namespace hub;
using base::ClockSource;

namespace {

constexpr std::chrono::hours kJapan{9};

platform::MachineClock clock_at(base::LocalTime local) { return {local, kJapan, "Asia/Tokyo", false}; }

const base::LocalTime kNow = std::chrono::local_days(std::chrono::year{2026} / 11 / 26) + std::chrono::hours(18);

std::string since_epoch(base::LocalTime local) {
  return std::to_string(std::chrono::floor<std::chrono::seconds>(local.time_since_epoch()).count()) + "\n";
}

}  // namespace

TEST_CASE("a time server vouches for the clock, by the mark of systemd-timesyncd or the kernel's word") {
  tests::MemoryFiles files;
  platform::MachineClock clock = clock_at(kNow);
  CHECK(platform::clock_source(files, clock) == ClockSource::none);
  clock.kernel_synchronised = true;
  CHECK(platform::clock_source(files, clock) == ClockSource::synchronised);
  clock.kernel_synchronised = false;
  files.files["/run/systemd/timesync/synchronized"] = "";
  CHECK(platform::clock_source(files, clock) == ClockSource::synchronised);
}

TEST_CASE("a battery vouches for the clock when it says the same") {
  tests::MemoryFiles files;
  const auto source = [&](const std::string& said) {
    files.files["/sys/class/rtc/rtc0/since_epoch"] = said;
    return platform::clock_source(files, clock_at(kNow));
  };
  CHECK_FALSE(platform::has_battery_clock(files));
  CHECK(source(since_epoch(kNow - kJapan)) == ClockSource::battery);
  CHECK(platform::has_battery_clock(files));
  CHECK(source(since_epoch(kNow - kJapan + std::chrono::seconds(100))) == ClockSource::battery);
  CHECK(source(since_epoch(kNow)) == ClockSource::battery);  // it keeps local time
  for (const std::string& wrong : {since_epoch(kNow - kJapan - std::chrono::hours(1)), std::string("1234\n"),
                                   std::string("946684800\n"), std::string("\n"), std::string("soon\n")}) {
    CHECK(source(wrong) == ClockSource::none);
  }
  files.files["/sys/class/rtc/rtc1/since_epoch"] = since_epoch(kNow - kJapan);
  CHECK(source("1234\n") == ClockSource::battery);
}

TEST_CASE("this machine's clock has a zone, and what is ahead of its start stays so") {
  const platform::MachineClock clock = platform::machine_clock();
  CHECK_FALSE(clock.zone.empty());
  CHECK(std::chrono::abs(clock.ahead_of_utc) <= std::chrono::hours(14));
  CHECK(std::chrono::abs(platform::ahead_of_boot() - platform::ahead_of_boot()) < std::chrono::seconds(1));
}
