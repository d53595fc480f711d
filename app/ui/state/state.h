// What a visitor has chosen and what moves, and the one place where that changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "ui/state/action.h"
#include "ui/state/effect.h"
#include "ui/state/page_state.h"
#include "ui/touch/kinetics.h"

namespace hub::ui {

struct UiState : PageState {
  double scroll_px = 0;        // of the page, from its top; beyond its ends while a finger stretches it
  base::Instant arrived{};     // when this route was entered: attract counts its slides from here
  std::optional<Fling> fling;  // the scrolling goes on by itself: scroll_px is where it began
  std::optional<Drag> drag;
  double slid_px = 0;  // how far a finger has pulled the page sideways
  std::optional<PageTransition> transition;

  Route years_from;  // the thread that review/N/years was opened from, where もどる leads; another goal's: none

  bool dark = false;                   // the hub is closed and nobody is here: nothing shows
  base::Instant touched{};             // when somebody last touched the glass
  std::optional<base::Instant> asked;  // まだ見ていますか？ shows since then
  int spent_touch = 0;                 // this touch has done what it may: it woke the screen, or was held long enough
  int caught_touch = 0;                // this touch stopped something that moved: it may drag, but taps no page
  PressTarget pressed;                 // by the touch that went down last
  int pressed_touch = 0;
  StaffLock staff_lock;
  int desk_requests = 0;  // so many were made of the desk; it outlives visitors
  bool operator==(const UiState&) const = default;
};

// Where the page is scrolled to at a moment.
double scroll_at(const UiState& state, base::Instant now);

struct Applied {
  UiState state;
  std::vector<Effect> effects;  // what the kiosk is to do because of the action; none for most
};
// The only function that changes a state.
Applied apply(UiState state, const Action& action, base::Instant now);

// How the next visitor should find it.
UiState fresh_state(std::string hub, base::Instant now);

}  // namespace hub::ui
