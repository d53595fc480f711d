#include "ui/state/state.h"

#include <doctest/doctest.h>

using namespace hub;
using ui::Route;

namespace {

const base::Instant kNow{std::chrono::seconds{5}};

ui::UiState at(Route::Page page, int first = 0) {
  ui::UiState state = ui::fresh_state("izumi", {});
  state.route = {page, first};
  return state;
}

}  // namespace

TEST_CASE("the next visitor finds attract, Japanese, normal size") {
  const ui::UiState state = ui::fresh_state("konan", kNow);
  CHECK(state.route == Route{Route::Page::attract});
  CHECK(state.hub == "konan");
  CHECK(state.language == "ja");
  CHECK(state.text_step == 1);
  CHECK_FALSE(state.furigana);
}

TEST_CASE("going somewhere starts at its top") {
  ui::UiState state = at(Route::Page::services);
  state.scroll_px = 300;
  state.sheet = ui::Sheet::language;
  state = ui::apply(state, ui::Go{{Route::Page::service, 3}}, kNow).state;
  CHECK(state.route == Route{Route::Page::service, 3});
  CHECK(state.scroll_px == 0);
  CHECK(state.sheet == ui::Sheet::none);
  CHECK(state.arrived == kNow);
}

TEST_CASE("back closes an open sheet first, then leads to the parent") {
  ui::UiState state = at(Route::Page::goal, 2);
  state.sheet = ui::Sheet::staff;
  state = ui::apply(state, ui::Back{}, kNow).state;
  CHECK(state.sheet == ui::Sheet::none);
  CHECK(state.route == Route{Route::Page::goal, 2});
  state = ui::apply(state, ui::Back{}, kNow).state;
  CHECK(state.route == Route{Route::Page::goals});
}

TEST_CASE("back from a goal's years leads to the thread that they were opened from") {
  const Route years{Route::Page::years, 2};
  const auto back = [](const ui::UiState& state) { return ui::apply(state, ui::Back{}, kNow).state.route; };
  ui::UiState state = at(Route::Page::review);
  state.route = {Route::Page::thread, 2, 3};
  state = ui::apply(state, ui::Go{years}, kNow).state;
  CHECK(back(state) == Route{Route::Page::thread, 2, 3});
  state = ui::apply(state, ui::NextTextSize{}, kNow).state;
  CHECK(back(state) == Route{Route::Page::thread, 2, 3});
  // Another goal's years, and those of the next visitor.
  ui::UiState swiped = state;
  swiped.route.first = 1;
  CHECK(back(swiped) == Route{Route::Page::thread, 1, 1});
  state = ui::apply(state, ui::NextVisitor{0}, kNow).state;
  state.route = years;
  CHECK(back(state) == Route{Route::Page::thread, 2, 1});
}

TEST_CASE("what was taken for touches was none: the time counts from the last real one") {
  ui::UiState state = at(Route::Page::services);
  state.touched = kNow;
  const base::Instant real = kNow - std::chrono::seconds(3);
  CHECK(ui::apply(state, ui::NobodyTouched{real}, kNow).state.touched == real);
  CHECK(ui::apply(state, ui::NobodyTouched{kNow + std::chrono::seconds(3)}, kNow).state.touched == kNow);
}

TEST_CASE("the text grows in three steps and becomes small again") {
  ui::UiState state = at(Route::Page::home);
  for (const int step : {2, 3, 1}) {
    state = ui::apply(state, ui::NextTextSize{}, kNow).state;
    CHECK(state.text_step == step);
  }
}

TEST_CASE("furigana, languages and sheets") {
  ui::UiState state = at(Route::Page::home);
  state = ui::apply(state, ui::ToggleFurigana{}, kNow).state;
  CHECK(state.furigana);
  state = ui::apply(state, ui::OpenSheet{ui::Sheet::language}, kNow).state;
  CHECK(state.sheet == ui::Sheet::language);
  state = ui::apply(state, ui::SetLanguage{"vi"}, kNow).state;
  CHECK(state.language == "vi");
  CHECK(state.sheet == ui::Sheet::none);
  state = ui::apply(state, ui::OpenSheet{ui::Sheet::language}, kNow).state;
  state = ui::apply(state, ui::OpenSheet{ui::Sheet::language}, kNow).state;
  CHECK(state.sheet == ui::Sheet::none);
}
