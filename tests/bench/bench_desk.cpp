// How long staff wait for a job of the desk, from the request to its result (the program starts anew for each, as
// systemd does it), and whether a visitor who drags a page meanwhile feels it. The job runs as its unit does: Nice=10.
#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

#include "desk/desk.h"
#include "desk/jobs/job_queue.h"
#include "dragged.h"

namespace {

using namespace hub;
namespace fs = std::filesystem;

constexpr const char* kReport = HUB_SOURCE_DIR "/tests/report/fixtures/konan-2026.pdf";  // four pages

struct Place {
  fs::path path = fs::temp_directory_path() / ("hub-kiosk-bench-desk-" + std::to_string(getpid()));
  std::string content = bench::fresh_content(path), state = (path / "state").string(),
              config = (path / "kiosk.json").string();
  base::SystemCalls calls;
  base::SystemClock clock;
  desk::Desk desk{calls, clock, {state, content, "izumi"}};
  desk::JobQueue jobs{calls, state, "izumi"};

  Place() { std::ofstream(config) << R"({"reports": {"sandbox": "if_possible"}})"; }
  ~Place() { fs::remove_all(path); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  desk::Job reading() {
    std::ifstream file(kReport);
    const std::string pdf{std::istreambuf_iterator<char>(file), {}};
    desk::Job job;
    job.kind = desk::Job::Kind::read;
    job.item = desk.inbox().take(pdf, "konan.pdf", desk::CameFrom::stick, clock.local()).value().id;
    job.replace = true;
    return job;
  }

  // Asks for the job and starts who does it; its process, to be waited for.
  std::pair<std::string, pid_t> start(const desk::Job& job) const {
    const std::string id = jobs.ask(job, clock.local()).value();
    const char* const words[] = {"nice",     "-n",           "10",          HUB_KIOSK,   "work",
                                 "--one",    "--state",      state.c_str(), "--content", content.c_str(),
                                 "--config", config.c_str(), nullptr};
    pid_t child = -1;
    if (posix_spawnp(&child, "nice", nullptr, nullptr, const_cast<char* const*>(words), environ) != 0) child = -1;
    return {id, child};
  }
  // Why it did not end well; empty: it did.
  std::string end(const std::pair<std::string, pid_t>& started) const {
    int status = 0;
    if (started.second < 0 || waitpid(started.second, &status, 0) != started.second) return "no process";
    const auto progress = jobs.progress(started.first);
    if (progress && progress->state == desk::JobProgress::State::done) return {};
    return progress ? progress->message.en : "no progress";
  }
};

// To the first question: the draft is there, with what it asks.
void first_question(benchmark::State& state) {
  Place place;
  const desk::Job job = place.reading();
  std::size_t questions = 0;
  for (auto _ : state) {
    if (const std::string failed = place.end(place.start(job)); !failed.empty()) state.SkipWithError(failed.c_str());
    questions = desk::Desk::questions_of(*place.desk.work().value()).size();
  }
  state.counters["questions"] = static_cast<double>(questions);
}
BENCHMARK(first_question)->Iterations(5)->UseRealTime()->Unit(benchmark::kMillisecond);

void page_picture(benchmark::State& state) {
  Place place;
  if (const std::string failed = place.end(place.start(place.reading())); !failed.empty())
    state.SkipWithError(failed.c_str());
  desk::Job job;
  job.kind = desk::Job::Kind::picture;
  job.question = 0;
  job.width_px = 1000;  // as the panel asks for it
  for (auto _ : state) {
    if (const std::string failed = place.end(place.start(job)); !failed.empty()) state.SkipWithError(failed.c_str());
  }
}
BENCHMARK(page_picture)->Iterations(10)->UseRealTime()->Unit(benchmark::kMillisecond);

enum class Doing { nothing, reading, drawing };  // drawing: every screen of the draft, as before it shows

// A page is dragged while jobs run one after the other.
void drag(benchmark::State& state) {
  Place place;
  const auto doing = static_cast<Doing>(state.range(0));
  const desk::Job reading = place.reading();
  if (const std::string failed = place.end(place.start(reading)); !failed.empty()) state.SkipWithError(failed.c_str());
  desk::Job drawing;
  drawing.kind = desk::Job::Kind::inspect;
  bench::Frames frames;
  int jobs = 0;
  for (auto _ : state) {
    std::atomic<bool> stop = false;
    std::atomic<pid_t> runs = -1;
    std::thread worker([&] {
      while (!stop && doing != Doing::nothing) {
        const auto started = place.start(doing == Doing::reading ? reading : drawing);
        runs = started.second;
        ++jobs;
        if (stop) kill(started.second, SIGKILL);
        static_cast<void>(place.end(started));
        runs = -1;
      }
    });
    bench::drag_once(
        state, place.path, [](std::size_t) {}, frames);
    stop = true;
    if (const pid_t last = runs; last > 0) kill(last, SIGKILL);
    worker.join();
  }
  bench::report(state, frames);
  state.counters["jobs"] = jobs;
}
BENCHMARK(drag)->ArgName("job")->DenseRange(0, 2)->Iterations(3)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
