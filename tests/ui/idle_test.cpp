// Whether anybody is here, on a virtual clock.
#include "ui/state/idle.h"

#include <doctest/doctest.h>

using namespace hub;
using ui::Route;

namespace {

const ui::Timing kTiming{60, 15, 10};

base::Instant at(double seconds) { return base::Instant(base::nanoseconds_of(base::Seconds(seconds))); }

ui::UiState reading() {
  ui::UiState state = ui::fresh_state("izumi", at(0));
  state.route = {Route::Page::goals};
  state.language = "vi";
  state.text_step = 3;
  state.furigana = true;
  return state;
}

// All that is due at a moment.
ui::UiState seen(ui::UiState state, double at_s, const ui::PrimaryPointer& finger = {}, bool closed = false) {
  while (const auto due = ui::idle_action(state, finger, kTiming, at(at_s), closed)) {
    state = ui::apply(std::move(state), due->action, due->at).state;
  }
  return state;
}

ui::PrimaryPointer down(int touch) {
  ui::PrimaryPointer finger;
  finger.phase = ui::PrimaryPointer::Phase::pressing;
  finger.touch = touch;
  finger.heard = true;
  return finger;
}

}  // namespace

TEST_CASE("a minute without a touch, and it asks; fifteen seconds more, and the next visitor finds it fresh") {
  CHECK_FALSE(seen(reading(), 59.99).asked);
  const ui::UiState asked = seen(reading(), 60);
  CHECK(asked.asked == at(60));
  CHECK(asked.route.page == Route::Page::goals);
  CHECK(seen(asked, 74.99).asked);
  const ui::UiState after = seen(asked, 75);
  CHECK(after.route.page == Route::Page::attract);
  CHECK(after.language == "ja");
  CHECK(after.text_step == 1);
  CHECK_FALSE(after.furigana);
  CHECK_FALSE(after.asked);
  CHECK(after.arrived == at(75));
}

TEST_CASE("a late frame finds the same") {
  const ui::UiState late = seen(reading(), 500);
  CHECK(late.route.page == Route::Page::attract);
  CHECK(late.arrived == at(75));
}

TEST_CASE("a touch puts it off; the one that answers does nothing else") {
  const ui::UiState touched = seen(reading(), 50, down(1));
  CHECK(touched.touched == at(50));
  CHECK(touched.spent_touch != 1);
  CHECK_FALSE(seen(touched, 109).asked);
  const ui::UiState asked = seen(touched, 110);
  REQUIRE(asked.asked);
  const ui::UiState answered = seen(asked, 115, down(2));
  CHECK_FALSE(answered.asked);
  CHECK(answered.route.page == Route::Page::goals);
  CHECK(answered.text_step == 3);
  CHECK(answered.spent_touch == 2);
  CHECK_FALSE(seen(answered, 174).asked);
}

TEST_CASE("a touch wakes attract and does nothing else; a finger that rests since the last visitor does not") {
  const ui::UiState attract = ui::fresh_state("izumi", at(0));
  const ui::UiState woken = seen(attract, 5, down(7));
  CHECK(woken.route.page == Route::Page::home);
  CHECK(woken.spent_touch == 7);
  ui::PrimaryPointer resting = down(3);
  resting.heard = false;
  const ui::UiState left = seen(reading(), 90, resting);
  CHECK(left.route.page == Route::Page::attract);
  CHECK(seen(left, 200, resting).route.page == Route::Page::attract);
  CHECK(seen(left, 200, down(4)).route.page == Route::Page::home);
}

TEST_CASE("attract asks nobody") {
  const ui::UiState attract = ui::fresh_state("izumi", at(0));
  CHECK(seen(attract, 100'000) == attract);
  CHECK_FALSE(ui::next_idle_action(attract, kTiming));
}

TEST_CASE("seconds are counted as people count them") {
  const ui::UiState asked = seen(reading(), 60);
  CHECK(ui::seconds_left(asked, kTiming, at(60)) == 15);
  CHECK(ui::seconds_left(asked, kTiming, at(60.01)) == 15);
  CHECK(ui::seconds_left(asked, kTiming, at(61)) == 14);
  CHECK(ui::seconds_left(asked, kTiming, at(74.5)) == 1);
  CHECK(ui::seconds_left(asked, kTiming, at(80)) == 0);
  CHECK(ui::seconds_left(reading(), kTiming, at(10)) == 0);
}

TEST_CASE("while the hub is closed the screen is dark, five minutes after the last touch") {
  const ui::UiState attract = ui::fresh_state("izumi", at(0));
  CHECK_FALSE(seen(attract, 299.99, {}, true).dark);
  CHECK(ui::next_idle_action(attract, kTiming, true) == at(300));
  const ui::UiState dark = seen(attract, 300, {}, true);
  CHECK(dark.dark);
  CHECK_FALSE(ui::next_idle_action(dark, kTiming, true));
  CHECK(seen(dark, 100'000, {}, true) == dark);
  CHECK_FALSE(seen(attract, 100'000).dark);
}

TEST_CASE("a touch lights the dark screen for five minutes and presses nothing") {
  const ui::UiState dark = seen(ui::fresh_state("izumi", at(0)), 1000, {}, true);
  REQUIRE(dark.dark);
  const ui::UiState lit = seen(dark, 2000, down(7), true);
  CHECK_FALSE(lit.dark);
  CHECK(lit.route.page == Route::Page::attract);
  CHECK(lit.spent_touch == 7);
  CHECK(seen(lit, 2000.1, down(7), true).route.page == Route::Page::attract);
  CHECK_FALSE(seen(lit, 2299.99, {}, true).dark);
  CHECK(seen(lit, 2300, {}, true).dark);
  // Who goes on is a visitor like any other, and five minutes count from the last touch.
  const ui::UiState home = seen(lit, 2010, down(8), true);
  CHECK(home.route.page == Route::Page::home);
  const ui::UiState asked = seen(home, 2070, {}, true);
  CHECK(asked.asked);
  const ui::UiState left = seen(asked, 2085, {}, true);
  CHECK(left.route.page == Route::Page::attract);
  CHECK_FALSE(seen(left, 2309.99, {}, true).dark);
  CHECK(seen(left, 2310, {}, true).dark);
}

TEST_CASE("whoever is there when the hub closes goes on reading, and is no longer waited for than others") {
  ui::UiState state = reading();
  for (int s = 0; s <= 1000; s += 50) state = seen(state, s, down(s + 1), true);
  CHECK_FALSE(state.dark);
  CHECK(state.route.page == Route::Page::goals);
  CHECK(seen(state, 1060, {}, true).asked);
  const ui::UiState dark = seen(state, 1300, {}, true);
  CHECK(dark.dark);
  CHECK(dark.route.page == Route::Page::attract);
  CHECK(dark.language == "ja");
}

TEST_CASE("when the hub opens the dark screen lights up by itself") {
  const ui::UiState dark = seen(ui::fresh_state("izumi", at(0)), 1000, {}, true);
  const ui::UiState open = seen(dark, 5000);
  CHECK_FALSE(open.dark);
  CHECK(open.route.page == Route::Page::attract);
  CHECK(open.arrived == at(5000));
}

TEST_CASE("a finger that rested when it went dark does not wake it") {
  ui::PrimaryPointer resting = down(3);
  resting.heard = false;
  ui::UiState lit = ui::fresh_state("izumi", at(0));
  lit.spent_touch = 3;
  const ui::UiState dark = seen(lit, 300, resting, true);
  CHECK(dark.dark);
  CHECK(seen(dark, 400, resting, true).dark);
  CHECK_FALSE(seen(dark, 400, down(4), true).dark);
}
