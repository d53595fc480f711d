// The staff's side of the kiosk: a PIN pad, and behind it the panel. What they show, what staff ask for, and when a
// wrong PIN makes the pad wait.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/one_of.h"
#include "ui/state/desk_state.h"
#include "ui/state/effect.h"

namespace hub::ui {

struct PrimaryPointer;
struct UiState;

// What the pad and the panel are made from: part of PageState, so it holds no digit.
struct StaffPageState {
  enum class Pad { asks, wrong, checking };
  bool open = false;  // the PIN was right: the panel shows
  Pad pad = Pad::asks;
  int typed = 0;            // how many digits
  int wait_s = 0;           // so long the pad takes no digit, as it says it: whole minutes above one
  std::string choosing;     // id of the hub that is being loaded; empty: none
  bool touch_test = false;  // the touch test instead of the panel
  int contacts = 0;         // in the touch test: how many fingers touch
  DeskPageState desk;       // of the panel, once it is open
  bool operator==(const StaffPageState&) const = default;
};

// What no screen shows. The wrong tries outlive visitors, else every visitor would have five.
struct StaffLock {
  TypedPin typed;
  int wrong_tries = 0;  // since the last right one
  std::optional<base::Instant> locked_until;
  bool operator==(const StaffLock&) const = default;
};

inline constexpr int kFreeTries = 5;  // the fifth wrong one makes the pad wait, and so does every one after it

// How long the pad takes no digit after so many wrong tries: 30 s, 1 min, 2, 4, 8, then always 15.
base::Seconds wait_after(int wrong_tries);
inline constexpr int kMostTries = 10;  // more than these cost the same
inline base::Seconds longest_wait() { return wait_after(kMostTries); }

struct StaffDigit {
  int digit;
};
struct StaffErase {};
struct StaffEnter {};  // the PIN is typed: check it
struct PinAnswered {
  bool right;
};
struct ChooseHub {
  std::string id;
};
struct HubAnswered {
  bool loaded;  // the hub that was asked for shows from now on; else everything stays as it was
};
struct TestTouch {
  bool on;
};
struct VouchForClock {};  // date and time that the panel shows are right
struct StaffSees {        // time goes by, fingers come and go
  int wait_s;
  int contacts;
};

using StaffAction = base::OneOf<StaffDigit, StaffErase, StaffEnter, PinAnswered, ChooseHub, HubAnswered, TestTouch,
                                VouchForClock, StaffSees>;

// Returns what the kiosk is to do because of it.
std::vector<Effect> apply_staff(UiState& state, const StaffAction& action, base::Instant now);
// Locks the panel behind whoever leaves it: nothing of it stays but the wrong tries.
void leave_staff(UiState& state);

// What pad or touch test must say otherwise at this moment; nothing for most.
std::optional<StaffAction> staff_sees(const UiState& state, const PrimaryPointer& finger, base::Instant now);
// When the pad will say something else by itself.
std::optional<base::Instant> next_staff(const UiState& state, base::Instant now);

}  // namespace hub::ui
