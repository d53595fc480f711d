// run: the kiosk itself.
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/parse.h"
#include "builtin_words.h"
#include "card/apply.h"
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
  std::string card;                          // what `card apply` found; empty: nothing
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

constexpr std::size_t kMostFindingsBytes = std::size_t{1} << 20;

std::vector<content::Diagnostic> findings_in(const base::FileReader& files, const std::string& path) {
  if (path.empty()) return {};
  const base::Result<std::string> read = files.read(path, kMostFindingsBytes);
  return read ? card::to_mend_from(read.value()) : std::vector<content::Diagnostic>();
}

// For whoever hung the screen up and stands before it; later they are on the panel.
ui::SetupNotice notice_of(const std::vector<content::Diagnostic>& findings) {
  ui::SetupNotice notice;
  notice.title = "カードの設定に、直すところがあります";
  notice.end =
      "画面をさわると、始まります。直すときは、電源を抜き、カードをパソコンに入れて、hub-kiosk.txt を"
      "書きかえてください。";
  notice.more = "このほかにもあります。ここに出たところを直すと、次に出ます。";
  for (const bool errors : {true, false}) {
    for (const content::Diagnostic& one : findings) {
      if ((one.severity == content::Diagnostic::Severity::error) != errors) continue;
      notice.lines.push_back({one.line > 0 ? std::to_string(one.line) + " 行目" : "", one.what.ja, one.remedy.ja});
    }
  }
  return notice;
}

void take_card(const std::vector<content::Diagnostic>& findings, kiosk::KioskSetup& setup) {
  if (findings.empty()) return;
  setup.config.diagnostics.insert(setup.config.diagnostics.begin(), findings.begin(), findings.end());
  base::DiskFiles files;
  if (card::told(files, setup.state_folder, findings)) return;
  setup.notice = std::make_shared<const ui::SetupNotice>(notice_of(findings));
}

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
  const std::vector<content::Diagnostic> card_findings = findings_in(files, options.card);
  take_card(card_findings, setup);
  const std::string state_folder = setup.state_folder;
  setup.staff = staff;

  PrintedLog log(staff);
  const auto kiosk = kiosk::Kiosk::open(std::move(setup), log);
  if (!kiosk) return Failure(kiosk.error());
  if (!card_findings.empty()) {
    base::DiskFiles kept;
    if (const auto done = card::keep_told(kept, state_folder, card_findings); !done) print_error(done.error(), staff);
  }
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
  options.text_or_none(
      "--card", {"ファイル", "FILE"}, values.card,
      {"card apply --findings が書いた、カードの設定のまちがい。一度だけ画面に出し、パネルにも出します",
       "What card apply --findings has written: shown once on the screen, and on the panel"});
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
