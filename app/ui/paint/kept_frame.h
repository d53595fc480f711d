// What pixels show that are kept from frame to frame, so that a frame draws only what they do not show yet.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "ui/paint/canvas.h"
#include "ui/paint/damage.h"
#include "ui/paint/move.h"
#include "ui/paint/paint_list.h"
#include "ui/paint/region.h"

namespace hub::ui {

class KeptFrame {
 public:
  // The pixels are not those of the last frame: the next one is drawn whole.
  void forget() { held_ = false; }

  // The list is to show on the screen (from 0, 0). Draws what of it the pixels do not show, once what only moved was
  // moved; without a list to draw on, the next frame that has one does. False: it looks as the frame before.
  bool show(const PaintList& list, const Rect& screen, const Canvas& canvas);

  // What of the pixels is to be moved before what the last frame drew is drawn. Good until the next.
  const std::optional<Move>& move() const { return move_; }
  // Where the last frame may look different from what the pixels showed before; good until the next.
  std::span<const Rect> changed() const { return shown_.rects(); }
  // How much of that was drawn.
  std::int64_t drawn_px() const { return drawn_.area_px(); }

  // Draws all of the last frame, as for pixels that were lost.
  void draw_whole(const Canvas& canvas);

 private:
  void try_to_move(const PaintList& list, const Rect& screen, int most_strips);

  PaintList list_;  // of the last frame
  Rect screen_;
  bool held_ = false;
  Region changed_;  // by the last frame
  Region missing_;  // what the pixels do not show of it
  Region shown_;
  Region drawn_;
  std::optional<Move> move_;
  DamageFinder damage_finder_;
  MoveFinder move_finder_;
  PieceFinder piece_finder_;
};

}  // namespace hub::ui
