#include "ui/layout/layout.h"

#include <doctest/doctest.h>

#include "support/lobby.h"

using namespace hub;
using ui::Element;
using ui::Rect;

namespace {

Element block(int width, int height) {
  Element e;
  e.width_px = width;
  e.min_height_px = height;
  return e;
}

Element tall(int height) { return block(0, height); }

struct Layouts {
  tests::Lobby lobby;
  text::Typesetter& typesetter() { return lobby.screens(lobby.snapshot, "izumi").typesetter(); }
  std::vector<Rect> rects(const Element& root, const Rect& viewport) {
    std::vector<Rect> out;
    for (const ui::Box& box : ui::lay_out(root, viewport, typesetter()).boxes) out.push_back(box.rect);
    return out;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Layouts, "a column stacks its children and gives what is left to who grows") {
  Element root = ui::column(10, {tall(50), tall(20).growing(1), tall(0).growing(3)});
  root.pad = ui::Insets::all(5);
  const auto r = rects(root, {0, 0, 200, 300});
  REQUIRE(r.size() == 4);
  CHECK(r[0] == Rect{0, 0, 200, 300});
  CHECK(r[1] == Rect{5, 5, 190, 50});
  CHECK(r[2] == Rect{5, 65, 190, 20 + 50});  // 290 - 70 - 20 = 200 are left: a quarter of them
  CHECK(r[3] == Rect{5, 145, 190, 150});
}

TEST_CASE_FIXTURE(Layouts, "a page that is too long is longer than its viewport") {
  const ui::Layer layer = ui::lay_out(ui::column(0, {tall(500), tall(500)}), {0, 0, 100, 300}, typesetter());
  CHECK(layer.height_px == 1000);
  CHECK(layer.scroll_range_px() == 700);
}

TEST_CASE_FIXTURE(Layouts, "a row shares its width") {
  Element root = ui::row(10, {block(40, 20), tall(30).growing(1), tall(10).growing(1)});
  const auto r = rects(root, {0, 0, 200, 30});
  CHECK(r[1] == Rect{0, 5, 40, 20});
  CHECK(r[2] == Rect{50, 0, 70, 30});
  CHECK(r[3] == Rect{130, 10, 70, 10});
}

TEST_CASE_FIXTURE(Layouts, "a flow wraps like words") {
  Element root = ui::flow(10, {block(60, 20), block(60, 30), block(60, 20), block(150, 10)});
  root.across = ui::Align::start;
  const auto r = rects(root, {0, 0, 150, 300});
  CHECK(r[1] == Rect{0, 0, 60, 20});
  CHECK(r[2] == Rect{70, 0, 60, 30});
  CHECK(r[3] == Rect{0, 40, 60, 20});
  CHECK(r[4] == Rect{0, 70, 150, 10});
}

TEST_CASE_FIXTURE(Layouts, "a grid has equal columns and rows and fills its height") {
  const auto r = rects(ui::column(0, {ui::grid(2, 10, {tall(20), tall(50), tall(10)}).growing()}), {0, 0, 210, 200});
  CHECK(r[2] == Rect{0, 0, 100, 95});
  CHECK(r[3] == Rect{110, 0, 100, 95});
  CHECK(r[4] == Rect{0, 105, 100, 95});
}

TEST_CASE_FIXTURE(Layouts, "faults are found") {
  using Kind = ui::Fault::Kind;
  const auto faults_of = [&](const Element& e) {
    return ui::faults(ui::lay_out(ui::column(0, {e}), {0, 0, 600, 100}, typesetter()));
  };
  Element text;
  text.kind = ui::Kind::text;
  text.words = "横浜子育てサポートシステム";
  text.language = "ja";
  text.style.size_px = 40;
  text.style.line_height_px = 60;
  CHECK(faults_of(text).empty());

  Element narrow = text;
  narrow.width_px = 30;  // less than one character
  REQUIRE_FALSE(faults_of(narrow).empty());
  CHECK(faults_of(narrow).front().kind == Kind::text_leaves_box);

  Element unknown = text;
  unknown.words = "文字\xF0\x90\x8E\xA0";  // U+103A0, Old Persian: no face of the kiosk has it
  REQUIRE(faults_of(unknown).size() == 1);
  CHECK(faults_of(unknown).front().kind == Kind::missing_character);
  CHECK(faults_of(unknown).front().words == "\xF0\x90\x8E\xA0");

  Element cramped = text;
  cramped.words = "｜地域《ちいき》";
  cramped.style.furigana = true;
  cramped.style.line_height_px = 48;
  REQUIRE_FALSE(faults_of(cramped).empty());
  CHECK(faults_of(cramped).front().kind == Kind::glyph_leaves_text);

  ui::Layer layer = ui::lay_out(ui::column(0, {tall(20), tall(20)}), {0, 0, 600, 100}, typesetter());
  layer.boxes[2].rect.y = 10;
  REQUIRE(ui::faults(layer).size() == 1);
  CHECK(ui::faults(layer).front().kind == Kind::boxes_overlap);
  layer.boxes[2].rect.y = 90;
  REQUIRE(ui::faults(layer).size() == 1);
  CHECK(ui::faults(layer).front().kind == Kind::box_leaves_parent);
}
