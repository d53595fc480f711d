#include "platform/screen_power.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <vector>

#include "base/child_process.h"
#include "base/file_descriptor.h"
#include "base/files.h"
#include "base/path.h"

// Xlib's macros must not meet our names.
#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

namespace hub::platform {

namespace {

// FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN of linux/fb.h.
constexpr char kOn = '0';
constexpr char kOff = '4';

constexpr base::ChildBounds kAnswer{base::Seconds(2), 64 << 10};  // more than a compositor needs that is well

void write_power(const std::string& path, bool on) {
  const base::FileDescriptor file(open(path.c_str(), O_WRONLY | O_CLOEXEC));
  const char power = on ? kOn : kOff;
  if (!file.open()) return;
  [[maybe_unused]] const ssize_t written = write(file.number(), &power, 1);
}

// The bl_power of those that we may switch.
std::vector<std::string> find_backlights(const std::string& root) {
  const std::string folder = root + "/sys/class/backlight";
  std::vector<std::string> paths;
  const auto entries = base::DiskFiles().list(folder);
  if (!entries) return paths;
  for (const base::FileEntry& entry : entries.value()) {
    const std::string path = base::join(base::join(folder, entry.name), "bl_power");
    if (access(path.c_str(), W_OK) == 0) paths.push_back(path);
  }
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

struct ScreenPower::Impl {
  std::vector<std::string> backlights;
  ::Display* display = nullptr;
  bool dpms = false;
  std::vector<std::string> outputs;                            // of the compositor
  std::vector<std::unique_ptr<base::ChildProcess>> switching;  // one an output, perhaps still at work

  explicit Impl(const std::string& root) : backlights(find_backlights(root)), display(XOpenDisplay(nullptr)) {
    int unused = 0;
    dpms = display != nullptr && DPMSQueryExtension(display, &unused, &unused) && DPMSCapable(display);
    if (backlights.empty() && !dpms) find_outputs();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (display != nullptr) XCloseDisplay(display);
  }

  Means means() const {
    if (!backlights.empty()) return Means::backlight;
    if (dpms) return Means::dpms;
    return outputs.empty() ? Means::none : Means::compositor;
  }

  void find_outputs() {
    const char* const wayland = std::getenv("WAYLAND_DISPLAY");
    if (wayland == nullptr || *wayland == '\0') return;
    const base::ChildOutcome asked = base::run_child({.words = {"wlr-randr"}}, kAnswer);
    outputs = output_names(asked.well() ? asked.output : "");
  }

  // X blanks screens after ten minutes, unless it is told not to.
  void keep_x_from_switching() const {
    if (display == nullptr) return;
    XSetScreenSaver(display, 0, 0, DontPreferBlanking, DontAllowExposures);
    if (dpms) DPMSSetTimeouts(display, 0, 0, 0);
    if (dpms) DPMSEnable(display);
    XSync(display, False);
  }

  void switch_outputs(bool on) {
    if (!on) find_outputs();  // another display may have been plugged in
    switching.clear();
    for (const std::string& name : outputs) {
      const base::ChildProgram program{.words = {"wlr-randr", "--output", name, on ? "--on" : "--off"}};
      switching.push_back(std::make_unique<base::ChildProcess>(program));
    }
  }
};

ScreenPower::ScreenPower(const std::string& root) : impl_(std::make_unique<Impl>(root)), means_(impl_->means()) {
  impl_->keep_x_from_switching();
  set_lit(true);
}

ScreenPower::~ScreenPower() = default;

ScreenPower::Means ScreenPower::find(const std::string& root) { return Impl(root).means(); }

void ScreenPower::set_lit(bool on) {
  switch (means_) {
    case Means::backlight:
      for (const std::string& path : impl_->backlights) write_power(path, on);
      break;
    case Means::dpms:
      DPMSForceLevel(impl_->display, on ? DPMSModeOn : DPMSModeOff);
      XSync(impl_->display, False);
      break;
    case Means::compositor:
      impl_->switch_outputs(on);
      break;
    case Means::none:
      break;
  }
}

}  // namespace hub::platform
