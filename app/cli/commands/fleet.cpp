// fleet: what shows on which screen, as one page, the worst first.
#include "fleet/fleet.h"

#include <ctime>
#include <string>

#include "base/clock.h"
#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "desk/store/folders.h"

namespace hub::cli {

namespace {

struct FleetOptions : CommonOptions {
  std::string folder;
  std::string out;
  bool json = false;
};

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

void declare(Options& options, FleetOptions& values) {
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

}  // namespace

void add_fleet(CommandLine& line) {
  line.add("fleet",
           {"どの画面に何が映っているかを、心配な画面から順に、1 つのページにします",
            "Make one page of what shows on which screen, the worst first"},
           declare, fleet_page);
}

}  // namespace hub::cli
