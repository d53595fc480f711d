// How long a report takes that has been read into lines, by the number of its goals: with ten entries a list, with one,
// and where everything might be everywhere. The target for ten goals of ten entries is 2 s, and time in proportion.
#include <benchmark/benchmark.h>

#include "invented_report.h"
#include "report/draft/draft.h"
#include "report/read/read.h"

namespace {

using namespace hub;

nlohmann::json front() {
  return {{"title", "戸塚区地域子育て支援拠点事業"}, {"ward", "戸塚区"}, {"reviewYear", 2023}, {"goalYear", 2024}};
}

void make_drafts(benchmark::State& state, const report::Document& document) {
  for (auto _ : state) benchmark::DoNotOptimize(report::make_draft(document));
}

void goals_with_headings(benchmark::State& state) {
  tests::Random random(1);
  tests::Layout layout;
  layout.has_front = false;
  const auto goals = static_cast<int>(state.range(0));
  make_drafts(state,
              report::read_text(set_in_lines(tests::invented_report(front(), goals, 10, random), layout, random)));
}
BENCHMARK(goals_with_headings)->Arg(1)->Arg(2)->Arg(5)->Arg(10)->Arg(20)->Arg(30)->Unit(benchmark::kMillisecond);

void goals_in_shared_cells(benchmark::State& state) {
  tests::Random random(1);
  tests::Layout layout;
  layout.has_front = false;
  layout.goals = tests::Goals::sharing;
  nlohmann::json report = tests::invented_report(front(), static_cast<int>(state.range(0)), 10, random);
  for (const char* section : {"review", "goals"}) {
    for (nlohmann::json& goal : report[section]) tests::take_marks_off(goal);
  }
  make_drafts(state, report::read_text(set_in_lines(report, layout, random)));
}
BENCHMARK(goals_in_shared_cells)->Arg(1)->Arg(2)->Arg(5)->Arg(10)->Arg(20)->Arg(30)->Unit(benchmark::kMillisecond);

void goals_in_tables(benchmark::State& state) {
  tests::Random random(1);
  const auto goals = static_cast<int>(state.range(0));
  make_drafts(state, report::read_html(tests::set_in_html(tests::invented_report(front(), goals, 10, random), true)));
}
BENCHMARK(goals_in_tables)->Arg(1)->Arg(2)->Arg(5)->Arg(10)->Arg(20)->Arg(30)->Unit(benchmark::kMillisecond);

// As many lists as a report may have at most, under no heading of a goal and with the same marks.
void lists_of_no_goal(benchmark::State& state) {
  std::string text = "戸塚区地域子育て支援拠点事業\n令和５年度重点目標評価結果・令和６年度重点目標\n";
  for (int list = 0; list < 240; ++list) {
    if (list < 20) text += "令和５年度重点目標\n" + std::to_string(list) + "番の親子が安心できる場を作ります。\n";
    text += "取組内容\n①親子の会を開きます。\n②子どもの場を設けます。\n③" + std::to_string(list) + "回集います。\n";
  }
  make_drafts(state, report::read_text(text));
}
BENCHMARK(lists_of_no_goal)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
