// check: every error of the content, not the first; with --render also what does not fit on a screen.
#include <array>
#include <cstdio>
#include <set>

#include "cli/commands.h"
#include "cli/drawing.h"
#include "cli/places.h"
#include "cli/print.h"
#include "ui/icons.h"

namespace hub::cli {

namespace {

constexpr std::array<ui::Point, 4> kSizes_px = {{{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}}};

// Every screen of the hub at every size and text size, in every language it has.
std::set<std::string> render_faults(Typography& typography, const std::shared_ptr<const content::Snapshot>& snapshot,
                                    const content::Hub& hub, base::Date today) {
  std::set<std::string> found;
  ui::World world;
  world.snapshot = snapshot;
  world.today = today;
  ui::UiState state;
  state.hub = hub.id;
  for (const ui::Point size : kSizes_px) {
    world.screen = {size.x, size.y};
    for (const std::string& language : snapshot->languages(hub)) {
      for (state.text_step = 1; state.text_step <= 3; ++state.text_step) {
        state.language = language;
        for (const ui::Route& route : ui::routes_of(hub, content::shown_report(hub, today))) {
          state.route = route;
          const ui::Scene& scene = typography.stage(snapshot, hub.id).scene(world, state, {});
          std::vector<std::string> faults = ui::faults(scene.page);
          if (scene.dock) {
            for (std::string& fault : ui::faults(*scene.dock)) faults.push_back(std::move(fault));
          }
          const std::string where = hub.id + " " + ui::path_of(route) + " " + std::to_string(size.x) + "x" +
                                    std::to_string(size.y) + " text size " + std::to_string(state.text_step) + " " +
                                    language + ": ";
          for (const std::string& fault : faults) found.insert(where + fault);
        }
      }
    }
  }
  return found;
}

int check_icons(const content::Snapshot& snapshot, base::StaffLanguage staff) {
  int unknown = 0;
  for (const content::ServiceWords& service : snapshot.services) {
    if (ui::service_icon(service.icon)) continue;
    ++unknown;
    complain(base::Error{{"services.json: アイコン「" + service.icon + "」はありません(事業 " +
                              std::to_string(service.number) + ")",
                          "services.json: there is no icon \"" + service.icon + "\" (service " +
                              std::to_string(service.number) + ")"},
                         {"schema/services.schema.json にあるアイコンの名前から選んでください",
                          "choose one of the icon names in schema/services.schema.json"}},
             staff);
  }
  return unknown;
}

}  // namespace

int check(const CheckOptions& options) {
  const base::StaffLanguage staff = options.staff();
  const bool japanese = staff == base::StaffLanguage::ja;
  const base::DiskFiles files;
  const content::Loaded loaded = load_content(files, options.content, options.hub);
  complain(loaded.diagnostics, staff);
  if (!loaded.snapshot || check_icons(*loaded.snapshot, staff) > 0) return kAtFault;

  if (options.render) {
    auto typography = Typography::open();
    if (!typography) return complain(typography.error(), staff), kAtFault;
    std::set<std::string> found;
    for (const content::Hub& hub : loaded.snapshot->hubs) {
      found.merge(render_faults(*typography.value(), loaded.snapshot, hub, base::SystemClock().today()));
    }
    for (const std::string& fault : found) std::fprintf(stderr, "%s\n", fault.c_str());
    if (!found.empty()) return kAtFault;
  }
  for (const content::Hub& hub : loaded.snapshot->hubs) {
    std::printf(japanese ? "%s (%s): 問題ありません\n" : "%s (%s): fine\n", hub.id.c_str(),
                hub.ward.japanese().c_str());
  }
  return kDone;
}

}  // namespace hub::cli
