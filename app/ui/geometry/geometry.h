// Boxes on the screen, in whole pixels, origin top left.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace hub::ui {

// `value`, but at least `least` and at most `most`. A range that a small screen turned round is no bug, as it is for
// std::clamp: then it is `least`, and so is what is no number.
template <class T>
constexpr T bounded(T value, T least, T most) {
  return std::max(least, std::min(value, most));
}

struct Point {
  int x = 0;
  int y = 0;
  bool operator==(const Point&) const = default;
};

struct Rect {
  int x = 0;
  int y = 0;
  int w = 0;
  int h = 0;
  int right() const { return x + w; }
  int bottom() const { return y + h; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool contains(const Rect& r) const { return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom(); }
  bool operator==(const Rect&) const = default;

  bool is_empty() const { return w <= 0 || h <= 0; }
  std::int64_t area_px() const { return std::int64_t{w} * h; }
};

Rect intersection(const Rect& a, const Rect& b);  // no width or no height: they have nothing in common
Rect bounding(const Rect& a, const Rect& b);      // the smallest that holds both
// What of `rect` is not in `hole`: above, left, right and below it, each of which may be empty.
std::array<Rect, 4> parts_outside(const Rect& rect, const Rect& hole);
Rect moved(const Rect& rect, Point by);
Rect grown(const Rect& rect, int by_px);  // on every side

struct Insets {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  static Insets all(int px) { return {px, px, px, px}; }
  static Insets sides(int across, int along) { return {across, along, across, along}; }
  bool operator==(const Insets&) const = default;
};

}  // namespace hub::ui
