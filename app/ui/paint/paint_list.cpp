#include "ui/paint/paint_list.h"

#include <algorithm>

namespace hub::ui {

namespace {

constexpr std::size_t kMostPieces = 96;  // of one item; beyond that, it is drawn where it is hidden as well

}  // namespace

bool PaintItem::looks_as(const PaintItem& other) const {
  if (kind != other.kind || colour != other.colour || seen() != other.seen()) return false;
  if (kind == Kind::fill) return true;
  if (clip == other.clip) return *this == other;
  PaintItem clipped = other;
  clipped.clip = clip;
  return *this == clipped;
}

// From the top down.
void PieceFinder::add(std::size_t number, const PaintItem& item, const Rect& area) {
  const Rect seen = intersection(item.seen(), area);
  if (seen.is_empty() || std::ranges::any_of(covers_, [&](const Rect& one) { return one.contains(seen); })) return;
  if (seen.area_px() < kLargeArea_px) return pieces_.push_back({number, seen});
  left_.assign({seen});
  for (const Rect& cover : covers_) {
    if (intersection(cover, seen).is_empty()) continue;
    rest_.clear();
    for (const Rect& left : left_) {
      for (const Rect& part : parts_outside(left, cover)) {
        if (!part.is_empty()) rest_.push_back(part);
      }
    }
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
    const std::int64_t px = piece.rect.area_px();
    sum += item.kind == PaintItem::Kind::disc ? px * 785 / 1000 : px;
  }
  return sum;
}

}  // namespace hub::ui
