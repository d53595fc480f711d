#include "stick/destination.h"

#include <algorithm>
#include <vector>

#include "config/config.h"
#include "config/hub_choice.h"
#include "content/load/load.h"

namespace hub::stick {

std::optional<Destination> destination_on(const base::FileReader& files, const Machine& machine) {
  const std::vector<std::string> hubs = content::hub_ids(files, machine.content_folder);
  const config::LoadedConfig loaded = config::load_config(files, machine.config, {});
  std::string hub = config::kept_hub(files, machine.state_folder, hubs).id;
  if (hub.empty()) hub = loaded.config.hub;
  if (hub.empty() && !hubs.empty()) hub = hubs.front();
  if (hub.empty()) return std::nullopt;
  // A hub that is not there yet begins with a pack, where the configuration says whose screen this is.
  const bool is_there = std::ranges::find(hubs, hub) != hubs.end();
  if (!is_there && hub != loaded.config.hub) return std::nullopt;
  const bool has_panel = !loaded.config.staff.pin_hash.empty();
  return Destination{hub, has_panel && is_there ? Wanted::reports : Wanted::only_packs};
}

}  // namespace hub::stick
