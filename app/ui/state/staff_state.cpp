#include "ui/state/staff_state.h"

#include <algorithm>
#include <cmath>

#include "ui/state/state.h"
#include "ui/state/to_top.h"
#include "ui/touch/gesture.h"

namespace hub::ui {

namespace {

using Pad = StaffPageState::Pad;

constexpr int kFirstWait_s = 30;
constexpr int kLongestWait_s = 15 * 60;
constexpr int kMinute_s = 60;

bool locked(const UiState& state, base::Instant now) {
  return state.staff_lock.locked_until && now < *state.staff_lock.locked_until;
}

// As a person says it: the minutes, and below one the seconds; begun ones count.
int said_s(base::Seconds left) {
  // A whole second begins when the last one is over, to the nanosecond.
  const int whole_s = static_cast<int>(std::ceil(left.count() - 1e-9));
  return whole_s <= kMinute_s ? std::max(0, whole_s) : (whole_s + kMinute_s - 1) / kMinute_s * kMinute_s;
}

int wait_s(const UiState& state, base::Instant now) {
  return locked(state, now) ? said_s(*state.staff_lock.locked_until - now) : 0;
}

bool takes_digits(const UiState& state, base::Instant now) {
  return state.route.page == Route::Page::staff && !state.staff.open && state.staff.pad != Pad::checking &&
         !locked(state, now);
}

struct ApplyStaff {
  UiState& state;
  base::Instant now;
  std::vector<Effect>& effects;

  void typed() const {
    state.staff.pad = Pad::asks;
    state.staff.typed = state.staff_lock.typed.count();
  }
  void operator()(const StaffDigit& action) const {
    if (!takes_digits(state, now)) return;
    state.staff_lock.typed.add(action.digit);
    typed();
  }
  void operator()(const StaffErase&) const {
    if (!takes_digits(state, now)) return;
    state.staff_lock.typed.erase();
    typed();
  }
  void operator()(const StaffEnter&) const {
    const bool long_enough = state.staff_lock.typed.view().size() >= base::kLeastPinDigits;
    if (!takes_digits(state, now) || !long_enough) return;
    state.staff.pad = Pad::checking;
    effects.emplace_back(CheckPin{state.staff_lock.typed});
  }
  void operator()(const PinAnswered& action) const {
    if (state.staff.pad != Pad::checking) return;
    state.staff_lock.typed.clear();
    state.staff = {};
    if (action.right) {
      state.staff_lock = {};
      state.staff.open = true;
      return to_top(state, now);
    }
    state.staff.pad = Pad::wrong;
    ++state.staff_lock.wrong_tries;
    const base::Seconds wait = wait_after(state.staff_lock.wrong_tries);
    if (wait.count() > 0) state.staff_lock.locked_until = now + base::nanoseconds_of(wait);
    state.staff.wait_s = wait_s(state, now);
  }
  void operator()(const ChooseHub& action) const {
    if (!state.staff.open || !state.staff.choosing.empty() || action.id == state.hub) return;
    state.staff.choosing = action.id;
    effects.emplace_back(LoadHub{action.id});
  }
  void operator()(const HubAnswered& action) const {
    if (action.loaded && !state.staff.choosing.empty()) state.hub = state.staff.choosing;
    state.staff.choosing.clear();
    to_top(state, now);  // where the panel says what came of it
  }
  void operator()(const TestTouch& action) const {
    if (!state.staff.open) return;
    state.staff.touch_test = action.on;
    state.staff.contacts = 0;
    to_top(state, now);
  }
  void operator()(const VouchForClock&) const {
    if (state.staff.open) effects.emplace_back(TrustClock{});
  }
  void operator()(const StaffSees& action) const {
    if (state.staff.wait_s > 0 && action.wait_s == 0) state.staff.pad = Pad::asks;
    state.staff.wait_s = action.wait_s;
    state.staff.contacts = action.contacts;
  }
};

}  // namespace

base::Seconds wait_after(int wrong_tries) {
  if (wrong_tries < kFreeTries) return base::Seconds(0);
  int wait = kFirstWait_s;
  for (int tries = kFreeTries; tries < wrong_tries && wait < kLongestWait_s; ++tries) wait *= 2;
  return base::Seconds(std::min(wait, kLongestWait_s));
}

std::vector<Effect> apply_staff(UiState& state, const StaffAction& action, base::Instant now) {
  std::vector<Effect> effects;
  action.visit(ApplyStaff{state, now, effects});
  return effects;
}

void leave_staff(UiState& state) {
  state.staff = {};
  state.staff_lock.typed.clear();
}

std::optional<StaffAction> staff_sees(const UiState& state, const PrimaryPointer& finger, base::Instant now) {
  if (state.route.page != Route::Page::staff) return std::nullopt;
  const StaffSees sees{state.staff.open ? 0 : wait_s(state, now), state.staff.touch_test ? finger.contact_count : 0};
  if (sees.wait_s == state.staff.wait_s && sees.contacts == state.staff.contacts) return std::nullopt;
  return sees;
}

std::optional<base::Instant> next_staff(const UiState& state, base::Instant now) {
  if (state.route.page != Route::Page::staff || state.staff.open || !locked(state, now)) return std::nullopt;
  const int shown_s = wait_s(state, now);
  const int step_s = shown_s > kMinute_s ? kMinute_s : 1;
  return *state.staff_lock.locked_until - std::chrono::seconds(shown_s - step_s);
}

}  // namespace hub::ui
