#include "ui/state/page_gestures.h"

#include <algorithm>
#include <cmath>

namespace hub::ui {

namespace {

using Phase = PrimaryPointer::Phase;
using Axis = PrimaryPointer::Axis;

constexpr double kHalfway = 0.3;       // of the width: a page pulled further becomes its sibling
constexpr double kFastest_per_s = 12;  // viewports; beyond that a page is no page any more
constexpr double kSlowest_px_s = 40;   // below this a page that was let go stays where it is

double slid_by(const PrimaryPointer& finger, const ScrollArea& area) {
  const double wanted = finger.travelled().x;
  const bool leads_somewhere = wanted > 0 ? area.siblings.previous.has_value() : area.siblings.next.has_value();
  if (leads_somewhere) return bounded(wanted, -1.0 * area.viewport.w, 1.0 * area.viewport.w);
  return area.reduced_motion ? 0 : rubber_band(wanted, 0, 0);
}

double scrolled_by(const PrimaryPointer& finger, const Drag& drag, const ScrollArea& area) {
  const double wanted = drag.from_px - finger.travelled().y;
  if (area.reduced_motion) return bounded(wanted, 0.0, area.range_px);
  // However often it is caught and pulled on, half of the page stays visible.
  const double most = area.viewport.h / 2.0;
  return bounded(rubber_band(wanted, 0, area.range_px), -most, area.range_px + most);
}

Action let_go_along(const PrimaryPointer& finger, const ScrollArea& area, double scroll_px, base::Instant now) {
  const double held_px = bounded(scroll_px, 0.0, area.range_px);
  const double fastest = kFastest_per_s * area.viewport.h;
  double speed = std::abs(finger.along_px_s) < kSlowest_px_s ? 0 : bounded(-finger.along_px_s, -fastest, fastest);
  if (scroll_px != held_px) speed = 0;  // stretched, it comes straight back
  if (area.reduced_motion || (speed == 0 && scroll_px == held_px)) return Rest{std::round(held_px)};
  return LetGo{{scroll_px, speed, now, 0, area.range_px}};
}

// The page goes on the way it was pulled, or comes back.
Action let_go_across(const UiState& state, const PrimaryPointer& finger, const ScrollArea& area, double slid_px,
                     base::Instant now) {
  const double part = slid_px / area.viewport.w;
  const bool fast = std::abs(finger.across_px_s) >= area.swipe_px_s;
  const bool onwards = fast ? finger.across_px_s < 0 : part < 0;  // to the next one
  const bool same_way = onwards == (slid_px < 0);
  const std::optional<Route>& sibling = slid_px < 0 ? area.siblings.next : area.siblings.previous;
  const bool leads = sibling && same_way && slid_px != 0 && (fast || std::abs(part) > kHalfway);
  if (area.reduced_motion) {
    if (leads) return Go{*sibling};
    return Rest{state.scroll_px};
  }
  PageTransition transition;
  transition.from = state;
  transition.from_scroll_px = state.scroll_px;
  transition.together = true;
  transition.since = now;
  if (leads) {
    transition.way = slid_px < 0 ? PageTransition::Way::forward : PageTransition::Way::back;
    transition.done = std::abs(part);
    return TransitionTo{*sibling, transition};
  }
  // It comes back from where it was pulled to, and what came in after it leaves again.
  transition.way = slid_px < 0 ? PageTransition::Way::back : PageTransition::Way::forward;
  transition.done = 1 - std::abs(part);
  transition.alone = !sibling;
  if (sibling) transition.from.route = *sibling;
  transition.from_scroll_px = 0;
  return TransitionTo{state.route, transition};
}

// A page that is stretched already goes on from what the finger would have wanted then.
Drag drag_from(const UiState& state, const PrimaryPointer& finger, const ScrollArea& area, base::Instant now) {
  return {finger.touch, Axis::none, rubber_wanted(std::round(scroll_at(state, now)), 0, area.range_px)};
}

void drag(const UiState& state, const PrimaryPointer& finger, const ScrollArea& area, base::Instant now,
          std::vector<Action>& actions) {
  Drag drag = state.drag.value_or(drag_from(state, finger, area, now));
  if (drag.axis == Axis::none) {
    drag.axis = finger.axis;
    actions.emplace_back(Pull{drag});
  }
  const bool over = finger.phase == Phase::let_go;
  if (drag.axis == Axis::along) {
    const double scroll_px = area.range_px > 0 ? scrolled_by(finger, drag, area) : 0;
    if (scroll_px != state.scroll_px) actions.emplace_back(ScrollTo{scroll_px});
    if (over) actions.push_back(let_go_along(finger, area, scroll_px, now));
  } else {
    const double slid_px = slid_by(finger, area);
    if (slid_px != state.slid_px) actions.emplace_back(Slide{slid_px});
    if (over) actions.push_back(let_go_across(state, finger, area, slid_px, now));
  }
}

}  // namespace

std::vector<Action> page_actions(const UiState& state, const PrimaryPointer& finger, const ScrollArea& area,
                                 base::Instant now) {
  std::vector<Action> actions;
  const bool goes_down = finger.phase == Phase::pressing && finger.touch != state.caught_touch;
  if (goes_down && is_moving(state, area.reduced_motion) && area.viewport.contains(finger.start)) {
    actions.emplace_back(Catch{drag_from(state, finger, area, now)});
    return actions;
  }
  const bool dragged = finger.phase == Phase::dragging || (finger.phase == Phase::let_go && finger.axis != Axis::none);
  if (dragged && (state.drag || area.viewport.contains(finger.start))) {
    drag(state, finger, area, now, actions);
  } else if (state.drag && !finger.down()) {
    // It was caught and let go, or taken away in the middle of it: a palm, a device that left.
    PrimaryPointer nobody = finger;
    nobody.along_px_s = 0;
    actions.push_back(let_go_along(nobody, area, state.scroll_px, now));
  }
  return actions;
}

std::optional<Action> rest_action(const UiState& state, bool reduced_motion, base::Instant now) {
  const bool transition_over = state.transition && (reduced_motion || now - state.transition->since >= kTransition);
  const bool fling_over = state.fling && rests(*state.fling, now);
  if (!transition_over && !fling_over) return std::nullopt;
  if ((state.transition && !transition_over) || (state.fling && !fling_over)) return std::nullopt;
  return Rest{state.fling ? resting_place(*state.fling) : state.scroll_px};
}

bool is_moving(const UiState& state, bool reduced_motion) {
  return state.fling.has_value() || (state.transition.has_value() && !reduced_motion);
}

double transition_progress(const PageTransition& transition, base::Instant now) {
  return transition.done + (1 - transition.done) * ease_out(now - transition.since, kTransition);
}

}  // namespace hub::ui
