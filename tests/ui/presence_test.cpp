// Whether anybody is here, on a virtual clock.
#include "ui/presence.h"

#include <doctest/doctest.h>

using namespace hub;
using ui::Route;

namespace {

const ui::Timing kTiming{60, 15, 10};

base::Instant at(double seconds) {
  return base::Instant(std::chrono::duration_cast<std::chrono::nanoseconds>(base::Seconds(seconds)));
}

ui::UiState reading() {
  ui::UiState state = ui::fresh_state("izumi", at(0));
  state.route = {Route::Page::goals};
  state.language = "vi";
  state.text_step = 3;
  state.furigana = true;
  return state;
}

// What presence makes of a moment, all of it.
ui::UiState seen(ui::UiState state, double at_s, const ui::Finger& finger = {}) {
  while (const auto due = ui::presence(state, finger, kTiming, at(at_s))) {
    state = ui::apply(std::move(state), due->action, due->at);
  }
  return state;
}

ui::Finger down(int touch) {
  ui::Finger finger;
  finger.phase = ui::Finger::Phase::pressing;
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
  ui::Finger resting = down(3);
  resting.heard = false;
  const ui::UiState left = seen(reading(), 90, resting);
  CHECK(left.route.page == Route::Page::attract);
  CHECK(seen(left, 200, resting).route.page == Route::Page::attract);
  CHECK(seen(left, 200, down(4)).route.page == Route::Page::home);
}

TEST_CASE("attract asks nobody") {
  const ui::UiState attract = ui::fresh_state("izumi", at(0));
  CHECK(seen(attract, 100'000) == attract);
  CHECK_FALSE(ui::next_presence(attract, kTiming));
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
