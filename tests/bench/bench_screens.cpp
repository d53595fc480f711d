// How long text and screens take: what the kiosk does once for a content, once for a screen and once a frame.
#include <benchmark/benchmark.h>

#include <set>
#include <string>
#include <vector>

#include "cli/show.h"
#include "content/load.h"
#include "content/texts.h"
#include "text/typesetter.h"

namespace {

using namespace hub;

std::shared_ptr<const content::Snapshot> shipped() {
  const base::DiskFiles files;
  return content::load(files, HUB_SOURCE_DIR "/content", HUB_SOURCE_DIR "/assets/strings").snapshot;
}

// Every Japanese text of both hubs: reports, services, the hubs' own words and the app's.
std::vector<std::string> all_texts(const content::Snapshot& snapshot) {
  std::set<std::string> texts;
  for (const content::Hub& hub : snapshot.hubs) {
    for (const content::PlacedText& placed : content::texts_of(snapshot, hub)) texts.insert(placed.text->japanese());
  }
  return {texts.begin(), texts.end()};
}

// Analysis, shaping and lines of all text of both hubs at one width. Target: under 50 ms.
void all_text(benchmark::State& state) {
  const auto texts = all_texts(*shipped());
  const text::Faces faces = std::move(text::Faces::open()).value();
  const text::Analyser analyser({});
  const text::Style body{text::Weight::regular, 38, 63};
  for (auto _ : state) {
    text::Typesetter typesetter(analyser, faces);
    int height_px = 0;
    for (const std::string& one : texts) height_px += typesetter.set(one, "ja", body, 1400).height_px;
    benchmark::DoNotOptimize(height_px);
  }
}
BENCHMARK(all_text)->Unit(benchmark::kMillisecond);

// Reading and checking the content folder.
void load_content(benchmark::State& state) {
  for (auto _ : state) {
    auto snapshot = shipped();
    benchmark::DoNotOptimize(snapshot);
  }
}
BENCHMARK(load_content)->Unit(benchmark::kMillisecond);

struct Drawn {
  Drawn() : snapshot(shipped()), typography(std::move(cli::Typography::open()).value()) {
    show = std::move(cli::Show::open(*typography)).value();
    world.snapshot = snapshot;
    world.screen = {1920, 1080};
    world.today = base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};
    at.hub = "izumi";
    at.route = *ui::parse_route("review/1/3");
  }
  std::shared_ptr<const content::Snapshot> snapshot;
  std::unique_ptr<cli::Typography> typography;
  std::unique_ptr<cli::Show> show;
  ui::World world;
  ui::UiState at;
};

// A frame that repeats, drawn without a GPU.
void repeated_frame(benchmark::State& state) {
  Drawn drawn;
  for (auto _ : state) {
    platform::Picture picture = drawn.show->draw(drawn.world, drawn.at, base::Seconds(0));
    benchmark::DoNotOptimize(picture);
  }
}
BENCHMARK(repeated_frame)->Unit(benchmark::kMillisecond);

// A change of screen: elements, boxes and lines of both screens, their texts known.
void change_of_screen(benchmark::State& state) {
  Drawn drawn;
  ui::Stage& stage = drawn.typography->stage(drawn.snapshot, drawn.at.hub);
  ui::UiState other = drawn.at;
  other.route = *ui::parse_route("goals");
  for (auto _ : state) {
    int height_px = stage.scene(drawn.world, drawn.at, {}).page.height_px;
    height_px += stage.scene(drawn.world, other, {}).page.height_px;
    benchmark::DoNotOptimize(height_px);
  }
}
BENCHMARK(change_of_screen)->Unit(benchmark::kMicrosecond);

// The first picture of a glyph, by size in pixels.
void first_glyph(benchmark::State& state) {
  const text::Faces faces = std::move(text::Faces::open()).value();
  const text::FaceId face = faces.face_for(U'援', text::Weight::bold, "ja");
  const std::uint32_t glyph = faces.glyph_index(face, U'援');
  for (auto _ : state) {
    text::Bitmap bitmap = faces.rasterise(face, glyph, static_cast<int>(state.range(0)));
    benchmark::DoNotOptimize(bitmap);
  }
}
BENCHMARK(first_glyph)->Arg(27)->Arg(38)->Arg(69)->Arg(99)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
