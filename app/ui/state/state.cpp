#include "ui/state/state.h"

#include <cmath>
#include <utility>

namespace hub::ui {

namespace {

int depth_of(const Route& route) {
  switch (route.page) {
    case Route::Page::attract:
      return 0;
    case Route::Page::home:
      return 1;
    case Route::Page::service:
    case Route::Page::goal:
    case Route::Page::thread:
      return 3;
    case Route::Page::years:
      return 4;
    default:
      return 2;
  }
}

// The direction of the move: deeper and onwards come from the right, sheets and the waking screen from below.
PageTransition::Way way_between(const PageState& from, const PageState& to) {
  using Page = Route::Page;
  using Way = PageTransition::Way;
  if (from.route.page == Page::attract) return Way::up;
  if (to.route.page == Page::attract) return Way::down;
  if (to.sheet != Sheet::none) return Way::up;
  if (from.route == to.route) return Way::down;
  const int deeper = depth_of(to.route) - depth_of(from.route);
  if (deeper != 0) return deeper > 0 ? Way::forward : Way::back;
  const bool onwards = std::pair(to.route.first, to.route.second) > std::pair(from.route.first, from.route.second);
  return onwards ? Way::forward : Way::back;
}

struct Apply {
  UiState& state;
  base::Instant now;
  std::vector<Effect>& effects;

  void rest_at(double scroll_px) const {
    state.scroll_px = scroll_px;
    state.fling.reset();
    state.drag.reset();
    state.slid_px = 0;
  }

  // What showed until now gives way to what shows then.
  void begin_transition(const UiState& before) const {
    PageTransition transition;
    transition.way = way_between(before, state);
    transition.from = before;
    transition.from_scroll_px = scroll_at(before, now);
    transition.from_arrived = before.arrived;
    transition.since = now;
    state.transition = std::move(transition);
  }

  template <class Change>
  void move(Change change) const {
    const UiState before = state;
    change();
    if (before == state) return;
    if (state.route.page != Route::Page::staff && !state.staff.desk.preview) leave_staff(state);
    if (before.route == state.route && before.sheet != Sheet::none && state.sheet == Sheet::none) {
      rest_at(state.scroll_px);
    } else {
      rest_at(0);
      state.arrived = now;
    }
    begin_transition(before);
  }

  void operator()(const Go& action) const {
    if (state.staff.desk.preview && action.to.page == Route::Page::staff) return (*this)(DeskAction(LeavePreview{}));
    const bool to_years = action.to.page == Route::Page::years && state.route.page == Route::Page::thread;
    if (to_years) state.years_from = state.route;
    move([&] {
      state.route = action.to;
      state.sheet = Sheet::none;
      state.phrase = 0;
    });
  }
  void operator()(const Back&) const {
    if (state.sheet == Sheet::none && state.staff.touch_test) return (*this)(StaffAction(TestTouch{false}));
    if (desk_back(state, now)) return;
    move([&] {
      const bool of_years = state.route.page == Route::Page::years && state.years_from.first == state.route.first;
      if (state.sheet == Sheet::none) state.route = of_years ? state.years_from : parent_of(state.route);
      close_sheet();
    });
  }
  // A sentence gives way to the list it was chosen from.
  void close_sheet() const {
    state.sheet = state.sheet == Sheet::phrase ? Sheet::staff : Sheet::none;
    state.phrase = 0;
  }
  void operator()(const NextTextSize&) const { state.text_step = state.text_step % 3 + 1; }
  void operator()(const ToggleFurigana&) const { state.furigana = !state.furigana; }
  void operator()(const SetLanguage& action) const {
    move([&] {
      state.language = action.tag;
      // やさしい日本語 is read with furigana; the button takes them away.
      if (action.tag == "ja-easy") state.furigana = true;
      state.sheet = Sheet::none;
    });
  }
  // A second touch on what opened a sheet closes it again.
  void operator()(const OpenSheet& action) const {
    move([&] {
      state.sheet = state.sheet == action.sheet ? Sheet::none : action.sheet;
      state.phrase = 0;
    });
  }
  void operator()(const CloseSheet&) const {
    move([&] { close_sheet(); });
  }

  void operator()(const ShowPhrase& action) const {
    move([&] {
      state.sheet = Sheet::phrase;
      state.phrase = action.number;
    });
  }

  void operator()(const Press& action) const {
    state.pressed = action.target;
    state.pressed_touch = action.touch;
  }
  void operator()(const ScrollTo& action) const {
    state.scroll_px = action.scroll_px;
    state.fling.reset();
  }
  void operator()(const Catch& action) const {
    rest_at(std::round(scroll_at(state, now)));
    state.transition.reset();
    state.drag = action.drag;
    state.caught_touch = action.drag.touch;
  }
  void operator()(const Pull& action) const {
    state.fling.reset();
    state.drag = action.drag;
  }
  void operator()(const Slide& action) const { state.slid_px = action.slid_px; }
  void operator()(const LetGo& action) const {
    rest_at(action.fling.from_px);
    state.fling = action.fling;
  }
  void operator()(const TransitionTo& action) const {
    const bool elsewhere = !(state.route == action.to);
    state.route = action.to;
    rest_at(elsewhere ? 0 : state.scroll_px);
    if (elsewhere) state.arrived = now;
    state.transition = action.transition;
  }
  void operator()(const Rest& action) const {
    rest_at(action.scroll_px);
    state.transition.reset();
  }

  // Staff who are mending it go on.
  void operator()(const ContentCame& action) const {
    if (state.route.page != Route::Page::staff) {
      UiState fresh = fresh_state({}, now);
      fresh.staff_lock = std::move(state.staff_lock);
      fresh.desk_requests = state.desk_requests;
      // A finger that is down on what showed presses nothing of what comes.
      fresh.pressed = std::move(state.pressed);
      fresh.pressed_touch = state.pressed_touch;
      state = std::move(fresh);
    }
    state.hub = action.hub;
    state.transition.reset();
  }

  void operator()(const Touched&) const { state.touched = now; }
  void operator()(const NobodyTouched& action) const { state.touched = std::min(state.touched, action.last_real); }
  void operator()(const Wake& action) const {
    state.touched = now;
    state.spent_touch = action.touch;
    (*this)(Go{Route{Route::Page::home}});
  }
  void operator()(const AskWhetherHere&) const { state.asked = now; }
  void operator()(const StillHere& action) const {
    state.touched = now;
    state.asked.reset();
    state.spent_touch = action.touch;
  }
  void operator()(const Held& action) const { state.spent_touch = action.touch; }
  // As the next visitor should find it. When the glass was last touched stays known.
  void start_anew(int touch_still_down) const {
    leave_staff(state);
    UiState fresh = fresh_state(state.hub, now);
    fresh.staff_lock = std::move(state.staff_lock);
    fresh.desk_requests = state.desk_requests;
    fresh.touched = state.touched;
    fresh.spent_touch = touch_still_down;
    state = std::move(fresh);
  }
  void operator()(const NextVisitor& action) const {
    const UiState before = state;
    start_anew(action.touch);
    begin_transition(before);
  }
  void operator()(const Darken& action) const {
    start_anew(action.touch);
    state.dark = true;
  }
  void operator()(const Lighten& action) const {
    state.dark = false;
    state.arrived = now;
    if (!action.touch) return;
    state.touched = now;
    state.spent_touch = *action.touch;
  }
  void operator()(const StaffAction& action) const { effects = apply_staff(state, action, now); }
  void operator()(const DeskAction& action) const { effects = apply_desk(state, action, now); }
};

}  // namespace

double scroll_at(const UiState& state, base::Instant now) {
  return state.fling ? position(*state.fling, now) : state.scroll_px;
}

Applied apply(UiState state, const Action& action, base::Instant now) {
  Applied applied{std::move(state), {}};
  action.visit(Apply{applied.state, now, applied.effects});
  return applied;
}

UiState fresh_state(std::string hub, base::Instant now) {
  UiState state;
  state.hub = std::move(hub);
  state.arrived = now;
  state.touched = now;
  return state;
}

}  // namespace hub::ui
