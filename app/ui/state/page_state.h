// What a page is made from, and what a finger or the time does to it.
#pragma once

#include <string>

#include "base/clock.h"
#include "ui/state/route.h"
#include "ui/state/staff_state.h"
#include "ui/touch/gesture.h"

namespace hub::ui {

// A panel over the page.
enum class Sheet { none, language, staff, phrase };

// What a visitor looks at: all of the state that a page is made from.
struct PageState {
  std::string hub;  // id
  Route route;
  int text_step = 1;  // 1 … 3
  bool furigana = false;
  std::string language = "ja";
  Sheet sheet = Sheet::none;
  int phrase = 0;  // which sentence is shown to the staff, from 1; 0: none
  StaffPageState staff;
  bool operator==(const PageState&) const = default;
};

// A page hangs on a finger.
struct Drag {
  int touch = 0;                                           // PrimaryPointer::touch
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

// What a finger went down on. For as long as it touches it can tap or hold nothing else.
struct PressTarget {
  enum class Layer { none, dock, band, more, page };  // more: the hint that the page goes on
  Layer layer = Layer::none;
  std::string path;  // of the box
  bool operator==(const PressTarget&) const = default;
};

}  // namespace hub::ui
