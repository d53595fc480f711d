#include "ui/state.h"

#include <utility>

namespace hub::ui {

namespace {

struct Apply {
  UiState& state;
  base::Instant now;

  void go(const Route& to) const {
    state.route = to;
    state.sheet = Sheet::none;
    state.scroll_px = 0;
    state.arrived = now;
  }

  void operator()(const Go& action) const { go(action.to); }
  void operator()(const Back&) const {
    if (state.sheet != Sheet::none) {
      state.sheet = Sheet::none;
    } else {
      go(parent_of(state.route));
    }
  }
  void operator()(const NextTextSize&) const { state.text_step = state.text_step % 3 + 1; }
  void operator()(const ToggleFurigana&) const { state.furigana = !state.furigana; }
  void operator()(const SetLanguage& action) const {
    state.language = action.tag;
    state.sheet = Sheet::none;
  }
  // A second touch on what opened a sheet closes it again.
  void operator()(const OpenSheet& action) const {
    state.sheet = state.sheet == action.sheet ? Sheet::none : action.sheet;
  }
  void operator()(const CloseSheet&) const { state.sheet = Sheet::none; }
  void operator()(const ScrollTo& action) const { state.scroll_px = action.scroll_px; }
};

}  // namespace

UiState apply(UiState state, const Action& action, base::Instant now) {
  std::visit(Apply{state, now}, action);
  return state;
}

UiState fresh_state(std::string hub, base::Instant now) {
  UiState state;
  state.hub = std::move(hub);
  state.arrived = now;
  return state;
}

}  // namespace hub::ui
