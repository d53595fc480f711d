// What a visitor can tap on a screen, and what they would see then.
#pragma once

#include <vector>

#include "ui/scene.h"
#include "ui/state/state.h"
#include "web/draw/screen_answer.h"

namespace hub::web {

// What a wish says beyond what it is of, and back.
ui::UiState state_of(const ScreenWish& wish, const std::string& hub);
ScreenWish wish_of(const ui::UiState& state, ScreenWish wish);

// In the order in which they cover each other.
std::vector<TapTarget> tap_targets(const ui::Scene& scene, const ui::UiState& state, const ScreenWish& wish);

}  // namespace hub::web
