#include "platform/screen_power.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <vector>

#include "base/files.h"
#include "platform/command.h"

// Xlib's macros must not meet our names.
#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

namespace hub::platform {

namespace {

// FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN of linux/fb.h.
constexpr char kOn = '0';
constexpr char kOff = '4';

constexpr base::Seconds kAnswer{2};  // longer than a compositor needs that is well

bool write_power(const std::string& path, bool on) {
  const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  const char power = on ? kOn : kOff;
  const bool written = write(file, &power, 1) == 1;
  close(file);
  return written;
}

// Those that may be written to.
std::vector<std::string> backlights_lit(const std::string& root) {
  const std::string folder = root + "/sys/class/backlight";
  std::vector<std::string> paths;
  const auto entries = base::DiskFiles().list(folder);
  if (!entries) return paths;
  for (const base::FileEntry& entry : entries.value()) paths.push_back(folder + "/" + entry.name + "/bl_power");
  std::erase_if(paths, [](const std::string& path) { return !write_power(path, true); });
  return paths;
}

// wlr-randr begins the lines of an output with blanks, but for the first one: HDMI-A-1 "Maker and model".
std::vector<std::string> output_names(const std::string& printed) {
  std::vector<std::string> names;
  std::istringstream lines(printed);
  for (std::string line; std::getline(lines, line);) {
    const std::string name = line.substr(0, line.find(' '));
    if (!name.empty()) names.push_back(name);
  }
  return names;
}

}  // namespace

struct ScreenPower::Inside {
  std::vector<std::string> backlights;
  ::Display* display = nullptr;
  bool dpms = false;
  std::vector<std::string> outputs;                 // of the compositor
  std::vector<std::unique_ptr<Command>> switching;  // one an output, perhaps still at work

  Inside() = default;
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() {
    if (display != nullptr) XCloseDisplay(display);
  }

  void open_display() {
    display = XOpenDisplay(nullptr);
    if (display == nullptr) return;
    XSetScreenSaver(display, 0, 0, DontPreferBlanking, DontAllowExposures);
    int unused = 0;
    dpms = DPMSQueryExtension(display, &unused, &unused) && DPMSCapable(display);
    if (dpms) {
      DPMSSetTimeouts(display, 0, 0, 0);
      DPMSEnable(display);
      DPMSForceLevel(display, DPMSModeOn);
    }
    XSync(display, False);
  }

  void find_outputs() {
    const char* const wayland = std::getenv("WAYLAND_DISPLAY");
    if (wayland == nullptr || *wayland == '\0') return;
    outputs = output_names(Command({"wlr-randr"}).output(kAnswer).value_or(""));
    switch_outputs(true);
  }

  void switch_outputs(bool on) {
    switching.clear();
    for (const std::string& name : outputs) {
      switching.push_back(
          std::make_unique<Command>(std::vector<std::string>{"wlr-randr", "--output", name, on ? "--on" : "--off"}));
      switching.back()->start();
    }
  }
};

ScreenPower::ScreenPower(const std::string& root) : inside_(std::make_unique<Inside>()) {
  inside_->backlights = backlights_lit(root);
  inside_->open_display();
  if (means() == Means::none) inside_->find_outputs();
}

ScreenPower::~ScreenPower() = default;

ScreenPower::Means ScreenPower::means() const {
  if (!inside_->backlights.empty()) return Means::backlight;
  if (inside_->dpms) return Means::dpms;
  return inside_->outputs.empty() ? Means::none : Means::compositor;
}

void ScreenPower::set_lit(bool on) {
  switch (means()) {
    case Means::backlight:
      for (const std::string& path : inside_->backlights) write_power(path, on);
      break;
    case Means::dpms:
      DPMSForceLevel(inside_->display, on ? DPMSModeOn : DPMSModeOff);
      XSync(inside_->display, False);
      break;
    case Means::compositor:
      inside_->switch_outputs(on);
      break;
    case Means::none:
      break;
  }
}

}  // namespace hub::platform
