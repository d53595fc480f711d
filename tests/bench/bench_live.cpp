// Whether a visitor who drags a page feels it that the content changes: the real frame loop in real time at 60 frames a
// second, while the folder stands still and while it is rewritten, on all processors and on one.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include "dragged.h"

namespace {

using namespace hub;
namespace fs = std::filesystem;

constexpr std::size_t kChangeEvery = 60;

void drag(benchmark::State& state) {
  cpu_set_t before;
  sched_getaffinity(0, sizeof before, &before);
  bench::use_processors(state.range(1) != 0, before);
  const fs::path place = fs::temp_directory_path() / ("hub-kiosk-bench-" + std::to_string(getpid()));
  bench::Frames frames;
  for (auto _ : state) {
    const std::string file = bench::fresh_content(place) + "/izumi/hub.json";
    std::ifstream reading(file);
    const std::string hub_json{std::istreambuf_iterator<char>(reading), {}};
    const auto change = [&](std::size_t frame) {
      // A line more at the end: other bytes, the same words.
      if (state.range(0) == 0 || frame % kChangeEvery != kChangeEvery / 2) return;
      std::ofstream(file) << hub_json << std::string(frame, '\n');
    };
    bench::drag_once(state, place, change, frames);
  }
  fs::remove_all(place);
  sched_setaffinity(0, sizeof before, &before);
  bench::report(state, frames);
}
BENCHMARK(drag)
    ->ArgNames({"changes", "all_processors"})
    ->ArgsProduct({{0, 1}, {0, 1}})
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
