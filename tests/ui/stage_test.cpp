// Fingers on real screens: ImGui runs, nothing is drawn.
#include "ui/stage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "support/allocations.h"
#include "support/visitor.h"
#include "ui/reading_place.h"
#include "ui/visible_text.h"

using namespace hub;
using tests::Visitor;
using Kind = base::ContactEvent::Kind;

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

TEST_CASE_FIXTURE(Visitor, "beyond its ends a page follows by a third, and comes back") {
  enter("konan", "about", {800, 480});
  const double range = now().page.scroll_range_px();
  touch(Kind::begin, 400, 100);
  touch(Kind::move, 400, 250);
  CHECK(who.scroll_px == doctest::Approx(-50));
  touch(Kind::end, 400, 250);
  settle();
  CHECK(who.scroll_px == 0);
  who.scroll_px = range;
  frame();
  touch(Kind::begin, 400, 200);
  touch(Kind::move, 400, 140);
  CHECK(who.scroll_px == doctest::Approx(range + 20));
  touch(Kind::end, 400, 140);
  settle();
  CHECK(who.scroll_px == range);
}

TEST_CASE_FIXTURE(Visitor, "the hint at the page's end scrolls on") {
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
  CHECK(last.next_wake->count() == doctest::Approx(9.2));  // its words go before the next ones come
  enter("izumi", "goals");
  settle();
  CHECK(last.next_wake->count() > 50);  // until it asks whether anybody is here
}

TEST_CASE_FIXTURE(Visitor, "a frame that repeats allocates nothing, shapes nothing and sets nothing") {
  for (const bool furigana : {false, true}) {
    enter("izumi", "review/1/1", {800, 480});
    who.furigana = furigana;
    frame();
    frame();
    const std::size_t shapings = shown_screens->typesetter().shapings();
    const std::size_t settings = shown_screens->typesetter().settings();
    const std::size_t before = tests::allocations();
    frame();
    CHECK(tests::allocations() == before);
    CHECK(shown_screens->typesetter().shapings() == shapings);
    CHECK(shown_screens->typesetter().settings() == settings);
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

TEST_CASE_FIXTURE(Visitor, "what the finger does shows in the same frame") {
  enter("konan", "purpose", {800, 480});
  touch(Kind::begin, 400, 300);
  touch(Kind::move, 400, 200);
  CHECK(who.scroll_px == 100);
  settle();
  touch(Kind::end, 400, 200);
  const double rested = who.scroll_px;
  settle();
  CHECK(who.scroll_px == rested);  // a finger that rested before it left leaves the page where it is
}

TEST_CASE_FIXTURE(Visitor, "a flick goes on by itself, slows down and is caught by a touch that taps nothing") {
  enter("konan", "services", {800, 480});
  who.text_step = 3;
  frame();
  REQUIRE(now().page.scroll_range_px() > 500);
  touch(Kind::begin, 400, 340);
  for (int i = 1; i <= 6; ++i) {
    now_at += whole(1.0 / 60);
    touch(Kind::move, 400, 340 - 20.0F * static_cast<float>(i));
  }
  touch(Kind::end, 400, 220);
  REQUIRE(who.fling.has_value());
  CHECK(last.next_wake == base::Seconds(0));
  now_at += whole(0.1);
  frame();
  const double moving = ui::scroll_at(who, now_at);
  CHECK(moving > 160);
  touch(Kind::begin, 400, 200);
  CHECK_FALSE(who.fling.has_value());
  CHECK(who.scroll_px == std::round(moving));
  touch(Kind::end, 400, 200);
  CHECK(route() == "services");
  settle();
  CHECK(who.scroll_px == std::round(moving));
  // The next touch taps again.
  who.scroll_px = tests::find_box(now().page, "tiles/4").rect.y - 50;
  tap(middle(now().page, "tiles/4"));
  CHECK(route() == "services/4");
}

TEST_CASE_FIXTURE(Visitor, "a page follows the finger sideways and becomes its sibling") {
  for (const ui::Point size : tests::kSizes_px) {
    enter("izumi", "services/3", size);
    const float right = static_cast<float>(size.x) * 0.8F;
    const float y = static_cast<float>(size.y) * 0.4F;
    touch(Kind::begin, right, y);
    touch(Kind::move, right - 200, y + 5);
    CHECK(who.slid_px == -200);
    touch(Kind::move, right - static_cast<float>(size.x) / 2, y);
    CHECK(who.slid_px == -size.x / 2);
    touch(Kind::end, right - static_cast<float>(size.x) / 2, y);
    CHECK(route() == "services/4");
    settle();
    CHECK(who.slid_px == 0);
    CHECK_FALSE(who.transition.has_value());
  }
}

TEST_CASE_FIXTURE(Visitor, "a page that was pulled too little, or where nothing follows, comes back") {
  enter("izumi", "services/7");
  touch(Kind::begin, 1500, 500);
  touch(Kind::move, 600, 500);
  CHECK(who.slid_px == doctest::Approx(-300));  // a third: there is no eighth
  touch(Kind::end, 600, 500);
  CHECK(route() == "services/7");
  settle();
  CHECK(who.slid_px == 0);
  touch(Kind::begin, 500, 500);
  touch(Kind::move, 700, 500);
  settle();
  touch(Kind::end, 700, 500);
  settle();
  CHECK(route() == "services/7");
  CHECK(who.slid_px == 0);
}

TEST_CASE_FIXTURE(Visitor, "a touch during a page transition ends it and taps no page, but the dock always answers") {
  enter("izumi", "home");
  const ui::Point door = middle(now().page, "doors/services");
  touch(Kind::begin, static_cast<float>(door.x), static_cast<float>(door.y));
  touch(Kind::end, static_cast<float>(door.x), static_cast<float>(door.y));
  REQUIRE(route() == "services");
  REQUIRE(who.transition.has_value());
  touch(Kind::begin, static_cast<float>(door.x), static_cast<float>(door.y));
  CHECK_FALSE(who.transition.has_value());
  touch(Kind::end, static_cast<float>(door.x), static_cast<float>(door.y));
  settle();
  CHECK(route() == "services");
  tap(middle(now().page, "tiles/2"));
  const ui::Point back = middle(*now().dock, "back");
  for (const char* expected : {"services", "home"}) {
    touch(Kind::begin, static_cast<float>(back.x), static_cast<float>(back.y));
    touch(Kind::end, static_cast<float>(back.x), static_cast<float>(back.y));
    CHECK(route() == expected);
  }
}

TEST_CASE_FIXTURE(Visitor, "larger letters and furigana keep the reader's place") {
  enter("konan", "purpose", {1080, 1920});
  who.text_step = 2;
  frame();
  who.scroll_px = std::min(500.0, static_cast<double>(now().page.scroll_range_px()));
  frame();
  ui::ReadingPlace before;
  ui::find_reading_place(now().page, who.scroll_px, before);
  REQUIRE_FALSE(before.path.empty());
  tap(middle(*now().dock, "text-size"));
  tap(middle(*now().dock, "furigana"));
  ui::ReadingPlace after;
  ui::find_reading_place(now().page, who.scroll_px, after);
  CHECK(after.path == before.path);
  CHECK(after.part == doctest::Approx(before.part).epsilon(0.2));
}

TEST_CASE_FIXTURE(Visitor, "content that becomes shorter under a finger holds no page beyond its end") {
  content::Snapshot less = *snapshot;
  for (content::Hub& hub : less.hubs) hub.reports.back().principles.clear();
  for (const bool drags : {false, true}) {
    CAPTURE(drags);
    enter("konan", "purpose", {800, 480});
    settle();
    const int range_px = now().page.scroll_range_px();
    who.scroll_px = range_px;
    frame();
    touch(Kind::begin, 400, 300);
    if (drags) touch(Kind::move, 400, 250);
    here.snapshot = std::make_shared<const content::Snapshot>(less);
    frame();
    const int shorter_px = now().page.scroll_range_px();
    REQUIRE(shorter_px < range_px / 2);
    const double pulled_px = drags ? now().page.viewport.h / 2.0 : 0;
    CHECK(who.scroll_px <= shorter_px + pulled_px);
    touch(Kind::end, 400, drags ? 250 : 300);
    settle();
    CHECK(who.scroll_px <= shorter_px);
  }
}

TEST_CASE_FIXTURE(Visitor, "with reduced motion everything is there at once, and nothing moves by itself") {
  enter("konan", "services", {800, 480});
  here.reduced_motion = true;
  touch(Kind::begin, 400, 300);
  now_at += whole(0.02);
  touch(Kind::move, 400, 100);
  touch(Kind::end, 400, 100);
  CHECK(who.scroll_px == 200);
  CHECK_FALSE(who.fling.has_value());
  tap(middle(*now().dock, "home"));
  CHECK(route() == "home");
  CHECK(last.next_wake->count() > 50);
}

TEST_CASE_FIXTURE(Visitor, "after a minute it asks, and then attract stands there for the next visitor") {
  enter("izumi", "goals/2");
  who.text_step = 3;
  wait(59);
  CHECK_FALSE(who.asked);
  wait(2);
  CHECK(who.asked);
  tap({5, 5});
  CHECK_FALSE(who.asked);
  CHECK(route() == "goals/2");
  wait(80);
  CHECK(route() == "attract");
  CHECK(who.text_step == 1);
}

TEST_CASE_FIXTURE(Visitor, "attract stands still between its changes") {
  enter("izumi", "attract");
  int frames_drawn = 0;
  const base::Instant until = now_at + whole(9);
  while (last.next_wake && now_at + whole(last.next_wake->count()) < until) {
    now_at += whole(std::max(last.next_wake->count(), 1.0 / 60));
    frame();
    ++frames_drawn;
  }
  CHECK(frames_drawn == 0);
}

TEST_CASE_FIXTURE(Visitor, "a flick ends at the same place at every frame rate") {
  std::vector<double> ends;
  for (const double fps : {24.0, 60.0, 144.0}) {
    enter("konan", "about", {800, 480});
    // The finger is told of 120 times a second, whatever is drawn.
    const base::Instant start = now_at;
    int told = 0;
    const auto tell = [&](double until_s) {
      for (; told / 120.0 <= until_s && told <= 12; ++told) {
        base::Input input;
        const Kind kind = told == 0 ? Kind::begin : told == 12 ? Kind::end : Kind::move;
        input.contacts.push_back({kind, 1, 400, 340 - 9.0F * static_cast<float>(told), start + whole(told / 120.0)});
        gesture.feed(input);
      }
    };
    for (int drawn = 0; drawn < 4 * fps; ++drawn) {
      now_at = start + whole(drawn / fps);
      tell(drawn / fps);
      frame();
    }
    ends.push_back(who.scroll_px);
    CHECK_FALSE(who.fling.has_value());
  }
  CHECK(ends[0] > 300);
  // When a frame takes the finger's leaving in decides when the page starts, not how far it goes.
  CHECK(ends[1] == ends[0]);
  CHECK(ends[2] == ends[0]);
}

TEST_CASE_FIXTURE(Visitor, "a finger taps only what it went down on, whatever comes under it") {
  enter("izumi", "home");
  const ui::Point services = middle(now().page, "doors/services");
  const auto down = [&](ui::Point at) { touch(Kind::begin, static_cast<float>(at.x), static_cast<float>(at.y)); };
  const auto up = [&](ui::Point at) { touch(Kind::end, static_cast<float>(at.x), static_cast<float>(at.y)); };

  // The page that comes has a box there, too.
  down(services);
  CHECK(who.pressed.path.ends_with("doors/services"));
  who.route = *ui::parse_route("services");
  frame();
  const auto is_there = [&](const ui::Rect& target) { return target.contains(services); };
  CHECK(std::ranges::any_of(ui::visible_targets(now(), 0), is_there));
  up(services);
  settle();
  CHECK(route() == "services");

  // Content that comes while a finger is down.
  enter("izumi", "home");
  down(services);
  who = ui::apply(std::move(who), ui::ContentCame{"izumi"}, now_at).state;
  who.route = {ui::Route::Page::home};
  who.spent_touch = 0;
  frame();
  CHECK(who.pressed.path.ends_with("doors/services"));
  up(services);
  settle();
  CHECK(route() == "services");  // the same box, which it went down on
}

TEST_CASE_FIXTURE(Visitor, "at rest a page paints hardly more than what shows of it, letters apart") {
  for (const ui::Point size : {ui::Point{1920, 1080}, {1080, 1920}, {800, 480}, {480, 800}}) {
    for (const std::string hub : {"izumi", "konan"}) {
      const content::Hub& of = *snapshot->find_hub(hub);
      for (const ui::Route& to : ui::routes_of(of, of.reports.back())) {
        enter(hub, ui::path_of(to), size);
        settle();
        frame();
        INFO(hub << " " << ui::path_of(to) << " " << size.x << "x" << size.y);
        CHECK(static_cast<double>(screens(here.snapshot, who.hub).stage().flat_px()) <= 1.25 * size.x * size.y);
      }
    }
  }
}
