// How long text and screens take: what the kiosk does once for a content, once for a screen and once a frame.
#include <benchmark/benchmark.h>

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "content/load/load.h"
#include "content/model/texts.h"
#include "render/screenshot.h"
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

// What lays screens out, on a kiosk's screen of full HD.
struct LaidOut {
  LaidOut() : snapshot(shipped()), screen_context(std::move(render::ScreenContext::open()).value()) {
    frame_context.snapshot = snapshot;
    frame_context.screen = {1920, 1080};
    frame_context.today = base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};
    at.hub = "izumi";
    at.route = *ui::parse_route("review/1/3");
  }
  // The screens of the state's hub; the same ones until another's are asked for.
  render::HubScreens& screens(const ui::UiState& state) {
    if (!shown || shown->hub() != state.hub) {
      shown = std::make_unique<render::HubScreens>(*screen_context, snapshot, state.hub);
    }
    return *shown;
  }
  ui::Stage& stage(const ui::UiState& state) { return screens(state).stage(); }

  std::shared_ptr<const content::Snapshot> snapshot;
  std::unique_ptr<render::ScreenContext> screen_context;
  std::unique_ptr<render::HubScreens> shown;
  ui::FrameContext frame_context;
  ui::UiState at;
};

// And draws them: one at a time, because each has the GL context.
struct Drawn : LaidOut {
  std::unique_ptr<render::ScreenshotRenderer> show =
      std::move(render::ScreenshotRenderer::open(*screen_context)).value();
  platform::Picture draw(const ui::UiState& state) {
    return show->draw(screens(state), frame_context, state, base::Seconds(0));
  }
};

// A frame that repeats, drawn without a GPU.
void repeated_frame(benchmark::State& state) {
  Drawn drawn;
  for (auto _ : state) {
    platform::Picture picture = drawn.draw(drawn.at);
    benchmark::DoNotOptimize(picture);
  }
}
BENCHMARK(repeated_frame)->Unit(benchmark::kMillisecond);

// A change of screen: elements, boxes and lines of both screens, their texts known.
void change_of_screen(benchmark::State& state) {
  LaidOut drawn;
  ui::Stage& stage = drawn.stage(drawn.at);
  ui::UiState other = drawn.at;
  other.route = *ui::parse_route("goals");
  for (auto _ : state) {
    int height_px = stage.scene(drawn.frame_context, drawn.at, {}).page.height_px;
    height_px += stage.scene(drawn.frame_context, other, {}).page.height_px;
    benchmark::DoNotOptimize(height_px);
  }
}
BENCHMARK(change_of_screen)->Unit(benchmark::kMicrosecond);

// Asks the pages for every glyph of a scene that can be seen without scrolling, as the painter does.
void ask_for_glyphs(const ui::Scene& scene, text::GlyphAtlas& pages) {
  const auto ask = [&](const ui::Layer& layer) {
    for (const ui::Box& box : layer.boxes) {
      if (box.block == nullptr || box.rect.y > layer.viewport.bottom()) continue;
      for (const text::PlacedGlyph& glyph : box.block->glyphs) {
        if (box.origin.y + glyph.y_px - 2 * glyph.size_px > layer.viewport.bottom()) continue;
        pages.glyph(glyph.face, glyph.glyph, glyph.size_px);
      }
    }
  };
  ask(scene.page);
  if (scene.dock) ask(*scene.dock);
}

// The screen of a hub with the most different glyphs at a text size.
ui::UiState busiest(LaidOut& drawn, const std::string& hub_id, int text_step) {
  const content::Hub& hub = *drawn.snapshot->find_hub(hub_id);
  ui::UiState at = ui::fresh_state(hub_id, {});
  at.text_step = text_step;
  at.furigana = true;
  ui::UiState most = at;
  std::size_t largest = 0;
  for (const ui::Route& route : ui::routes_of(hub, content::shown_report(hub, drawn.frame_context.today))) {
    at.route = route;
    const ui::Scene& scene = drawn.stage(at).scene(drawn.frame_context, at, {});
    std::set<std::tuple<text::FaceId, std::uint32_t, int>> glyphs;
    for (const ui::Box& box : scene.page.boxes) {
      if (box.block == nullptr || box.rect.y > scene.page.viewport.bottom()) continue;
      for (const text::PlacedGlyph& glyph : box.block->glyphs) glyphs.insert({glyph.face, glyph.glyph, glyph.size_px});
    }
    if (glyphs.size() <= largest) continue;
    largest = glyphs.size();
    most = at;
  }
  return most;
}

// The first frame after a change of text size, to the step: pictures of all the glyphs of the busiest screen.
void glyphs_of_text_size(benchmark::State& state) {
  LaidOut drawn;
  const ui::UiState at = busiest(drawn, "izumi", static_cast<int>(state.range(0)));
  const ui::Scene& scene = drawn.stage(at).scene(drawn.frame_context, at, {});
  for (auto _ : state) {
    text::GlyphAtlas pages(drawn.screen_context->faces());
    ask_for_glyphs(scene, pages);
    benchmark::DoNotOptimize(pages.page_count());
  }
}
BENCHMARK(glyphs_of_text_size)->Arg(1)->Arg(2)->Arg(3)->Unit(benchmark::kMillisecond);

// A kiosk that has shown nothing but has its texts analysed.
template <class Kiosk>
std::unique_ptr<Kiosk> prepared(const std::string& hub) {
  auto drawn = std::make_unique<Kiosk>();
  drawn->shown = render::HubScreens::prepared(*drawn->screen_context, drawn->frame_context, drawn->snapshot, hub);
  return drawn;
}

// The same frame's lines.
void lines_of_text_size(benchmark::State& state) {
  LaidOut any;
  const ui::UiState at = busiest(any, "izumi", static_cast<int>(state.range(0)));
  std::unique_ptr<LaidOut> drawn;
  for (auto _ : state) {
    state.PauseTiming();
    drawn = prepared<LaidOut>(at.hub);
    state.ResumeTiming();
    int height_px = drawn->stage(at).scene(drawn->frame_context, at, {}).page.height_px;
    benchmark::DoNotOptimize(height_px);
  }
}
BENCHMARK(lines_of_text_size)->Arg(1)->Arg(2)->Arg(3)->Unit(benchmark::kMillisecond)->Iterations(20);

// That frame as a whole, drawn without a GPU: compare with repeated_frame.
void first_frame_of_text_size(benchmark::State& state) {
  LaidOut any;
  const int step = static_cast<int>(state.range(0));
  const ui::UiState at = busiest(any, "izumi", step);
  ui::UiState before = at;
  before.text_step = step % 3 + 1;
  std::unique_ptr<Drawn> drawn;
  for (auto _ : state) {
    state.PauseTiming();
    drawn.reset();  // one context at a time
    drawn = prepared<Drawn>(at.hub);
    drawn->draw(before);
    state.ResumeTiming();
    platform::Picture picture = drawn->draw(at);
    benchmark::DoNotOptimize(picture);
  }
}
BENCHMARK(first_frame_of_text_size)->Arg(1)->Arg(2)->Arg(3)->Unit(benchmark::kMillisecond)->Iterations(20);

// The first frame after a change of hub, when all its texts are still to be analysed (0) and when they are (1).
void first_frame_of_hub(benchmark::State& state) {
  const bool is_prepared = state.range(0) == 1;
  LaidOut any;
  const ui::UiState izumi = busiest(any, "izumi", 1);
  const ui::UiState konan = busiest(any, "konan", 1);
  std::unique_ptr<Drawn> drawn;
  for (auto _ : state) {
    state.PauseTiming();
    drawn.reset();
    drawn = prepared<Drawn>(izumi.hub);
    drawn->draw(izumi);
    std::unique_ptr<render::HubScreens> other;
    if (is_prepared) {
      other = render::HubScreens::prepared(*drawn->screen_context, drawn->frame_context, drawn->snapshot, konan.hub);
    }
    state.ResumeTiming();
    if (other) drawn->shown = std::move(other);
    platform::Picture picture = drawn->draw(konan);
    benchmark::DoNotOptimize(picture);
  }
}
BENCHMARK(first_frame_of_hub)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->Iterations(20);

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
