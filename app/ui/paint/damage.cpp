#include "ui/paint/damage.h"

#include <algorithm>
#include <limits>

namespace hub::ui {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

std::uint64_t pair_of(int high, int low) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32 | static_cast<std::uint32_t>(low);
}

// What tells most items apart that do not look alike.
std::uint64_t name_of(const PaintItem& item) {
  std::uint64_t name = static_cast<std::uint64_t>(item.kind) << 32 | item.colour;
  const Rect seen = item.seen();
  const auto mix = [&](std::uint64_t part) {
    name = (name ^ part) * 0x9E3779B97F4A7C15U;
    name ^= name >> 32U;
  };
  mix(pair_of(seen.x, seen.y));
  mix(pair_of(seen.w, seen.h));
  if (item.kind == PaintItem::Kind::fill) return name;
  mix(pair_of(item.from.x, item.from.y));
  mix(item.serial);
  return name;
}

}  // namespace

void DamageFinder::name(std::span<const PaintItem> list, std::vector<Named>& named) {
  named.clear();
  for (std::size_t i = 0; i < list.size(); ++i) named.push_back({name_of(list[i]), i});
  std::sort(named.begin(), named.end());
}

// Of several equal ones the first with the first.
void DamageFinder::pair(std::span<const PaintItem> before, std::span<const PaintItem> now) {
  name(before, before_);
  name(now, now_);
  partners_.assign(before.size(), kNone);
  for (auto a = before_.begin(), b = now_.begin(); a != before_.end() && b != now_.end();) {
    if (a->name < b->name) {
      ++a;
    } else if (b->name < a->name) {
      ++b;
    } else {
      if (before[a->index].looks_as(now[b->index])) partners_[a->index] = b->index;
      ++a;
      ++b;
    }
  }
}

// Of the pairs, as many as have the same order in both lists: the longest rising subsequence. The others have none.
void DamageFinder::keep_order() {
  ends_.clear();  // of the subsequences of each length: where the one ends whose last partner is the lowest
  previous_.assign(partners_.size(), kNone);
  for (std::size_t i = 0; i < partners_.size(); ++i) {
    if (partners_[i] == kNone) continue;
    const auto end = std::ranges::lower_bound(ends_, partners_[i], {}, [&](std::size_t at) { return partners_[at]; });
    if (end != ends_.begin()) previous_[i] = *(end - 1);
    if (end == ends_.end()) {
      ends_.push_back(i);
    } else {
      *end = i;
    }
  }
  std::size_t next = ends_.empty() ? kNone : ends_.back();
  for (std::size_t i = partners_.size(); i-- > 0;) {
    if (i == next) {
      stayed_[partners_[i]] = true;
      next = previous_[i];
    } else {
      partners_[i] = kNone;
    }
  }
}

// A ground that only became larger or smaller, as that of a page does which another one covers: where both are, they
// are the same. As many of those that stayed are below the one as below the other, so that no order changes.
void DamageFinder::pair_grounds(std::span<const PaintItem> before, std::span<const PaintItem> now, const Rect& area,
                                Region& damage) {
  const auto is_ground = [](const PaintItem& item) {
    return item.is_opaque() && item.seen().area_px() >= kLargeArea_px;
  };
  std::size_t next = 0;  // now
  std::size_t below_next = 0;
  std::size_t below = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (partners_[i] != kNone) ++below;
    if (partners_[i] != kNone || !is_ground(before[i])) continue;
    while (next < now.size() && (stayed_[next] || below_next < below || !is_ground(now[next]))) {
      if (stayed_[next] && below_next == below) break;
      below_next += stayed_[next++] ? 1 : 0;
    }
    if (next == now.size() || stayed_[next] || now[next].colour != before[i].colour) continue;
    const Rect was = intersection(before[i].seen(), area);
    const Rect is = intersection(now[next].seen(), area);
    damage.add_outside(was, is);
    damage.add_outside(is, was);
    partners_[i] = next;
    paired_.push_back(next++);
  }
  for (const std::size_t index : paired_) stayed_[index] = true;
  paired_.clear();
}

void DamageFinder::find(std::span<const PaintItem> before, std::span<const PaintItem> now, const Rect& area,
                        Region& damage) {
  while (!before.empty() && !now.empty() && before.front().looks_as(now.front())) {
    before = before.subspan(1);
    now = now.subspan(1);
  }
  while (!before.empty() && !now.empty() && before.back().looks_as(now.back())) {
    before = before.first(before.size() - 1);
    now = now.first(now.size() - 1);
  }
  stayed_.assign(now.size(), false);
  pair(before, now);
  keep_order();
  pair_grounds(before, now, area, damage);
  for (std::size_t i = 0; i < before.size() && !damage.contains(area); ++i) {
    if (partners_[i] == kNone) damage.add(intersection(before[i].seen(), area));
  }
  for (std::size_t i = 0; i < now.size() && !damage.contains(area); ++i) {
    if (!stayed_[i]) damage.add(intersection(now[i].seen(), area));
  }
}

}  // namespace hub::ui
