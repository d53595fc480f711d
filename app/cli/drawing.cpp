#include "cli/drawing.h"

#include <utility>

#include "cli/known_words.h"

namespace hub::cli {

base::Result<std::unique_ptr<Typography>> Typography::open() {
  base::Result<text::Faces> faces = text::Faces::open();
  if (!faces) return faces.error();
  return std::unique_ptr<Typography>(new Typography(std::move(faces).value()));
}

ui::Stage& Typography::stage(const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub) {
  if (stage_ && snapshot_ == snapshot && hub_ == hub) return *stage_;
  stage_.reset();
  typesetter_.reset();
  analyser_ = std::make_unique<text::Analyser>(known_words(snapshot.get(), hub));
  typesetter_ = std::make_unique<text::Typesetter>(*analyser_, faces_);
  stage_ = std::make_unique<ui::Stage>(*typesetter_, pages_);
  snapshot_ = snapshot;
  hub_ = hub;
  return *stage_;
}

void Typography::prepare(const ui::World& world, const std::string& hub) {
  ui::Stage& prepared = stage(world.snapshot, hub);
  if (!world.snapshot) return;
  const content::Hub& shown = *world.snapshot->find_hub(hub);
  ui::UiState state = ui::fresh_state(hub, {});
  for (const std::string& language : world.snapshot->languages(shown)) {
    state.language = language;
    for (const ui::Sheet sheet : {ui::Sheet::language, ui::Sheet::staff, ui::Sheet::none}) {
      state.sheet = sheet;
      for (const ui::Route& route : ui::routes_of(shown, content::shown_report(shown, world.today))) {
        state.route = route;
        prepared.scene(world, state, {});
        if (sheet != ui::Sheet::none) break;
      }
    }
    // A narrow screen's dock has shorter words.
    ui::World narrow = world;
    narrow.screen = {480, 800};
    prepared.scene(narrow, state, {});
  }
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
  since_pixels_ = (since_pixels_ + 1) % pixels_every_;
  frames_->end(since_pixels_ == 0);
  return outcome;
}

}  // namespace hub::cli
