#include "ui/paint/region.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace hub::ui {

namespace {

constexpr std::int64_t kBetween_px = std::int64_t{64} * 64;  // so many pixels cost less than another rectangle

// How much larger one rectangle is than both.
std::int64_t waste_px(const Rect& a, const Rect& b) { return bounding(a, b).area_px() - a.area_px() - b.area_px(); }

}  // namespace

bool Region::contains(const Rect& rect) const {
  return std::ranges::any_of(rects_, [&](const Rect& one) { return one.contains(rect); });
}

void Region::add(const Rect& rect) {
  if (rect.is_empty() || contains(rect)) return;
  Rect joined = rect;
  // What it grows by may reach others.
  for (std::size_t i = 0; i < rects_.size();) {
    if (intersection(rects_[i], joined).is_empty() && waste_px(rects_[i], joined) > kBetween_px) {
      ++i;
      continue;
    }
    joined = bounding(joined, rects_[i]);
    rects_[i] = rects_.back();
    rects_.pop_back();
    i = 0;
  }
  rects_.push_back(joined);
  if (rects_.size() > kMost) join_nearest();
}

void Region::add_outside(const Rect& rect, const Rect& hole) {
  for (const Rect& part : parts_outside(rect, hole)) add(part);
}

std::int64_t Region::area_px() const {
  std::int64_t sum = 0;
  for (const Rect& rect : rects_) sum += rect.area_px();
  return sum;
}

void Region::join_nearest() {
  std::size_t one = 0;
  std::size_t other = 1;
  std::int64_t least_px = std::numeric_limits<std::int64_t>::max();
  for (std::size_t i = 0; i < rects_.size(); ++i) {
    for (std::size_t j = i + 1; j < rects_.size(); ++j) {
      const std::int64_t px = waste_px(rects_[i], rects_[j]);
      if (px >= least_px) continue;
      least_px = px;
      one = i;
      other = j;
    }
  }
  const Rect joined = bounding(rects_[one], rects_[other]);
  rects_.erase(rects_.begin() + static_cast<std::ptrdiff_t>(other));
  rects_.erase(rects_.begin() + static_cast<std::ptrdiff_t>(one));
  add(joined);
}

}  // namespace hub::ui
