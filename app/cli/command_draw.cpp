// snapshot: one screen as PNG. tour: every screen of every hub.
#include <algorithm>
#include <cstdio>

#include "cli/commands.h"
#include "cli/kiosk_config.h"
#include "cli/places.h"
#include "cli/print.h"
#include "cli/show.h"

namespace hub::cli {

namespace {

struct Prepared {
  std::optional<content::Hours> hours;
  ui::World world;
  ui::UiState state;
};

// Options → world and state, or the exit status after having said why not.
int prepare(const base::Files& files, const DrawOptions& options, Prepared& out) {
  const base::StaffLanguage staff = options.staff();
  const auto size = parse_size(options.size);
  if (!size) return complain_about_size("--size", options.size, staff);
  const auto date = options.date.empty() ? base::SystemClock().today() : parse_date(options.date);
  if (!date) return complain_about_date(options.date, staff);
  const content::LoadedConfig config = read_config(files, options.config, staff);
  content::Loaded loaded = load_content(files, options.content, options.hub.empty() ? config.config.hub : options.hub);
  if (!loaded.snapshot) {
    complain(loaded.diagnostics, staff);
    return kAtFault;
  }
  out.world.snapshot = loaded.snapshot;
  configure(out.world, config.config);
  out.hours = config.config.hours;
  ui::Screen& screen = out.world.screen;
  screen.width_px = size->width;
  screen.height_px = size->height;
  if (options.diagonal_inch > 0) screen.diagonal_inch = options.diagonal_inch;
  if (options.distance_m > 0) screen.distance_m = options.distance_m;
  out.world.today = *date;
  if (options.high_contrast) out.world.high_contrast = true;
  out.state.hub = loaded.snapshot->hubs.front().id;
  out.state.text_step = options.text_size;
  out.state.furigana = options.furigana;
  out.state.language = options.screen_language;
  return kDone;
}

struct Studio {
  std::unique_ptr<Typography> typography;
  std::unique_ptr<Show> show;
};

int open_studio(const DrawOptions& options, const ui::World& world, Studio& studio) {
  auto typography = Typography::open();
  if (!typography) return complain(typography.error(), options.staff()), kAtFault;
  studio.typography = std::move(typography).value();
  auto show = Show::open(*studio.typography);
  if (!show) return complain(show.error(), options.staff()), kAtFault;
  studio.show = std::move(show).value();
  const int most = studio.show->max_size_px();
  if (world.screen.width_px <= most && world.screen.height_px <= most) return kDone;
  const std::string limit = std::to_string(most);
  complain(base::Error{{"この機械で描けるのは、幅も高さも " + limit + " ピクセルまでです: " + options.size,
                        "This machine draws at most " + limit + " pixels a side: " + options.size},
                       {"--size を小さくしてください。", "Choose a smaller --size."}},
           options.staff());
  return kAtFault;
}

std::string dashed(std::string path) {
  std::ranges::replace(path, '/', '-');
  return path;
}

int write_picture(base::Files& files, const std::string& path, const platform::Picture& picture,
                  base::StaffLanguage staff) {
  const base::Status written = files.write(path, platform::encode_png(picture));
  if (written) return kDone;
  complain(written.error(), staff);
  return kAtFault;
}

}  // namespace

int snapshot(const SnapshotOptions& options) {
  base::DiskFiles files;
  Prepared prepared;
  if (const int status = prepare(files, options, prepared); status != kDone) return status;
  ui::World& world = prepared.world;
  ui::UiState& state = prepared.state;

  const auto route = ui::parse_route(options.screen);
  const content::Hub& hub = *world.snapshot->find_hub(state.hub);
  const content::Report& report = content::shown_report(hub, world.today);
  world.staff_panel = true;  // a picture of the pad tells nobody anything
  if (!route || !ui::exists(*route, hub, report, world.staff_panel)) {
    std::string known;
    for (const ui::Route& one : ui::routes_of(hub, report)) known += " " + ui::path_of(one);
    known += " " + ui::path_of({ui::Route::Page::staff});
    complain(base::Message{"そのような画面はありません: " + options.screen + "\n  画面の一覧:" + known,
                           "no such screen: " + options.screen + "\n  screens:" + known},
             options.staff());
    return kUsage;
  }
  state.route = *route;
  const ui::Metrics metrics = ui::metrics_for(world.screen, state.text_step);
  state.scroll_px = options.scroll_em * metrics.em_px;

  if (!options.time.empty()) {
    const auto time = content::parse_time_of_day(options.time);
    if (!time) return complain_about_time(options.time, options.staff());
    const base::LocalTime moment = std::chrono::local_days(world.today) + *time;
    world.closed = prepared.hours && !prepared.hours->open_at(moment) && content::is_plausible(world.today, hub);
    state.dark = world.closed;
  }

  Studio studio;
  if (const int status = open_studio(options, world, studio); status != kDone) return status;
  return write_picture(files, options.out, studio.show->draw(world, state, base::Seconds(options.at_s)),
                       options.staff());
}

int tour(const DrawOptions& options) {
  base::DiskFiles files;
  Prepared prepared;
  if (const int status = prepare(files, options, prepared); status != kDone) return status;
  Studio studio;
  if (const int status = open_studio(options, prepared.world, studio); status != kDone) return status;

  int pictures = 0;
  for (const content::Hub& hub : prepared.world.snapshot->hubs) {
    const std::string folder = options.out + "/" + hub.id;
    if (const base::Status made = files.make_folder(folder); !made) {
      return complain(made.error(), options.staff()), kAtFault;
    }
    ui::UiState state = prepared.state;
    state.hub = hub.id;
    for (const ui::Route& route : ui::routes_of(hub, content::shown_report(hub, prepared.world.today))) {
      state.route = route;
      const platform::Picture picture = studio.show->draw(prepared.world, state, base::Seconds(0));
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
