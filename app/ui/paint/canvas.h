// Draws what a frame paints with ImGui's draw lists, frugally: large opaque areas by a scissored clear, sprites cut to
// what shows of them.
#pragma once

#include <span>

#include <imgui.h>

#include "ui/paint/paint_list.h"

namespace hub::ui {

// Textures of bitmaps, for as long as frames show them.
class BitmapTextures {
 public:
  virtual ~BitmapTextures() = default;
  // The bitmap's, which is to be drawn so large that `scale` of its pixels stand on one of the screen's (below 1: it is
  // enlarged).
  virtual ImTextureID texture_of(const SharedBitmap& bitmap, double scale) = 0;
  // A frame shows it, though it need not be drawn anew.
  virtual void keep(const SharedBitmap& bitmap) = 0;
};

class KeptFrame;

// What the machine lends for drawing.
struct Canvas {
  ImDrawList* list = nullptr;                  // what is drawn. Null, where frames are kept: nothing yet
  std::span<const ImTextureID> page_textures;  // by glyph page
  // Fills a draw command's clip rectangle with the colour (an ImU32) in its UserCallbackData: the cheapest way to
  // draw a large opaque area. Null: a quad.
  ImDrawCallback fill_clip_rect = nullptr;
  BitmapTextures* bitmaps = nullptr;  // null: bitmaps stay empty
  KeptFrame* kept = nullptr;          // what the pixels show; null: anything, and every frame is drawn whole
  int most_strips = 0;                // into which a move of pixels may be cut; 0: they cannot be moved
};

// `pieces` are of the list.
void draw(std::span<const PaintItem> list, std::span<const PaintPiece> pieces, const Canvas& canvas);

}  // namespace hub::ui
