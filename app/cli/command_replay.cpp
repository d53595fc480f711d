// replay: the real app against scripted or random touches, on a virtual clock, off screen.
#include <cstdio>
#include <filesystem>
#include <utility>

#include "base/parse.h"
#include "builtin_words.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_config.h"
#include "config/paths.h"
#include "render/configure.h"
#include "replay/monkey.h"
#include "replay/script_player.h"

namespace hub::cli {

namespace {

// A page stands as built whether or not it becomes pixels, and without a GPU pixels are most of the time it takes.
constexpr int kMonkeyPixelsEvery = 100;

struct Wanted {
  replay::Script script;  // a monkey starts from the same defaults
  base::Size size{1920, 1080};
  base::Date date;
  std::chrono::minutes time = std::chrono::hours(12);
};

// Options and script → what is wanted; else the exit status, after having said why not.
int understand(const ReplayOptions& options, Wanted& wanted) {
  const base::StaffLanguage staff = options.staff();
  if (!options.script.empty()) {
    const base::DiskFiles files;
    replay::LoadedScript loaded =
        replay::load_script(files, options.script, content::find_languages(files, config::strings_folder()));
    print_error(loaded.diagnostics, staff);
    if (!loaded.script) return kAtFault;
    wanted.script = std::move(*loaded.script);
  }
  if (const auto& size = wanted.script.size) wanted.size = *size;
  if (!options.size.empty()) {
    const auto size = config::parse_size(options.size);
    if (!size) return print_size_error("--size", options.size, staff);
    wanted.size = *size;
  }
  wanted.date = wanted.script.date.value_or(base::SystemClock().today());
  if (!options.date.empty()) {
    const auto date = base::parse_date(options.date);
    if (!date) return print_date_error(options.date, staff);
    wanted.date = *date;
  }
  if (wanted.script.time) wanted.time = *wanted.script.time;
  if (!options.time.empty()) {
    const auto time = base::parse_time_of_day(options.time);
    if (!time) return print_time_error(options.time, staff);
    wanted.time = *time;
  }
  if (!options.hub.empty()) wanted.script.hub = options.hub;
  return kDone;
}

int complain_about_start(const ReplayOptions& options, const replay::Script& script) {
  const std::string place = options.script + ":" + std::to_string(script.start_line) + ": ";
  print_error(
      base::Message{place + "そのような画面はありません: " + script.start, place + "no such screen: " + script.start},
      options.staff());
  return kAtFault;
}

int print(const replay::ReplayReport& report, base::StaffLanguage staff) {
  std::printf("%s\n", replay::to_json(report, staff).c_str());
  return report.failures.empty() ? kDone : kAtFault;
}

}  // namespace

int replay(const ReplayOptions& options) {
  const base::StaffLanguage staff = options.staff();
  const base::DiskFiles files;
  Wanted wanted;
  if (const int status = understand(options, wanted); status != kDone) return status;
  const replay::Script& script = wanted.script;

  const config::LoadedConfig config = read_config(files, options.config, staff);
  if (wanted.script.hub.empty()) wanted.script.hub = config.config.hub;
  const content::Loaded loaded = config::load_content(files, options.content, script.hub);
  if (!loaded.snapshot) return print_error(loaded.diagnostics, staff), kAtFault;
  const content::Hub& hub = loaded.snapshot->hubs.front();
  const std::string hub_id = hub.id;
  const auto start = ui::parse_route(script.start);
  if (!start || !ui::exists(*start, hub, content::shown_report(hub, wanted.date))) {
    return complain_about_start(options, script);
  }

  replay::VirtualKiosk::Setup setup;
  setup.frame_context.snapshot = loaded.snapshot;
  render::configure(setup.frame_context, config.config);
  setup.frame_context.screen.width_px = wanted.size.width_px;
  setup.frame_context.screen.height_px = wanted.size.height_px;
  setup.frame_context.today = wanted.date;
  setup.time_of_day = wanted.time;
  setup.hours = config.config.hours;
  setup.frame_context.builtin = {kBuiltinTitle, kBuiltinText};
  setup.state = ui::fresh_state(hub_id, {});
  setup.state.route = *start;
  setup.state.language = script.language;
  setup.state.text_step = script.text_size;
  setup.state.furigana = script.furigana;
  const bool monkey = options.monkey.has_value();
  setup.pixels_every = options.draw_every > 0 ? options.draw_every : monkey ? kMonkeyPixelsEvery : 1;
  auto kiosk = replay::VirtualKiosk::open(std::move(setup));
  if (!kiosk) return print_error(kiosk.error(), staff), kAtFault;

  if (monkey) {
    const auto reload = [&] { return config::load_content(files, options.content, script.hub).snapshot; };
    return print(replay::Monkey(*kiosk.value(), *options.monkey, options.events, reload).play(), staff);
  }
  const auto load_folder = [&](const std::string& folder) {
    const std::filesystem::path path = std::filesystem::path(options.script).parent_path() / folder;
    content::Loaded next = config::load_content(files, path.string(), hub_id);
    print_error(next.diagnostics, staff);
    return next.snapshot;
  };
  return print(replay::ScriptPlayer(*kiosk.value(), load_folder).play(script), staff);
}

}  // namespace hub::cli
