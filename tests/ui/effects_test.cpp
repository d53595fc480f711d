// What actions ask the kiosk to do: asked for once, and by nothing else.
#include <doctest/doctest.h>

#include "ui/state/state.h"

using namespace hub;
using ui::Route;

namespace {

constexpr base::Instant kNow{};

ui::UiState at_the_pad(const char* digits) {
  ui::UiState state = ui::fresh_state("izumi", kNow);
  state.route = {Route::Page::staff};
  for (const char* digit = digits; *digit != '\0'; ++digit) {
    ui::Applied applied = ui::apply(std::move(state), ui::StaffDigit{*digit - '0'}, kNow);
    CHECK(applied.effects.empty());
    state = std::move(applied.state);
  }
  return state;
}

ui::UiState in_the_panel() {
  ui::UiState state = at_the_pad("");
  state.staff.open = true;
  return state;
}

}  // namespace

TEST_CASE("a typed PIN is to be checked, once") {
  const ui::Applied entered = ui::apply(at_the_pad("2508"), ui::StaffEnter{}, kNow);
  REQUIRE(entered.effects.size() == 1);
  REQUIRE(std::holds_alternative<ui::CheckPin>(entered.effects.front()));
  CHECK(std::get<ui::CheckPin>(entered.effects.front()).pin.view() == "2508");
  CHECK(entered.state.staff.pad == ui::StaffPageState::Pad::checking);
  CHECK(ui::apply(entered.state, ui::StaffEnter{}, kNow).effects.empty());
  CHECK(ui::apply(entered.state, ui::PinAnswered{true}, kNow).effects.empty());
}

TEST_CASE("a PIN that is too short is not checked, nor one while the pad waits") {
  CHECK(ui::apply(at_the_pad("25"), ui::StaffEnter{}, kNow).effects.empty());
  ui::UiState waits = at_the_pad("2508");
  waits.staff_lock.locked_until = kNow + std::chrono::seconds(30);
  CHECK(ui::apply(waits, ui::StaffEnter{}, kNow).effects.empty());
}

TEST_CASE("another hub is to be loaded, once until that is answered; the one that shows is not") {
  const ui::Applied chosen = ui::apply(in_the_panel(), ui::ChooseHub{"konan"}, kNow);
  REQUIRE(chosen.effects.size() == 1);
  REQUIRE(std::holds_alternative<ui::LoadHub>(chosen.effects.front()));
  CHECK(std::get<ui::LoadHub>(chosen.effects.front()).id == "konan");
  CHECK(ui::apply(chosen.state, ui::ChooseHub{"konan"}, kNow).effects.empty());
  const ui::UiState refused = ui::apply(chosen.state, ui::HubAnswered{false}, kNow).state;
  CHECK(ui::apply(refused, ui::ChooseHub{"konan"}, kNow).effects.size() == 1);
  CHECK(ui::apply(in_the_panel(), ui::ChooseHub{"izumi"}, kNow).effects.empty());
  CHECK(ui::apply(at_the_pad(""), ui::ChooseHub{"konan"}, kNow).effects.empty());
}

TEST_CASE("staff behind the PIN may vouch for the clock, and nobody else") {
  const ui::Applied vouched = ui::apply(in_the_panel(), ui::VouchForClock{}, kNow);
  REQUIRE(vouched.effects.size() == 1);
  CHECK(std::holds_alternative<ui::TrustClock>(vouched.effects.front()));
  CHECK(ui::apply(at_the_pad("2508"), ui::VouchForClock{}, kNow).effects.empty());
}

TEST_CASE("what visitors do asks the kiosk for nothing") {
  const ui::UiState state = ui::fresh_state("izumi", kNow);
  const ui::Action actions[] = {ui::Go{{Route::Page::goals}},
                                ui::Back{},
                                ui::NextTextSize{},
                                ui::ToggleFurigana{},
                                ui::SetLanguage{"en"},
                                ui::OpenSheet{ui::Sheet::staff},
                                ui::NextVisitor{1},
                                ui::Darken{1},
                                ui::Lighten{}};
  for (const ui::Action& action : actions) CHECK(ui::apply(state, action, kNow).effects.empty());
}
