#include "ui/geometry/geometry.h"

#include <algorithm>

namespace hub::ui {

Rect intersection(const Rect& a, const Rect& b) {
  const int x = std::max(a.x, b.x);
  const int y = std::max(a.y, b.y);
  return {x, y, std::max(0, std::min(a.right(), b.right()) - x), std::max(0, std::min(a.bottom(), b.bottom()) - y)};
}

Rect bounding(const Rect& a, const Rect& b) {
  const int x = std::min(a.x, b.x);
  const int y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

std::array<Rect, 4> parts_outside(const Rect& rect, const Rect& hole) {
  const Rect cut = intersection(rect, hole);
  if (cut.is_empty()) return {rect};
  return {Rect{rect.x, rect.y, rect.w, cut.y - rect.y}, Rect{rect.x, cut.y, cut.x - rect.x, cut.h},
          Rect{cut.right(), cut.y, rect.right() - cut.right(), cut.h},
          Rect{rect.x, cut.bottom(), rect.w, rect.bottom() - cut.bottom()}};
}

Rect moved(const Rect& rect, Point by) { return {rect.x + by.x, rect.y + by.y, rect.w, rect.h}; }
Rect grown(const Rect& rect, int by_px) {
  return {rect.x - by_px, rect.y - by_px, rect.w + 2 * by_px, rect.h + 2 * by_px};
}

}  // namespace hub::ui
