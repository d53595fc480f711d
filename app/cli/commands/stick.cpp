// stick: a USB stick's reports into the inbox, and a sentence for the panel.
#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "desk/jobs/take_pack.h"
#include "desk/store/desk_paths.h"
#include "desk/store/folders.h"
#include "desk/store/stick_news.h"
#include "stick/destination.h"
#include "stick/take.h"
#include "stick/turn.h"
#include "stick/volume.h"

namespace hub::cli {

namespace {

struct StickOptions : KioskOptions {
  std::string folder;      // where it is mounted
  std::string unreadable;  // what it is instead of a folder (stick/volume.h); empty: it is one
  std::string stick;       // which one (desk/store/stick_news.h)
};

base::Error no_hub() {
  return {{"どの拠点の USB メモリーか分かりません。", "There is no hub whose stick this could be."},
          {"--content には、キオスクが読んでいるフォルダーを書いてください。",
           "--content wants the folder that kiosks read."}};
}

base::Message sentence(const base::Error& error) {
  return {error.what.ja + error.remedy.ja, error.what.en + " " + error.remedy.en};
}

stick::Taken taken_from(const StickOptions& options, const std::string& state, const stick::Destination& to,
                        const base::Clock& clock) {
  const base::SystemCalls calls;
  if (options.unreadable.empty()) {
    desk::Inbox inbox(calls, desk::DeskPaths(state, to.hub).inbox());
    return stick::take(stick::DiskStick(options.folder), inbox, to.wanted, clock.local(), to.hub);
  }
  const auto volume = stick::volume_named(options.unreadable).value_or(stick::Volume::nothing);
  const auto why = stick::why_not(volume).value_or(*stick::why_not(stick::Volume::nothing));
  // Without a panel nothing is said.
  if (to.wanted == stick::Wanted::only_packs) return {};
  return {{}, {sentence(why)}};
}

Outcome take_stick(const StickOptions& options) {
  const base::DiskFiles files;
  if (options.folder.empty() == options.unreadable.empty()) {
    return Failure::usage({"USB メモリーのフォルダーを書いてください。", "Give the folder where the stick is."});
  }
  const KioskOptions here = on_this_machine(files, options);
  const auto to = stick::destination_on(files, {here.state, here.content, here.config});
  if (!to) return Failure(no_hub());
  const base::SystemCalls calls;
  const std::string desk_folder = desk::DeskPaths(here.state, to->hub).folder;
  const stick::Turn turn(calls, desk_folder);
  const base::SystemClock clock;
  const stick::Taken taken = taken_from(options, here.state, *to, clock);
  const auto asked = desk::ask_to_take_packs(calls, here.state, to->hub, taken.items, clock.local());
  if (!asked) return Failure(asked.error());
  if (taken.said.empty()) return Exit::done;
  desk::StickNews news{desk::minute_text(clock.local()), {}, taken.said, options.stick};
  for (const desk::InboxItem& item : taken.items) news.items.push_back(item.id);
  const auto done = desk::write_stick_news(calls, desk_folder, news);
  if (!done) return Failure(done.error());
  for (const base::Message& one : taken.said) print_line(stdout, one.in(options.staff));
  return Exit::done;
}

void declare(Options& options, StickOptions& values) {
  options.messages(values);
  options.text("FOLDER", {"フォルダー", "FOLDER"}, values.folder,
               {"USB メモリーがつながっているところ", "Where the stick is mounted"});
  options.text(
      "--unreadable", {"種類", "KIND"}, values.unreadable,
      {"つなげない USB メモリーの種類（bitlocker、luks、foreign、nothing、gone）。フォルダーの代わりに",
       "What a stick is that cannot be mounted (bitlocker, luks, foreign, nothing, gone), in place of a folder"});
  options.text_or_none("--stick", {"しるし", "ID"}, values.stick,
                       {"どの USB メモリーか。区画が 2 つあるものは、同じしるしのものをまとめて言います",
                        "Which stick it is: what is said of partitions with the same ID stands together"});
  options.kiosk(values);
}

}  // namespace

void add_stick(CommandLine& line) {
  line.add("stick",
           {"USB メモリーの報告書を受け取り、何を受け取ったか、なぜ受け取れないかを言います",
            "Take a USB stick's reports into the inbox, and say what came, or why nothing did"},
           declare, take_stick);
}

}  // namespace hub::cli
