// What the X server that DISPLAY names knows of its screen and its touch devices.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace hub::platform {

struct XFacts {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::string> touch_screens;  // the devices' names
};
// Nothing: there is no such server.
std::optional<XFacts> x_facts();

}  // namespace hub::platform
