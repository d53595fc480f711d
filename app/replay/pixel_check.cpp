#include "replay/pixel_check.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hub::replay {

namespace {

// The first pixel, in the order of rows, that is not the same.
std::string first_difference(const platform::Picture& a, const platform::Picture& b) {
  const auto differs = std::ranges::mismatch(a.rgb, b.rgb);
  const auto pixel = static_cast<int>((differs.in1 - a.rgb.begin()) / 3);
  return std::to_string(pixel % a.width_px) + ", " + std::to_string(pixel / a.width_px);
}

std::string in_words(std::span<const ui::Rect> rects) {
  std::string words;
  for (const ui::Rect& r : rects) {
    words +=
        " " + std::to_string(r.w) + "x" + std::to_string(r.h) + "+" + std::to_string(r.x) + "+" + std::to_string(r.y);
  }
  return words;
}

}  // namespace

void PixelCheck::after_frame(platform::Offscreen& offscreen, render::FrameRenderer& frame_renderer) {
  const platform::Picture kept = offscreen.read();
  const std::int64_t drawn_px = frame_renderer.drawn_px();
  if (drawn_px > 0 && drawn_px < std::int64_t{kept.width_px} * kept.height_px) ++parts_;
  offscreen.spoil();
  frame_renderer.draw_whole_again();
  const platform::Picture whole = offscreen.read();
  if (kept.rgb == whole.rgb) return;
  const std::string where = first_difference(kept, whole) + " (" + in_words(frame_renderer.changed()) + " )";
  faults_.push_back({"一部だけ描いた画面が、全部を描いた画面と違います: " + where,
                     "what was drawn in part differs from the whole frame: " + where});
}

std::vector<base::Message> PixelCheck::take_faults() { return std::exchange(faults_, {}); }

}  // namespace hub::replay
