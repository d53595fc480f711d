// Every screen on every display that a configuration may describe: it ends in a picture, never in an assertion.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <random>
#include <vector>

#include "support/slow.h"
#include "support/staff_facts.h"
#include "support/visitor.h"

using namespace hub;
using Kind = base::ContactEvent::Kind;

namespace {

struct Display {
  ui::Point size_px;
  double diagonal_inch;
  double distance_m;
};

// What a configuration may say.
struct Range {
  double least;
  double most;
};
constexpr Range kDiagonalRange_inch{3, 120};
constexpr Range kDistanceRange_m{0.2, 5};

// Where it was seen to end, and its neighbours.
constexpr Display kKnown[] = {{{1920, 60}, 3, 1},  {{7680, 100}, 3, 1},     {{1280, 320}, 3, 1},
                              {{1280, 320}, 3, 5}, {{320, 60}, 120, 0.2},   {{7680, 4320}, 3, 5},
                              {{320, 4320}, 3, 5}, {{320, 4320}, 120, 0.2}, {{7680, 60}, 120, 5},
                              {{320, 240}, 0, 0},  {{3840, 2160}, 3, 0.2},  {{320, 60}, 3, 5}};

// HUB_SIZES=N looks at N displays instead.
std::size_t wanted() {
  const char* set = std::getenv("HUB_SIZES");
  if (set == nullptr) return tests::kSanitized ? std::size(kKnown) : 18;
  return static_cast<std::size_t>(std::strtoul(set, nullptr, 10));
}

std::vector<Display> displays() {
  std::vector<Display> all(std::begin(kKnown), std::end(kKnown));
  std::mt19937_64 random(1);
  const auto from = [&](double least, double most) {
    return least + (most - least) * static_cast<double>(random() >> 11U) / static_cast<double>(1ULL << 53U);
  };
  // Sides and measures evenly by their logarithm: half of all displays are small ones.
  const auto log_from = [&](double least, double most) { return std::exp(from(std::log(least), std::log(most))); };
  while (all.size() < wanted()) {
    Display one;
    one.size_px.x = static_cast<int>(log_from(320, 7681));
    one.size_px.y = static_cast<int>(log_from(60, 4321));
    one.diagonal_inch = random() % 8 == 0 ? 0 : log_from(kDiagonalRange_inch.least, kDiagonalRange_inch.most);
    one.distance_m = random() % 8 == 0 ? 0 : log_from(kDistanceRange_m.least, kDistanceRange_m.most);
    all.push_back(one);
  }
  return all;
}

struct Sweep : tests::Visitor {
  void show(const std::string& hub, const std::string& route) {
    who = state(hub, route);
    who.arrived = who.touched = now_at;
    who.language = languages[turn % languages.size()];
    who.text_step = static_cast<int>(turn % 3) + 1;
    who.furigana = turn % 2 == 0;
    ++turn;
    look();
  }

  // A frame, and the page pulled and let go.
  void look() {
    frame();
    if (who.route.page == ui::Route::Page::attract) return check();
    const ui::Rect page = now().page.viewport;
    const int middle_x = page.x + page.w / 2, middle_y = page.y + page.h / 2;
    const auto x = static_cast<float>(middle_x), y = static_cast<float>(middle_y);
    touch(Kind::begin, x, y);
    for (const float pull : {-0.6F, 0.9F}) {
      touch(Kind::move, x, y + pull * static_cast<float>(here.screen.height_px));
      touch(Kind::move, x + pull * static_cast<float>(here.screen.width_px), y);
    }
    touch(Kind::end, x, y);
    who.transition.reset();
    check();
  }

  void check() {
    const ui::Scene& scene = now();
    const ui::Metrics metrics = ui::metrics_for(here.screen, who.text_step);
    CHECK(metrics.em_px >= 12);
    CHECK(metrics.em_px * ui::role_style(ui::Role::title).size_em <= text::kPageSize_px);
    CHECK(metrics.base_em_px * ui::role_style(ui::Role::statement).size_em <= text::kPageSize_px);
    CHECK(scene.page.viewport.h > 0);
    CHECK(scene.page.viewport.w > 0);
    if (scene.dock) {
      CHECK(scene.dock->viewport.h > 0);
      CHECK(scene.dock->viewport.bottom() == here.screen.height_px);
    }
    for (const ui::Box& box : scene.page.boxes) {
      if (box.block != nullptr && !box.block->glyphs.empty()) CHECK(box.block->glyphs.front().size_px > 0);
    }
  }

  void show_all(const std::string& hub) {
    // Each display has a third of the routes; there are displays enough for all.
    std::size_t number = ++displayed;
    for (const std::string& route : routes(hub)) {
      if (++number % 3 == 0) show(hub, route);
    }
    show(hub, "home");
    for (const ui::Sheet sheet : {ui::Sheet::language, ui::Sheet::staff}) {
      who.sheet = sheet;
      look();
    }
    who.sheet = ui::Sheet::none;
    who.asked = now_at;
    frame();
    who.asked.reset();
    here.staff_panel = true;
    show(hub, "staff");
    who.staff.open = true;
    here.staff = std::make_shared<const ui::StaffFacts>(tests::troubled_facts());
    look();
    who.staff.touch_test = true;
    look();
    here.staff.reset();
  }

  void show_builtin() {
    here.builtin = {"ただいま準備しています", "しばらくお待ちください。"};
    here.snapshot.reset();
    who = ui::fresh_state("", now_at);
    frame();
    here.snapshot = snapshot;
  }

  const std::vector<std::string> languages{"ja", "en", "vi", "ja-easy"};
  std::size_t turn = 0;
  std::size_t displayed = 0;
};

}  // namespace

TEST_CASE_FIXTURE(Sweep, "every screen on every display ends in a picture" * tests::slow()) {
  for (const Display& display : displays()) {
    INFO(display.size_px.x, "x", display.size_px.y, " ", display.diagonal_inch, " inch ", display.distance_m, " m");
    for (const std::string hub : {"izumi", "konan"}) {
      here = frame_context(display.size_px);
      here.screen.diagonal_inch = display.diagonal_inch;
      here.screen.distance_m = display.distance_m;
      here.screen.low_reach = turn % 4 == 1;
      here.screen.bottom_mm = turn % 8 == 1 ? 0 : 1500;
      here.high_contrast = turn % 5 == 1;
      show_all(hub);
    }
    show_builtin();
  }
}
