// Says how laid-out boxes are painted: flat areas as opaque fills, round corners and shadows as small sprites, glyphs
// at whole pixels.
#pragma once

#include "text/glyphs/glyph_atlas.h"
#include "ui/layout/layout.h"
#include "ui/layout/metrics.h"
#include "ui/layout/theme.h"
#include "ui/paint/paint_list.h"
#include "ui/scene.h"

namespace hub::ui {

class Painter {
 public:
  // Adds to the list; all of it outlives the painter.
  Painter(text::GlyphAtlas& pages, const text::Faces& faces, PaintList& list, const Metrics& metrics,
          const Palette& palette);

  // Everything is painted only inside this, until the next call.
  void clip(const Rect& rect);
  // `area` in its own coordinates, moved `by`.
  void backdrop(const Backdrop& backdrop, const Rect& area, Point by);
  // `at` is where the layer's origin stands on the screen; `pressed` the index of the box under the finger, or -1.
  // Words and fills fade with the opacity.
  void layer(const Layer& layer, Point at, int pressed, double opacity = 1);
  // The soft edge of a page that comes in over another.
  enum class Side { left, top, right, bottom };
  void edge(const Rect& rect, Side dark);
  // The page fades into its background where it goes on beyond the viewport. At its end the lower part of the rectangle
  // is plain, no half-visible words under the hint; a low screen has no room for that.
  void page_end(const Rect& rect, Colour background, bool low);
  void fade(const Rect& rect, Colour background, bool towards_bottom);

 private:
  void box(const Box& box, Rect rect, Point offset, bool pressed);
  PackedColour packed(Colour colour, double opacity = 1) const;
  void ring(const Rect& rect, const BoxStyle& box_style, Colour colour);
  void fill(const Rect& rect, Colour colour);
  void round_fill(const Rect& rect, int radius_px, Colour colour);
  void shadow(const Rect& rect, int radius_px);
  void text(const text::Block& block, Point origin, Colour colour);
  void icon(char32_t code_point, int size_px, const Rect& rect, Colour colour);
  void code(const std::string& url, const Rect& rect, Colour colour);
  void picture(const Box& box, const Rect& rect);
  void disc(double x, double y, double radius_px, PackedColour colour, int segments);
  void sprite(const text::Sprite& sprite, Point at, PackedColour colour, bool flip_x = false, bool flip_y = false);
  void stretch(const text::Sprite& sprite, const Rect& from, const Rect& to, PackedColour colour);

  PaintItem& add(PaintItem::Kind kind, const Rect& to, PackedColour colour);

  PaintList& list_;
  text::GlyphAtlas& pages_;
  const text::Faces& faces_;
  const Metrics& metrics_;
  const Palette& palette_;
  Rect clip_;
  double opacity_ = 1;
};

}  // namespace hub::ui
