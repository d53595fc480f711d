// A page that shows something else from its top on.
#pragma once

#include "ui/state/state.h"

namespace hub::ui {

// Nothing moves any more, and no finger holds it.
inline void to_top(UiState& state, base::Instant now) {
  state.scroll_px = 0;
  state.fling.reset();
  state.drag.reset();
  state.slid_px = 0;
  state.transition.reset();
  state.arrived = now;
}

}  // namespace hub::ui
