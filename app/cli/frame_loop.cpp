#include "cli/frame_loop.h"

#include <algorithm>
#include <utility>

namespace hub::cli {

FrameLoop::FrameLoop(Display& display, const base::Clock& clock, DrawFrame draw, ui::World world, ui::UiState state)
    : display_(display), clock_(clock), draw_(std::move(draw)), world_(std::move(world)), state_(std::move(state)) {}

// What is left until the next frame may be drawn.
base::Seconds FrameLoop::until_allowed() const {
  if (!drawn_at_) return base::Seconds(0);
  return std::max(base::Seconds(0), kLeastInterval - base::Seconds(clock_.now() - *drawn_at_));
}

std::optional<base::Seconds> FrameLoop::patience() const {
  if (dirty_ || gesture_.pending()) return until_allowed();
  if (!wake_at_) return std::nullopt;
  return std::max(until_allowed(), base::Seconds(*wake_at_ - clock_.now()));
}

void FrameLoop::take(const base::Input& input) {
  gesture_.feed(input);
  const ui::Point size = display_.size_px();
  if (size.x != world_.screen.width_px || size.y != world_.screen.height_px) {
    world_.screen.width_px = size.x;
    world_.screen.height_px = size.y;
    dirty_ = true;
  }
  if (input.resized || gesture_.pending()) dirty_ = true;
  if (wake_at_ && clock_.now() >= *wake_at_) dirty_ = true;
}

void FrameLoop::show(std::shared_ptr<const content::Snapshot> snapshot) {
  world_.snapshot = std::move(snapshot);
  dirty_ = true;
}

bool FrameLoop::turn() {
  const base::Input input = display_.wait(patience());
  if (input.close_asked) return false;
  take(input);
  const ui::Point size = display_.size_px();
  if (dirty_ && size.x > 0 && size.y > 0 && until_allowed().count() <= 0) draw();
  return true;
}

void FrameLoop::draw() {
  world_.today = clock_.today();
  const base::Instant now = clock_.now();
  const ui::Metrics metrics = ui::metrics_for(world_.screen, state_.text_step);
  const ui::Finger finger = gesture_.next_frame({metrics.tap_slop_px(), metrics.palm_px()});
  drawn_at_ = now;
  dirty_ = false;
  const ui::Outcome outcome = draw_(world_, state_, finger, now);
  display_.show_frame();
  ++frames_;
  wake_at_.reset();
  if (outcome.next_wake) {
    wake_at_ = now + std::chrono::ceil<std::chrono::nanoseconds>(*outcome.next_wake);
  }
}

}  // namespace hub::cli
