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

// Quickly: it is to be seen soon. Small: it is kept, or sent to many.
enum class PngEffort { small, quick };
std::string encode_png(const Picture& picture, PngEffort effort = PngEffort::small);

// In 256 colours at most, the commonest: small pictures of screens, in a fifth of the bytes.
std::string encode_png_of_few_colours(const Picture& picture);

}  // namespace hub::platform
