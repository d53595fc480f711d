#include "kiosk/first_content.h"

#include <utility>

#include "config/hub_choice.h"

namespace hub::kiosk {

FirstContent find_first_content(const base::FileReader& files, const FirstContentQuery& query) {
  const content::LastGood last_good = config::last_good_of(files, query.state_folder, query.content_folder);
  FirstContent first;
  std::string chosen = query.command_line_hub;
  if (chosen.empty()) {
    config::KeptHub kept =
        config::kept_hub(files, query.state_folder, hubs_to_choose(files, query.content_folder, last_good));
    first.complaints = std::move(kept.complaints);
    chosen = std::move(kept.id);
  }
  first.wanted = chosen.empty() ? query.config_hub : chosen;
  first.content = find_content(files, query.content_folder, first.wanted, last_good, query.can_draw);
  // Another hub's screen in this lobby would be worse than the built-in page.
  first.hub_unknown = chosen.empty() && !query.config_hub_known;
  if (first.hub_unknown) {
    first.content.snapshot = nullptr;
    first.content.instead.reset();
  }
  return first;
}

}  // namespace hub::kiosk
