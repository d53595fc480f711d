// How large things are for this reader on this screen: from the viewing distance to pixels.
#pragma once

#include "ui/geometry/geometry.h"
#include "ui/layout/theme.h"

namespace hub::ui {

struct Screen {
  int width_px = 1920;
  int height_px = 1080;
  // 0: decided by the longer side: up to 800 px a 7-inch and up to 1280 px a 10.1-inch tablet held at 0.45 m, above
  // that a 24-inch kiosk at 0.7 m.
  double diagonal_inch = 0;
  double distance_m = 0;
  // Every control stands at most 1,200 mm above the floor (reach from a wheelchair, EN 301 549 8.3), on a screen whose
  // lower edge hangs at bottom_mm. For tall upright screens.
  bool low_reach = false;
  double bottom_mm = 600;
  bool operator==(const Screen&) const = default;
};

enum class WidthClass { narrow, medium, wide };  // < 26 em, 26 … 40 em, ≥ 40 em

struct Metrics {
  Screen screen;
  int text_step = 1;
  double em_px = 40;       // the reader's em: capital letters of 0.7° (EN 301 549 5.1.4), times the text step
  double base_em_px = 40;  // the same at text step 1: for the dock, gaps and targets, which do not grow
  double px_per_mm = 1;    // less where fingers would find no room on a screen of so many pixels and millimetres
  bool kiosk = true;       // else a tablet in the hand: smaller targets

  int em(double ems) const;   // whole pixels
  int gap(double ems) const;  // of the base em
  int target_px() const;      // smallest side of what a finger presses
  int tap_slop_px() const;
  int palm_px() const;
  double swipe_px_s() const;
  double width_em() const { return screen.width_px / em_px; }
  WidthClass width_class() const;
  bool portrait() const { return screen.height_px > screen.width_px; }
  int masthead_px() const;  // what is above reach, and holds no control; 0: everything is within reach
  int margin_px() const;    // between the screen's edge and what it shows
  bool operator==(const Metrics&) const = default;
};

Metrics metrics_for(const Screen& screen, int text_step);  // text_step 1 … 3

}  // namespace hub::ui
