// Whether a kiosk that runs for years stays as large as it is: ten thousand times new content, and ten thousand
// visitors. Anonymous memory is what only this process has; the files it maps do not count.
#include <benchmark/benchmark.h>

#include <fstream>
#include <limits>
#include <random>
#include <string>

#include "config/paths.h"
#include "kiosk/heap.h"
#include "replay/virtual_kiosk.h"
#include "ui/visible_text.h"

namespace {

using namespace hub;

constexpr base::Date kDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};
constexpr int kTimes = 10'000;
constexpr int kFilled = 2'000;  // after so many every cache has what it holds

double anonymous_mb() {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("RssAnon:")) return std::stod(line.substr(8)) / 1024;
  }
  return 0;
}

std::shared_ptr<const content::Snapshot> content_of_now() {
  return config::load_content(base::DiskFiles(), HUB_SOURCE_DIR "/content", "").snapshot;
}

std::unique_ptr<replay::VirtualKiosk> open_kiosk() {
  kiosk::keep_heap_small();  // as a kiosk does
  replay::VirtualKiosk::Setup setup;
  setup.frame_context.snapshot = content_of_now();
  setup.frame_context.screen = {800, 480};
  setup.frame_context.today = kDay;
  setup.state = ui::fresh_state("izumi", {});
  // Frames are built and none becomes pixels: the drawing driver of this machine keeps tens of MB of its own, up and
  // down, which no kiosk has.
  setup.pixels_every = std::numeric_limits<int>::max();
  return std::move(replay::VirtualKiosk::open(std::move(setup))).value();
}

class Visitor {
 public:
  explicit Visitor(replay::VirtualKiosk& kiosk) : kiosk_(kiosk) {}

  // Comes, presses some of what can be pressed, and goes; the kiosk is then as the next one finds it.
  void visit() {
    for (int taps = 0; taps < 6; ++taps) tap();
    kiosk_.run_until(kiosk_.now() + std::chrono::seconds(80));
  }

 private:
  void tap() {
    const auto targets = ui::visible_targets(kiosk_.scene(), kiosk_.scroll_px());
    ui::Rect target{0, 0, 800, 480};
    if (!targets.empty()) target = targets[random_() % targets.size()];
    const auto x = static_cast<float>(target.x) + static_cast<float>(target.w) / 2;
    const auto y = static_cast<float>(target.y) + static_cast<float>(target.h) / 2;
    kiosk_.contact({base::ContactEvent::Kind::begin, 1, x, y, kiosk_.now()});
    kiosk_.run_until(kiosk_.now() + std::chrono::milliseconds(60));
    kiosk_.contact({base::ContactEvent::Kind::end, 1, x, y, kiosk_.now()});
    kiosk_.run_until(kiosk_.now() + std::chrono::milliseconds(500));
  }

  replay::VirtualKiosk& kiosk_;
  std::mt19937_64 random_{1};
};

template <class Once>
void measure(benchmark::State& state, const Once& once) {
  for (auto _ : state) {
    double filled_mb = 0, most_mb = 0, least_mb = 1e9;
    for (int i = 1; i <= kTimes; ++i) {
      once();
      if (i < kFilled || i % 100 != 0) continue;
      const double now_mb = anonymous_mb();
      if (i == kFilled) filled_mb = now_mb;
      most_mb = std::max(most_mb, now_mb);
      least_mb = std::min(least_mb, now_mb);
    }
    state.counters["filled_MB"] = filled_mb;
    state.counters["most_MB"] = most_mb;
    state.counters["least_MB"] = least_mb;
    state.counters["end_MB"] = anonymous_mb();
  }
}

void reloads(benchmark::State& state) {
  const auto kiosk = open_kiosk();
  measure(state, [&] { kiosk->show(content_of_now()); });
}
BENCHMARK(reloads)->Iterations(1)->Unit(benchmark::kSecond);

void visits(benchmark::State& state) {
  const auto kiosk = open_kiosk();
  Visitor visitor(*kiosk);
  measure(state, [&] { visitor.visit(); });
}
BENCHMARK(visits)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace

BENCHMARK_MAIN();
