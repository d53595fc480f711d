#include "ui/visible_text.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/lobby.h"

using namespace hub;

namespace {

bool sees(const std::vector<ui::VisibleText>& texts, const std::string& words) {
  return std::ranges::any_of(texts, [&](const ui::VisibleText& t) { return t.words.find(words) != std::string::npos; });
}

std::size_t place_of(const std::vector<ui::VisibleText>& texts, const std::string& words) {
  const auto found =
      std::ranges::find_if(texts, [&](const ui::VisibleText& t) { return t.words.find(words) != std::string::npos; });
  REQUIRE_MESSAGE(found != texts.end(), words);
  return static_cast<std::size_t>(found - texts.begin());
}

}  // namespace

TEST_CASE_FIXTURE(tests::Lobby, "a page that fits shows all its texts whole, in reading order, then the dock's") {
  const ui::Scene& page = scene("izumi", "services/6");
  const auto texts = ui::visible_texts(page, 0);
  const std::size_t name = place_of(texts, "預けあい・支えあい");
  const std::size_t explanation = place_of(texts, "子どもを預けたい人と預かる人が");
  const std::size_t official = place_of(texts, "地域の住民同士で子どもを預け、預かる支え合いの促進に関すること");
  const std::size_t home = place_of(texts, "ホーム");
  CHECK(name < explanation);
  CHECK(explanation < official);
  CHECK(official < home);
}

TEST_CASE_FIXTURE(tests::Lobby, "of a long page only the lines in the viewport are seen, wherever it is scrolled") {
  const ui::Scene& page = scene("konan", "purpose", {800, 480});
  const int range = page.page.scroll_range_px();
  REQUIRE(range > page.page.viewport.h);
  const auto top = ui::visible_texts(page, 0);
  const auto end = ui::visible_texts(page, range);
  CHECK(top != end);
  CHECK(sees(top, "ふりがな"));
  CHECK(sees(end, "ふりがな"));
  // Every line of the page stands whole in the viewport at some position, half a viewport at a time.
  std::vector<std::vector<ui::VisibleText>> all;
  for (int at = 0; at <= range; at += page.page.viewport.h / 2) all.push_back(ui::visible_texts(page, at));
  all.push_back(end);
  for (const ui::Box& box : page.page.boxes) {
    if (box.block == nullptr) continue;
    for (std::size_t i = 0; i < box.block->lines.size(); ++i) {
      const std::string line = box.block->line_text(i);
      CAPTURE(line);
      CHECK(std::ranges::any_of(all, [&](const auto& texts) { return sees(texts, line); }));
    }
  }
  // A line that is cut by a pixel is not read.
  const auto first = std::ranges::find_if(page.page.boxes, [](const ui::Box& b) { return b.block != nullptr; });
  const std::string line = first->block->line_text(0);
  CHECK(sees(ui::visible_texts(page, first->origin.y), line));
  CHECK_FALSE(sees(ui::visible_texts(page, first->origin.y + 1), line));
}

TEST_CASE_FIXTURE(tests::Lobby, "a box is found by the end of its path and pressed where it shows") {
  const ui::Scene& page = scene("izumi", "services", {800, 480});
  const ui::Box& tile = tests::find_box(page.page, "tiles/1");
  const auto seen = ui::find_box(page, 0, "tiles/1");
  REQUIRE(seen.has_value());
  CHECK(seen->whole);
  CHECK(seen->rect == ui::Rect{tile.rect.x, tile.rect.y, tile.rect.w, tile.rect.h});
  CHECK(*seen->press == ui::Point{tile.rect.x + tile.rect.w / 2, tile.rect.y + tile.rect.h / 2});

  const auto scrolled = ui::find_box(page, tile.rect.y + 10, "tiles/1");
  CHECK_FALSE(scrolled->whole);
  CHECK(scrolled->rect.y == -10);
  CHECK(scrolled->press->y == (tile.rect.h - 10) / 2);
  const auto gone = ui::find_box(page, tile.rect.bottom(), "tiles/1");
  REQUIRE(gone.has_value());
  CHECK_FALSE(gone->press.has_value());

  CHECK(ui::find_box(page, 300, "dock/1/home")->press == ui::find_box(page, 0, "dock/1/home")->press);
  CHECK_FALSE(ui::find_box(page, 0, "iles/1").has_value());  // not from the middle of a key
  CHECK_FALSE(ui::find_box(page, 0, "tiles/99").has_value());
}

TEST_CASE_FIXTURE(tests::Lobby, "targets are what shows of what can be pressed") {
  const ui::Scene& page = scene("izumi", "services", {800, 480});
  const ui::Rect screen = {0, 0, 800, 480};
  const auto at_top = ui::visible_targets(page, 0);
  const auto at_end = ui::visible_targets(page, page.page.scroll_range_px());
  REQUIRE(at_top.size() > 6);  // the dock's five, the hint, tiles
  for (const ui::Rect& target : at_top) CHECK(screen.contains(target));
  CHECK(at_top != at_end);
}
