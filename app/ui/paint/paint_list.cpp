#include "ui/paint/paint_list.h"

#include <algorithm>

namespace hub::ui {

namespace {

constexpr std::size_t kMostPieces = 96;  // of one item; beyond that, it is drawn where it is hidden as well

std::int64_t area_px(const Rect& rect) { return std::int64_t{rect.w} * rect.h; }
bool is_empty(const Rect& rect) { return rect.w <= 0 || rect.h <= 0; }

// What of `rect` is not in `hole`: at most one part above, below, left and right of it.
void add_rest(const Rect& rect, const Rect& hole, std::vector<Rect>& rest) {
  const Rect cut = intersection(rect, hole);
  if (is_empty(cut)) return rest.push_back(rect);
  for (const Rect& part : {Rect{rect.x, rect.y, rect.w, cut.y - rect.y}, Rect{rect.x, cut.y, cut.x - rect.x, cut.h},
                           Rect{cut.right(), cut.y, rect.right() - cut.right(), cut.h},
                           Rect{rect.x, cut.bottom(), rect.w, rect.bottom() - cut.bottom()}}) {
    if (!is_empty(part)) rest.push_back(part);
  }
}

}  // namespace

// From the top down.
void PieceFinder::add(std::size_t number, const PaintItem& item, const Rect& area) {
  const Rect seen = intersection(item.seen(), area);
  if (is_empty(seen) || std::ranges::any_of(covers_, [&](const Rect& one) { return one.contains(seen); })) return;
  if (area_px(seen) < kLargeArea_px) return pieces_.push_back({number, seen});
  left_.assign({seen});
  for (const Rect& cover : covers_) {
    if (is_empty(intersection(cover, seen))) continue;
    rest_.clear();
    for (const Rect& part : left_) add_rest(part, cover, rest_);
    if (rest_.size() > kMostPieces) break;
    std::swap(left_, rest_);
  }
  // They are turned round in the end.
  for (auto part = left_.rbegin(); part != left_.rend(); ++part) pieces_.push_back({number, *part});
  if (item.is_opaque()) covers_.push_back(seen);
}

std::span<const PaintPiece> PieceFinder::find(std::span<const PaintItem> list, const Rect& area) {
  pieces_.clear();
  covers_.clear();
  for (std::size_t i = list.size(); i-- > 0;) add(i, list[i], area);
  std::ranges::reverse(pieces_);
  return pieces_;
}

std::int64_t PieceFinder::flat_px(std::span<const PaintItem> list) const {
  std::int64_t sum = 0;
  for (const PaintPiece& piece : pieces_) {
    const PaintItem& item = list[piece.item];
    if (item.kind == PaintItem::Kind::sprite && !item.is_stretched()) continue;
    // A disc leaves the corners of its rectangle as they are.
    const std::int64_t px = area_px(piece.rect);
    sum += item.kind == PaintItem::Kind::disc ? px * 785 / 1000 : px;
  }
  return sum;
}

}  // namespace hub::ui
