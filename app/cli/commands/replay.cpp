// replay: the real app against scripted or random touches, on a virtual clock, off screen.
#include <filesystem>
#include <utility>

#include "base/files.h"
#include "base/parse.h"
#include "builtin_words.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "config/paths.h"
#include "content/load/load.h"
#include "render/configure.h"
#include "render/screen_context.h"
#include "replay/monkey.h"
#include "replay/script_player.h"
#include "replay/virtual_desk.h"

namespace hub::cli {

namespace {

// A page stands as built whether or not it becomes pixels, and without a GPU pixels are most of the time it takes.
constexpr int kMonkeyPixelsEvery = 100;

struct ReplayOptions : CommonOptions {
  std::string script;  // empty: the monkey
  std::optional<std::uint64_t> monkey;
  std::size_t events = 100'000;              // of the monkey
  std::optional<base::Size> size;            // nothing: the script's, else 1920x1080
  std::optional<base::Date> date;            // nothing: the script's, else today
  std::optional<std::chrono::minutes> time;  // nothing: the script's, else noon
  std::optional<base::ClockSource> clock;    // nothing: the script's, else battery
  std::string config;                        // of a kiosk; empty: none
  int draw_every = 0;                        // 0: every frame of a script, few of a monkey
};

// A script, or a monkey: never both.
std::optional<base::Message> misuse(const ReplayOptions& options) {
  if (options.script.empty() == options.monkey.has_value()) return std::nullopt;
  return base::Message{
      "台本のファイルか --monkey の、どちらか 1 つを書いてください（例: " + program_name() + " replay 台本.json）。",
      "Give a script or --monkey, one of them (" + program_name() + " replay script.json)."};
}

// Options and script together.
struct Wanted {
  replay::Script script;  // a monkey starts from the same defaults
  base::Size size{1920, 1080};
  base::Date date;
  std::chrono::minutes time = std::chrono::hours(12);
};

Wanted wanted_of(const ReplayOptions& options, replay::Script script) {
  Wanted wanted;
  wanted.script = std::move(script);
  if (const auto& size = wanted.script.size) wanted.size = *size;
  if (options.size) wanted.size = *options.size;
  wanted.date = wanted.script.date.value_or(base::SystemClock().today());
  if (options.date) wanted.date = *options.date;
  if (wanted.script.time) wanted.time = *wanted.script.time;
  if (options.time) wanted.time = *options.time;
  if (!options.hub.empty()) wanted.script.hub = options.hub;
  return wanted;
}

base::Error no_such_start(const std::string& file, const replay::Script& script) {
  const std::string place = file + ":" + std::to_string(script.start_line) + ": ";
  return {{place + "そのような画面はありません: " + script.start, place + "no such screen: " + script.start}, {}};
}

replay::VirtualKiosk::Setup setup_of(const ReplayOptions& options, const Wanted& wanted, const config::Config& config,
                                     const std::shared_ptr<const content::Snapshot>& snapshot) {
  replay::VirtualKiosk::Setup setup;
  setup.frame_context.snapshot = snapshot;
  render::configure(setup.frame_context, config);
  setup.frame_context.screen.width_px = wanted.size.width_px;
  setup.frame_context.screen.height_px = wanted.size.height_px;
  setup.frame_context.today = wanted.date;
  setup.time_of_day = wanted.time;
  setup.hours = config.hours;
  setup.clock = options.clock.value_or(wanted.script.clock.value_or(setup.clock));
  setup.frame_context.builtin = {kBuiltinTitle, kBuiltinText};
  setup.state = ui::fresh_state(snapshot->hubs.front().id, {});
  setup.state.language = wanted.script.language;
  setup.state.text_step = wanted.script.text_size;
  setup.state.furigana = wanted.script.furigana;
  setup.pixels_every = options.draw_every > 0 ? options.draw_every : options.monkey ? kMonkeyPixelsEvery : 1;
  return setup;
}

Exit print(const replay::ReplayReport& report, base::StaffLanguage staff) {
  print_json(stdout, replay::to_json(report, staff) + "\n");
  return report.failures.empty() ? Exit::done : Exit::at_fault;
}

Outcome play(const ReplayOptions& options) {
  if (auto wrong = misuse(options)) return Failure::usage(*std::move(wrong));
  const base::StaffLanguage staff = options.staff;
  const base::DiskFiles files;
  replay::LoadedScript script_file{replay::Script(), {}};
  if (!options.script.empty()) {
    script_file = replay::load_script(files, options.script, content::find_languages(files, config::strings_folder()));
  }
  if (!script_file.script) return Failure(std::move(script_file.diagnostics));
  print_error(script_file.diagnostics, staff);
  Wanted wanted = wanted_of(options, std::move(*script_file.script));
  replay::Script& script = wanted.script;

  const config::LoadedConfig config = read_config(files, options.config, staff);
  if (script.hub.empty()) script.hub = config.config.hub;
  const content::CanDraw can_draw = render::can_draw_with_own_faces();
  content::Loaded loaded = config::load_content(files, options.content, script.hub, can_draw);
  if (!loaded.snapshot) return Failure(std::move(loaded.diagnostics));
  const content::Hub& hub = loaded.snapshot->hubs.front();
  const auto start = ui::parse_route(script.start);
  if (!start || !ui::exists(*start, hub, content::shown_report(hub, wanted.date))) {
    return Failure(no_such_start(options.script, script));
  }
  replay::VirtualKiosk::Setup setup = setup_of(options, wanted, config.config, loaded.snapshot);
  setup.state.route = *start;
  replay::VirtualStaff staff_service;
  replay::VirtualDesk desk;
  const bool has_staff = options.monkey || script.staff;
  if (has_staff) {
    setup.staff_service = &staff_service;
    setup.desk = &desk;
    setup.frame_context.staff_panel = true;
  }
  auto kiosk = replay::VirtualKiosk::open(std::move(setup));
  if (!kiosk) return Failure(kiosk.error());

  if (has_staff) {
    staff_service.work_at(*kiosk.value());
    desk.work_at(*kiosk.value());
    kiosk.value()->take_content_from([&desk] { return desk.take_content(); });
  }
  if (options.monkey) {
    const auto reload = [&](const base::FileReader& reader) {
      return config::load_content(reader, options.content, script.hub, can_draw);
    };
    replay::Monkey monkey(*kiosk.value(), staff_service, *options.monkey, options.events, reload);
    return print(monkey.play(), staff);
  }
  const auto load_folder = [&, hub_id = hub.id](const std::string& folder) {
    const std::filesystem::path path = std::filesystem::path(options.script).parent_path() / folder;
    content::Loaded next = config::load_content(files, path.string(), hub_id, can_draw);
    print_error(next.diagnostics, staff);
    return next.snapshot;
  };
  return print(replay::ScriptPlayer(*kiosk.value(), load_folder).play(script), staff);
}

void declare(Options& options, ReplayOptions& values) {
  options.content(values, {"拠点のフォルダーの名前。書かなければ、台本の拠点、設定の拠点、最初の拠点の順です",
                           "The name of a hub's folder (default: the script's, else the configuration's, else the "
                           "first)"});
  options.messages(values);
  options.text("SCRIPT", {"台本", "SCRIPT"}, values.script,
               {"することと、見えるはずのもの（JSON、書き方は schema/replay.schema.json）",
                "What to do and to expect (JSON, schema/replay.schema.json)"});
  const Option monkey = options.seed("--monkey", {"種", "SEED"}, values.monkey,
                                     {"台本の代わりに、でたらめにさわります。同じ種なら、同じさわり方です",
                                      "Random touches from this seed, instead of a script"});
  options
      .number("--events", {"数", "N"}, values.events, {1, 1'000'000'000},
              {"でたらめにさわる回数。書かなければ 100000",
               "How many touches, moves and lifts of the monkey (default: 100000)"})
      .goes_with(monkey);
  options.size("--size", values.size,
               {"画素の数。書かなければ台本のもの、なければ 1920x1080",
                "Size in pixels (default: the script's, else 1920x1080)"});
  options.date(
      "--date", values.date,
      {"その日に。書かなければ台本のもの、なければ今日", "As on that day (default: the script's, else today)"});
  options.time("--time", values.time,
               {"その時刻から。書かなければ台本のもの、なければ 12:00",
                "From that time of day on (default: the script's, else 12:00)"});
  options.clock(
      "--clock", values.clock,
      {"時計が合っていると、だれが言うか（だれも言わない none、時刻サーバー synchronised、電池の時計 battery、"
       "人 set）。書かなければ台本のもの、なければ battery",
       "Who vouches for the clock: nobody, a time server, a clock with a battery, or somebody who set it "
       "(default: the script's, else battery)"});
  options.text_or_none("--config", {"ファイル", "FILE"}, values.config,
                       {"この設定のキオスクとして動かします", "As on the kiosk with this configuration (JSON)"});
  options.number("--draw-every", {"数", "N"}, values.draw_every, {1, 1'000'000},
                 {"この数に 1 回だけ、絵にします。書かなければ、台本では毎回、でたらめではときどき",
                  "Only every n-th frame becomes pixels (default: each of a script, few of a monkey)"});
}

}  // namespace

void add_replay(CommandLine& line) {
  line.add("replay",
           {"画面なしで、台本のとおりか、でたらめに、さわってみます",
            "Run the kiosk against scripted or random touches, off screen"},
           declare, play);
}

}  // namespace hub::cli
