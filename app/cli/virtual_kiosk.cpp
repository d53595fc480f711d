#include "cli/virtual_kiosk.h"

#include <utility>

namespace hub::cli {

base::Result<std::unique_ptr<VirtualKiosk>> VirtualKiosk::open(Setup setup) {
  const ui::Screen& screen = setup.world.screen;
  auto offscreen = platform::Offscreen::create(screen.width_px, screen.height_px);
  if (!offscreen) return offscreen.error();
  auto typography = Typography::open();
  if (!typography) return typography.error();
  auto drawing = Drawing::create(*typography.value());
  if (!drawing) return drawing.error();
  drawing.value()->thin_to_every(setup.pixels_every);
  return std::unique_ptr<VirtualKiosk>(new VirtualKiosk(std::move(setup), std::move(offscreen).value(),
                                                        std::move(typography).value(), std::move(drawing).value()));
}

VirtualKiosk::VirtualKiosk(Setup setup, platform::Offscreen offscreen, std::unique_ptr<Typography> typography,
                           std::unique_ptr<Drawing> drawing)
    : clock_(setup.world.today, setup.time_of_day),
      offscreen_(std::move(offscreen)),
      drawn_size_px_{setup.world.screen.width_px, setup.world.screen.height_px},
      typography_(std::move(typography)),
      drawing_(std::move(drawing)),
      display_(clock_, drawn_size_px_),
      loop_(
          display_, clock_,
          [this](const ui::World& world, ui::UiState& state, const ui::Finger& finger, base::Instant now) {
            return draw(world, state, finger, now);
          },
          std::move(setup.world), std::move(setup.state)) {
  if (setup.hours) loop_.keep_hours(std::move(*setup.hours));
}

ui::Outcome VirtualKiosk::draw(const ui::World& world, ui::UiState& state, const ui::Finger& finger,
                               base::Instant now) {
  const ui::Point size = {world.screen.width_px, world.screen.height_px};
  if (!(size == drawn_size_px_)) offscreen_.resize(size.x, size.y);
  drawn_size_px_ = size;
  offscreen_.bind();
  return drawing_->frame(world, state, finger, now);
}

void VirtualKiosk::contact(const base::ContactEvent& event) {
  ++contacts_;
  display_.contact(event);
}

void VirtualKiosk::resize(ui::Point size_px) {
  display_.resize(size_px);
  turn();
}

void VirtualKiosk::show(std::shared_ptr<const content::Snapshot> snapshot) {
  loop_.show(std::move(snapshot));
  turn();
}

void VirtualKiosk::turn() {
  const std::size_t before = display_.frames();
  loop_.turn();
  if (display_.frames() == before) return;
  watch_.after_frame(loop_.world(), loop_.state(), scene(), clock_.now());
}

void VirtualKiosk::run_until(base::Instant then) {
  display_.limit_waits(then);
  while (clock_.now() < then) turn();
}

bool VirtualKiosk::settle(base::Seconds at_most) {
  const base::Instant end = clock_.now() + std::chrono::ceil<std::chrono::nanoseconds>(at_most);
  display_.limit_waits(end);
  display_.stop_at_rest(true);
  do turn();
  while (!display_.rested() && clock_.now() < end);
  display_.stop_at_rest(false);
  return display_.rested();
}

platform::Picture VirtualKiosk::picture() {
  offscreen_.bind();
  return offscreen_.read();
}

const ui::Scene& VirtualKiosk::scene() {
  if (loop_.state().dark) return nothing_;
  return typography_->stage(loop_.world().snapshot, loop_.state().hub).scene(loop_.world(), loop_.state(), now());
}

}  // namespace hub::cli
