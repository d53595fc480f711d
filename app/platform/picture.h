// A picture in memory, as the screen shows it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace hub::platform {

struct Picture {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> rgb;  // rows from the top, 3 bytes a pixel
};

std::string encode_png(const Picture& picture);

}  // namespace hub::platform
