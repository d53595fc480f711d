#include "ui/gesture.h"

#include <cmath>
#include <cstdlib>

namespace hub::ui {

namespace {

Point position(const base::ContactEvent& event) {
  return {static_cast<int>(std::lround(event.x_px)), static_cast<int>(std::lround(event.y_px))};
}

}  // namespace

void Gesture::feed(const base::Input& input) {
  waiting_.insert(waiting_.end(), input.contacts.begin(), input.contacts.end());
}

Finger Gesture::next_frame(int slop_px) {
  finger_.moved = {};
  if (!finger_.down()) finger_.phase = Finger::Phase::up;
  while (!waiting_.empty()) {
    const base::ContactEvent event = waiting_.front();
    waiting_.pop_front();
    const bool was_down = finger_.down();
    take(event, slop_px);
    if (finger_.down() != was_down) break;
  }
  return finger_;
}

void Gesture::take(const base::ContactEvent& event, int slop_px) {
  using Kind = base::ContactEvent::Kind;
  using Phase = Finger::Phase;
  if (event.kind == Kind::begin) {
    if (leader_) return;
    leader_ = event.id;
    finger_ = {Phase::pressing, position(event), position(event), {}};
    return;
  }
  if (leader_ != event.id) return;
  const Point now = position(event);
  if (event.kind == Kind::move || event.kind == Kind::end) {
    const bool far = std::hypot(now.x - finger_.start.x, now.y - finger_.start.y) > slop_px;
    if (finger_.phase == Phase::pressing && far) finger_.phase = Phase::dragging;
    if (finger_.phase == Phase::dragging) {
      finger_.moved.x += now.x - finger_.now.x;
      finger_.moved.y += now.y - finger_.now.y;
    }
    finger_.now = now;
  }
  if (event.kind == Kind::end || event.kind == Kind::cancel) {
    const bool tap = event.kind == Kind::end && finger_.phase == Phase::pressing;
    finger_.phase = tap ? Phase::tapped : Phase::let_go;
    leader_.reset();
  }
}

}  // namespace hub::ui
