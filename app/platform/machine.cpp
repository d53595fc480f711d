#include "platform/machine.h"

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <limits>
#include <sstream>
#include <string_view>

#include "base/parse.h"
#include "base/path.h"

namespace hub::platform {

namespace {

constexpr std::size_t kMostBytes = 256 << 10;
constexpr int kAbsMtPositionX = 0x35;  // linux/input-event-codes.h
constexpr int kPropDirect = 0x01;
constexpr int kKilobytesPerMegabyte = 1024;

// Without what follows its first line; empty where it cannot be read.
std::string line_of(const base::FileReader& files, const std::string& path) {
  const base::Result<std::string> bytes = files.read(path, kMostBytes);
  return bytes ? bytes.value().substr(0, bytes.value().find('\n')) : std::string();
}

std::string text_of(const base::FileReader& files, const std::string& path) {
  base::Result<std::string> bytes = files.read(path, kMostBytes);
  return bytes ? std::move(bytes).value() : std::string();
}

// The paths in a folder whose names begin so, sorted.
std::vector<std::string> paths_of(const base::FileReader& files, const std::string& folder,
                                  std::string_view beginning) {
  std::vector<std::string> paths;
  const auto entries = files.list(folder);
  if (!entries) return paths;
  for (const base::FileEntry& entry : entries.value()) {
    if (entry.name.starts_with(beginning)) paths.push_back(base::join(folder, entry.name));
  }
  return paths;
}

// The kernel writes bits in hexadecimal words, the last of them with the lowest, each as wide as our long.
bool has_bit(const std::string& words, int bit) {
  constexpr int kWord = std::numeric_limits<unsigned long>::digits;
  std::istringstream in(words);
  std::vector<std::string> all;
  for (std::string word; in >> word;) all.push_back(word);
  const std::size_t back = static_cast<std::size_t>(bit / kWord);
  if (back >= all.size()) return false;
  const auto word = base::parse_number<unsigned long>(all[all.size() - 1 - back], 16);
  return word && (*word >> (bit % kWord) & 1) != 0;
}

}  // namespace

std::optional<double> temperature_c(const base::FileReader& files) {
  std::optional<double> hottest;
  for (const std::string& zone : paths_of(files, "/sys/class/thermal", "thermal_zone")) {
    const auto millidegrees = base::parse_number<int>(line_of(files, zone + "/temp"));
    if (millidegrees) hottest = std::max(hottest.value_or(-273), *millidegrees / 1000.0);
  }
  return hottest;
}

std::optional<SupplyVoltage> supply_voltage(const base::FileReader& files) {
  constexpr unsigned kLowNow = 1U << 0;
  constexpr unsigned kLowBefore = 1U << 16;
  std::string throttled = line_of(files, "/sys/devices/platform/soc/soc:firmware/get_throttled");
  if (throttled.starts_with("0x")) throttled.erase(0, 2);
  if (const auto bits = base::parse_number<unsigned>(throttled, 16)) {
    return SupplyVoltage{(*bits & kLowNow) != 0, (*bits & kLowBefore) != 0};
  }
  for (const std::string& sensor : paths_of(files, "/sys/class/hwmon", "hwmon")) {
    if (line_of(files, sensor + "/name") != "rpi_volt") continue;
    const bool low = line_of(files, sensor + "/in0_lcrit_alarm") == "1";
    return SupplyVoltage{low, low};
  }
  return std::nullopt;
}

std::vector<TouchDevice> touch_devices(const base::FileReader& files) {
  std::vector<TouchDevice> devices;
  for (const std::string& event : paths_of(files, "/sys/class/input", "event")) {
    const std::string device = event + "/device";
    if (!has_bit(line_of(files, device + "/capabilities/abs"), kAbsMtPositionX)) continue;
    devices.push_back({line_of(files, device + "/name"), has_bit(line_of(files, device + "/properties"), kPropDirect)});
  }
  return devices;
}

std::optional<std::vector<std::string>> connected_displays(const base::FileReader& files) {
  const std::vector<std::string> connectors = paths_of(files, "/sys/class/drm", "card");
  if (connectors.empty()) return std::nullopt;
  std::vector<std::string> connected;
  for (const std::string& path : connectors) {
    if (line_of(files, path + "/status") != "connected") continue;
    const std::string name = path.substr(path.find_last_of('/') + 1);  // card1-HDMI-A-1
    connected.push_back(name.substr(name.find('-') + 1));
  }
  return connected;
}

// proc(5), mounts: device, folder, type, options. A later line hides earlier ones of the same folder.
std::optional<Mount> mount_of(const base::FileReader& files, const std::string& folder) {
  std::optional<Mount> found;
  std::size_t longest = 0;
  std::istringstream lines(text_of(files, "/proc/mounts"));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string device, at, type, options;
    if (!(words >> device >> at >> type >> options) || at.size() < longest) continue;
    const bool inside = at == "/" || folder == at || folder.starts_with(at + "/");
    if (!inside) continue;
    longest = at.size();
    found = Mount{type, options == "ro" || options.starts_with("ro,")};
  }
  return found;
}

std::optional<Memory> memory(const base::FileReader& files) {
  Memory memory;
  std::istringstream lines(text_of(files, "/proc/meminfo"));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name;
    int kilobytes = 0;
    if (!(words >> name >> kilobytes)) continue;
    if (name == "MemTotal:") memory.total_mb = kilobytes / kKilobytesPerMegabyte;
    if (name == "MemAvailable:") memory.available_mb = kilobytes / kKilobytesPerMegabyte;
  }
  return memory.total_mb > 0 ? std::optional(memory) : std::nullopt;
}

std::optional<int> resident_mb(const base::FileReader& files) {
  std::istringstream lines(text_of(files, "/proc/self/status"));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name;
    int kilobytes = 0;
    if (words >> name >> kilobytes && name == "VmRSS:") return kilobytes / kKilobytesPerMegabyte;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> free_bytes(const std::string& path) {
  struct statvfs space {};
  if (statvfs(path.c_str(), &space) != 0) return std::nullopt;
  return static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize;
}

std::string machine_name() {
  char name[256] = {};
  return ::gethostname(name, sizeof name - 1) == 0 ? name : "";
}

Watchdog hardware_watchdog(const base::FileReader& files) {
  const std::vector<std::string> watchdogs = paths_of(files, "/sys/class/watchdog", "watchdog");
  const bool active = std::ranges::any_of(
      watchdogs, [&](const std::string& path) { return line_of(files, path + "/state") == "active"; });
  if (active) return Watchdog::active;
  return watchdogs.empty() ? Watchdog::none : Watchdog::idle;
}

}  // namespace hub::platform
