#include "render/frame_renderer.h"

#include "base/check.h"

namespace hub::render {

base::Result<std::unique_ptr<FrameRenderer>> FrameRenderer::create(ScreenContext& screen_context, int rotate_deg) {
  auto frames = platform::Frames::create(text::kMaxPages, text::kPageSize_px, rotate_deg);
  if (!frames) return frames.error();
  return std::unique_ptr<FrameRenderer>(new FrameRenderer(screen_context, std::move(frames).value()));
}

ui::Outcome FrameRenderer::frame(HubScreens& screens, const ui::FrameContext& frame_context, ui::UiState& state,
                                 const ui::PrimaryPointer& finger, base::Instant now) {
  HUB_CHECK(screens.snapshot() == frame_context.snapshot && screens.hub() == state.hub);
  frames_->begin(frame_context.screen.width_px, frame_context.screen.height_px, now);
  const ui::Canvas canvas{&frames_->draw_list(), frames_->page_textures(), &platform::fill_clip_rect, &bitmaps_};
  ui::Outcome outcome = screens.stage().frame(frame_context, state, finger, now, canvas);

  text::GlyphAtlas& pages = screen_context_.pages();
  for (const text::PageRect& change : pages.take_changes()) {
    frames_->renderer().upload(change.page, change.x_px, change.y_px, change.width_px, change.height_px,
                               pages.page(change.page));
  }
  // Once: a frame that all the room there is cannot hold would come for ever.
  again_ = !pages.complete() && !again_;
  if (again_) outcome.next_wake = base::Seconds(0);
  since_pixels_ = (since_pixels_ + 1) % pixels_every_;
  frames_->end(since_pixels_ == 0);
  bitmaps_.end_frame();
  return outcome;
}

}  // namespace hub::render
