// What of a frame only moved: a page that is scrolled, or comes in over another. Found by comparing what both frames
// paint, as damage is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ui/paint/damage.h"
#include "ui/paint/paint_list.h"
#include "ui/paint/region.h"

namespace hub::ui {

// The pixels of `to` become what was `by` before them: pixel p what p - by was.
struct Move {
  Rect to;
  Point by;
};

// Into how many strips, one after the other, of which none reads what it writes, the move can be done.
int strips(const Move& move);

// Keeps its memory from frame to frame.
class MoveFinder {
 public:
  // The move that most of what moved made, if that is enough to be worth it; both ends of it are inside `area`.
  std::optional<Move> find(std::span<const PaintItem> before, std::span<const PaintItem> now, const Rect& area);

  // Adds to `damage` all of what was moved that may look different from `now`. Only fills and sprites are sure to be
  // the same pixel by pixel elsewhere: what has soft edges of its own between pixels, or is scaled, is always added.
  void compare(std::span<const PaintItem> before, std::span<const PaintItem> now, const Move& move, Region& damage);

 private:
  struct Seen {
    std::uint64_t name = 0;  // equal sprites have the same, wherever they stand
    std::size_t index = 0;
    bool operator<(const Seen& other) const { return name != other.name ? name < other.name : index < other.index; }
  };
  static void look(std::span<const PaintItem> list, std::vector<Seen>& seen);
  static void cut(std::span<const PaintItem> list, const Rect& to, Point by, PaintList& out, Region& damage);

  std::vector<Seen> before_, now_;
  struct Moved {
    Point by;
    Rect shows;     // what this sprite is clipped to now,
    Rect was_seen;  // and was before, moved
  };
  std::vector<Moved> moves_;  // of single sprites
  PaintList moved_, wanted_;
  DamageFinder damage_finder_;
};

}  // namespace hub::ui
