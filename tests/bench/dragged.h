// A visitor who drags a page of the real frame loop, in real time at 60 frames a second, and how long each frame took.
#pragma once

#include <benchmark/benchmark.h>
#include <sched.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <numbers>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/content_swap.h"
#include "kiosk/content_watcher.h"
#include "kiosk/frame_loop.h"
#include "kiosk/kiosk_staff_service.h"
#include "kiosk/last_good_writer.h"
#include "platform/offscreen.h"
#include "render/frame_renderer.h"

namespace hub::bench {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

inline constexpr ui::Point kSize_px{800, 480};
inline constexpr int kFrames = 180;
inline constexpr std::chrono::nanoseconds kFrame{1'000'000'000 / 60};

inline double thread_cpu_ms() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

// A screen of 60 Hz and a finger that drags up and down. Tells how long after its vsync each frame was ready.
class Dragged : public kiosk::Display {
 public:
  explicit Dragged(platform::Offscreen& offscreen) : offscreen_(offscreen), vsync_(steady_clock::now()) {}
  ui::Point size_px() const override { return kSize_px; }
  base::Input wait(std::optional<base::Seconds>) override {
    std::this_thread::sleep_until(vsync_);
    cpu_ms_ = thread_cpu_ms();
    const double swing = std::sin(static_cast<double>(frames_) / 30 * std::numbers::pi);
    base::Input input;
    using Kind = base::ContactEvent::Kind;
    input.contacts.push_back(
        {frames_ == 0 ? Kind::begin : Kind::move, 1, 400, static_cast<float>(240 - 150 * swing), steady_clock::now()});
    return input;
  }
  void show_frame() override {
    benchmark::DoNotOptimize(offscreen_.read());  // when it returns, the frame is drawn
    ++frames_;
    const auto now = steady_clock::now();
    ready_ms.push_back(std::chrono::duration<double, std::milli>(now - vsync_).count());
    used_ms.push_back(thread_cpu_ms() - cpu_ms_);
    while (vsync_ <= now) vsync_ += kFrame;
  }

  std::vector<double> ready_ms;
  std::vector<double> used_ms;  // by this thread

 private:
  platform::Offscreen& offscreen_;
  steady_clock::time_point vsync_;
  double cpu_ms_ = 0;
  int frames_ = 0;
};

// All threads that are begun from here on; those of before where they were.
inline void use_processors(bool all, const cpu_set_t& before) {
  cpu_set_t one;
  CPU_ZERO(&one);
  for (int cpu = 0; cpu < CPU_SETSIZE && CPU_COUNT(&one) == 0; ++cpu) {
    if (CPU_ISSET(cpu, &before)) CPU_SET(cpu, &one);
  }
  sched_setaffinity(0, sizeof one, all ? &before : &one);
}

inline double at(std::vector<double> sorted, double part) {
  std::ranges::sort(sorted);
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

struct NoLog : kiosk::Log {
  void write(const std::vector<content::Diagnostic>&) override {}
  void write(const base::Error&) override {}
  void write(const base::Message&) override {}
};

// What became of the frames of all repetitions.
struct Frames {
  std::vector<double> ready_ms, used_ms;
  std::size_t taken = 0;  // contents
};

// A place with the shipped content in it, and nothing else.
inline std::string fresh_content(const fs::path& place) {
  const std::string folder = (place / "content").string();
  fs::remove_all(place);
  fs::create_directories(place);
  fs::copy(HUB_SOURCE_DIR "/content", folder, fs::copy_options::recursive);
  return folder;
}

// `place`: with fresh_content. `before_frame` is told how many frames there were.
inline void drag_once(benchmark::State& state, const fs::path& place,
                      const std::function<void(std::size_t)>& before_frame, Frames& so_far) {
  const std::string folder = (place / "content").string();
  base::DiskFiles files;
  const base::SystemClock clock;
  kiosk::ContentSource content;
  content.read = config::read_content(files, folder, "izumi");
  content.snapshot = content.read.loaded.snapshot;
  auto offscreen = std::move(platform::Offscreen::create(kSize_px.x, kSize_px.y)).value();
  auto screen_context = std::move(render::ScreenContext::open()).value();
  auto frame_renderer = std::move(render::FrameRenderer::create(*screen_context)).value();
  ui::FrameContext frame_context;
  frame_context.screen = {kSize_px.x, kSize_px.y};
  frame_context.today = clock.today();
  ui::UiState at = ui::fresh_state("izumi", clock.now());
  at.route = *ui::parse_route("review/1/1");
  Dragged display(offscreen);
  kiosk::FrameLoop loop(
      display, clock,
      [&](render::HubScreens& screens, const ui::FrameContext& w, ui::UiState& s, const ui::PrimaryPointer& f,
          base::Instant now) {
        offscreen.bind();
        return frame_renderer->frame(screens, w, s, f, now);
      },
      render::HubScreens::prepared(*screen_context, frame_context, content.snapshot, "izumi"), frame_context, at);
  kiosk::ContentLoader loader({folder, "izumi", content.read.fingerprint, frame_context, screen_context.get()});
  kiosk::KioskStaffService staff_service(files, clock, {}, nullptr);
  kiosk::LastGoodWriter last_good_writer(config::last_good_of(files, (place / "state").string(), folder),
                                         [&](const base::Error& error) { state.SkipWithError(error.what.en.c_str()); });
  NoLog log;
  kiosk::ShownScreenWriter shown_screen_writer("", clock, [](const base::Error&) {});
  kiosk::ContentSwap content_swap(loader, staff_service, last_good_writer, shown_screen_writer, clock, log);
  loop.take_content_from([&] {
    std::unique_ptr<render::HubScreens> fresh = content_swap.take("izumi");
    so_far.taken += fresh ? 1 : 0;
    return fresh;
  });
  const auto watcher = std::move(kiosk::ContentWatcher::start(loader, [] {})).value();
  std::vector<double>& of = display.ready_ms;
  while (of.size() < kFrames) {
    before_frame(of.size());
    loop.turn();
  }
  // The first frames fill the glyph pages.
  so_far.ready_ms.insert(so_far.ready_ms.end(), of.begin() + 10, of.end());
  so_far.used_ms.insert(so_far.used_ms.end(), display.used_ms.begin() + 10, display.used_ms.end());
}

inline void report(benchmark::State& state, const Frames& frames) {
  const double frame_ms = std::chrono::duration<double, std::milli>(kFrame).count();
  state.counters["longest_ms"] = at(frames.ready_ms, 1);
  state.counters["p99_ms"] = at(frames.ready_ms, 0.99);
  state.counters["median_ms"] = at(frames.ready_ms, 0.5);
  state.counters["late_frames"] =
      static_cast<double>(std::ranges::count_if(frames.ready_ms, [&](double r) { return r > frame_ms; }));
  state.counters["longest_cpu_ms"] = at(frames.used_ms, 1);
  state.counters["median_cpu_ms"] = at(frames.used_ms, 0.5);
  state.counters["frames"] = static_cast<double>(frames.ready_ms.size());
  state.counters["changes"] = static_cast<double>(frames.taken);
}

}  // namespace hub::bench
