#include "ui/paint/damage.h"

#include <algorithm>
#include <limits>

namespace hub::ui {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

std::uint64_t pair_of(int high, int low) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32 | static_cast<std::uint32_t>(low);
}

// What tells most items apart.
std::uint64_t name_of(const PaintItem& item) {
  std::uint64_t name = static_cast<std::uint64_t>(item.kind) << 32 | item.colour;
  for (const std::uint64_t part :
       {pair_of(item.to.x, item.to.y), pair_of(item.to.w, item.to.h), pair_of(item.from.x, item.from.y), item.serial}) {
    name = (name ^ part) * 0x9E3779B97F4A7C15U;
    name ^= name >> 32U;
  }
  return name;
}

}  // namespace

void DamageFinder::name(std::span<const PaintItem> list, std::vector<Named>& named) {
  named.clear();
  for (std::size_t i = 0; i < list.size(); ++i) named.push_back({name_of(list[i]), i});
  std::ranges::sort(named);
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
      if (before[a->index] == now[b->index]) partners_[a->index] = b->index;
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

void DamageFinder::find(std::span<const PaintItem> before, std::span<const PaintItem> now, const Rect& area,
                        Region& damage) {
  while (!before.empty() && !now.empty() && before.front() == now.front()) {
    before = before.subspan(1);
    now = now.subspan(1);
  }
  while (!before.empty() && !now.empty() && before.back() == now.back()) {
    before = before.first(before.size() - 1);
    now = now.first(now.size() - 1);
  }
  stayed_.assign(now.size(), false);
  pair(before, now);
  keep_order();
  for (std::size_t i = 0; i < before.size() && !damage.contains(area); ++i) {
    if (partners_[i] == kNone) damage.add(intersection(before[i].seen(), area));
  }
  for (std::size_t i = 0; i < now.size() && !damage.contains(area); ++i) {
    if (!stayed_[i]) damage.add(intersection(now[i].seen(), area));
  }
}

}  // namespace hub::ui
