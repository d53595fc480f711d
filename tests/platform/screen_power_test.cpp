// The screen's light, with a backlight in a folder, a real Xorg, and a compositor that is a script.
#include "platform/screen_power.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "child.h"
#include "support/needs.h"
#include "support/touch_screen.h"

// Xlib's macros must not meet the tests' names.
#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

using hub::platform::ScreenPower;
using Means = ScreenPower::Means;

namespace {

struct Place {
  Place() : root(std::filesystem::temp_directory_path() / ("hub-kiosk-power-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(root);
    std::filesystem::create_directories(root);
  }
  ~Place() { std::filesystem::remove_all(root); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  void write(const std::string& path, const std::string& bytes) const {
    std::filesystem::create_directories((root / path).parent_path());
    std::ofstream(root / path) << bytes;
  }
  std::string read(const std::string& path) const {
    std::ifstream file(root / path);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::filesystem::path root;
};

const hub::tests::Environment kNoDisplay = {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}};

// Until what another process writes is there.
bool becomes(const Place& place, const std::string& path, const std::string& wanted) {
  for (int tries = 0; tries < 2000; ++tries) {
    if (place.read(path) == wanted) return true;
    usleep(5000);
  }
  return false;
}

}  // namespace

TEST_CASE("a backlight is switched, every one of them, and on at the start") {
  if (!hub::tests::is_child()) {
    CHECK(hub::tests::run_cases("a backlight is switched*", kNoDisplay) == 0);
    return;
  }
  const Place place;
  const std::string first = "sys/class/backlight/10-0045/bl_power", second = "sys/class/backlight/other/bl_power";
  place.write(first, "4");
  place.write(second, "4");
  CHECK(ScreenPower::find(place.root) == Means::backlight);
  CHECK(place.read(first) == "4");  // looking switches nothing
  ScreenPower power(place.root);
  CHECK(power.means() == Means::backlight);
  CHECK(place.read(first) == "0");
  CHECK(place.read(second) == "0");
  power.set_lit(false);
  CHECK(place.read(first) == "4");
  CHECK(place.read(second) == "4");
  power.set_lit(true);
  CHECK(place.read(first) == "0");
  std::filesystem::remove_all(place.root / "sys");
  power.set_lit(false);  // it has gone, and nothing is wrong
}

TEST_CASE("where nothing can be switched, nothing is") {
  if (!hub::tests::is_child()) {
    CHECK(hub::tests::run_cases("where nothing can*", kNoDisplay) == 0);
    return;
  }
  const Place place;
  ScreenPower power(place.root);
  CHECK(power.means() == Means::none);
  power.set_lit(false);
  power.set_lit(true);
}

TEST_CASE("X does not blank the display by itself") {
  const hub::tests::TouchScreen screen(320, 240);
  HUB_NEEDS(screen);
  Display* const display = XOpenDisplay(screen.display().c_str());
  REQUIRE(display != nullptr);
  XSetScreenSaver(display, 600, 600, DefaultBlanking, DefaultExposures);
  XSync(display, False);
  const Place place;
  const ScreenPower power(place.root);
  int timeout_s = 99, unused = 0;
  XGetScreenSaver(display, &timeout_s, &unused, &unused, &unused);
  CHECK(timeout_s == 0);
  XCloseDisplay(display);
}

TEST_CASE("the display's power is switched through X, and X does not switch it by itself") {
  const hub::tests::TouchScreen screen(320, 240);
  HUB_NEEDS(screen);
  Display* const display = XOpenDisplay(screen.display().c_str());
  REQUIRE(display != nullptr);
  int unused = 0;
  if (!DPMSQueryExtension(display, &unused, &unused) || !DPMSCapable(display)) {
    XCloseDisplay(display);
    return hub::tests::skip_anywhere("only X with a real display can switch its power (DPMS)");
  }
  const auto level = [&] {
    CARD16 power_level = 99;
    BOOL enabled = False;
    DPMSInfo(display, &power_level, &enabled);
    return enabled ? power_level : 99;
  };
  DPMSEnable(display);
  DPMSForceLevel(display, DPMSModeOff);
  XSync(display, False);
  const Place place;
  ScreenPower power(place.root);
  CHECK(power.means() == Means::dpms);
  CHECK(level() == DPMSModeOn);
  CARD16 standby = 99, suspend = 99, off = 99;
  DPMSGetTimeouts(display, &standby, &suspend, &off);
  CHECK(standby + suspend + off == 0);
  power.set_lit(false);
  CHECK(level() == DPMSModeOff);
  power.set_lit(true);
  CHECK(level() == DPMSModeOn);
  XCloseDisplay(display);
}

TEST_CASE("a compositor's outputs are switched with wlr-randr") {
  if (!hub::tests::is_child()) {
    CHECK(hub::tests::run_cases("a compositor's outputs*", {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", "wayland-0"}}) == 0);
    return;
  }
  const Place place;
  const std::string done = (place.root / "done").string();
  place.write("wlr-randr",
              "#!/bin/sh\nif [ $# = 0 ]; then printf 'HDMI-A-1 \"X\"\\n  Enabled: yes\\nDSI-1 \"Y\"\\n'; else echo "
              "\"$@\" >> '" +
                  done + "'.$2; fi\n");
  chmod((place.root / "wlr-randr").c_str(), 0755);
  setenv("PATH", (place.root.string() + ":/usr/bin:/bin").c_str(), 1);
  CHECK(ScreenPower::find(place.root) == Means::compositor);
  ScreenPower power(place.root);
  REQUIRE(power.means() == Means::compositor);
  CHECK(becomes(place, "done.HDMI-A-1", "--output HDMI-A-1 --on\n"));
  CHECK(becomes(place, "done.DSI-1", "--output DSI-1 --on\n"));
  power.set_lit(false);
  CHECK(becomes(place, "done.DSI-1", "--output DSI-1 --on\n--output DSI-1 --off\n"));
}
