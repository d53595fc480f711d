// Draws single moments off screen: for snapshot, tour and picture tests. Needs no display server and no GPU.
#pragma once

#include <memory>

#include "base/result.h"
#include "platform/offscreen.h"
#include "render/frame_renderer.h"

namespace hub::render {

class ScreenshotRenderer {
 public:
  static base::Result<std::unique_ptr<ScreenshotRenderer>> open(ScreenContext& screen_context);

  // The longest side a picture may have here: a Raspberry Pi 3 draws 2048 pixels, others 4096 and more.
  int max_size_px() const { return offscreen_.max_size_px(); }

  // What went wrong in GL since this was last asked, as GL numbers it; 0: nothing.
  unsigned take_fault() const { return offscreen_.take_fault(); }

  // The screen as a visitor sees it, `at` after it was entered.
  platform::Picture draw(HubScreens& screens, const ui::FrameContext& frame_context, ui::UiState state,
                         base::Seconds at);

 private:
  ScreenshotRenderer(platform::Offscreen offscreen, std::unique_ptr<FrameRenderer> frame_renderer)
      : offscreen_(std::move(offscreen)), frame_renderer_(std::move(frame_renderer)) {}

  platform::Offscreen offscreen_;
  std::unique_ptr<FrameRenderer> frame_renderer_;  // needs the context of offscreen_
};

}  // namespace hub::render
