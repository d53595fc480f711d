#include "ui/movement.h"

#include <algorithm>
#include <cmath>

namespace hub::ui {

namespace {

using Phase = Finger::Phase;
using Axis = Finger::Axis;

constexpr double kHalfway = 0.3;       // of the width: a page pulled further becomes its sibling
constexpr double kFastest_per_s = 12;  // viewports; beyond that a page is no page any more
constexpr double kSlowest_px_s = 40;   // below this a page that was let go stays where it is

double slid_by(const Finger& finger, const Ground& ground) {
  const double wanted = finger.travelled().x;
  const bool leads_somewhere = wanted > 0 ? ground.siblings.previous.has_value() : ground.siblings.next.has_value();
  if (leads_somewhere) return std::clamp(wanted, -1.0 * ground.viewport.w, 1.0 * ground.viewport.w);
  return ground.reduced_motion ? 0 : rubber_band(wanted, 0, 0);
}

double scrolled_by(const Finger& finger, const Grip& grip, const Ground& ground) {
  const double wanted = grip.from_px - finger.travelled().y;
  if (ground.reduced_motion) return std::clamp(wanted, 0.0, ground.range_px);
  // However often it is caught and pulled on, half of the page stays in sight.
  const double most = ground.viewport.h / 2.0;
  return std::clamp(rubber_band(wanted, 0, ground.range_px), -most, ground.range_px + most);
}

Action let_go_along(const Finger& finger, const Ground& ground, double scroll_px, base::Instant now) {
  const double held_px = std::clamp(scroll_px, 0.0, ground.range_px);
  const double fastest = kFastest_per_s * ground.viewport.h;
  double speed = std::abs(finger.along_px_s) < kSlowest_px_s ? 0 : std::clamp(-finger.along_px_s, -fastest, fastest);
  if (scroll_px != held_px) speed = 0;  // stretched, it comes straight back
  if (ground.reduced_motion || (speed == 0 && scroll_px == held_px)) return Rest{std::round(held_px)};
  return LetGo{{scroll_px, speed, now, 0, ground.range_px}};
}

// The page goes on the way it was pulled, or comes back.
Action let_go_across(const UiState& state, const Finger& finger, const Ground& ground, double slid_px,
                     base::Instant now) {
  const double part = slid_px / ground.viewport.w;
  const bool fast = std::abs(finger.across_px_s) >= ground.swipe_px_s;
  const bool onwards = fast ? finger.across_px_s < 0 : part < 0;  // to the next one
  const bool same_way = onwards == (slid_px < 0);
  const std::optional<Route>& sibling = slid_px < 0 ? ground.siblings.next : ground.siblings.previous;
  const bool leads = sibling && same_way && slid_px != 0 && (fast || std::abs(part) > kHalfway);
  if (ground.reduced_motion) {
    if (leads) return Go{*sibling};
    return Rest{state.scroll_px};
  }
  Turn turn;
  turn.from = state;
  turn.from_scroll_px = state.scroll_px;
  turn.together = true;
  turn.since = now;
  if (leads) {
    turn.way = slid_px < 0 ? Turn::Way::forward : Turn::Way::back;
    turn.done = std::abs(part);
    return TurnTo{*sibling, turn};
  }
  // It comes back from where it was pulled to, and what came in after it leaves again.
  turn.way = slid_px < 0 ? Turn::Way::back : Turn::Way::forward;
  turn.done = 1 - std::abs(part);
  turn.alone = !sibling;
  if (sibling) turn.from.route = *sibling;
  turn.from_scroll_px = 0;
  return TurnTo{state.route, turn};
}

// A page that is stretched already goes on from what the finger would have wanted then.
Grip grip_of(const UiState& state, const Finger& finger, const Ground& ground, base::Instant now) {
  return {finger.touch, Axis::none, rubber_wanted(std::round(scroll_at(state, now)), 0, ground.range_px)};
}

void drag(const UiState& state, const Finger& finger, const Ground& ground, base::Instant now,
          std::vector<Action>& actions) {
  Grip grip = state.grip.value_or(grip_of(state, finger, ground, now));
  if (grip.axis == Axis::none) {
    grip.axis = finger.axis;
    actions.emplace_back(Pull{grip});
  }
  const bool over = finger.phase == Phase::let_go;
  if (grip.axis == Axis::along) {
    const double scroll_px = ground.range_px > 0 ? scrolled_by(finger, grip, ground) : 0;
    if (scroll_px != state.scroll_px) actions.emplace_back(ScrollTo{scroll_px});
    if (over) actions.push_back(let_go_along(finger, ground, scroll_px, now));
  } else {
    const double slid_px = slid_by(finger, ground);
    if (slid_px != state.slid_px) actions.emplace_back(Slide{slid_px});
    if (over) actions.push_back(let_go_across(state, finger, ground, slid_px, now));
  }
}

}  // namespace

std::vector<Action> move(const UiState& state, const Finger& finger, const Ground& ground, base::Instant now) {
  std::vector<Action> actions;
  const bool goes_down = finger.phase == Phase::pressing && finger.touch != state.caught_touch;
  if (goes_down && moves(state, ground.reduced_motion) && ground.viewport.contains(finger.start)) {
    actions.emplace_back(Catch{grip_of(state, finger, ground, now)});
    return actions;
  }
  const bool dragged = finger.phase == Phase::dragging || (finger.phase == Phase::let_go && finger.axis != Axis::none);
  if (dragged && (state.grip || ground.viewport.contains(finger.start))) {
    drag(state, finger, ground, now, actions);
  } else if (state.grip && !finger.down()) {
    // It was caught and let go, or taken away in the middle of it: a palm, a device that left.
    Finger nobody = finger;
    nobody.along_px_s = 0;
    actions.push_back(let_go_along(nobody, ground, state.scroll_px, now));
  }
  return actions;
}

std::optional<Action> settle(const UiState& state, bool reduced_motion, base::Instant now) {
  const bool turn_over = state.turn && (reduced_motion || now - state.turn->since >= kTurn);
  const bool glide_over = state.glide && rests(*state.glide, now);
  if (!turn_over && !glide_over) return std::nullopt;
  if ((state.turn && !turn_over) || (state.glide && !glide_over)) return std::nullopt;
  return Rest{state.glide ? resting_place(*state.glide) : state.scroll_px};
}

bool moves(const UiState& state, bool reduced_motion) {
  return state.glide.has_value() || (state.turn.has_value() && !reduced_motion);
}

double turned(const Turn& turn, base::Instant now) {
  return turn.done + (1 - turn.done) * ease_out(now - turn.since, kTurn);
}

}  // namespace hub::ui
