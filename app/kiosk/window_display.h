// The display of a kiosk that runs: its window, and the light of the screen that the window is on.
#pragma once

#include <vector>

#include "kiosk/frame_loop.h"
#include "platform/screen_power.h"
#include "platform/window.h"
#include "render/frame_renderer.h"

namespace hub::kiosk {

class WindowDisplay : public Display {
 public:
  // Both outlive it. Frames are drawn with the renderer, in the window.
  WindowDisplay(platform::Window& window, const render::FrameRenderer& frame_renderer)
      : window_(window), frame_renderer_(frame_renderer) {}

  ui::Point size_px() const override { return {window_.width_px(), window_.height_px()}; }
  double refresh_hz() const override { return window_.refresh_hz(); }
  base::Input wait(std::optional<base::Seconds> timeout) override {
    return window_.wait(timeout.value_or(base::Seconds(-1)));
  }
  void show_frame() override {
    parts_.clear();
    for (const ui::Rect& rect : frame_renderer_.changed()) parts_.push_back({rect.x, rect.y, rect.w, rect.h});
    window_.show_frame(parts_);
  }
  void set_lit(bool on) override { power_.set_lit(on); }

 private:
  platform::Window& window_;
  const render::FrameRenderer& frame_renderer_;
  std::vector<platform::PixelRect> parts_;  // kept for its memory
  platform::ScreenPower power_;
};

}  // namespace hub::kiosk
