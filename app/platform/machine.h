// What Linux and a Raspberry Pi tell about themselves in /sys, /proc and /run, as `hub-kiosk doctor` asks it. Nothing
// where they do not say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"

namespace hub::platform {

// Of the hottest part; class thermal.
std::optional<double> temperature_c(const base::FileReader& files);

// The supply's voltage is too low: the firmware's get_throttled, else the driver raspberrypi-hwmon.
struct SupplyVoltage {
  bool low_now = false;
  bool low_before = false;  // since the machine started
};
std::optional<SupplyVoltage> supply_voltage(const base::FileReader& files);

struct TouchDevice {
  std::string name;
  bool direct = false;  // a finger touches what it points at: a screen, not a touch pad
};
// Devices with multitouch axes (the kernel's input event codes); not only those that X uses.
std::vector<TouchDevice> touch_devices(const base::FileReader& files);

// Connected displays, as the kernel names them: "HDMI-A-1". Nothing: there is no graphics driver.
std::optional<std::vector<std::string>> connected_displays(const base::FileReader& files);

struct Mount {
  std::string type;  // "ext4", "overlay", "tmpfs"
  bool read_only = false;
};
// The file system that a folder is on; `folder` is absolute.
std::optional<Mount> mount_of(const base::FileReader& files, const std::string& folder);

struct Memory {
  int total_mb = 0;
  int available_mb = 0;
};
std::optional<Memory> memory(const base::FileReader& files);
// Of this process, without what is swapped out.
std::optional<int> resident_mb(const base::FileReader& files);

// What this process's user may still write where `path` is, which must be there.
std::optional<std::uint64_t> free_bytes(const std::string& path);

// What it is called in its network; may be empty.
std::string machine_name();

// A timer in the hardware that restarts the machine when it hangs.
enum class Watchdog { none, idle, active };
Watchdog hardware_watchdog(const base::FileReader& files);

}  // namespace hub::platform
