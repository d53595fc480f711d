#include "ui/paint/kept_frame.h"

#include <utility>

namespace hub::ui {

namespace {

constexpr std::int64_t kWorthMoving_px = std::int64_t{256} * 256;

}  // namespace

bool KeptFrame::show(const PaintList& list, const Rect& screen, const Canvas& canvas) {
  changed_.clear();
  move_.reset();
  const bool lost = !std::exchange(held_, true) || screen != screen_;
  if (lost) {
    missing_.clear();
    changed_.add(screen);
  } else {
    damage_finder_.find(list_, list, screen, changed_);
  }
  const bool up_to_date = missing_.is_empty();
  for (const Rect& rect : changed_.rects()) missing_.add(rect);
  shown_.clear();
  drawn_.clear();
  if (canvas.list != nullptr) {
    std::swap(shown_, missing_);
    drawn_ = shown_;
    if (!lost && up_to_date) try_to_move(list, screen, canvas.most_strips);
  }
  if (list != list_) list_ = list;
  screen_ = screen;
  for (const Rect& rect : drawn_.rects()) draw(list_, piece_finder_.find(list_, rect), canvas);
  if (canvas.bitmaps != nullptr) {
    for (const PaintItem& item : list_) {
      if (item.kind == PaintItem::Kind::picture) canvas.bitmaps->keep(item.bitmap);
    }
  }
  return !changed_.is_empty();
}

// The pixels show the frame before. Where nothing changed, what is moved there is drawn over, or is what was there.
void KeptFrame::try_to_move(const PaintList& list, const Rect& screen, int most_strips) {
  if (most_strips == 0 || drawn_.area_px() < kWorthMoving_px) return;
  const std::optional<Move> move = move_finder_.find(list_, list, screen);
  if (!move || strips(*move) > most_strips) return;
  Region rest;
  move_finder_.compare(list_, list, *move, rest);
  for (const Rect& rect : drawn_.rects()) rest.add_outside(rect, move->to);
  if (rest.area_px() > drawn_.area_px() * 3 / 4) return;
  drawn_ = std::move(rest);
  move_ = move;
}

void KeptFrame::draw_whole(const Canvas& canvas) { draw(list_, piece_finder_.find(list_, screen_), canvas); }

}  // namespace hub::ui
