// Everything that is on the screen at one moment, laid out: the page, the dock, the colours behind them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/layout/layout.h"
#include "ui/screens/build_context.h"
#include "ui/screens/screens.h"

namespace hub::ui {

// A disc behind the page that does not scroll.
struct Sunspot {
  Point centre;
  int radius_px = 0;
  Colour colour;
};

// What words stand on.
struct Backdrop {
  Colour colour;
  std::vector<Sunspot> sunspots;
};

struct Scene {
  Backdrop backdrop;
  Layer page;                     // or the open sheet
  std::optional<Layer> dock;      // attract has none
  std::optional<Layer> band;      // in the preview: that the page is of a draft; stands at the page's top
  std::optional<Layer> masthead;  // above reach: who this is, nothing to press; attract has none
  Backdrop masthead_backdrop;
  bool low = false;           // the viewport has no line to spare: the hint is small and the fade short
  std::optional<Layer> more;  // the hint at the viewport's end, when the page is longer than its viewport
  int attract_slides = 0;     // on attract: how many there are
};

// Whether the page goes on below what shows of it: the hint stands there.
bool has_more_below(const Scene& scene, double scroll_px);

Scene build_scene(const BuildContext& context);
// まだ見ていますか？: a card at the end of the page's viewport.
Layer build_question(const BuildContext& context, int seconds_left, int seconds);
// The mark of a finger that touches: a disc under it, its number where the finger does not hide it.
Layer build_touch_mark(const BuildContext& context, const Contact& contact);
Scene build_builtin_scene(const BuiltinWords& words, const Metrics& metrics, const Palette& palette,
                          const std::optional<Action>& hold, text::Typesetter& typesetter);
Scene build_notice_scene(const SetupNotice& notice, const Metrics& metrics, const Palette& palette,
                         const std::optional<Action>& hold, text::Typesetter& typesetter);

// The page's part of the screen: all of it on attract, else what masthead and dock leave.
Rect page_viewport(const Route& route, const Metrics& metrics);

// The scene as lines of text, one a box: rectangle, path, what it shows line by line. The same scene gives the same
// text.
std::string describe(const Scene& scene);

}  // namespace hub::ui
