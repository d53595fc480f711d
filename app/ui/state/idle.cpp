#include "ui/state/idle.h"

#include <algorithm>
#include <cmath>

namespace hub::ui {

namespace {

base::Instant after(base::Instant since, double seconds) {
  return since + base::nanoseconds_of(base::Seconds(seconds));
}

bool is_new_touch(const UiState& state, const PrimaryPointer& finger) {
  return finger.phase == PrimaryPointer::Phase::pressing && finger.touch != state.spent_touch;
}

// The touch that wakes a dark screen presses nothing.
std::optional<DueAction> lighten(const UiState& state, const PrimaryPointer& finger, base::Instant now, bool closed) {
  if (!closed) return DueAction{Lighten{}, now};
  if (!is_new_touch(state, finger)) return std::nullopt;
  return DueAction{Lighten{finger.touch}, now};
}

std::optional<base::Instant> next_question(const UiState& state, const Timing& timing) {
  if (state.route.page == Route::Page::attract) return std::nullopt;
  if (state.asked) return after(*state.asked, timing.answer_s);
  if (state.route.page != Route::Page::staff) return after(state.touched, timing.ask_s);
  const bool reads = state.staff.desk.page != DeskPage::none;
  return after(state.touched, reads ? timing.close_s * kDeskPatience : timing.close_s);
}

}  // namespace

std::optional<DueAction> idle_action(const UiState& state, const PrimaryPointer& finger, const Timing& timing,
                                     base::Instant now, bool closed) {
  if (state.dark) return lighten(state, finger, now, closed);
  if (state.route.page == Route::Page::attract) {
    if (is_new_touch(state, finger)) return DueAction{Wake{finger.touch}, now};
  } else {
    if (finger.heard && state.asked) return DueAction{StillHere{finger.touch}, now};
    if (finger.heard && state.touched != now) return DueAction{Touched{}, now};
  }
  if (state.staff.desk.preview) return std::nullopt;
  if (closed && now - state.touched >= kAwake) return DueAction{Darken{finger.touch}, now};
  const std::optional<base::Instant> due = next_question(state, timing);
  if (!due || now < *due) return std::nullopt;
  if (state.asked || state.route.page == Route::Page::staff) return DueAction{NextVisitor{finger.touch}, *due};
  return DueAction{AskWhetherHere{}, *due};
}

std::optional<base::Instant> next_idle_action(const UiState& state, const Timing& timing, bool closed) {
  if (state.dark) return std::nullopt;
  if (const auto ends = preview_ends(state, timing)) return ends;
  const std::optional<base::Instant> question = next_question(state, timing);
  if (!closed) return question;
  const base::Instant dark = after(state.touched, kAwake.count());
  return question ? std::min(*question, dark) : dark;
}

std::optional<base::Instant> preview_ends(const UiState& state, const Timing& timing) {
  if (!state.staff.desk.preview) return std::nullopt;
  return after(state.touched, timing.close_s);
}

int seconds_left(const UiState& state, const Timing& timing, base::Instant now) {
  if (!state.asked) return 0;
  // A whole second begins when the last one is over, to the nanosecond.
  const base::Seconds left = after(*state.asked, timing.answer_s) - now;
  return std::max(0, static_cast<int>(std::ceil(left.count() - 1e-9)));
}

}  // namespace hub::ui
