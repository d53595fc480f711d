#include "replay/virtual_kiosk.h"

#include <utility>

namespace hub::replay {

base::Result<std::unique_ptr<VirtualKiosk>> VirtualKiosk::open(Setup setup) {
  const ui::Screen& screen = setup.frame_context.screen;
  auto offscreen = platform::Offscreen::create(screen.width_px, screen.height_px);
  if (!offscreen) return offscreen.error();
  auto screen_context = render::ScreenContext::open();
  if (!screen_context) return screen_context.error();
  auto frame_renderer = render::FrameRenderer::create(*screen_context.value());
  if (!frame_renderer) return frame_renderer.error();
  frame_renderer.value()->thin_to_every(setup.pixels_every);
  return std::unique_ptr<VirtualKiosk>(new VirtualKiosk(std::move(setup), std::move(offscreen).value(),
                                                        std::move(screen_context).value(),
                                                        std::move(frame_renderer).value()));
}

VirtualKiosk::VirtualKiosk(Setup setup, platform::Offscreen offscreen,
                           std::unique_ptr<render::ScreenContext> screen_context,
                           std::unique_ptr<render::FrameRenderer> frame_renderer)
    : clock_(setup.frame_context.today, setup.time_of_day),
      clock_source_(setup.clock),
      clock_trust_(clock_,
                   [this] {
                     return kiosk::ClockTrust::Seen{
                         clock_source_, clock_.local().time_since_epoch() - clock_.now().time_since_epoch()};
                   }),
      offscreen_(std::move(offscreen)),
      drawn_size_px_{setup.frame_context.screen.width_px, setup.frame_context.screen.height_px},
      screen_context_(std::move(screen_context)),
      frame_renderer_(std::move(frame_renderer)),
      display_(clock_, drawn_size_px_),
      loop_(
          display_, clock_,
          [this](render::HubScreens& screens, const ui::FrameContext& frame_context, ui::UiState& state,
                 const ui::PrimaryPointer& finger,
                 base::Instant now) { return draw(screens, frame_context, state, finger, now); },
          std::make_unique<render::HubScreens>(*screen_context_, setup.frame_context.snapshot, setup.state.hub),
          setup.frame_context, setup.state, setup.staff_service) {
  if (setup.check_pixels) pixel_check_.emplace();
  if (setup.desk != nullptr) loop_.open_desk(*setup.desk);
  if (setup.hours) loop_.keep_hours(std::move(*setup.hours), &clock_trust_);
}

ui::Outcome VirtualKiosk::draw(render::HubScreens& screens, const ui::FrameContext& frame_context, ui::UiState& state,
                               const ui::PrimaryPointer& finger, base::Instant now) {
  const ui::Point size = {frame_context.screen.width_px, frame_context.screen.height_px};
  if (!(size == drawn_size_px_)) {
    offscreen_.resize(size.x, size.y);
    pixels_lost_ = true;
  }
  drawn_size_px_ = size;
  drew_ = true;
  offscreen_.bind();
  using Pixels = render::FrameRenderer::Pixels;
  const Pixels pixels = std::exchange(pixels_lost_, false) ? Pixels::lost : Pixels::kept;
  ui::Outcome outcome = frame_renderer_->frame(screens, frame_context, state, finger, now, pixels);
  if (pixel_check_) pixel_check_->after_frame(offscreen_, *frame_renderer_);
  return outcome;
}

void VirtualKiosk::contact(const base::ContactEvent& event) {
  ++contacts_;
  display_.contact(event);
}

void VirtualKiosk::resize(ui::Point size_px) {
  display_.resize(size_px);
  pixels_lost_ = true;  // also where it is plugged in again as large as before
  turn();
}

void VirtualKiosk::press_key() {
  display_.wake();
  turn();
}

void VirtualKiosk::show(std::shared_ptr<const content::Snapshot> snapshot) {
  loop_.show(std::make_unique<render::HubScreens>(*screen_context_, std::move(snapshot), state().hub));
  turn();
}

void VirtualKiosk::turn() {
  drew_ = false;
  loop_.turn();
  if (!drew_) return;
  if (pixel_check_) invariants_.add(pixel_check_->take_faults());
  invariants_.after_frame(loop_.frame_context(), loop_.state(), scene(), clock_.now());
}

void VirtualKiosk::run_until(base::Instant then) {
  display_.limit_waits(then);
  while (clock_.now() < then) turn();
}

bool VirtualKiosk::settle(base::Seconds at_most) {
  const base::Instant end = clock_.now() + base::nanoseconds_of(at_most);
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
  return loop_.screens().stage().scene(loop_.frame_context(), loop_.state(), now());
}

}  // namespace hub::replay
