// A picture that the app did not draw itself: a page of a report, a screen as it showed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace hub::ui {

struct Bitmap {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> rgba;  // rows from the top, 4 bytes a pixel

  bool whole() const {
    return width_px > 0 && height_px > 0 &&
           rgba.size() == static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px) * 4;
  }
};

// Never changed once it is shared: a changed picture is another one.
using SharedBitmap = std::shared_ptr<const Bitmap>;

}  // namespace hub::ui
