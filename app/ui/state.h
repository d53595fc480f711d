// What a visitor has chosen, and the one place where that changes.
#pragma once

#include <string>
#include <variant>

#include "base/clock.h"
#include "ui/route.h"

namespace hub::ui {

// A panel over the page.
enum class Sheet { none, language, staff };

struct UiState {
  std::string hub;  // id
  Route route;
  int text_step = 1;  // 1 … 3
  bool furigana = false;
  std::string language = "ja";
  Sheet sheet = Sheet::none;
  double scroll_px = 0;     // of the page, from its top
  base::Instant arrived{};  // when this route was entered: attract counts its slides from here
  bool operator==(const UiState&) const = default;
};

struct Go {
  Route to;
};
struct Back {};
struct NextTextSize {};
struct ToggleFurigana {};
struct SetLanguage {
  std::string tag;
};
struct OpenSheet {
  Sheet sheet;
};
struct CloseSheet {};
struct ScrollTo {
  double scroll_px;
};
using Action = std::variant<Go, Back, NextTextSize, ToggleFurigana, SetLanguage, OpenSheet, CloseSheet, ScrollTo>;

// Between frames, never during one.
UiState apply(UiState state, const Action& action, base::Instant now);

// How the next visitor should find it.
UiState fresh_state(std::string hub, base::Instant now);

}  // namespace hub::ui
