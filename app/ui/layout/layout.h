// Measure → place: an element tree becomes a flat list of boxes in drawing order. Tests compare these as numbers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/typesetter.h"
#include "ui/geometry/geometry.h"
#include "ui/layout/element.h"

namespace hub::ui {

struct Box {
  Rect rect;
  Kind kind = Kind::column;
  std::string path;  // keys from the root: "doors/goals"
  int parent = -1;   // index of the box it stands in
  BoxStyle box_style;
  Colour colour;
  const text::Block* block = nullptr;  // of a text; lives in the typesetter
  Point origin;                        // of the block's top left
  char32_t icon = 0;
  int icon_px = 0;
  std::string url;
  SharedBitmap bitmap;
  Rect part;
  Rect mark;
  std::optional<Action> tap;
  std::optional<Action> hold;
};

struct Layer {
  Rect viewport;           // where it shows
  int height_px = 0;       // of what it holds; more than the viewport scrolls
  std::vector<Box> boxes;  // in drawing order, in the viewport's coordinates before scrolling
  int scroll_range_px() const { return height_px > viewport.h ? height_px - viewport.h : 0; }
};

// Lays the tree out at the viewport's width, at least as tall as the viewport.
Layer lay_out(const Element& root, const Rect& viewport, text::Typesetter& typesetter);

// How wide the element is when nothing makes it break.
int natural_width(const Element& element, text::Typesetter& typesetter);

// How tall the element is at a width.
int natural_height(const Element& element, int width_px, text::Typesetter& typesetter);

// What is wrong with a layer, for tests and `check --render`.
struct Fault {
  enum class Kind {
    text_leaves_box,    // wider or taller than its place
    glyph_leaves_text,  // furigana above the first line's pitch
    missing_character,  // no face has it
    box_leaves_parent,
    boxes_overlap,
  };
  Kind kind = Kind::text_leaves_box;
  std::string path;   // of the box
  std::string words;  // its first line; of a missing character the characters
};
std::vector<Fault> faults(const Layer& layer);

}  // namespace hub::ui
