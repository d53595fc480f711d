// A part of the screen as a few rectangles.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ui/geometry/geometry.h"

namespace hub::ui {

class Region {
 public:
  // Each rectangle costs a look at the whole frame.
  static constexpr std::size_t kMost = 8;

  // It then holds the rectangle, and may hold more: what lies between those that are near each other.
  void add(const Rect& rect);
  void add_outside(const Rect& rect, const Rect& hole);  // what of it is not in the hole
  void clear() { rects_.clear(); }

  bool is_empty() const { return rects_.empty(); }
  bool contains(const Rect& rect) const;  // in one of them
  std::int64_t area_px() const;
  // No two have a pixel in common, none is empty.
  std::span<const Rect> rects() const { return rects_; }

 private:
  void join_nearest();

  std::vector<Rect> rects_;
};

}  // namespace hub::ui
