// What only moved from one frame to the next: found, and never trusted where something else shows.
#include "ui/paint/move.h"

#include <doctest/doctest.h>

#include <random>
#include <utility>
#include <vector>

#include "support/slow.h"
#include "ui/paint/kept_frame.h"
#include "ui/paint_items.h"

using namespace hub;

namespace {

constexpr ui::Rect kScreen{0, 0, 900, 700};
constexpr ui::Rect kPage{0, 100, 900, 500};

ui::PaintItem fill(const ui::Rect& rect, ui::PackedColour colour) { return tests::fill(rect, kScreen, colour); }

ui::PaintItem letter(ui::Point at, std::uint64_t serial) {
  ui::PaintItem item = fill({at.x, at.y, 12, 14}, 0xFF202020);
  item.kind = ui::PaintItem::Kind::sprite;
  item.clip = kPage;
  item.from = {static_cast<int>(serial), 3, 12, 14};
  item.serial = serial;
  return item;
}

// A page of letters, none like another, that is scrolled, with something that stands on it and bars around it.
ui::PaintList page(int scrolled_px) {
  ui::PaintList list = {fill(kPage, 0xFFFFFFFF)};
  list[0].clip = kPage;
  for (int i = 0; i < 1200; ++i) {
    list.push_back(letter({i % 30 * 30, kPage.y + i / 30 * 18 - scrolled_px}, 1 + static_cast<std::uint64_t>(i)));
  }
  list.push_back(fill({100, 540, 60, 20}, 0x80FF0000));
  list.push_back(fill({0, 0, 900, 100}, 0xFF00FF00));
  list.push_back(fill({0, 600, 900, 100}, 0xFF0000FF));
  return list;
}

// What is painted at each pixel, from the bottom up: which item, and where in it.
using Pixels = std::vector<std::vector<std::pair<std::uint64_t, ui::Point>>>;
std::size_t index_of(int x, int y) { return static_cast<std::size_t>(y) * kScreen.w + static_cast<std::size_t>(x); }
Pixels painted(const ui::PaintList& list) {
  Pixels pixels(static_cast<std::size_t>(kScreen.w) * kScreen.h);
  for (const ui::PaintItem& item : list) {
    const ui::Rect seen = item.seen();
    const bool even = item.kind == ui::PaintItem::Kind::fill;
    for (int y = seen.y; y < seen.bottom(); ++y) {
      for (int x = seen.x; x < seen.right(); ++x) {
        const ui::Point in_it = even ? ui::Point{} : ui::Point{x - item.to.x, y - item.to.y};
        pixels[index_of(x, y)].push_back({item.serial << 32U | item.colour, in_it});
      }
    }
  }
  return pixels;
}

int wrong_px(const ui::PaintList& before, const ui::PaintList& now, const ui::Move& move, const ui::Region& damage) {
  const Pixels was = painted(before);
  const Pixels is = painted(now);
  int wrong = 0;
  for (int y = move.to.y; y < move.to.bottom(); ++y) {
    for (int x = move.to.x; x < move.to.right(); ++x) {
      const bool same = is[index_of(x, y)] == was[index_of(x - move.by.x, y - move.by.y)];
      if (!same && !damage.contains({x, y, 1, 1})) ++wrong;
    }
  }
  return wrong;
}

}  // namespace

TEST_CASE("a page that is scrolled is moved; what came in and what stands on it is drawn") {
  for (const int by_px : {1, 9, -17, 60}) {
    CAPTURE(by_px);
    ui::MoveFinder finder;
    const ui::PaintList before = page(80);
    const ui::PaintList now = page(80 + by_px);
    const auto move = finder.find(before, now, kScreen);
    REQUIRE(move);
    CHECK(move->by == ui::Point{0, -by_px});
    ui::Region damage;
    finder.compare(before, now, *move, damage);
    CHECK(wrong_px(before, now, *move, damage) == 0);
    CHECK(damage.area_px() < kPage.area_px() / 2);
    CHECK_FALSE(damage.is_empty());
  }
}

TEST_CASE("nothing moved where nothing did, nor where everything is another page's") {
  ui::MoveFinder finder;
  CHECK_FALSE(finder.find(page(80), page(80), kScreen));
  ui::PaintList other = page(100);
  for (ui::PaintItem& item : other) item.serial += item.serial > 0 ? 1000 : 0;
  CHECK_FALSE(finder.find(page(80), other, kScreen));
}

TEST_CASE("a move may be cut into strips that are as broad as it is far") {
  CHECK(ui::strips({{0, 0, 100, 90}, {0, 30}}) == 3);
  CHECK(ui::strips({{0, 0, 100, 91}, {2, -30}}) == 4);
  CHECK(ui::strips({{0, 0, 100, 90}, {-50, 30}}) == 2);
  CHECK(ui::strips({{0, 0, 100, 90}, {}}) == 0);
}

TEST_CASE("whatever changes on a page while it moves, no pixel is wrong" * tests::slow()) {
  std::mt19937 random(20261128);
  const auto number = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
  for (int round = 0; round < 25; ++round) {
    ui::PaintList before = page(80);
    ui::PaintList now = page(80 + number(2, 40));
    for (int i = number(0, 6); i > 0; --i) {
      ui::PaintList& list = number(0, 1) == 0 ? before : now;
      const auto at = static_cast<std::size_t>(number(0, static_cast<int>(list.size()) - 1));
      const int what = number(0, 4);
      if (what == 0) list[at].colour ^= 0x00010000U;
      if (what == 1) list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
      if (what == 2) list[at].to.y += number(-2, 2);
      if (what == 3) list[at].kind = ui::PaintItem::Kind::gradient;
      if (what == 4) list[at].clip.h -= 10;
    }
    ui::MoveFinder finder;
    const auto move = finder.find(before, now, kScreen);
    REQUIRE(move);
    ui::Region damage;
    finder.compare(before, now, *move, damage);
    CHECK(wrong_px(before, now, *move, damage) == 0);
  }
}
