// take: a pack by hand, as the stick's and the download's are taken.
#include <string>

#include "base/clock.h"
#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "desk/jobs/take_pack.h"
#include "pack/pack.h"
#include "stick/destination.h"

namespace hub::cli {

namespace {

struct TakeOptions : KioskOptions {
  std::string pack;
  bool json = false;
};

base::Error no_hub() {
  return {{"どの拠点の画面か分かりません。", "There is no hub whose screen this could be."},
          {"--hub に、拠点の名前（例: izumi）を書いてください。", "Give the hub with --hub (izumi)."}};
}

Outcome take(const TakeOptions& options) {
  const base::DiskFiles files;
  const KioskOptions here = on_this_machine(files, options);
  std::string hub = options.hub;
  if (hub.empty()) {
    const auto to = stick::destination_on(files, {here.state, here.content, here.config});
    if (!to) return Failure(no_hub());
    hub = to->hub;
  }
  const auto bytes = files.read(options.pack, pack::kMostPackBytes);
  if (!bytes) return Failure(bytes.error());
  desk::WorkSetup setup;
  setup.state_folder = here.state;
  setup.content_folder = here.content;
  setup.keys = pack_keys(files, here.config);
  const auto news =
      desk::take_pack_now(base::SystemCalls(), base::SystemClock(), setup, hub, bytes.value(), options.pack);
  if (!news) return Failure(news.error());
  if (options.json) print_json(stdout, desk::to_json(news.value()));
  if (is_refusal(news.value())) return Failure({news.value().said, news.value().remedy});
  if (!options.json) print_error({news.value().said, news.value().remedy}, options.staff);
  return Exit::done;
}

void declare(Options& options, TakeOptions& values) {
  options.messages(values);
  options.text("PACK", {"パック", "PACK"}, values.pack, {"パックのファイル（.hubpack）", "The pack (.hubpack)"})
      .required();
  options.text("--hub", {"拠点", "HUB"}, values.hub,
               {"どの拠点の画面か。書かなければ、この画面が映している拠点",
                "Whose screen this is (default: what this kiosk shows)"});
  options.flag("--json", values.json, {"JSON で出します", "Print JSON"});
  options.kiosk(values);
}

}  // namespace

void add_take(CommandLine& line) {
  line.add(
      "take",
      {"パックの署名と内容を確かめ、新しければ映します。知らない鍵、古い番号、こわれたものは受け取りません",
       "Verify a pack, inspect it, and show it when it is newer; unknown keys, old serials and damage are refused"},
      declare, take);
}

}  // namespace hub::cli
