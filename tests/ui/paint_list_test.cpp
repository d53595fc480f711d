// What of a frame has to be drawn: nothing under something opaque, and all else.
#include "ui/paint/paint_list.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace hub;

namespace {

constexpr ui::Rect kScreen{0, 0, 800, 480};
constexpr ui::PackedColour kOpaque = 0xFF000000;

ui::PaintItem fill(const ui::Rect& rect, ui::PackedColour colour = kOpaque) {
  ui::PaintItem item;
  item.to = rect;
  item.clip = kScreen;
  item.colour = colour;
  return item;
}

// Each pixel as the number of the last item that was painted there, and then what shines through above it.
class Sheet {
 public:
  void paint(const ui::PaintItem& item, const ui::Rect& rect, int number) {
    for (int y = rect.y; y < rect.bottom(); ++y) {
      for (int x = rect.x; x < rect.right(); ++x) {
        std::vector<int>& pixel = pixels_[static_cast<std::size_t>(y * kScreen.w + x)];
        if (item.is_opaque()) pixel.clear();
        pixel.push_back(number);
      }
    }
  }
  bool operator==(const Sheet&) const = default;

 private:
  std::vector<std::vector<int>> pixels_{static_cast<std::size_t>(kScreen.w) * kScreen.h};
};

Sheet whole(const ui::PaintList& list) {
  Sheet sheet;
  for (std::size_t i = 0; i < list.size(); ++i) sheet.paint(list[i], list[i].seen(), static_cast<int>(i));
  return sheet;
}

Sheet by_pieces(const ui::PaintList& list) {
  ui::PieceFinder finder;
  Sheet sheet;
  for (const ui::PaintPiece& piece : finder.find(list, kScreen)) {
    CHECK(list[piece.item].seen().contains(piece.rect));
    sheet.paint(list[piece.item], piece.rect, static_cast<int>(piece.item));
  }
  return sheet;
}

}  // namespace

TEST_CASE("what is under something opaque is not painted") {
  ui::PieceFinder finder;
  const ui::PaintList list = {fill(kScreen), fill({100, 100, 200, 200}), fill({120, 120, 10, 10}, 0x80FFFFFF),
                              fill({100, 100, 200, 200})};
  const auto pieces = finder.find(list, kScreen);
  CHECK(finder.flat_px(list) == std::int64_t{kScreen.w} * kScreen.h);
  for (const ui::PaintPiece& piece : pieces) CHECK((piece.item == 0 || piece.item == 3));
}

TEST_CASE("only what shows in the area is painted") {
  ui::PieceFinder finder;
  const ui::PaintList list = {fill(kScreen), fill({100, 100, 200, 200}), fill({500, 100, 200, 200}, 0x80FFFFFF)};
  const auto pieces = finder.find(list, {90, 90, 20, 20});
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].rect == ui::Rect{90, 90, 20, 20});
  CHECK(pieces[1].rect == ui::Rect{100, 100, 10, 10});
}

TEST_CASE("whatever lies on whatever, every pixel is painted as if all were") {
  std::mt19937 random(20261128);
  const auto number = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
  for (int round = 0; round < 40; ++round) {
    ui::PaintList list = {fill(kScreen)};
    for (int i = 0; i < 40; ++i) {
      list.push_back(fill({number(-100, 700), number(-100, 400), number(1, 400), number(1, 300)},
                          number(0, 2) == 0 ? 0x80FFFFFF : kOpaque));
      list.back().clip = {number(0, 100), number(0, 100), number(200, 700), number(200, 380)};
    }
    CHECK(by_pieces(list) == whole(list));
  }
}
