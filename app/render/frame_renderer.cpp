#include "render/frame_renderer.h"

#include "base/check.h"

namespace hub::render {

base::Result<std::unique_ptr<FrameRenderer>> FrameRenderer::create(ScreenContext& screen_context, int rotate_deg) {
  auto frames = platform::Frames::create(text::kMaxPages, text::kPageSize_px, rotate_deg);
  if (!frames) return frames.error();
  return std::unique_ptr<FrameRenderer>(new FrameRenderer(screen_context, std::move(frames).value()));
}

ui::Canvas FrameRenderer::canvas() {
  return {&frames_->draw_list(),
          frames_->page_textures(),
          &platform::fill_clip_rect,
          &bitmaps_,
          &kept_,
          frames_->renderer().most_strips()};
}

ui::Outcome FrameRenderer::frame(HubScreens& screens, const ui::FrameContext& frame_context, ui::UiState& state,
                                 const ui::PrimaryPointer& finger, base::Instant now, Pixels pixels) {
  HUB_CHECK(screens.snapshot() == frame_context.snapshot && screens.hub() == state.hub);
  if (pixels == Pixels::lost) kept_.forget();
  since_pixels_ = (since_pixels_ + 1) % pixels_every_;
  const bool to_pixels = since_pixels_ == 0;
  screen_ = frame_context.screen;
  now_ = now;
  frames_->begin(screen_.width_px, screen_.height_px, now_);
  ui::Canvas canvas = this->canvas();
  if (!to_pixels) canvas.list = nullptr;
  ui::Outcome outcome = screens.stage().frame(frame_context, state, finger, now, canvas);

  text::GlyphAtlas& pages = screen_context_.pages();
  for (const text::PageRect& change : pages.take_changes()) {
    frames_->renderer().upload(change.page, change.x_px, change.y_px, change.width_px, change.height_px,
                               pages.page(change.page));
  }
  // Once: a frame that all the room there is cannot hold would come for ever.
  again_ = !pages.complete() && !again_;
  if (again_) outcome.next_wake = base::Seconds(0);
  if (const auto& move = kept_.move()) {
    frames_->move({move->to.x, move->to.y, move->to.w, move->to.h}, move->by.x, move->by.y);
  }
  frames_->end(to_pixels && kept_.drawn_px() > 0);
  bitmaps_.end_frame();
  return outcome;
}

void FrameRenderer::draw_whole_again() {
  frames_->begin(screen_.width_px, screen_.height_px, now_);
  kept_.draw_whole(canvas());
  frames_->end();
}

}  // namespace hub::render
