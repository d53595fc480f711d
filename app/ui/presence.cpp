#include "ui/presence.h"

#include <algorithm>
#include <cmath>

namespace hub::ui {

namespace {

base::Instant after(base::Instant since, double seconds) {
  return since + std::chrono::duration_cast<std::chrono::nanoseconds>(base::Seconds(seconds));
}

}  // namespace

std::optional<Due> presence(const UiState& state, const Finger& finger, const Timing& timing, base::Instant now) {
  if (state.route.page == Route::Page::attract) {
    if (finger.phase != Finger::Phase::pressing || finger.touch == state.spent_touch) return std::nullopt;
    return Due{Wake{finger.touch}, now};
  }
  if (finger.heard && state.asked) return Due{StillHere{finger.touch}, now};
  if (finger.heard && state.touched != now) return Due{Touched{}, now};
  const std::optional<base::Instant> due = next_presence(state, timing);
  if (!due || now < *due) return std::nullopt;
  if (state.asked || state.route.page == Route::Page::staff) return Due{NextVisitor{finger.touch}, *due};
  return Due{AskWhetherHere{}, *due};
}

std::optional<base::Instant> next_presence(const UiState& state, const Timing& timing) {
  if (state.route.page == Route::Page::attract) return std::nullopt;
  if (state.asked) return after(*state.asked, timing.answer_s);
  return after(state.touched, state.route.page == Route::Page::staff ? timing.close_s : timing.ask_s);
}

int seconds_left(const UiState& state, const Timing& timing, base::Instant now) {
  if (!state.asked) return 0;
  // A whole second begins when the last one is over, to the nanosecond.
  const base::Seconds left = after(*state.asked, timing.answer_s) - now;
  return std::max(0, static_cast<int>(std::ceil(left.count() - 1e-9)));
}

}  // namespace hub::ui
