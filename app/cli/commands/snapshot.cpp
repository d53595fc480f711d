// snapshot: one screen as PNG.
#include <string>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/drawing.h"
#include "cli/read_files.h"

namespace hub::cli {

namespace {

struct SnapshotOptions : DrawOptions {
  std::string screen;                        // a route
  double at_s = 0;                           // seconds since the screen was entered
  double scroll_em = 0;                      // how far the page is scrolled
  std::optional<std::chrono::minutes> time;  // nothing: while the hub is open
};

base::Error no_such_screen(const std::string& screen, const content::Hub& hub, const content::Report& report) {
  std::string known;
  for (const ui::Route& one : ui::routes_of(hub, report)) known += " " + ui::path_of(one);
  known += " " + ui::path_of({ui::Route::Page::staff});
  return {{"そのような画面はありません: " + screen, "no such screen: " + screen},
          {"画面の一覧:" + known, "screens:" + known}};
}

Outcome snapshot(const SnapshotOptions& options) {
  base::DiskFiles files;
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
  const base::Status written =
      maker.value().draw(files, options.out, screens, frame_context, state, base::Seconds(options.at_s));
  if (!written) return Failure(written.error());
  return Exit::done;
}

void declare(Options& options, SnapshotOptions& values) {
  options.content(values, {"拠点のフォルダーの名前。書かなければ、設定の拠点、なければ最初の拠点",
                           "The name of a hub's folder (default: the configuration's, else the first)"});
  declare_drawing(options, values);
  options
      .text_or_none("--screen", {"画面", "ROUTE"}, values.screen,
                    {"attract、home、services/3、review/1/2 など。必ず書きます",
                     "attract, home, services/3, review/1/2 … (required)"})
      .required();
  options.text("--out", {"ファイル", "FILE"}, values.out, {"PNG のファイル。必ず書きます", "The PNG file (required)"})
      .required();
  options.number("--at", {"秒", "SECONDS"}, values.at_s, {0, 1'000'000},
                 {"その画面になってからの秒数", "Seconds since the screen was entered"});
  options.number("--scroll", {"文字", "EM"}, values.scroll_em, {0, 1'000'000},
                 {"何文字分、下へ動かしたか", "How far the page is scrolled, in em"});
  options.time("--time", values.time,
               {"その時刻に見えるとおりにします。設定の映す時間の外では、真っ黒です",
                "As at that time of day: dark outside the opening hours of --config"});
}

}  // namespace

void add_snapshot(CommandLine& line) {
  line.add(
      "snapshot",
      {"ひとつの画面を PNG にします。ディスプレイは要りません", "Draw one screen into a PNG file; needs no display"},
      declare, snapshot);
}

}  // namespace hub::cli
