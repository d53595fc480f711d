#include "cli/drawing.h"

namespace hub::cli {

base::Result<std::unique_ptr<Typography>> Typography::open() {
  base::Result<text::Faces> faces = text::Faces::open();
  if (!faces) return faces.error();
  return std::unique_ptr<Typography>(new Typography(std::move(faces).value()));
}

ui::Stage& Typography::stage(const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub) {
  if (lettering_ && lettering_->is_of(snapshot, hub)) return *stage_;
  stage_.reset();
  const bool prepared = next_ && next_->is_of(snapshot, hub);
  lettering_ = prepared ? std::move(next_) : std::make_unique<Lettering>(faces_, snapshot, hub);
  next_.reset();
  stage_ = std::make_unique<ui::Stage>(lettering_->typesetter(), pages_);
  return *stage_;
}

void Typography::prepare(const ui::World& world, const std::string& hub) {
  auto lettering = std::make_unique<Lettering>(faces_, world.snapshot, hub);
  lettering->prepare(world);
  take(std::move(lettering));
}

base::Result<std::unique_ptr<Drawing>> Drawing::create(Typography& typography, int rotate_deg) {
  auto frames = platform::Frames::create(text::kMaxPages, text::kPageSize_px, rotate_deg);
  if (!frames) return frames.error();
  return std::unique_ptr<Drawing>(new Drawing(typography, std::move(frames).value()));
}

ui::Outcome Drawing::frame(const ui::World& world, ui::UiState& state, const ui::Finger& finger, base::Instant now) {
  const platform::Pointer pointer{finger.phase != ui::Finger::Phase::up, finger.down(),
                                  static_cast<float>(finger.now.x), static_cast<float>(finger.now.y)};
  frames_->begin(world.screen.width_px, world.screen.height_px, now, pointer);
  const ui::Canvas canvas{frames_->page_textures(), &platform::fill_clip_rect};
  ui::Outcome outcome = typography_.stage(world.snapshot, state.hub).frame(world, state, finger, now, canvas);

  text::GlyphPages& pages = typography_.pages();
  for (const text::PageRect& change : pages.take_changes()) {
    frames_->renderer().upload(change.page, change.x_px, change.y_px, change.width_px, change.height_px,
                               pages.page(change.page));
  }
  // Once: a frame that all the room there is cannot hold would come for ever.
  again_ = !pages.complete() && !again_;
  if (again_) outcome.next_wake = base::Seconds(0);
  since_pixels_ = (since_pixels_ + 1) % pixels_every_;
  frames_->end(since_pixels_ == 0);
  return outcome;
}

}  // namespace hub::cli
