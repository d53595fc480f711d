// What a screen is made of, before it has a place: a tree of elements that say how large they want to be and how they
// share what is left. Screens build it; layout.h measures and places it; painter.h draws what was placed.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/lines/block.h"
#include "ui/geometry/bitmap.h"
#include "ui/geometry/geometry.h"
#include "ui/layout/theme.h"
#include "ui/state/state.h"

namespace hub::ui {

enum class Kind {
  column,  // children below each other
  row,     // children beside each other, never wrapping
  flow,    // children beside each other, wrapping like words
  grid,    // `columns` equal columns, rows of equal height
  text,
  icon,
  code,     // a QR code
  picture,  // a bitmap, fitted into its box
};

enum class Align { start, centre, end, stretch };

struct BoxStyle {
  std::optional<Colour> fill;
  std::optional<Colour> border;
  int border_px = 0;
  int radius_px = 0;  // half the height or more: round ends
  bool shadow = false;
  int ring_of = 0;    // a ring of so many dots along the edge,
  int ring_left = 0;  // of which so many are left
  bool operator==(const BoxStyle&) const = default;
};

struct Element {
  Kind kind = Kind::column;
  std::string key;  // names it among its siblings: from the route or an index, never from a label
  std::vector<Element> children;

  // Size. In a row or flow an element is as wide as its content unless it has a width or grows; elsewhere it fills
  // its parent unless it hugs.
  int width_px = 0;
  int min_width_px = 0;
  int min_height_px = 0;
  bool hug = false;
  double grow = 0;  // share of what its column's height or its row's width leaves over

  Insets pad;
  int gap_px = 0;                 // between children
  int columns = 1;                // of a grid
  Align across = Align::stretch;  // children in the other direction (column: horizontally; row: vertically)
  Align along = Align::start;     // where the children stand when nobody grows
  BoxStyle box_style;

  // text
  std::string words;
  std::string language;
  text::Style style;
  Colour colour;  // of text, icon and code

  char32_t icon = 0;  // code point of the icon face
  int icon_px = 0;    // size of an icon, smallest side of a code
  std::string url;    // of a code

  // picture: as wide as its box and as tall as that makes it, at most icon_px
  SharedBitmap bitmap;
  Rect part;  // of the bitmap that shows; empty: all of it
  Rect mark;  // in the bitmap, framed in `colour`; empty: nothing is

  std::optional<Action> tap;
  std::optional<Action> hold;  // a long press

  Element with_key(std::string name) && { return key = std::move(name), std::move(*this); }
  Element growing(double share = 1) && { return grow = share, std::move(*this); }
  Element hugging() && { return hug = true, std::move(*this); }
  Element tapped(Action action) && { return tap = std::move(action), std::move(*this); }
  Element aligned(Align across_children, Align along_children = Align::start) && {
    return across = across_children, along = along_children, std::move(*this);
  }
  Element at_least(int width, int height) && { return min_width_px = width, min_height_px = height, std::move(*this); }
  Element wide(int width) && { return width_px = width, std::move(*this); }
};

Element column(int gap_px, std::vector<Element> children = {});
Element row(int gap_px, std::vector<Element> children = {});
Element flow(int gap_px, std::vector<Element> children = {});
Element grid(int columns, int gap_px, std::vector<Element> children = {});
Element spacer();  // takes what is left over

}  // namespace hub::ui
