// snapshot: one screen as PNG. tour: every screen of every hub.
#include <algorithm>
#include <cstdio>

#include "base/parse.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_config.h"
#include "config/paths.h"
#include "render/configure.h"
#include "render/screenshot.h"

namespace hub::cli {

namespace {

struct Prepared {
  std::optional<config::Hours> hours;
  ui::FrameContext frame_context;
  ui::UiState state;
};

// Options → world and state, or the exit status after having said why not.
int prepare(const base::FileReader& files, const DrawOptions& options, Prepared& out) {
  const base::StaffLanguage staff = options.staff();
  const auto size = config::parse_size(options.size);
  if (!size) return print_size_error("--size", options.size, staff);
  const auto date = options.date.empty() ? base::SystemClock().today() : base::parse_date(options.date);
  if (!date) return print_date_error(options.date, staff);
  const config::LoadedConfig config = read_config(files, options.config, staff);
  content::Loaded loaded =
      config::load_content(files, options.content, options.hub.empty() ? config.config.hub : options.hub);
  if (!loaded.snapshot) {
    print_error(loaded.diagnostics, staff);
    return kAtFault;
  }
  out.frame_context.snapshot = loaded.snapshot;
  render::configure(out.frame_context, config.config);
  out.hours = config.config.hours;
  ui::Screen& screen = out.frame_context.screen;
  screen.width_px = size->width_px;
  screen.height_px = size->height_px;
  if (options.diagonal_inch > 0) screen.diagonal_inch = options.diagonal_inch;
  if (options.distance_m > 0) screen.distance_m = options.distance_m;
  out.frame_context.today = *date;
  if (options.high_contrast) out.frame_context.high_contrast = true;
  out.state.hub = loaded.snapshot->hubs.front().id;
  out.state.text_step = options.text_size;
  out.state.furigana = options.furigana;
  out.state.language = options.screen_language;
  return kDone;
}

struct DrawContext {
  std::unique_ptr<render::ScreenContext> screen_context;
  std::unique_ptr<render::ScreenshotRenderer> show;
};

int open_studio(const DrawOptions& options, const ui::FrameContext& frame_context, DrawContext& studio) {
  auto screen_context = render::ScreenContext::open();
  if (!screen_context) return print_error(screen_context.error(), options.staff()), kAtFault;
  studio.screen_context = std::move(screen_context).value();
  auto show = render::ScreenshotRenderer::open(*studio.screen_context);
  if (!show) return print_error(show.error(), options.staff()), kAtFault;
  studio.show = std::move(show).value();
  const int most = studio.show->max_size_px();
  if (frame_context.screen.width_px <= most && frame_context.screen.height_px <= most) return kDone;
  const std::string limit = std::to_string(most);
  print_error(base::Error{{"この機械で描けるのは、幅も高さも " + limit + " ピクセルまでです: " + options.size,
                           "This machine draws at most " + limit + " pixels a side: " + options.size},
                          {"--size を小さくしてください。", "Choose a smaller --size."}},
              options.staff());
  return kAtFault;
}

std::string dashed(std::string path) {
  std::ranges::replace(path, '/', '-');
  return path;
}

int write_picture(base::FileWriter& files, const std::string& path, const platform::Picture& picture,
                  base::StaffLanguage staff) {
  const base::Status written = files.write(path, platform::encode_png(picture));
  if (written) return kDone;
  print_error(written.error(), staff);
  return kAtFault;
}

}  // namespace

int snapshot(const SnapshotOptions& options) {
  base::DiskFiles files;
  Prepared prepared;
  if (const int status = prepare(files, options, prepared); status != kDone) return status;
  ui::FrameContext& frame_context = prepared.frame_context;
  ui::UiState& state = prepared.state;

  const auto route = ui::parse_route(options.screen);
  const content::Hub& hub = *frame_context.snapshot->find_hub(state.hub);
  const content::Report& report = content::shown_report(hub, frame_context.today);
  frame_context.staff_panel = true;  // a picture of the pad tells nobody anything
  if (!route || !ui::exists(*route, hub, report, frame_context.staff_panel)) {
    std::string known;
    for (const ui::Route& one : ui::routes_of(hub, report)) known += " " + ui::path_of(one);
    known += " " + ui::path_of({ui::Route::Page::staff});
    print_error(base::Message{"そのような画面はありません: " + options.screen + "\n  画面の一覧:" + known,
                              "no such screen: " + options.screen + "\n  screens:" + known},
                options.staff());
    return kUsage;
  }
  state.route = *route;
  const ui::Metrics metrics = ui::metrics_for(frame_context.screen, state.text_step);
  state.scroll_px = options.scroll_em * metrics.em_px;

  if (!options.time.empty()) {
    const auto time = base::parse_time_of_day(options.time);
    if (!time) return print_time_error(options.time, options.staff());
    const base::LocalTime moment = std::chrono::local_days(frame_context.today) + *time;
    frame_context.closed =
        prepared.hours && !prepared.hours->open_at(moment) && content::is_plausible(frame_context.today, hub);
    state.dark = frame_context.closed;
  }

  DrawContext studio;
  if (const int status = open_studio(options, frame_context, studio); status != kDone) return status;
  return write_picture(files, options.out, studio.show->draw(frame_context, state, base::Seconds(options.at_s)),
                       options.staff());
}

int tour(const DrawOptions& options) {
  base::DiskFiles files;
  Prepared prepared;
  if (const int status = prepare(files, options, prepared); status != kDone) return status;
  DrawContext studio;
  if (const int status = open_studio(options, prepared.frame_context, studio); status != kDone) return status;

  int pictures = 0;
  for (const content::Hub& hub : prepared.frame_context.snapshot->hubs) {
    const std::string folder = options.out + "/" + hub.id;
    if (const base::Status made = files.make_folder(folder); !made) {
      return print_error(made.error(), options.staff()), kAtFault;
    }
    ui::UiState state = prepared.state;
    state.hub = hub.id;
    for (const ui::Route& route : ui::routes_of(hub, content::shown_report(hub, prepared.frame_context.today))) {
      state.route = route;
      const platform::Picture picture = studio.show->draw(prepared.frame_context, state, base::Seconds(0));
      const std::string path = folder + "/" + dashed(ui::path_of(route)) + ".png";
      if (const int status = write_picture(files, path, picture, options.staff()); status != kDone) return status;
      ++pictures;
    }
  }
  const bool japanese = options.staff() == base::StaffLanguage::ja;
  std::printf(japanese ? "%d 枚の画面を %s に描きました\n" : "%d screens drawn into %s\n", pictures,
              options.out.c_str());
  return kDone;
}

}  // namespace hub::cli
