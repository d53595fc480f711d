// What a machine tells about itself, on machines that are folders in memory.
#include "platform/machine.h"

#include <doctest/doctest.h>

#include "platform/machine_clock.h"
#include "support/memory_files.h"

using namespace hub;

namespace {
constexpr bool kWide = sizeof(long) == 8;
}

TEST_CASE("a machine that says nothing is not guessed at") {
  const tests::MemoryFiles none;
  CHECK_FALSE(platform::temperature_c(none));
  CHECK_FALSE(platform::supply_voltage(none));
  CHECK(platform::touch_devices(none).empty());
  CHECK_FALSE(platform::connected_displays(none));
  CHECK_FALSE(platform::has_battery_clock(none));
  CHECK_FALSE(platform::timesyncd_synchronised(none));
  CHECK_FALSE(platform::mount_of(none, "/"));
  CHECK_FALSE(platform::memory(none));
  CHECK_FALSE(platform::resident_mb(none));
  CHECK(platform::hardware_watchdog(none) == platform::Watchdog::none);
}

TEST_CASE("the hottest part's temperature counts") {
  tests::MemoryFiles files;
  files.files["/sys/class/thermal/thermal_zone0/temp"] = "48312\n";
  files.files["/sys/class/thermal/thermal_zone1/temp"] = "61250\n";
  files.files["/sys/class/thermal/thermal_zone2/temp"] = "broken\n";
  files.files["/sys/class/thermal/cooling_device0/temp"] = "99000\n";
  CHECK(platform::temperature_c(files) == doctest::Approx(61.25));
}

TEST_CASE("a low voltage is known by the firmware, or by the driver") {
  tests::MemoryFiles files;
  files.files["/sys/class/hwmon/hwmon0/name"] = "cpu_thermal\n";
  files.files["/sys/class/hwmon/hwmon0/in0_lcrit_alarm"] = "1\n";
  CHECK_FALSE(platform::supply_voltage(files));
  files.files["/sys/class/hwmon/hwmon1/name"] = "rpi_volt\n";
  files.files["/sys/class/hwmon/hwmon1/in0_lcrit_alarm"] = "1\n";
  REQUIRE(platform::supply_voltage(files));
  CHECK(platform::supply_voltage(files)->low_now);
  const std::string throttled = "/sys/devices/platform/soc/soc:firmware/get_throttled";
  files.files[throttled] = "50000\n";
  CHECK_FALSE(platform::supply_voltage(files)->low_now);
  CHECK(platform::supply_voltage(files)->low_before);
  files.files[throttled] = "0x50005\n";
  CHECK(platform::supply_voltage(files)->low_now);
  files.files[throttled] = "0\n";
  CHECK_FALSE(platform::supply_voltage(files)->low_before);
}

TEST_CASE("a touch screen has multitouch axes, and a finger touches what it points at") {
  tests::MemoryFiles files;
  const auto device = [&](const std::string& event, const char* name, const char* abs, const char* properties) {
    const std::string path = "/sys/class/input/" + event + "/device/";
    files.files[path + "name"] = std::string(name) + "\n";
    files.files[path + "capabilities/abs"] = std::string(abs) + "\n";
    files.files[path + "properties"] = std::string(properties) + "\n";
  };
  device("event0", "Mouse", "0", "0");
  device("event1", "Joystick", "3001b", "0");
  device("event2", "Touch pad", kWide ? "2e0800000000003" : "2e08000 3", "5");
  device("event3", "ILITEK Multi-Touch", kWide ? "260800000000003" : "2608000 3", "2");
  device("mouse0", "Not an event", kWide ? "260800000000003" : "2608000 3", "2");
  const auto found = platform::touch_devices(files);
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Touch pad");
  CHECK_FALSE(found[0].direct);
  CHECK(found[1].name == "ILITEK Multi-Touch");
  CHECK(found[1].direct);
}

TEST_CASE("connected displays are named as the kernel names them") {
  tests::MemoryFiles files;
  files.files["/sys/class/drm/card1/dev"] = "226:1\n";
  files.files["/sys/class/drm/card1-HDMI-A-1/status"] = "connected\n";
  files.files["/sys/class/drm/card1-HDMI-A-2/status"] = "disconnected\n";
  CHECK(platform::connected_displays(files) == std::vector<std::string>{"HDMI-A-1"});
  files.files["/sys/class/drm/card1-HDMI-A-1/status"] = "disconnected\n";
  CHECK(platform::connected_displays(files) == std::vector<std::string>{});
}

TEST_CASE("a folder is on the file system that is mounted nearest above it, the last one of a place") {
  tests::MemoryFiles files;
  files.files["/proc/mounts"] =
      "/dev/mmcblk0p2 / ext4 rw,noatime 0 0\n"
      "overlayroot / overlay ro,relatime,lowerdir=/lower 0 0\n"
      "/dev/mmcblk0p3 /var/lib/hub-kiosk ext4 rw,noatime 0 0\n"
      "tmpfs /run tmpfs rw 0 0\n";
  const auto type = [&](const char* folder) { return platform::mount_of(files, folder)->type; };
  CHECK(type("/") == "overlay");
  CHECK(platform::mount_of(files, "/")->read_only);
  CHECK(type("/var/lib") == "overlay");
  CHECK(type("/var/lib/hub-kiosk") == "ext4");
  CHECK(type("/var/lib/hub-kiosk/state") == "ext4");
  CHECK(type("/var/lib/hub-kiosk-other") == "overlay");
  CHECK(type("/runs") == "overlay");
  CHECK_FALSE(platform::mount_of(files, "/run/user")->read_only);
}

TEST_CASE("memory and watchdog are told") {
  tests::MemoryFiles files;
  files.files["/proc/meminfo"] = "MemTotal:         945512 kB\nMemFree: 1 kB\nMemAvailable:     501224 kB\n";
  REQUIRE(platform::memory(files));
  CHECK(platform::memory(files)->total_mb == 923);
  CHECK(platform::memory(files)->available_mb == 489);
  files.files["/proc/self/status"] = "Name:\thub-kiosk\nVmHWM:\t  999999 kB\nVmRSS:\t  204800 kB\nRssAnon:\t 1 kB\n";
  CHECK(platform::resident_mb(files) == 200);
  files.files["/sys/class/watchdog/watchdog0/state"] = "inactive\n";
  CHECK(platform::hardware_watchdog(files) == platform::Watchdog::idle);
  files.files["/sys/class/watchdog/watchdog0/state"] = "active\n";
  CHECK(platform::hardware_watchdog(files) == platform::Watchdog::active);
}

TEST_CASE("a folder has room that can be asked for, and one that is not there has none") {
  REQUIRE(platform::free_bytes("/"));
  CHECK_FALSE(platform::free_bytes("/no/such/folder"));
}
