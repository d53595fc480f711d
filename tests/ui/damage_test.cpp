// Where two frames differ: nothing that changed may be missed, and what did not need not be drawn.
#include "ui/paint/damage.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "support/allocations.h"
#include "ui/paint/kept_frame.h"
#include "ui/paint_items.h"

using namespace hub;

namespace {

constexpr ui::Rect kScreen{0, 0, 320, 240};

ui::PaintItem item(const ui::Rect& rect, ui::PackedColour colour) { return tests::fill(rect, kScreen, colour); }

// What is painted at each pixel, from the bottom up.
std::vector<std::vector<const ui::PaintItem*>> painted(const ui::PaintList& list) {
  std::vector<std::vector<const ui::PaintItem*>> pixels(static_cast<std::size_t>(kScreen.w * kScreen.h));
  for (const ui::PaintItem& one : list) {
    const ui::Rect seen = one.seen();
    for (int y = seen.y; y < seen.bottom(); ++y) {
      for (int x = seen.x; x < seen.right(); ++x) pixels[static_cast<std::size_t>(y * kScreen.w + x)].push_back(&one);
    }
  }
  return pixels;
}

std::int64_t px(const ui::Region& region) {
  std::int64_t sum = 0;
  for (const ui::Rect& rect : region.rects()) sum += rect.area_px();
  return sum;
}

ui::Region damage_of(const ui::PaintList& before, const ui::PaintList& now) {
  ui::DamageFinder finder;
  ui::Region damage;
  finder.find(before, now, kScreen, damage);
  return damage;
}

// How many pixels outside the damage are not painted as before.
int missed(const ui::PaintList& before, const ui::PaintList& now, const ui::Region& damage) {
  const auto was = painted(before);
  const auto is = painted(now);
  int count = 0;
  for (int y = 0; y < kScreen.h; ++y) {
    for (int x = 0; x < kScreen.w; ++x) {
      const auto i = static_cast<std::size_t>(y * kScreen.w + x);
      const auto equal = [](const ui::PaintItem* a, const ui::PaintItem* b) {
        return a->kind == b->kind && a->colour == b->colour && a->serial == b->serial;
      };
      if (!damage.contains({x, y, 1, 1}) && !std::ranges::equal(was[i], is[i], equal)) ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("a region holds what was added, in few rectangles that have nothing in common") {
  std::mt19937 random(1);
  const auto number = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
  for (int round = 0; round < 200; ++round) {
    ui::Region region;
    std::vector<ui::Rect> added;
    for (int i = 0; i < 40; ++i) {
      added.push_back({number(0, 3000), number(0, 2000), number(0, 90), number(0, 90)});
      region.add(added.back());
    }
    CHECK(region.rects().size() <= ui::Region::kMost);
    for (const ui::Rect& rect : added) CHECK((rect.is_empty() || region.contains(rect)));
    for (const ui::Rect& a : region.rects()) {
      CHECK_FALSE(a.is_empty());
      for (const ui::Rect& b : region.rects()) CHECK((&a == &b || intersection(a, b).is_empty()));
    }
  }
}

TEST_CASE("of two frames that are the same nothing is damaged") {
  const ui::PaintList list = {item(kScreen, 1), item({10, 10, 20, 20}, 2), item({10, 10, 20, 20}, 2)};
  CHECK(damage_of(list, list).is_empty());
  CHECK(damage_of({}, {}).is_empty());
}

TEST_CASE("what changed in two places far from each other leaves what is between them as it is") {
  ui::PaintList before = {item(kScreen, 1)};
  for (int i = 0; i < 20; ++i) before.push_back(item({i * 16, 0, 10, 230}, 100 + static_cast<ui::PackedColour>(i)));
  ui::PaintList now = before;
  now[1].colour = 7;
  now[20].colour = 8;
  now.insert(now.begin() + 2, item({0, 0, 4, 4}, 9));
  const ui::Region damage = damage_of(before, now);
  CHECK(missed(before, now, damage) == 0);
  CHECK(px(damage) == 2 * 10 * 230);
}

TEST_CASE("a ground that becomes larger is damage only where it was not, and what stands on it stays") {
  const ui::PaintItem ground = item({0, 0, 320, 200}, 0xFF000001);
  const ui::PaintItem larger = item({0, 0, 320, 240}, 0xFF000001);
  const ui::PaintItem other = item({40, 40, 200, 100}, 0xFF000002);
  const ui::PaintItem on_it = item({50, 50, 30, 30}, 3);
  const auto damage_px = [&](const ui::PaintList& before, const ui::PaintList& now) {
    const ui::Region damage = damage_of(before, now);
    CHECK(missed(before, now, damage) == 0);
    return px(damage);
  };
  CHECK(damage_px({ground, on_it}, {larger, on_it}) == 320 * 40);
  CHECK(damage_px({larger, on_it}, {ground, on_it}) == 320 * 40);
  CHECK(damage_px({ground, other, on_it}, {larger, other, on_it}) == 320 * 40);
  CHECK(damage_px({ground, on_it}, {on_it, larger}) > 0);  // it came to lie on it
  CHECK(damage_px({ground, other}, {other, larger}) > 0);
}

TEST_CASE("the same items in another order are damage where they lie on each other") {
  const ui::PaintItem a = item({20, 20, 60, 60}, 1);
  const ui::PaintItem b = item({50, 50, 60, 60}, 2);
  CHECK(missed({a, b}, {b, a}, damage_of({a, b}, {b, a})) == 0);
  CHECK_FALSE(damage_of({a, b}, {b, a}).is_empty());
}

TEST_CASE("another picture in the same place of a glyph page is damage") {
  ui::PaintItem glyph = item({20, 20, 60, 60}, 1);
  glyph.kind = ui::PaintItem::Kind::sprite;
  glyph.from = {1, 1, 60, 60};
  glyph.serial = 5;
  ui::PaintItem other = glyph;
  other.serial = 6;
  const ui::Region damage = damage_of({glyph}, {other});
  REQUIRE(damage.rects().size() == 1);
  CHECK(damage.rects()[0] == glyph.to);
}

TEST_CASE("whatever becomes of a frame, no pixel that differs is missed") {
  std::mt19937 random(20261128);
  const auto number = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
  const auto any = [&] {
    ui::PaintItem one = item({number(-40, 300), number(-40, 220), number(1, 60), number(1, 60)},
                             static_cast<ui::PackedColour>(number(1, 3)));
    one.clip = {number(0, 60), number(0, 60), number(100, 260), number(100, 180)};
    return one;
  };
  std::int64_t damaged_px = 0;
  for (int round = 0; round < 150; ++round) {
    ui::PaintList before = {item(kScreen, 1)};
    for (int i = number(0, 30); i > 0; --i) before.push_back(any());
    ui::PaintList now = before;
    for (int i = number(1, 4); i > 0; --i) {
      const auto at = static_cast<std::size_t>(number(0, static_cast<int>(now.size()) - 1));
      const int what = number(0, 3);
      if (what == 0) now.insert(now.begin() + static_cast<std::ptrdiff_t>(at), any());
      if (what == 1 && now.size() > 1) now.erase(now.begin() + static_cast<std::ptrdiff_t>(at));
      if (what == 2) std::swap(now[at], now.back());
      if (what == 3) now[at].to.x += number(-3, 3);
    }
    const ui::Region damage = damage_of(before, now);
    CHECK(missed(before, now, damage) == 0);
    damaged_px += px(damage);
  }
  CHECK(damaged_px < 150 * kScreen.area_px() * 2 / 3);
}

TEST_CASE("a frame that repeats allocates nothing, nor does one that changes as others did") {
  ui::KeptFrame kept;
  const ui::Canvas nothing{nullptr, {}, nullptr, nullptr, &kept};
  ui::PaintList one = {item(kScreen, 1)};
  for (int i = 0; i < 50; ++i) one.push_back(item({i * 6, i * 3, 9, 9}, static_cast<ui::PackedColour>(i)));
  ui::PaintList other = one;
  for (std::size_t i = 1; i < other.size(); i += 2) other[i].to.x += 2;
  for (int i = 0; i < 8; ++i) kept.show(i % 2 == 0 ? one : other, kScreen, nothing);
  const std::size_t before = tests::allocations();
  for (int i = 0; i < 8; ++i) kept.show(i % 4 < 2 ? one : other, kScreen, nothing);
  CHECK(tests::allocations() == before);
  if (tests::kCountsAllocations) CHECK(before > 0);
}

TEST_CASE("what one frame did not draw the next one does") {
  ui::KeptFrame kept;
  const ui::Canvas nothing{nullptr, {}, nullptr, nullptr, &kept};
  const ui::PaintList one = {item(kScreen, 1)};
  ui::PaintList other = one;
  other.push_back(item({10, 10, 70, 80}, 2));
  CHECK(kept.show(one, kScreen, nothing));
  CHECK_FALSE(kept.show(one, kScreen, nothing));
  CHECK(kept.changed().empty());
  CHECK(kept.show(other, kScreen, nothing));
  kept.forget();
  CHECK(kept.show(other, kScreen, nothing));
}
