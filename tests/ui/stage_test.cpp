// Fingers on real screens: ImGui runs, nothing is drawn.
#include "ui/stage.h"

#include <doctest/doctest.h>

#include <imgui.h>

#include <array>
#include <limits>

#include "support/allocations.h"
#include "support/lobby.h"

using namespace hub;
using Kind = base::ContactEvent::Kind;

namespace {

// One visitor before one screen: contacts in, actions applied, as the frame loop does it.
class Visitor : public tests::Lobby {
 public:
  Visitor() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  }
  ~Visitor() { ImGui::DestroyContext(); }
  Visitor(const Visitor&) = delete;
  Visitor& operator=(const Visitor&) = delete;

  void enter(const std::string& hub, const std::string& route, ui::Point size = {1920, 1080}) {
    here = world(size);
    who = state(hub, route);
    frame();
  }

  void frame() {
    const ui::Metrics metrics = ui::metrics_for(here.screen, who.text_step);
    const ui::Finger finger = gesture.next_frame(metrics.tap_slop_px());
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(here.screen.width_px), static_cast<float>(here.screen.height_px)};
    io.DeltaTime = 1.0F / 60;
    constexpr float kNowhere = -std::numeric_limits<float>::max();
    const bool nobody = finger.phase == ui::Finger::Phase::up;
    io.MousePos = nobody ? ImVec2(kNowhere, kNowhere)
                         : ImVec2(static_cast<float>(finger.now.x), static_cast<float>(finger.now.y));
    io.MouseDown[0] = finger.down();
    ImGui::NewFrame();
    const ui::Canvas canvas{textures, nullptr};
    last = typography->stage(here.snapshot, who.hub).frame(here, who, finger, {}, canvas);
    ImGui::Render();
    for (const ui::Action& action : last.actions) who = ui::apply(who, action, {});
  }

  void touch(Kind kind, float x, float y, int id = 1) {
    base::Input input;
    input.contacts.push_back({kind, id, x, y, {}});
    gesture.feed(input);
    do frame();
    while (gesture.pending());
  }

  void tap(ui::Point at) {
    touch(Kind::begin, static_cast<float>(at.x), static_cast<float>(at.y));
    touch(Kind::end, static_cast<float>(at.x), static_cast<float>(at.y));
    frame();
  }

  // The middle of a box as it stands on the screen now.
  ui::Point middle(const ui::Layer& layer, const std::string& path) {
    const ui::Rect r = tests::find_box(layer, path).rect;
    const int scrolled = layer.viewport.y == 0 ? static_cast<int>(who.scroll_px) : 0;
    return {layer.viewport.x + r.x + r.w / 2, layer.viewport.y + r.y + r.h / 2 - scrolled};
  }
  const ui::Scene& now() { return scene(here, who); }
  std::string route() const { return ui::path_of(who.route); }

  ui::World here;
  ui::UiState who;
  ui::Gesture gesture;
  ui::Outcome last;
  std::array<ImTextureID, text::kMaxPages> textures{};
};

}  // namespace

TEST_CASE_FIXTURE(Visitor, "service 6 is two taps from home") {
  for (const ui::Point size : tests::kSizes_px) {
    INFO(size.x, " ", size.y);
    enter("izumi", "home", size);
    tap(middle(now().page, "doors/services"));
    CHECK(route() == "services");
    who.scroll_px = now().page.scroll_range_px();  // where the tile is on small screens
    tap(middle(now().page, "tiles/6"));
    CHECK(route() == "services/6");
  }
}

TEST_CASE_FIXTURE(Visitor, "a goal's activities are two taps from home, a thread three") {
  enter("izumi", "home");
  tap(middle(now().page, "doors/goals"));
  tap(middle(now().page, "goals/2"));
  CHECK(route() == "goals/2");
  tap(middle(*now().dock, "home"));
  CHECK(route() == "home");
  tap(middle(now().page, "doors/review"));
  tap(middle(now().page, "goals/1"));
  CHECK(route() == "review/1/1");
  tap(middle(now().page, "threads/3"));
  CHECK(route() == "review/1/3");
  tap(middle(*now().dock, "back"));
  CHECK(route() == "review");
}

TEST_CASE_FIXTURE(Visitor, "a touch anywhere wakes attract") {
  enter("konan", "attract");
  tap({5, 5});
  CHECK(route() == "home");
}

TEST_CASE_FIXTURE(Visitor, "a drag scrolls by what the finger moves and presses nothing") {
  enter("konan", "purpose", {800, 480});
  REQUIRE(now().page.scroll_range_px() > 100);
  touch(Kind::begin, 400, 300);
  touch(Kind::move, 400, 260);
  CHECK(who.scroll_px == 40);
  touch(Kind::move, 400, 200);
  CHECK(who.scroll_px == 100);
  touch(Kind::move, 400, 250);
  CHECK(who.scroll_px == 50);
  touch(Kind::end, 400, 250);
  frame();
  CHECK(who.scroll_px == 50);
  CHECK(route() == "purpose");

  enter("konan", "services", {800, 480});
  const ui::Point tile = middle(now().page, "tiles/1");
  touch(Kind::begin, static_cast<float>(tile.x), static_cast<float>(tile.y));
  touch(Kind::move, static_cast<float>(tile.x), static_cast<float>(tile.y - 60));
  touch(Kind::move, static_cast<float>(tile.x), static_cast<float>(tile.y));
  touch(Kind::end, static_cast<float>(tile.x), static_cast<float>(tile.y));
  CHECK(route() == "services");
}

TEST_CASE_FIXTURE(Visitor, "scrolling stops at both ends") {
  enter("konan", "about", {800, 480});
  touch(Kind::begin, 400, 200);
  touch(Kind::move, 400, 400);
  CHECK(who.scroll_px == 0);
  touch(Kind::move, 400, -20'000);
  CHECK(who.scroll_px == now().page.scroll_range_px());
}

TEST_CASE_FIXTURE(Visitor, "the hint at the page's end turns the page") {
  enter("konan", "purpose", {800, 480});
  tap(middle(*now().more, "pill"));
  CHECK(who.scroll_px > 0);
  CHECK(who.scroll_px < now().page.viewport.h);
  CHECK(route() == "purpose");
}

TEST_CASE_FIXTURE(Visitor, "the dock changes text size, furigana and language") {
  enter("izumi", "goals");
  tap(middle(*now().dock, "text-size"));
  CHECK(who.text_step == 2);
  tap(middle(*now().dock, "furigana"));
  CHECK(who.furigana);
  tap(middle(*now().dock, "language"));
  CHECK(who.sheet == ui::Sheet::language);
  tap(middle(now().page, "languages/en"));
  CHECK(who.language == "en");
  CHECK(who.sheet == ui::Sheet::none);
  CHECK(route() == "goals");
}

TEST_CASE_FIXTURE(Visitor, "the eighth tile opens a word about the staff; back closes it") {
  enter("izumi", "services");
  tap(middle(now().page, "tiles/staff"));
  CHECK(who.sheet == ui::Sheet::staff);
  tap(middle(*now().dock, "back"));
  CHECK(who.sheet == ui::Sheet::none);
  CHECK(route() == "services");
}

TEST_CASE_FIXTURE(Visitor, "a touch that slides off its target presses nothing") {
  enter("izumi", "home");
  const ui::Point door = middle(now().page, "doors/purpose");
  touch(Kind::begin, static_cast<float>(door.x), static_cast<float>(door.y));
  touch(Kind::end, static_cast<float>(door.x + 600), static_cast<float>(door.y));
  frame();
  CHECK(route() == "home");
}

TEST_CASE_FIXTURE(Visitor, "a second finger presses nothing while the first is down") {
  enter("izumi", "home");
  touch(Kind::begin, 30, 500, 1);
  const ui::Point door = middle(now().page, "doors/purpose");
  touch(Kind::begin, static_cast<float>(door.x), static_cast<float>(door.y), 2);
  touch(Kind::end, static_cast<float>(door.x), static_cast<float>(door.y), 2);
  frame();
  CHECK(route() == "home");
}

TEST_CASE_FIXTURE(Visitor, "attract says when it changes; a page that stands still never does") {
  enter("izumi", "attract");
  REQUIRE(last.next_wake.has_value());
  CHECK(last.next_wake->count() == doctest::Approx(ui::kAttractSlide_s));
  enter("izumi", "goals");
  CHECK_FALSE(last.next_wake.has_value());
}

TEST_CASE_FIXTURE(Visitor, "a frame that repeats allocates nothing, shapes nothing and sets nothing") {
  for (const bool furigana : {false, true}) {
    enter("izumi", "review/1/1", {800, 480});
    who.furigana = furigana;
    frame();
    frame();
    const std::size_t shapings = typography->typesetter().shapings();
    const std::size_t settings = typography->typesetter().settings();
    const std::size_t before = tests::allocations();
    frame();
    CHECK(tests::allocations() == before);
    CHECK(typography->typesetter().shapings() == shapings);
    CHECK(typography->typesetter().settings() == settings);
    if (tests::kCountsAllocations) CHECK(before > 0);
  }
}

TEST_CASE_FIXTURE(Visitor, "content that lost the route's goal leads home, not astray") {
  enter("izumi", "goals/2");
  content::Snapshot fewer = *snapshot;
  for (content::Hub& hub : fewer.hubs) hub.reports.back().goals.resize(1);
  here.snapshot = std::make_shared<const content::Snapshot>(std::move(fewer));
  frame();
  CHECK(tests::find_box(now().page, "doors/goals").tap.has_value());
}
