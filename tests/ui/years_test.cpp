// Goals that continue from year to year, at a hub with three years of reports.
#include <doctest/doctest.h>

#include <algorithm>

#include "layer_checks.h"
#include "support/lobby.h"
#include "support/visitor.h"

using namespace hub;

namespace {

constexpr base::Date kIn2024{std::chrono::year{2024}, std::chrono::November, std::chrono::day{21}};

struct Years : tests::Lobby {
  Years() : Lobby(tests::three_years()) {}

  const ui::Scene& at(const std::string& route, ui::Point size = {1920, 1080}) {
    ui::FrameContext w = frame_context(size);
    w.today = kIn2024;
    return scene(w, state("kamome", route));
  }
};

bool has(const ui::Layer& layer, const std::string& path_end) {
  return std::ranges::any_of(layer.boxes, [&](const ui::Box& box) { return box.path.ends_with(path_end); });
}

std::string leads_to(const ui::Layer& layer, const std::string& path_end) {
  const ui::Box& box = tests::find_box(layer, path_end);
  REQUIRE(box.tap.has_value());
  const ui::Go* go = box.tap->get_if<ui::Go>();
  REQUIRE(go != nullptr);
  return ui::path_of(go->to);
}

// What a card of the page says, without its line breaks.
std::string words_in(const ui::Layer& layer, const std::string& path) {
  std::string all;
  for (const ui::Box& box : layer.boxes) {
    if (box.block == nullptr || box.path.find(path + "/") == std::string::npos) continue;
    for (std::size_t i = 0; i < box.block->lines.size(); ++i) all += box.block->line_text(i);
  }
  return all;
}

const content::ReviewedGoal& reviewed(const content::Snapshot& snapshot, std::size_t index) {
  return snapshot.hubs.front().reports.back().review.at(index);
}

}  // namespace

TEST_CASE_FIXTURE(Years, "a goal whose wording continues says since when, and into which year") {
  const ui::Layer& page = at("review").page;
  CHECK_FALSE(has(page, "goals/1/years/since"));
  CHECK_FALSE(has(page, "goals/1/years/goes-on"));
  CHECK(words_in(page, "goals/2/years/since") == "令和3年度からつづく目標");
  CHECK(words_in(page, "goals/2/years/goes-on") == "令和6年度もつづく目標");
  CHECK_FALSE(has(page, "goals/3/years/since"));
  CHECK(has(page, "goals/3/years/goes-on"));
}

TEST_CASE_FIXTURE(Years, "its page leads to its earlier years and to this year's goal") {
  for (const char* route : {"review/2/1", "review/2/2"}) {
    const ui::Layer& page = at(route).page;
    CHECK(leads_to(page, "years/since") == "review/2/years");
    CHECK(leads_to(page, "years/goes-on") == "goals/1");
  }
  CHECK(leads_to(at("review/3/1").page, "years/goes-on") == "goals/2");
  CHECK_FALSE(has(at("review/1/1").page, "years/since"));
  CHECK_FALSE(has(at("review/1/1").page, "years/goes-on"));
}

TEST_CASE_FIXTURE(Years, "its years stand below each other in each year's own words, the same words once") {
  const ui::Layer& page = at("review/2/years").page;
  const content::ReviewedGoal& goal = reviewed(*snapshot, 1);
  REQUIRE(goal.earlier.size() == 2);
  CHECK(goal.earlier[0].goal == goal.earlier[1].goal);
  CHECK(words_in(page, "years/2021") == "令和3年度から令和4年度まで" + goal.earlier[0].goal.japanese());
  CHECK_FALSE(has(page, "years/2022"));
  CHECK(words_in(page, "years/2023") == "令和5年度" + goal.goal.japanese() + "ふりかえりを見る");
  const content::Goal& next = snapshot->hubs.front().reports.back().goals.front();
  CHECK(words_in(page, "years/2024") == "令和6年度" + next.goal.japanese() + "取組を見る");
  CHECK(leads_to(page, "years/2023") == "review/2/1");
  CHECK(leads_to(page, "years/2024") == "goals/1");
  const auto top = [&](const char* year) { return tests::find_box(page, std::string("years/") + year).rect.y; };
  CHECK(top("2021") < top("2023"));
  CHECK(top("2023") < top("2024"));
}

TEST_CASE_FIXTURE(Years, "only a goal with earlier years has a page of them") {
  const content::Hub& hub = snapshot->hubs.front();
  const auto there = [&](const char* path, const content::Report& report) {
    return ui::exists(*ui::parse_route(path), hub, report);
  };
  CHECK(there("review/2/years", hub.reports.back()));
  CHECK_FALSE(there("review/1/years", hub.reports.back()));
  CHECK_FALSE(there("review/3/years", hub.reports.back()));
  CHECK_FALSE(there("review/4/years", hub.reports.back()));
  // Of 2022: nobody knows what came before.
  CHECK_FALSE(there("review/1/years", hub.reports.front()));
}

TEST_CASE_FIXTURE(Years, "the shown report follows the fiscal year, and so do the years of its goals") {
  const auto first_line = [&](base::Date today, const char* route) {
    ui::FrameContext w = frame_context({1920, 1080});
    w.today = today;
    return words_in(scene(w, state("kamome", route)).page, "head");
  };
  using namespace std::chrono;
  CHECK(first_line(2023y / March / 31, "goals") == "令和4年度今年度の重点目標");
  CHECK(first_line(2023y / April / 1, "goals") == "令和5年度今年度の重点目標");
  CHECK(first_line(2024y / April / 1, "goals") == "令和6年度今年度の重点目標");
  // An implausible clock: the newest, without saying 今年度.
  CHECK(first_line(1970y / January / 1, "goals") == "令和6年度の重点目標");
  // In 2023 the review is of 2022, and its first goal goes back to 2021.
  ui::FrameContext w = frame_context({1920, 1080});
  w.today = 2023y / November / 1;
  CHECK(words_in(scene(w, state("kamome", "review")).page, "goals/1/years/since") == "令和3年度からつづく目標");
}

TEST_CASE_FIXTURE(Years, "goals of several years fit at every size, text size, with furigana and in every language") {
  for (const ui::Point size : tests::kSizes_px) {
    for (const std::string& language : snapshot->languages(snapshot->hubs.front())) {
      for (const int step : {1, 2, 3}) {
        for (const char* route : {"review", "review/2/1", "review/3/1", "review/2/years"}) {
          ui::UiState s = state("kamome", route);
          s.language = language;
          s.text_step = step;
          s.furigana = true;
          const ui::FrameContext w = frame_context(size);
          const ui::Scene& shown = scene(w, s);
          INFO(std::string(route), " ", size.x, " ", language, " ", step);
          tests::check_no_faults(shown.page);
          tests::check_targets(shown.page, ui::metrics_for(w.screen, step));
        }
      }
    }
  }
}

TEST_CASE_FIXTURE(Years, "in another language the page of years says that its words are Japanese") {
  ui::UiState s = state("kamome", "review/2/years");
  s.language = "en";
  const ui::Layer& page = scene(frame_context({1920, 1080}), s).page;
  CHECK(has(page, "language-tag"));
  CHECK(words_in(page, "years/2021").starts_with("2021–22 to 2022–23"));
}

TEST_CASE("a finger opens the years and comes back") {
  tests::Visitor visitor;
  visitor.snapshot = tests::three_years();
  visitor.enter("kamome", "review/2/2");
  visitor.tap(visitor.middle(visitor.now().page, "years/since"));
  CHECK(visitor.route() == "review/2/years");
  visitor.tap(visitor.middle(visitor.now().page, "years/2023"));
  CHECK(visitor.route() == "review/2/1");
  visitor.tap(visitor.middle(visitor.now().page, "years/since"));
  visitor.tap(visitor.middle(*visitor.now().dock, "back"));
  CHECK(visitor.route() == "review/2/1");
  visitor.tap(visitor.middle(visitor.now().page, "years/goes-on"));
  CHECK(visitor.route() == "goals/1");
}

TEST_CASE_FIXTURE(Years, "threads and years are siblings among their own") {
  const content::Hub& hub = snapshot->hubs.front();
  const auto beside = [&](const char* path) {
    const ui::Siblings siblings = ui::siblings_of(*ui::parse_route(path), hub, hub.reports.back());
    return (siblings.previous ? ui::path_of(*siblings.previous) : "") + "<>" +
           (siblings.next ? ui::path_of(*siblings.next) : "");
  };
  CHECK(beside("review/2/years") == "<>");
  CHECK(beside("review/2/2") == "review/2/1<>review/3/1");
}
