// Is anybody here? After a while without a touch the screen asks, and then makes itself ready for the next visitor.
// While the hub is closed it goes dark, until a touch wakes it or the hub opens.
#pragma once

#include <optional>

#include "ui/state/state.h"

namespace hub::ui {

struct Timing {
  double ask_s = 60;     // without a touch, until まだ見ていますか？
  double answer_s = 15;  // how long it waits for an answer
  double slide_s = 10;   // of attract: long enough to read 60 characters twice
  double close_s = 60;   // without a touch, until the staff's panel closes itself and asks nobody; the preview too
};

// How long a dark screen stays on after a touch, while the hub is closed.
inline constexpr base::Seconds kAwake{300};

// The panel's pages with a report to look at stay open so many times longer: who compares it with paper touches
// nothing.
inline constexpr double kDeskPatience = 3;

// Something that is due because of the time or a touch, and since when: later frames make no difference.
struct DueAction {
  Action action;
  base::Instant at{};
};
// What is due at this moment; nothing for most. One thing may bring the next: ask until there is none.
std::optional<DueAction> idle_action(const UiState& state, const PrimaryPointer& finger, const Timing& timing,
                                     base::Instant now, bool closed = false);

// When something will next be due by itself.
std::optional<base::Instant> next_idle_action(const UiState& state, const Timing& timing, bool closed = false);

// When the preview ends by itself: whoever draws its frames shows what is published before it draws another.
std::optional<base::Instant> preview_ends(const UiState& state, const Timing& timing);

// What is left of the time to answer, in whole seconds, begun ones counted. 0 when nothing is asked.
int seconds_left(const UiState& state, const Timing& timing, base::Instant now);

}  // namespace hub::ui
