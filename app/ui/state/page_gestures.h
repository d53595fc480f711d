// How a finger moves a page: scrolling, stretching at the ends, swiping to a sibling, catching what moves.
#pragma once

#include <optional>
#include <vector>

#include "ui/state/state.h"

namespace hub::ui {

// The page that a finger may move, as it is laid out.
struct ScrollArea {
  Rect viewport;
  double range_px = 0;  // how far it scrolls
  Siblings siblings;
  double swipe_px_s = 0;  // a finger that leaves faster swipes, however short its way was
  bool reduced_motion = false;
};

// How long a page takes to come in, after a touch and after a finger let it go.
inline constexpr base::Seconds kTransition{0.22};

// What becomes of the state by what the finger did in this frame, before anything it taps.
std::vector<Action> page_actions(const UiState& state, const PrimaryPointer& finger, const ScrollArea& area,
                                 base::Instant now);

// What came to rest by itself; nothing while it moves or when nothing moved.
std::optional<Action> rest_action(const UiState& state, bool reduced_motion, base::Instant now);

// Something moves by itself: the next frame will differ.
bool is_moving(const UiState& state, bool reduced_motion);

// How far a transition has come, 0 … 1.
double transition_progress(const PageTransition& transition, base::Instant now);

}  // namespace hub::ui
