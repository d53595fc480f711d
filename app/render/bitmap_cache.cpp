#include "render/bitmap_cache.h"

#include <algorithm>

namespace hub::render {

namespace {

// Linear sampling looks at two pixels each way: a picture may be twice as large as it is drawn.
int halvings_for(const ui::Bitmap& bitmap, double scale, int most_px) {
  int times = 0;
  int longer = std::max(bitmap.width_px, bitmap.height_px);
  int shorter = std::min(bitmap.width_px, bitmap.height_px);
  for (; shorter >= 2 && (scale >= 2 || longer > most_px); scale /= 2, longer /= 2, shorter /= 2) ++times;
  return times;
}

}  // namespace

ui::Bitmap halved(const ui::Bitmap& bitmap) {
  ui::Bitmap half;
  half.width_px = bitmap.width_px / 2;
  half.height_px = bitmap.height_px / 2;
  half.rgba.reserve(static_cast<std::size_t>(half.width_px) * static_cast<std::size_t>(half.height_px) * 4);
  const auto row = static_cast<std::size_t>(bitmap.width_px) * 4;
  for (int y = 0; y < half.height_px; ++y) {
    const std::uint8_t* from = bitmap.rgba.data() + static_cast<std::size_t>(y) * 2 * row;
    for (int x = 0; x < half.width_px; ++x, from += 8) {
      for (int c = 0; c < 4; ++c) {
        const int sum = from[c] + from[c + 4] + from[row + static_cast<std::size_t>(c)] +
                        from[row + static_cast<std::size_t>(c) + 4];
        half.rgba.push_back(static_cast<std::uint8_t>((sum + 2) / 4));
      }
    }
  }
  return half;
}

BitmapCache::~BitmapCache() {
  for (const Kept& one : kept_) renderer_.drop_picture(one.picture);
}

ImTextureID BitmapCache::texture_of(const ui::SharedBitmap& bitmap, double scale) {
  const int halvings = halvings_for(*bitmap, scale, renderer_.max_picture_px());
  const auto found =
      std::ranges::find_if(kept_, [&](const Kept& one) { return one.bitmap == bitmap && one.halvings == halvings; });
  if (found != kept_.end()) {
    found->used = true;
    return renderer_.picture_texture(found->picture);
  }
  ui::Bitmap smaller;
  for (int i = 0; i < halvings; ++i) smaller = halved(i == 0 ? *bitmap : smaller);
  const ui::Bitmap& drawn = halvings == 0 ? *bitmap : smaller;
  const unsigned picture = renderer_.add_picture(drawn.width_px, drawn.height_px, drawn.rgba);
  kept_.push_back({bitmap, halvings, picture, true});
  ++uploads_;
  return renderer_.picture_texture(picture);
}

void BitmapCache::keep(const ui::SharedBitmap& bitmap) {
  for (Kept& one : kept_) one.used = one.used || one.bitmap == bitmap;
}

void BitmapCache::end_frame() {
  std::erase_if(kept_, [&](Kept& one) {
    if (one.used) return one.used = false, false;
    renderer_.drop_picture(one.picture);
    return true;
  });
}

}  // namespace hub::render
