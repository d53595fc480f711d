// What a frame paints, from the bottom up, before any of it is drawn: what is hidden by something opaque can so be left
// out, and two frames can be compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/glyphs/glyph_atlas.h"
#include "ui/geometry/bitmap.h"
#include "ui/geometry/geometry.h"

namespace hub::ui {

using PackedColour = std::uint32_t;  // as ImGui packs it: red lowest, alpha highest

struct PaintItem {
  enum class Kind : std::uint8_t {
    fill,      // `to` in one colour
    gradient,  // `to` between the colours of its corners
    disc,      // around `centre`, inside `to`
    sprite,    // a part of a glyph page, in one colour
    picture,   // a part of a bitmap
    outline,   // a round frame around `from`, which is inside `to`
  };
  Kind kind = Kind::fill;
  Rect to;    // on the screen: it touches no pixel outside
  Rect clip;  // nor outside this
  Rect from;  // sprite, picture: in the page or bitmap. A sprite is as large as `to`, or one pixel in a direction
              // in which it is stretched
  PackedColour colour = 0;        // gradient: of the top left corner; picture: of which the alpha counts
  PackedColour top_right = 0;     // gradient
  PackedColour bottom_right = 0;  // gradient
  PackedColour bottom_left = 0;   // gradient
  std::uint8_t page = 0;          // sprite
  std::uint64_t serial = 0;       // sprite: text::Sprite::serial, of the picture that stands there
  bool flip_x = false;            // sprite
  bool flip_y = false;            // sprite
  float centre_x = 0;             // disc
  float centre_y = 0;             // disc
  float radius = 0;               // disc; of an outline's corners
  int segments = 0;               // disc
  int line_px = 0;                // outline
  SharedBitmap bitmap;            // picture
  double scale = 0;               // picture: so many of its pixels stand on one of the screen's
  bool operator==(const PaintItem&) const = default;

  Rect seen() const { return intersection(to, clip); }
  bool is_stretched() const { return from.w != to.w || from.h != to.h; }
  // Whether both make the same of the same pixels, whatever they are clipped to beyond what shows.
  bool looks_as(const PaintItem& other) const;
  bool is_opaque() const { return kind == Kind::fill && (colour >> 24) == 255; }
};

using PaintList = std::vector<PaintItem>;

// A part of what an item paints, that something above it does not hide.
struct PaintPiece {
  std::size_t item = 0;  // in the list
  Rect rect;             // a part of its seen()
};

// Below this an opaque area hides too little to be looked at, and is drawn with the others.
inline constexpr int kLargeArea_px = 64 * 64;

// Finds what has to be drawn of a list. Keeps its memory from frame to frame.
class PieceFinder {
 public:
  // So that `area` of the screen shows the list: in the list's order. Pieces of one item have no pixel in common. Good
  // until the next call.
  std::span<const PaintPiece> find(std::span<const PaintItem> list, const Rect& area);

  // How many pixels these pieces paint, those that are painted twice counted twice: without letters, icons and round
  // corners, which are as large as they are.
  std::int64_t flat_px(std::span<const PaintItem> list) const;

 private:
  void add(std::size_t number, const PaintItem& item, const Rect& area);

  std::vector<PaintPiece> pieces_;
  std::vector<Rect> covers_;  // opaque above what comes next
  std::vector<Rect> left_;
  std::vector<Rect> rest_;
};

}  // namespace hub::ui
