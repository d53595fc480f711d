// Boxes on the screen, in whole pixels, origin top left.
#pragma once

namespace hub::ui {

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
};

Rect intersection(const Rect& a, const Rect& b);  // no width or no height: they have nothing in common
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
