// What a visitor has chosen and what moves, and the one place where that changes.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "ui/state/route.h"
#include "ui/state/staff_state.h"
#include "ui/touch/gesture.h"
#include "ui/touch/kinetics.h"

namespace hub::ui {

// A panel over the page.
enum class Sheet { none, language, staff };

// What a visitor looks at: all of the state that a page is made from.
struct PageState {
  std::string hub;  // id
  Route route;
  int text_step = 1;  // 1 … 3
  bool furigana = false;
  std::string language = "ja";
  Sheet sheet = Sheet::none;
  StaffPageState staff;
  bool operator==(const PageState&) const = default;
};

// A page hangs on a finger.
struct Drag {
  int touch = 0;                                           // Finger::touch
  PrimaryPointer::Axis axis = PrimaryPointer::Axis::none;  // none: it was caught, and does not move yet
  double from_px = 0;                                      // where the finger wanted it scrolled to when it went down
  bool operator==(const Drag&) const = default;
};

// One page gives way to another. The new one is what the state shows; it comes in over the old one.
struct PageTransition {
  enum class Way { forward, back, up, down };  // forward: the new one comes from the right; up: from below
  PageState from;
  double from_scroll_px = 0;
  base::Instant from_arrived{};
  Way way = Way::forward;
  double done = 0;        // how much of the way a finger had already brought it, 0 … 1
  bool together = false;  // side by side, as a finger moves them, instead of over the old one
  bool alone = false;     // there is no old one: the page comes back from where a finger had pulled it
  base::Instant since{};
  bool operator==(const PageTransition&) const = default;
};

struct UiState : PageState {
  double scroll_px = 0;        // of the page, from its top; beyond its ends while a finger stretches it
  base::Instant arrived{};     // when this route was entered: attract counts its slides from here
  std::optional<Fling> fling;  // the scrolling goes on by itself: scroll_px is where it began
  std::optional<Drag> drag;
  double slid_px = 0;  // how far a finger has pulled the page sideways
  std::optional<PageTransition> transition;

  bool dark = false;                   // the hub is closed and nobody is here: nothing shows
  base::Instant touched{};             // when somebody last touched the glass
  std::optional<base::Instant> asked;  // まだ見ていますか？ shows since then
  int spent_touch = 0;                 // this touch has done what it may: it woke the screen, or was held long enough
  int caught_touch = 0;                // this touch stopped something that moved: it may drag, but taps no page
  StaffLock door;
  bool operator==(const UiState&) const = default;
};

// Where the page is scrolled to at a moment.
double scroll_at(const UiState& state, base::Instant now);

// What a visitor asks for.
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

// What a finger does to the page.
struct ScrollTo {
  double scroll_px;
};
struct Catch {  // went down on something that moved: it stands still now
  Drag drag;
};
struct Pull {  // took hold of the page
  Drag drag;
};
struct Slide {  // pulled it sideways
  double slid_px;
};
struct LetGo {  // the scrolling goes on by itself
  Fling fling;
};
struct TransitionTo {  // let a page go that was pulled sideways: it becomes its sibling, or comes back
  Route to;
  PageTransition transition;
};
struct Rest {  // what moved has come to rest
  double scroll_px;
};

struct ContentCame {  // there was none of the hub that was shown
  std::string hub;
};

// Presence.
struct Touched {};
struct Wake {  // from attract
  int touch;
};
struct AskWhetherHere {};
struct StillHere {
  int touch;
};
struct Held {  // was held long enough, and has done with that what it may
  int touch;
};
struct NextVisitor {  // everything as the next visitor should find it
  int touch;          // still down, perhaps: it is the last visitor's and wakes nothing
};
struct Darken {
  int touch;  // still down, perhaps: it wakes nothing
};
struct Lighten {
  std::optional<int> touch;  // nothing: the hub opens
};

using Action = std::variant<Go, Back, NextTextSize, ToggleFurigana, SetLanguage, OpenSheet, CloseSheet, ScrollTo, Catch,
                            Pull, Slide, LetGo, TransitionTo, Rest, ContentCame, Touched, Wake, AskWhetherHere,
                            StillHere, Held, NextVisitor, Darken, Lighten, StaffAction>;

struct Applied {
  UiState state;
  std::vector<Effect> effects;  // what the kiosk is to do because of the action; none for most
};
// The only function that changes a state.
Applied apply(UiState state, const Action& action, base::Instant now);

// How the next visitor should find it.
UiState fresh_state(std::string hub, base::Instant now);

}  // namespace hub::ui
