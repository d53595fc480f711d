// All that can happen to the state.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/one_of.h"
#include "ui/state/page_state.h"
#include "ui/touch/kinetics.h"

namespace hub::ui {

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
struct ShowPhrase {  // to the staff
  int number;        // from 1
};

// What a finger does to the page.
struct Press {  // went down on this, which may be nothing
  int touch;
  PressTarget target;
};
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

// Whether anybody is here.
struct Touched {};
struct NobodyTouched {  // what was taken for touches was none
  base::Instant last_real;
};
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

using Action =
    base::OneOf<Go, Back, NextTextSize, ToggleFurigana, SetLanguage, OpenSheet, CloseSheet, ShowPhrase, Press, ScrollTo,
                Catch, Pull, Slide, LetGo, TransitionTo, Rest, ContentCame, Touched, NobodyTouched, Wake,
                AskWhetherHere, StillHere, Held, NextVisitor, Darken, Lighten, StaffAction, DeskAction>;

}  // namespace hub::ui
