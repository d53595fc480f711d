// tour: every screen of every hub as PNG.
#include <algorithm>
#include <string>

#include "base/path.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/drawing.h"
#include "cli/print.h"
#include "cli/read_files.h"

namespace hub::cli {

namespace {

std::string dashed(std::string path) {
  std::ranges::replace(path, '/', '-');
  return path;
}

Outcome tour(const DrawOptions& options) {
  base::DiskFiles files;
  const config::LoadedConfig config = read_config(files, options.config, options.staff);
  content::Loaded loaded = load_drawn(files, options, config.config);
  if (!loaded.snapshot) return Failure(std::move(loaded.diagnostics));
  auto maker = PictureMaker::open(options);
  if (!maker) return Failure(maker.error());

  auto [frame_context, state] = scenery_of(options, config.config, loaded.snapshot);
  int pictures = 0;
  for (const content::Hub& hub : frame_context.snapshot->hubs) {
    const std::string folder = base::join(options.out, hub.id);
    if (const base::Status made = files.make_folder(folder); !made) return Failure(made.error());
    state.hub = hub.id;
    render::HubScreens screens = maker.value().screens_of(frame_context.snapshot, hub.id);
    for (const ui::Route& route : ui::routes_of(hub, content::shown_report(hub, frame_context.today))) {
      state.route = route;
      const std::string path = base::join(folder, dashed(ui::path_of(route)) + ".png");
      const base::Status written = maker.value().draw(files, path, screens, frame_context, state, base::Seconds(0));
      if (!written) return Failure(written.error());
      ++pictures;
    }
  }
  const bool japanese = options.staff == base::StaffLanguage::ja;
  const std::string count = std::to_string(pictures);
  print_line(stdout, japanese ? count + " 枚の画面を " + options.out + " に描きました"
                              : count + " screens drawn into " + options.out);
  return Exit::done;
}

void declare(Options& options, DrawOptions& values) {
  options.content(values, {"拠点のフォルダーの名前。書かなければ、設定の拠点、なければすべての拠点",
                           "The name of a hub's folder (default: the configuration's, else all hubs)"});
  declare_drawing(options, values);
  options
      .text("--out", {"フォルダー", "FOLDER"}, values.out,
            {"絵を入れるフォルダー。必ず書きます", "The folder for the pictures (required)"})
      .required();
}

}  // namespace

void add_tour(CommandLine& line) {
  line.add("tour",
           {"すべての拠点のすべての画面を PNG にします（フォルダー/<拠点>/<画面>.png）",
            "Draw every screen of every hub: FOLDER/<hub>/<route>.png"},
           declare, tour);
}

}  // namespace hub::cli
