#include "ui/paint/move.h"

#include <algorithm>
#include <cstdlib>

namespace hub::ui {

namespace {

constexpr std::uint64_t kOneIn = 4;         // sprites that are looked at: the same ones in every frame
constexpr std::ptrdiff_t kFewestAlike = 4;  // of them that moved alike

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t product = (a ^ b) * 0x9E3779B97F4A7C15U;
  return product ^ (product >> 32U);
}

bool before(Point a, Point b) { return a.y != b.y ? a.y < b.y : a.x < b.x; }

}  // namespace

int strips(const Move& move) {
  const bool upright = std::abs(move.by.y) >= std::abs(move.by.x);
  const int far_px = std::abs(upright ? move.by.y : move.by.x);
  const int end_px = upright ? move.to.h : move.to.w;
  return far_px == 0 ? 0 : (end_px + far_px - 1) / far_px;
}

void MoveFinder::look(std::span<const PaintItem> list, std::vector<Seen>& seen) {
  seen.clear();
  for (std::size_t i = 0; i < list.size(); ++i) {
    const PaintItem& item = list[i];
    if (item.kind != PaintItem::Kind::sprite || item.is_stretched()) continue;
    const std::uint64_t flips = (item.flip_x ? 1U : 0U) + (item.flip_y ? 2U : 0U);
    const std::uint64_t name = mixed(mixed(item.serial, item.colour), flips);
    if (name % kOneIn == 0) seen.push_back({name, i});
  }
  std::sort(seen.begin(), seen.end());
  // Of several equal ones nobody knows which is which.
  auto out = seen.begin();
  for (auto one = seen.begin(); one != seen.end();) {
    const auto next = std::find_if(one, seen.end(), [&](const Seen& other) { return other.name != one->name; });
    if (next - one == 1) *out++ = *one;
    one = next;
  }
  seen.erase(out, seen.end());
}

std::optional<Move> MoveFinder::find(std::span<const PaintItem> before_list, std::span<const PaintItem> now_list,
                                     const Rect& area) {
  look(before_list, before_);
  look(now_list, now_);
  moves_.clear();
  for (auto a = before_.begin(), b = now_.begin(); a != before_.end() && b != now_.end();) {
    if (a->name != b->name) {
      ++(a->name < b->name ? a : b);
      continue;
    }
    const PaintItem& was = before_list[(a++)->index];
    const PaintItem& is = now_list[(b++)->index];
    const Point by = {is.to.x - was.to.x, is.to.y - was.to.y};
    if (!(by == Point{})) moves_.push_back({by, is.clip, moved(was.clip, by)});
  }
  std::ranges::sort(moves_, [](const Moved& one, const Moved& other) { return before(one.by, other.by); });
  auto best = moves_.end();
  std::ptrdiff_t most = kFewestAlike - 1;
  for (auto one = moves_.begin(); one != moves_.end();) {
    const auto next = std::find_if(one, moves_.end(), [&](const Moved& other) { return !(other.by == one->by); });
    if (next - one > most) {
      most = next - one;
      best = one;
    }
    one = next;
  }
  if (best == moves_.end()) return std::nullopt;
  Moved all = *best;
  for (auto one = best; one != best + most; ++one) {
    all.shows = bounding(all.shows, one->shows);
    all.was_seen = bounding(all.was_seen, one->was_seen);
  }
  const Rect to = intersection(intersection(all.shows, all.was_seen), intersection(area, moved(area, all.by)));
  if (to.is_empty()) return std::nullopt;
  return Move{to, all.by};
}

// What shows in `to` of the list after it was moved, as items that are equal where they look equal there.
void MoveFinder::cut(std::span<const PaintItem> list, const Rect& to, Point by, PaintList& out, Region& damage) {
  out.clear();
  // What is below something opaque that is everywhere does not matter.
  const auto ground = std::find_if(list.rbegin(), list.rend(), [&](const PaintItem& item) {
    return item.is_opaque() && moved(item.seen(), by).contains(to);
  });
  const auto from = ground == list.rend() ? 0 : list.rend() - ground - 1;
  for (const PaintItem& item : list.subspan(static_cast<std::size_t>(from))) {
    const Rect shows = intersection(moved(item.seen(), by), to);
    if (shows.is_empty()) continue;
    if (item.kind != PaintItem::Kind::fill && item.kind != PaintItem::Kind::sprite) {
      damage.add(shows);
      continue;
    }
    PaintItem& one = out.emplace_back(item);
    one.to = item.kind == PaintItem::Kind::fill ? shows : moved(item.to, by);
    one.clip = shows;
  }
}

void MoveFinder::compare(std::span<const PaintItem> before_list, std::span<const PaintItem> now_list, const Move& move,
                         Region& damage) {
  cut(before_list, move.to, move.by, moved_, damage);
  cut(now_list, move.to, {}, wanted_, damage);
  damage_finder_.find(moved_, wanted_, move.to, damage);
}

}  // namespace hub::ui
