// Which box is under a finger, on pages made by hand.
#include "ui/hit_test.h"

#include <doctest/doctest.h>

using namespace hub;
using Layer = ui::PressTarget::Layer;

namespace {

enum class Answers { tap, hold, none };

ui::Box box(const char* path, ui::Rect rect, Answers answers) {
  ui::Box box;
  box.path = path;
  box.rect = rect;
  if (answers == Answers::tap) box.tap = ui::Back{};
  if (answers == Answers::hold) box.hold = ui::Back{};
  return box;
}

// A page of 1000 × 600 between a masthead and a dock, three viewports long.
struct Page : ui::LaidOut {
  Page() {
    metrics = ui::metrics_for({1000, 800}, 1);
    scene.page.viewport = {0, 100, 1000, 600};
    scene.page.height_px = 1800;
    scene.page.boxes = {box("card", {0, 0, 400, 300}, Answers::tap), box("card/words", {0, 0, 400, 300}, Answers::none),
                        box("card/badge", {100, 100, 50, 50}, Answers::hold),
                        box("edge", {0, 550, 400, 200}, Answers::tap), box("below", {0, 900, 400, 200}, Answers::tap)};
    scene.dock = ui::Layer{{0, 700, 1000, 100}, 100, {box("home", {0, 0, 200, 100}, Answers::tap)}};
  }
  void add_hint() {
    ui::Box pill = box("more", {450, 20, 100, 30}, Answers::none);
    pill.box_style.fill = ui::Colour{};
    scene.more = ui::Layer{{0, 640, 1000, 60}, 60, {pill}};
  }
  ui::PressTarget at(int x, int y, double scroll_px = 0) const { return ui::hit_test(*this, scroll_px, {x, y}); }
};

}  // namespace

TEST_CASE_FIXTURE(Page, "the box that was drawn last is hit; what answers to nothing lets the finger through") {
  CHECK(at(10, 110) == ui::PressTarget{Layer::page, "card"});
  CHECK(at(120, 220) == ui::PressTarget{Layer::page, "card/badge"});
  CHECK(at(500, 110) == ui::PressTarget{});
}

TEST_CASE_FIXTURE(Page, "a box ends before its right and lower edge") {
  CHECK(at(0, 100).path == "card");
  CHECK(at(399, 399).path == "card");
  CHECK(at(400, 399).path.empty());
  CHECK(at(399, 400).path.empty());
}

TEST_CASE_FIXTURE(Page, "what is scrolled is hit where it stands, and never outside the viewport") {
  CHECK(at(10, 690).path == "edge");
  CHECK(at(10, 710) == ui::PressTarget{Layer::dock, "home"});  // the rest of the edge is under the dock
  CHECK(at(300, 710) == ui::PressTarget{});                    // and beside it does not show
  CHECK(at(10, 450, 500) == ui::PressTarget{});
  CHECK(at(10, 520, 500).path == "below");
  CHECK(at(10, 99, 100) == ui::PressTarget{});  // the card, above its viewport
  CHECK(at(10, 100, 100).path == "card");
  CHECK(at(10, 100, 99.6).path == "card");
}

TEST_CASE_FIXTURE(Page, "the hint that the page goes on is hit a little beside it, while the page goes on") {
  CHECK(at(500, 670) == ui::PressTarget{});
  add_hint();
  const int slop = metrics.tap_slop_px();
  REQUIRE(slop > 0);
  CHECK(at(500, 670) == ui::PressTarget{Layer::more, {}});
  CHECK(at(450 - slop, 670).layer == Layer::more);
  CHECK(at(449 - slop, 670).layer == Layer::none);
  CHECK(at(500, 670, 1199).layer == Layer::more);
  CHECK(at(500, 670, 1200).layer == Layer::none);
  CHECK(at(500, 701).layer == Layer::none);
}

TEST_CASE_FIXTURE(Page, "a target is found as far as it shows, and not at all when it is gone") {
  const ui::PressTarget edge{Layer::page, "edge"};
  auto found = ui::find_target(*this, 0, edge);
  REQUIRE(found);
  CHECK(found->rect == ui::Rect{0, 650, 400, 50});
  CHECK(found->box == &scene.page.boxes[3]);
  found = ui::find_target(*this, 200, edge);
  REQUIRE(found);
  CHECK(found->rect == ui::Rect{0, 450, 400, 200});
  CHECK_FALSE(ui::find_target(*this, 900, edge));
  CHECK_FALSE(ui::find_target(*this, 0, {Layer::page, "home"}));
  CHECK(ui::find_target(*this, 0, {Layer::dock, "home"}));
  CHECK_FALSE(ui::find_target(*this, 0, {}));
  scene.page.boxes[3].tap.reset();
  CHECK_FALSE(ui::find_target(*this, 0, edge));
  CHECK_FALSE(ui::find_target(*this, 0, {Layer::more, {}}));
  add_hint();
  found = ui::find_target(*this, 0, {Layer::more, {}});
  REQUIRE(found);
  CHECK(found->box == nullptr);
}
