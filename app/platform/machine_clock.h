// What the machine's clock says, in which time zone, and who vouches for it.
#pragma once

#include <chrono>
#include <string>

#include "base/clock.h"
#include "base/clock_source.h"
#include "base/files.h"

namespace hub::platform {

struct MachineClock {
  base::LocalTime local{};
  std::chrono::seconds ahead_of_utc{};
  std::string zone;  // "Asia/Tokyo", else its short name: "JST"
  // The kernel's own word (adjtimex(2)), for whichever program it is that asks a time server. A service that may not
  // touch the clock may not ask either, and gets no.
  bool kernel_synchronised = false;
};
MachineClock machine_clock();

// Of systemd-timesyncd, which leaves a mark for everybody to see, since the machine started.
bool timesyncd_synchronised(const base::FileReader& files);
// There is a clock with a battery at least (class rtc); not all have a battery in them.
bool has_battery_clock(const base::FileReader& files);

// A battery's clock vouches when it says the same as the machine's, to two minutes, in UTC or in local time (as other
// systems keep it): one whose battery is missing or empty begins in 1970 or 2000.
base::ClockSource clock_source(const base::FileReader& files, const MachineClock& clock);

// How far the machine's time is ahead of what has gone by since it started. It changes by more than a second only when
// somebody sets the clock.
std::chrono::nanoseconds ahead_of_boot();

}  // namespace hub::platform
