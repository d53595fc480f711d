// The display of a kiosk that runs: its window, and the light of the screen that the window is on.
#pragma once

#include "kiosk/frame_loop.h"
#include "platform/screen_power.h"
#include "platform/window.h"

namespace hub::kiosk {

class WindowDisplay : public Display {
 public:
  // The window outlives it.
  explicit WindowDisplay(platform::Window& window) : window_(window) {}

  ui::Point size_px() const override { return {window_.width_px(), window_.height_px()}; }
  double refresh_hz() const override { return window_.refresh_hz(); }
  base::Input wait(std::optional<base::Seconds> timeout) override {
    return window_.wait(timeout.value_or(base::Seconds(-1)));
  }
  void show_frame() override { window_.show_frame(); }
  void set_lit(bool on) override { power_.set_lit(on); }

 private:
  platform::Window& window_;
  platform::ScreenPower power_;
};

}  // namespace hub::kiosk
