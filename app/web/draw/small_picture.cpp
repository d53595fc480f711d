#include "web/draw/small_picture.h"

#include <algorithm>
#include <cstddef>

namespace hub::web {

platform::Picture smaller(const platform::Picture& picture, int width_px) {
  if (width_px <= 0 || width_px >= picture.width_px) return picture;
  platform::Picture small;
  small.width_px = width_px;
  small.height_px = std::max(1, picture.height_px * width_px / picture.width_px);
  small.rgb.reserve(static_cast<std::size_t>(small.width_px) * static_cast<std::size_t>(small.height_px) * 3);
  for (int y = 0; y < small.height_px; ++y) {
    const int top = y * picture.height_px / small.height_px;
    const int bottom = std::max(top + 1, (y + 1) * picture.height_px / small.height_px);
    for (int x = 0; x < small.width_px; ++x) {
      const int left = x * picture.width_px / small.width_px;
      const int right = std::max(left + 1, (x + 1) * picture.width_px / small.width_px);
      int sum[3] = {0, 0, 0};
      for (int row = top; row < bottom; ++row) {
        const std::uint8_t* at =
            &picture.rgb[(static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width_px) +
                          static_cast<std::size_t>(left)) *
                         3];
        for (int i = 0; i < (right - left) * 3; ++i) sum[i % 3] += at[i];
      }
      const int count = (bottom - top) * (right - left);
      for (const int part : sum) small.rgb.push_back(static_cast<std::uint8_t>((part + count / 2) / count));
    }
  }
  return small;
}

}  // namespace hub::web
