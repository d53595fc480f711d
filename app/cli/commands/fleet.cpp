// fleet: what shows on which screen, as one page, the worst first. status: the same of this screen, for that page.
#include "fleet/fleet.h"

#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <string>

#include "base/clock.h"
#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "desk/store/folders.h"
#include "fleet/this_screen.h"
#include "inspect/this_machine.h"

namespace hub::cli {

namespace {

struct FleetOptions : CommonOptions {
  std::string folder;
  std::string out;
  bool json = false;
};

struct StatusOptions : KioskOptions {
  std::string name;
  std::string out;
};

base::Error no_kiosk_yet() {
  return {{"この機械では、まだ画面が動いていません。", "No kiosk has run on this machine yet."},
          {"画面を始めてから、もう一度お試しください。--state は、その画面の状態のフォルダーです。",
           "Start it, and try again; --state is its state folder."}};
}

// page.html → page.json
std::string beside(const std::string& page) {
  const std::size_t dot = page.find_last_of('.');
  const bool has_ending = dot != page.npos && page.find('/', dot) == page.npos;
  return page.substr(0, has_ending ? dot : page.size()) + ".json";
}

Outcome fleet_page(const FleetOptions& options) {
  if (options.out.empty() && !options.json) {
    return Failure::usage({"--out に、作るページの名前（例: fleet.html）を書くか、--json を付けてください。",
                           "Give the page to make with --out (fleet.html), or --json."});
  }
  const auto found = fleet::statuses_in(base::SystemCalls(), options.folder);
  if (!found) return Failure(found.error());
  for (const std::string& name : found.value().passed_over) {
    print_error(base::Message{"「" + name + "」は、画面の知らせではないので、見ていません。",
                              "\"" + name + "\" is no screen's status and was passed over."},
                options.staff);
  }
  const std::vector<fleet::Screen> screens =
      fleet::ranked(found.value().statuses, std::time(nullptr), found.value().newest);
  std::string made = desk::minute_text(base::SystemClock().local());
  made.replace(made.find('T'), 1, " ");
  const std::string json = fleet::json_of(screens, made);
  if (options.out.empty()) {
    print_json(stdout, json);
    return Exit::done;
  }
  base::DiskFiles files;
  if (const auto done = files.write(options.out, fleet::page_of(screens, made)); !done) return Failure(done.error());
  if (options.json) {
    if (const auto done = files.write(beside(options.out), json); !done) return Failure(done.error());
  }
  return Exit::done;
}

std::string machine_name() {
  char name[256] = {};
  return ::gethostname(name, sizeof name - 1) == 0 && name[0] != 0 ? name : "kiosk";
}

Outcome status(const StatusOptions& options) {
  base::DiskFiles files;
  const KioskOptions here = on_this_machine(files, options);
  std::vector<std::string> wrong;
  inspect::InstalledKiosk kiosk{here.content, "", here.config, program_name()};
  kiosk.has_display = false;
  for (const inspect::Finding& one : inspect::examine_this_machine(files, kiosk)) {
    if (one.kind == inspect::Finding::Kind::wrong) wrong.push_back(one.what.ja);
  }
  const auto found = fleet::status_of_this_screen(
      base::SystemCalls(), here.state, options.name.empty() ? machine_name() : options.name, std::move(wrong));
  if (!found) return Failure(no_kiosk_yet());
  if (options.out.empty()) {
    print_json(stdout, fleet::to_json(*found));
    return Exit::done;
  }
  const auto done = files.write(options.out, fleet::to_json(*found));
  if (!done) return Failure(done.error());
  return Exit::done;
}

void declare_fleet(Options& options, FleetOptions& values) {
  options.messages(values);
  options
      .text("FOLDER", {"フォルダー", "FOLDER"}, values.folder,
            {"画面の知らせ（hub-kiosk status のファイル）が集まるフォルダー。パックもあれば、番号を見ます",
             "The folder where statuses of screens come together; of packs in it the numbers are seen"})
      .required();
  options.text("--out", {"ファイル", "FILE"}, values.out, {"作るページ（HTML）", "The page to make (HTML)"});
  options.flag("--json", values.json,
               {"ほかのプログラムのための JSON も、ページの隣に書きます。--out がなければ、出します",
                "JSON as well, beside the page; without --out printed"});
}

void declare_status(Options& options, StatusOptions& values) {
  options.messages(values);
  options.text("--name", {"名前", "NAME"}, values.name,
               {"この画面の名前。書かなければ、この機械の名前", "This screen's name (default: the machine's)"});
  options.text("--out", {"ファイル", "FILE"}, values.out,
               {"書くファイル。書かなければ、出します", "The file to write (default: print)"});
  options.kiosk(values);
}

}  // namespace

void add_fleet(CommandLine& line) {
  line.add("fleet",
           {"どの画面に何が映っているかを、心配な画面から順に、1 つのページにします",
            "Make one page of what shows on which screen, the worst first"},
           declare_fleet, fleet_page);
}

void add_status(CommandLine& line) {
  line.add("status",
           {"この画面に映っている内容と、この機械の直すところを、市のページのために知らせます",
            "Say what shows on this screen and what is to be mended, for the page of all screens"},
           declare_status, status);
}

}  // namespace hub::cli
