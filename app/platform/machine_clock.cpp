#include "platform/machine_clock.h"

#include <sys/timex.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/parse.h"
#include "base/path.h"

namespace hub::platform {

namespace {

constexpr const char* kBatteryClocks = "/sys/class/rtc";
constexpr std::size_t kMostBytes = 4096;
constexpr std::chrono::seconds kAgree{120};

std::chrono::nanoseconds reading(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

// As it is set up for the whole machine (localtime(5)), unless this process was given another.
std::string zone_name(const std::tm& local) {
  if (const char* const own = std::getenv("TZ"); own != nullptr && *own != '\0') return own;
  std::error_code unknown;
  const std::string target = std::filesystem::read_symlink("/etc/localtime", unknown).string();
  constexpr std::string_view kFolder = "/zoneinfo/";
  const std::size_t at = target.find(kFolder);
  return at == std::string::npos ? local.tm_zone : target.substr(at + kFolder.size());
}

// Seconds since 1970 that each clock with a battery says.
std::vector<std::int64_t> battery_clocks(const base::FileReader& files) {
  std::vector<std::int64_t> seconds;
  const auto entries = files.list(kBatteryClocks);
  if (!entries) return seconds;
  for (const base::FileEntry& entry : entries.value()) {
    const auto read = files.read(base::join(base::join(kBatteryClocks, entry.name), "since_epoch"), kMostBytes);
    if (!read) continue;
    const std::string line = read.value().substr(0, read.value().find('\n'));
    if (const auto number = base::parse_number<std::int64_t>(line)) seconds.push_back(*number);
  }
  return seconds;
}

}  // namespace

MachineClock machine_clock() {
  MachineClock clock;
  clock.local = base::SystemClock().local();
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  clock.ahead_of_utc = std::chrono::seconds(local.tm_gmtoff);
  clock.zone = zone_name(local);
  timex asked{};  // nothing is changed
  const int state = adjtimex(&asked);
  clock.kernel_synchronised = state >= 0 && state != TIME_ERROR && (asked.status & STA_UNSYNC) == 0;
  return clock;
}

bool timesyncd_synchronised(const base::FileReader& files) {
  return files.exists("/run/systemd/timesync/synchronized");
}

bool has_battery_clock(const base::FileReader& files) {
  const auto entries = files.list(kBatteryClocks);
  return entries && !entries.value().empty();
}

base::ClockSource clock_source(const base::FileReader& files, const MachineClock& clock) {
  if (clock.kernel_synchronised || timesyncd_synchronised(files)) return base::ClockSource::synchronised;
  const std::int64_t local_s = std::chrono::floor<std::chrono::seconds>(clock.local.time_since_epoch()).count();
  const std::int64_t utc_s = local_s - clock.ahead_of_utc.count();
  const bool agrees = std::ranges::any_of(battery_clocks(files), [&](std::int64_t said_s) {
    return std::abs(said_s - utc_s) <= kAgree.count() || std::abs(said_s - local_s) <= kAgree.count();
  });
  return agrees ? base::ClockSource::battery : base::ClockSource::none;
}

std::chrono::nanoseconds ahead_of_boot() { return reading(CLOCK_REALTIME) - reading(CLOCK_BOOTTIME); }

}  // namespace hub::platform
