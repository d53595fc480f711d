// snapshot: one screen as PNG.
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/drawing.h"

namespace hub::cli {

namespace {

using SnapshotOptions = ScreenOptions;

Outcome snapshot(const SnapshotOptions& options) { return draw_screen(base::DiskFiles(), options); }

void declare(Options& options, SnapshotOptions& values) {
  options.content(values, {"拠点のフォルダーの名前。書かなければ、設定の拠点、なければ最初の拠点",
                           "The name of a hub's folder (default: the configuration's, else the first)"});
  declare_drawing(options, values);
  options
      .text_or_none("--screen", {"画面", "ROUTE"}, values.screen,
                    {"attract、home、services/3、review/1/2 など。必ず書きます",
                     "attract, home, services/3, review/1/2 … (required)"})
      .required();
  options.text("--out", {"ファイル", "FILE"}, values.out, {"PNG のファイル。必ず書きます", "The PNG file (required)"})
      .required();
  options.number("--at", {"秒", "SECONDS"}, values.at_s, {0, 1'000'000},
                 {"その画面になってからの秒数", "Seconds since the screen was entered"});
  options.number("--scroll", {"文字", "EM"}, values.scroll_em, {0, 1'000'000},
                 {"何文字分、下へ動かしたか", "How far the page is scrolled, in em"});
  options.time("--time", values.time,
               {"その時刻に見えるとおりにします。設定の映す時間の外では、真っ黒です",
                "As at that time of day: dark outside the opening hours of --config"});
}

}  // namespace

void add_snapshot(CommandLine& line) {
  line.add(
      "snapshot",
      {"ひとつの画面を PNG にします。ディスプレイは要りません", "Draw one screen into a PNG file; needs no display"},
      declare, snapshot);
}

}  // namespace hub::cli
