#include "cli/drawing.h"

#include <algorithm>
#include <utility>

#include "cli/read_files.h"
#include "render/configure.h"
#include "render/screen_context.h"

namespace hub::cli {

namespace {

base::Error no_such_screen(const std::string& screen, const content::Hub& hub, const content::Report& report) {
  std::string known;
  for (const ui::Route& one : ui::routes_of(hub, report)) known += " " + ui::path_of(one);
  known += " " + ui::path_of({ui::Route::Page::staff});
  return {{"そのような画面はありません: " + screen, "no such screen: " + screen},
          {"画面の一覧:" + known, "screens:" + known}};
}

}  // namespace

void declare_drawing(Options& options, DrawOptions& values) {
  options.size("--size", values.size, {"画素の数。書かなければ 1920x1080", "Size in pixels (default: 1920x1080)"});
  options.language("--lang", values.language,
                   {"画面のことば。書かなければ ja", "Language of the screen (default: ja)"});
  options.number("--text-size", {"数", "N"}, values.text_step, {1, 3},
                 {"文字の大きさ。1（書かないとき）、2、3", "1 (default), 2 or 3"});
  options.flag("--furigana", values.furigana, {"ふりがなを付けます", "Show furigana"});
  options.flag("--high-contrast", values.high_contrast, {"白黒のはっきりした色にします", "Black on white"});
  options.text_or_none("--config", {"ファイル", "FILE"}, values.config,
                       {"この設定のキオスクで見えるとおりにします", "As on the kiosk with this configuration (JSON)"});
  options.number("--diagonal", {"インチ", "INCHES"}, values.diagonal_inch, {3, 120},
                 {"画面の対角線の長さ", "Diagonal of the screen in inches"});
  options.number("--distance", {"メートル", "METRES"}, values.distance_m, {0.2, 10},
                 {"見る人までの距離", "Viewing distance in metres"});
  options.date("--date", values.date,
               {"その日に見えるとおりにします。書かなければ今日", "As on that day (default: today)"});
}

content::Loaded load_drawn(const base::FileReader& files, const DrawOptions& options, const config::Config& config) {
  return config::load_content(files, options.content, options.hub.empty() ? config.hub : options.hub,
                              render::can_draw_with_own_faces());
}

Scenery scenery_of(const DrawOptions& options, const config::Config& config,
                   std::shared_ptr<const content::Snapshot> snapshot) {
  Scenery scenery;
  scenery.state.hub = snapshot->hubs.front().id;
  scenery.frame_context.snapshot = std::move(snapshot);
  render::configure(scenery.frame_context, config);
  ui::Screen& screen = scenery.frame_context.screen;
  screen.width_px = options.size.width_px;
  screen.height_px = options.size.height_px;
  if (options.diagonal_inch > 0) screen.diagonal_inch = options.diagonal_inch;
  if (options.distance_m > 0) screen.distance_m = options.distance_m;
  scenery.frame_context.today = options.date.value_or(base::SystemClock().today());
  if (options.high_contrast) scenery.frame_context.high_contrast = true;
  scenery.state.text_step = options.text_step;
  scenery.state.furigana = options.furigana;
  scenery.state.language = options.language;
  return scenery;
}

base::Result<PictureMaker> PictureMaker::open(const DrawOptions& options) {
  auto context = render::ScreenContext::open();
  if (!context) return context.error();
  auto renderer = render::ScreenshotRenderer::open(*context.value());
  if (!renderer) return renderer.error();
  const int most = renderer.value()->max_size_px();
  if (options.size.width_px > most || options.size.height_px > most) {
    const std::string limit = std::to_string(most);
    const std::string size = std::to_string(options.size.width_px) + "x" + std::to_string(options.size.height_px);
    return base::Error{{"この機械で描けるのは、幅も高さも " + limit + " ピクセルまでです: " + size,
                        "This machine draws at most " + limit + " pixels a side: " + size},
                       {"--size を小さくしてください。", "Choose a smaller --size."}};
  }
  return PictureMaker(std::move(context).value(), std::move(renderer).value());
}

base::Status PictureMaker::draw(base::FileWriter& files, const std::string& path, render::HubScreens& screens,
                                const ui::FrameContext& frame_context, const ui::UiState& state, base::Seconds at) {
  return files.write(path, platform::encode_png(renderer_->draw(screens, frame_context, state, at)));
}

Outcome draw_screen(const base::FileReader& files, const ScreenOptions& options) {
  const config::LoadedConfig config = read_config(files, options.config, options.staff);
  content::Loaded loaded = load_drawn(files, options, config.config);
  if (!loaded.snapshot) return Failure(std::move(loaded.diagnostics));
  auto [frame_context, state] = scenery_of(options, config.config, loaded.snapshot);

  const content::Hub& hub = *frame_context.snapshot->find_hub(state.hub);
  frame_context.staff_panel = true;  // a picture of the pad tells nobody anything
  const content::Report& report = content::shown_report(hub, frame_context.today);
  const auto route = ui::parse_route(options.screen);
  if (!route || !ui::exists(*route, hub, report, frame_context.staff_panel)) {
    return Failure(no_such_screen(options.screen, hub, report), Exit::usage);
  }
  state.route = *route;
  state.scroll_px = options.scroll_em * ui::metrics_for(frame_context.screen, state.text_step).em_px;
  if (options.time) {
    const base::LocalTime moment = std::chrono::local_days(frame_context.today) + *options.time;
    const std::optional<config::Hours>& hours = config.config.hours;
    frame_context.closed = hours && !hours->open_at(moment) && content::is_plausible(frame_context.today, hub);
    state.dark = frame_context.closed;
  }

  auto maker = PictureMaker::open(options);
  if (!maker) return Failure(maker.error());
  render::HubScreens screens = maker.value().screens_of(frame_context.snapshot, state.hub);
  base::DiskFiles out;
  const base::Status written =
      maker.value().draw(out, options.out, screens, frame_context, state, base::Seconds(options.at_s));
  if (!written) return Failure(written.error());
  return Exit::done;
}

}  // namespace hub::cli
