// status: what shows on this screen, and what is to be mended here, for the page of all screens; and what its carrier
// is to bring.
#include <string>

#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "fleet/fetch_plan.h"
#include "fleet/this_screen.h"
#include "inspect/this_machine.h"
#include "platform/machine.h"
#include "stick/destination.h"

namespace hub::cli {

namespace {

struct StatusOptions : KioskOptions {
  std::string name;
  std::string out;
  std::string plan;
};

base::Error no_kiosk_yet() {
  return {{"この機械では、まだ画面が動いていません。", "No kiosk has run on this machine yet."},
          {"画面を始めてから、もう一度お試しください。--state は、その画面の状態のフォルダーです。",
           "Start it, and try again; --state is its state folder."}};
}

std::vector<std::string> wrong_with(const base::FileReader& files, const KioskOptions& here) {
  std::vector<std::string> wrong;
  inspect::InstalledKiosk kiosk{here.content, "", here.config, program_name()};
  kiosk.has_display = false;
  for (const inspect::Finding& one : inspect::examine_this_machine(files, kiosk)) {
    if (one.kind == inspect::Finding::Kind::wrong) wrong.push_back(one.what.ja);
  }
  return wrong;
}

base::Status write_plan(base::DiskFiles& files, const KioskOptions& here, const config::Config::Packs& packs,
                        const std::string& screen, const std::string& to) {
  const auto destination = stick::destination_on(files, {here.state, here.content, here.config});
  const fleet::FetchPlan plan = fleet::plan_of({packs.url, packs.status_url, packs.every_min},
                                               destination ? destination->hub : std::string(), screen);
  return files.write(to, fleet::to_text(plan));
}

Outcome status(const StatusOptions& options) {
  base::DiskFiles files;
  const KioskOptions here = on_this_machine(files, options);
  const config::Config::Packs packs = read_config(files, here.config, options.staff).config.packs;
  std::string screen = options.name.empty() ? packs.name : options.name;
  if (screen.empty()) screen = fleet::screen_name_from(platform::machine_name());
  if (!options.plan.empty()) {
    const auto done = write_plan(files, here, packs, fleet::screen_name_from(screen), options.plan);
    if (!done) return Failure(done.error());
  }
  const auto found = fleet::status_of_this_screen(base::SystemCalls(), here.state, screen, wrong_with(files, here));
  if (!found) return Failure(no_kiosk_yet());
  if (options.out.empty()) {
    print_json(stdout, fleet::to_json(*found));
    return Exit::done;
  }
  const auto done = files.write(options.out, fleet::to_json(*found));
  if (!done) return Failure(done.error());
  return Exit::done;
}

void declare(Options& options, StatusOptions& values) {
  options.messages(values);
  options.text("--name", {"名前", "NAME"}, values.name,
               {"この画面の名前。書かなければ、設定（packs.name）の名前か、この機械の名前",
                "This screen's name (default: packs.name of the configuration, or the machine's)"});
  options.text("--out", {"ファイル", "FILE"}, values.out,
               {"書くファイル。書かなければ、出します", "The file to write (default: print)"});
  options.text("--plan", {"ファイル", "FILE"}, values.plan,
               {"パックを取りにいく小さなプログラムのために、どこを見て、どこに知らせるかを書くファイル",
                "A file for the program that fetches packs: where it looks, and where it tells"});
  options.kiosk(values);
}

}  // namespace

void add_status(CommandLine& line) {
  line.add("status",
           {"この画面に映っている内容と、この機械の直すところを、市のページのために知らせます",
            "Say what shows on this screen and what is to be mended, for the page of all screens"},
           declare, status);
}

}  // namespace hub::cli
