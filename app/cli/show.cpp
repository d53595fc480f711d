#include "cli/show.h"

#include <utility>

namespace hub::cli {

namespace {
constexpr int kFirstSize_px = 64;  // resized to each picture
}

base::Result<std::unique_ptr<Show>> Show::open(Typography& typography) {
  base::Result<platform::Offscreen> offscreen = platform::Offscreen::create(kFirstSize_px, kFirstSize_px);
  if (!offscreen) return offscreen.error();
  base::Result<std::unique_ptr<Drawing>> drawing = Drawing::create(typography);
  if (!drawing) return drawing.error();
  return std::unique_ptr<Show>(new Show(std::move(offscreen).value(), std::move(drawing).value()));
}

platform::Picture Show::draw(const ui::World& world, ui::UiState state, base::Seconds at) {
  offscreen_.resize(world.screen.width_px, world.screen.height_px);
  offscreen_.bind();
  state.arrived = {};
  const base::Instant now = state.arrived + std::chrono::duration_cast<std::chrono::nanoseconds>(at);
  drawing_->frame(world, state, ui::Finger{}, now);
  if (drawing_->wants_again()) drawing_->frame(world, state, ui::Finger{}, now);
  return offscreen_.read();
}

}  // namespace hub::cli
