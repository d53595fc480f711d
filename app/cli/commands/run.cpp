// run: the kiosk itself.
#include <cstdlib>
#include <utility>

#include "base/parse.h"
#include "builtin_words.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "config/paths.h"
#include "kiosk/kept_lock.h"
#include "kiosk/kiosk.h"

namespace hub::cli {

namespace {

struct RunOptions : CommonOptions {
  std::string config;                        // empty: none
  std::optional<base::Size> windowed;        // nothing: the whole screen
  std::optional<base::Date> date;            // nothing: today
  std::optional<std::chrono::minutes> time;  // nothing: what the machine's clock says
  std::optional<base::ClockSource> clock;    // nothing: as the machine has it
};

class PrintedLog : public kiosk::Log {
 public:
  explicit PrintedLog(base::StaffLanguage staff) : staff_(staff) {}
  void write(const std::vector<content::Diagnostic>& diagnostics) override { print_error(diagnostics, staff_); }
  void write(const base::Error& error) override { print_error(error, staff_); }
  void write(const base::Message& message) override { print_error(message, staff_); }

 private:
  base::StaffLanguage staff_;
};

Outcome run(const RunOptions& options) {
  const base::StaffLanguage staff = options.staff;
  kiosk::KioskSetup setup;
  if (options.windowed) setup.window_px = {options.windowed->width_px, options.windowed->height_px};
  setup.date = options.date;
  setup.time_of_day = options.time;
  setup.clock = options.clock;
  const base::DiskFiles files;
  setup.content_folder = options.content.empty() ? config::default_content_folder(files) : options.content;
  setup.state_folder = config::state_folder([](const char* name) { return std::getenv(name); });
  setup.boot_id = kiosk::boot_id(files, std::getenv("HUB_KIOSK_BOOT"));
  setup.hub = options.hub;
  setup.config = read_config(files, options.config, staff);
  setup.builtin = {kBuiltinTitle, kBuiltinText};
  setup.staff = staff;

  PrintedLog log(staff);
  const auto kiosk = kiosk::Kiosk::open(std::move(setup), log);
  if (!kiosk) return Failure(kiosk.error());
  kiosk.value()->run();
  return Exit::done;
}

void declare(Options& options, RunOptions& values) {
  options.content(values,
                  {"拠点のフォルダーの名前。書かなければ、スタッフが前に選んだ拠点、設定の拠点、最初の拠点の順です",
                   "The name of a hub's folder (default: the one that staff chose, else the configuration's, "
                   "else the first)"});
  options.messages(values);
  options.text_or_none("--config", {"ファイル", "FILE"}, values.config,
                       {"このキオスクの設定（JSON）", "Configuration of this kiosk (JSON)"});
  options.size(
      "--windowed", values.windowed,
      {"全画面ではなく、この画素数のウィンドウに映します", "In a window of this size instead of the whole screen"});
  options.date("--date", values.date, {"その日として映します。書かなければ今日", "As on that day (default: today)"});
  options.time("--time", values.time,
               {"その時刻から始めます。書かなければいま", "As from that time of day on (default: now)"});
  options.clock(
      "--clock", values.clock,
      {"時計が合っていると、だれが言うか（だれも言わない none、時刻サーバー synchronised、電池の時計 battery、"
       "人 set）。書かなければ、この機械を調べます。none では開館時間が働きません",
       "Who vouches for the clock: nobody, a time server, a clock with a battery, or somebody who set it "
       "(default: as this machine has it). With none, opening hours have no effect"});
}

}  // namespace

void add_run(CommandLine& line) {
  line.add_default("run",
                   {"画面そのもの。コマンドを書かなければ、これになります",
                    "Show the kiosk on this display (what happens without a subcommand)"},
                   declare, run);
}

}  // namespace hub::cli
