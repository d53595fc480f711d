// What the pictures of these tests are drawn with: an offscreen framebuffer and frames of ImGui in it.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <memory>

#include "platform/frames.h"
#include "platform/offscreen.h"

namespace hub::tests {

inline constexpr int kPage_px = 64;
inline constexpr int kPages = 3;

class Stage {
 public:
  Stage(int width_px, int height_px)
      : width_px_(width_px),
        height_px_(height_px),
        offscreen_(platform::Offscreen::create(width_px, height_px).value()),
        frames_(platform::Frames::create(kPages, kPage_px).value()) {}

  platform::Offscreen& offscreen() { return offscreen_; }
  platform::Renderer& renderer() { return frames_->renderer(); }

  void resize(int width_px, int height_px) {
    width_px_ = width_px;
    height_px_ = height_px;
    offscreen_.resize(width_px, height_px);
  }

  platform::Picture frame(const std::function<void(ImDrawList&)>& draw) {
    offscreen_.bind();
    frames_->begin(width_px_, height_px_, base::Instant{});
    draw(frames_->draw_list());
    frames_->end();
    return offscreen_.read();
  }

 private:
  int width_px_;
  int height_px_;
  platform::Offscreen offscreen_;
  std::unique_ptr<platform::Frames> frames_;  // needs the context of offscreen_
};

// A pixel as 0xRRGGBB, so that doctest prints it as it is written.
inline std::uint32_t pixel(const platform::Picture& picture, int x_px, int y_px) {
  const auto at =
      (static_cast<std::size_t>(y_px) * static_cast<std::size_t>(picture.width_px) + static_cast<std::size_t>(x_px)) *
      3;
  return static_cast<std::uint32_t>(picture.rgb.at(at) << 16 | picture.rgb.at(at + 1) << 8 | picture.rgb.at(at + 2));
}

inline void fill(ImDrawList& list, float x0, float y0, float x1, float y1, ImU32 colour) {
  list.PushClipRect({x0, y0}, {x1, y1});
  // ImGui keeps the colour in a pointer.
  list.AddCallback(platform::fill_clip_rect, reinterpret_cast<void*>(static_cast<std::uintptr_t>(colour)));
  list.PopClipRect();
}

}  // namespace hub::tests
