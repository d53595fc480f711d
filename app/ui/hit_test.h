// What a finger can press on a page, topmost first: the dock, the preview's band, the hint that the page goes on, then
// the page's boxes, from the one that was drawn last. A box can be pressed only where it shows: inside its layer's
// viewport.
#pragma once

#include <optional>

#include "ui/pages.h"
#include "ui/state/state.h"

namespace hub::ui {

// What stands at this point of the screen, while the page is scrolled so far.
PressTarget hit_test(const LaidOut& page, double scroll_px, Point at);

// A target as it stands on the screen now.
struct PressedBox {
  Rect rect;                 // where it can be pressed
  const Box* box = nullptr;  // null: the hint that the page goes on
};
// Nothing: the page does not have it any more, or it does not show.
std::optional<PressedBox> find_target(const LaidOut& page, double scroll_px, const PressTarget& target);

}  // namespace hub::ui
