#include "platform/x_facts.h"

#include <X11/Xlib.h>

#include "platform/touch_devices.h"

namespace hub::platform {

namespace {

std::vector<std::string> touch_screens(::Display* display) {
  std::vector<std::string> names;
  int major = 2;
  int minor = 2;
  int unused = 0;
  if (!XQueryExtension(display, "XInputExtension", &unused, &unused, &unused)) return names;
  if (XIQueryVersion(display, &major, &minor) != Success) return names;
  int count = 0;
  XIDeviceInfo* const infos = XIQueryDevice(display, XIAllDevices, &count);
  for (int i = 0; infos != nullptr && i < count; ++i) {
    if (infos[i].use == XISlavePointer && is_touch_screen(infos[i])) names.emplace_back(infos[i].name);
  }
  if (infos != nullptr) XIFreeDeviceInfo(infos);
  return names;
}

}  // namespace

std::optional<XFacts> x_facts() {
  ::Display* const display = XOpenDisplay(nullptr);
  if (display == nullptr) return std::nullopt;
  const int screen = DefaultScreen(display);
  XFacts facts{DisplayWidth(display, screen), DisplayHeight(display, screen), touch_screens(display)};
  XCloseDisplay(display);
  return facts;
}

}  // namespace hub::platform
