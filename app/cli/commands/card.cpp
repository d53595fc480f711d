// card: what hub-kiosk.txt, on a card's partition that a Windows PC can read, says: looked at on a PC, or carried over
// to this machine at its start.
#include <sys/stat.h>

#include <string>

#include "base/files.h"
#include "card/apply.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "config/paths.h"
#include "kiosk/content_source.h"

namespace hub::cli {

namespace {

struct CardOptions : KioskOptions {
  std::string action;
  std::string file;
  std::string findings;
  std::string root;
};

// Files that others than root and the group of this process may not read; made so, not changed to be so.
class MaskedFiles : public base::FileWriter {
 public:
  explicit MaskedFiles(mode_t mask) : mask_(mask) {}
  base::Status write(const std::string& path, std::string_view bytes) override {
    const mode_t before = ::umask(mask_);
    const base::Status written = base::DiskFiles().write(path, bytes);
    ::umask(before);
    return written;
  }
  base::Status make_folder(const std::string& folder) override { return base::DiskFiles().make_folder(folder); }

 private:
  mode_t mask_;
};

// Those whose content is here, also where there is only a copy of what showed.
std::vector<card::KnownHub> hubs_here(const base::FileReader& files, const KioskOptions& here) {
  const content::LastGood last_good = config::last_good_of(files, here.state, here.content);
  std::vector<card::KnownHub> hubs;
  for (const std::string& id : kiosk::hubs_to_choose(files, here.content, last_good)) {
    const kiosk::ContentSource found = kiosk::find_content(files, here.content, id, last_good);
    const content::Hub* hub = found.snapshot ? found.snapshot->find_hub(id) : nullptr;
    hubs.push_back(hub == nullptr ? card::KnownHub{id, "", ""}
                                  : card::KnownHub{id, hub->ward.japanese(), hub->name.japanese()});
  }
  return hubs;
}

Outcome check(const CardOptions& options, const std::vector<card::KnownHub>& hubs) {
  const base::Result<std::string> file = base::DiskFiles().read(options.file, card::kMostCardBytes);
  if (!file) return Failure(file.error());
  const card::Card read = card::read_card(file.value(), hubs);
  print_error(read.findings, options.staff);
  return content::has_errors(read.findings) ? Exit::at_fault : Exit::done;
}

// What could not be written is told, and all the rest is.
Outcome apply(const CardOptions& options, const std::string& config, const std::vector<card::KnownHub>& hubs) {
  base::DiskFiles files;
  MaskedFiles kiosks(S_IWGRP | S_IRWXO), roots(S_IRWXG | S_IRWXO);
  const card::Places places{options.file, config, options.findings, options.root};
  const card::Applied applied = card::apply(files, {files, kiosks, roots}, places, hubs);
  print_error(applied.findings, options.staff);
  for (const base::Error& one : applied.failures) print_error(one, options.staff);
  return applied.failures.empty() ? Exit::done : Exit::at_fault;
}

Outcome card_command(const CardOptions& options) {
  const base::DiskFiles files;
  const KioskOptions here = on_this_machine(files, options);
  const std::vector<card::KnownHub> hubs = hubs_here(files, here);
  if (!options.file.empty() && options.action == "check") return check(options, hubs);
  if (!options.file.empty() && options.action == "apply") return apply(options, here.config, hubs);
  return Failure::usage(
      {"「" + program_name() + " card check ファイル」か「" + program_name() +
           " card apply ファイル」と書いてください。",
       "Write \"" + program_name() + " card check FILE\" or \"" + program_name() + " card apply FILE\"."});
}

void declare(Options& options, CardOptions& values) {
  options.messages(values);
  options.text("ACTION", {"すること", "ACTION"}, values.action,
               {"check（まちがいを言うだけ）、apply（この機械の設定にする）",
                "check: only say what is wrong; apply: make it this machine's configuration"});
  options.text("FILE", {"ファイル", "FILE"}, values.file, {"カードの hub-kiosk.txt", "The card's hub-kiosk.txt"});
  options.text("--findings", {"ファイル", "FILE"}, values.findings,
               {"apply: まちがいを書くファイル。画面（run --card）が読みます",
                "apply: where what is wrong is written, for the kiosk to read (run --card)"});
  options.text("--root", {"フォルダー", "DIR"}, values.root,
               {"apply: ネットワークと時計の設定を、この下の /etc に書きます。書かなければ、変えません",
                "apply: write network and clock below this folder's /etc (default: they are left alone)"});
  options.kiosk(values);
}

}  // namespace

void add_card(CommandLine& line) {
  line.add("card",
           {"カードの設定のファイル（hub-kiosk.txt）を確かめ、この機械の設定にします",
            "Check a card's file of settings (hub-kiosk.txt), or make it this machine's configuration"},
           declare, card_command);
}

}  // namespace hub::cli
