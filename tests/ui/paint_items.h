// Items of lists that a test paints.
#pragma once

#include "ui/paint/paint_list.h"

namespace hub::tests {

inline ui::PaintItem fill(const ui::Rect& rect, const ui::Rect& clip, ui::PackedColour colour) {
  ui::PaintItem item;
  item.to = rect;
  item.clip = clip;
  item.colour = colour;
  return item;
}

}  // namespace hub::tests
