// Pages that stand in a row show it: arrows to what is before and after, and which of how many this is.
#include <doctest/doctest.h>

#include "support/lobby.h"

using namespace hub;
using tests::find_box;
using tests::Lobby;

namespace {

const ui::Box* box_at(const ui::Layer& layer, std::string_view path_end) {
  const auto found =
      std::ranges::find_if(layer.boxes, [&](const ui::Box& box) { return box.path.ends_with(path_end); });
  return found != layer.boxes.end() ? &*found : nullptr;
}

ui::Route leads_to(const ui::Box& box) { return box.tap->get_if<ui::Go>()->to; }

}  // namespace

TEST_CASE_FIXTURE(Lobby, "every page that can be swiped says so, and a finger gets both ways") {
  for_each_screen([&](const std::string& hub, const std::string& route) {
    for (const ui::Point size : {ui::Point{1920, 1080}, {480, 800}, {800, 480}}) {
      INFO(hub, " ", route, " ", size.x);
      const content::Hub& shown = *snapshot->find_hub(hub);
      const ui::Siblings siblings =
          ui::siblings_of(*ui::parse_route(route), shown, content::shown_report(shown, tests::kToday));
      const ui::Layer& page = scene(hub, route, size).page;
      const ui::Box* const previous = box_at(page, "pager/previous");
      const ui::Box* const next = box_at(page, "pager/next");
      // A thread's numbers are its pager where arrows find no room beside them.
      if (previous == nullptr && box_at(page, "threads/1") != nullptr) continue;
      REQUIRE((previous != nullptr) == (siblings.count > 1));
      if (previous == nullptr) continue;
      REQUIRE(next != nullptr);
      REQUIRE(previous->tap.has_value() == siblings.previous.has_value());
      REQUIRE(next->tap.has_value() == siblings.next.has_value());
      if (siblings.previous) CHECK(leads_to(*previous) == *siblings.previous);
      if (siblings.next) CHECK(leads_to(*next) == *siblings.next);
      CHECK(next->rect.bottom() <= page.viewport.h);
    }
  });
}

TEST_CASE_FIXTURE(Lobby, "which of how many a page is") {
  const auto place = [&](const char* route) { return find_box(scene("izumi", route).page, "pager/place").block; };
  CHECK(place("services/3")->line_text(0).find("3") == 0);
  CHECK(place("services/3")->line_text(0).ends_with("7"));
  CHECK(place("goals/1")->line_text(0).find("1") == 0);
}
