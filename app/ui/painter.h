// Draws laid-out boxes with ImGui's draw lists, frugally: flat areas as opaque fills, round corners and shadows as
// small sprites, glyphs at whole pixels.
#pragma once

#include <span>

#include <imgui.h>

#include "text/glyphs/glyph_atlas.h"
#include "ui/layout/layout.h"
#include "ui/layout/metrics.h"
#include "ui/layout/theme.h"
#include "ui/scene.h"

namespace hub::ui {

// Textures of bitmaps, for as long as frames show them.
class BitmapTextures {
 public:
  virtual ~BitmapTextures() = default;
  // The bitmap's, which is to be drawn so large that `scale` of its pixels stand on one of the screen's (below 1: it is
  // enlarged). Asked again in every frame that shows it.
  virtual ImTextureID texture_of(const SharedBitmap& bitmap, double scale) = 0;
};

// What the machine lends for drawing.
struct Canvas {
  ImDrawList* list = nullptr;                  // what is drawn
  std::span<const ImTextureID> page_textures;  // by glyph page
  // Fills a draw command's clip rectangle with the colour (an ImU32) in its UserCallbackData: the cheapest way to
  // draw a large opaque area. Null: a quad.
  ImDrawCallback fill_clip_rect = nullptr;
  BitmapTextures* bitmaps = nullptr;  // null: bitmaps stay empty
};

class Painter {
 public:
  Painter(text::GlyphAtlas& pages, const text::Faces& faces, const Canvas& canvas, const Metrics& metrics,
          const Palette& palette);
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  // Everything is drawn only inside this, until the next call.
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
  ImU32 packed(Colour colour, double opacity = 1) const;
  void ring(const Rect& rect, const BoxStyle& box_style, Colour colour);
  void fill(const Rect& rect, Colour colour);
  void round_fill(const Rect& rect, int radius_px, Colour colour);
  void shadow(const Rect& rect, int radius_px);
  void text(const text::Block& block, Point origin, Colour colour);
  void icon(char32_t code_point, int size_px, const Rect& rect, Colour colour);
  void code(const std::string& url, const Rect& rect, Colour colour);
  void picture(const Box& box, const Rect& rect);
  void sprite(const text::Sprite& sprite, Point at, ImU32 colour, bool flip_x = false, bool flip_y = false);
  void stretch(const text::Sprite& sprite, const Rect& from, const Rect& to, ImU32 colour);

  ImDrawList& list_;
  text::GlyphAtlas& pages_;
  const text::Faces& faces_;
  const Canvas& canvas_;
  const Metrics& metrics_;
  const Palette& palette_;
  Rect clip_;
  double opacity_ = 1;
};

}  // namespace hub::ui
