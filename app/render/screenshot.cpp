#include "render/screenshot.h"

#include <utility>

namespace hub::render {

namespace {
constexpr int kFirstSize_px = 64;  // resized to each picture
}

base::Result<std::unique_ptr<ScreenshotRenderer>> ScreenshotRenderer::open(ScreenContext& screen_context) {
  base::Result<platform::Offscreen> offscreen = platform::Offscreen::create(kFirstSize_px, kFirstSize_px);
  if (!offscreen) return offscreen.error();
  base::Result<std::unique_ptr<FrameRenderer>> frame_renderer = FrameRenderer::create(screen_context);
  if (!frame_renderer) return frame_renderer.error();
  return std::unique_ptr<ScreenshotRenderer>(
      new ScreenshotRenderer(std::move(offscreen).value(), std::move(frame_renderer).value()));
}

platform::Picture ScreenshotRenderer::draw(HubScreens& screens, const ui::FrameContext& frame_context,
                                           ui::UiState state, base::Seconds at) {
  offscreen_.resize(frame_context.screen.width_px, frame_context.screen.height_px);
  offscreen_.bind();
  state.arrived = {};
  const base::Instant now = state.arrived + base::nanoseconds_of(at);
  frame_renderer_->frame(screens, frame_context, state, ui::PrimaryPointer{}, now);
  if (frame_renderer_->wants_again()) frame_renderer_->frame(screens, frame_context, state, ui::PrimaryPointer{}, now);
  return offscreen_.read();
}

}  // namespace hub::render
