// Where a reader is in a page, so that larger letters, furigana or another size of the screen do not lose the place.
#pragma once

#include <string>

#include "ui/layout/layout.h"

namespace hub::ui {

struct ReadingPlace {
  std::string path;  // of the box whose words stand at the top; empty: at the page's own top
  double part = 0;   // how much of its words is above, 0 … 1
  int below_px = 0;  // how far below the viewport's top they stand
};

// `place` is written to, so that a frame that repeats allocates nothing.
void find_reading_place(const Layer& layer, double scroll_px, ReadingPlace& place);

// The scrolling that brings the place back to where it stood; held_px where the page does not have it.
double scroll_to(const Layer& layer, const ReadingPlace& place, double held_px);

}  // namespace hub::ui
