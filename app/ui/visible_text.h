// What a visitor has before their eyes: which texts of a scene can be read at a scroll position, and where a box
// stands on the screen. For replay, checks and tests; nothing here draws.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/scene.h"

namespace hub::ui {

struct VisibleText {
  std::string path;
  std::string words;  // of the lines that stand wholly in the viewport
  bool operator==(const VisibleText&) const = default;
};

// In reading order: the page, then the dock. A text is there when at least one whole line of it is. The fade at a long
// page's end does not take a line away.
std::vector<VisibleText> visible_texts(const Scene& scene, double scroll_px);

struct VisibleBox {
  Rect rect;           // on the screen; may reach beyond the viewport
  bool whole = false;  // it stands in its viewport with every edge
  // Where a finger presses it: the middle of the part that shows. Nothing: it does not show.
  std::optional<Point> press;
};

// The first box whose path ends in this at a key's beginning ("tiles/6" is not "tiles/16"), as a finger meets them:
// dock, hint, page.
std::optional<VisibleBox> find_box(const Scene& scene, double scroll_px, std::string_view path_end);

// The parts on the screen of everything that can be pressed, in the same order.
std::vector<Rect> visible_targets(const Scene& scene, double scroll_px);

}  // namespace hub::ui
