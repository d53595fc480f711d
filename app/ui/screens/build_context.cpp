#include "ui/screens/build_context.h"

#include <algorithm>

namespace hub::ui {

BuildContext BuildContext::with(const PageState& other) const {
  return {snapshot, hub,        report,  this_year,   outdated, other, metrics,    palette, viewport,
          slide,    typesetter, offered, staff_panel, staff,    today, no_content, desk};
}

BuildContext BuildContext::with(const Metrics& other) const {
  return {snapshot, hub,        report,  this_year,   outdated, state, other,      palette, viewport,
          slide,    typesetter, offered, staff_panel, staff,    today, no_content, desk};
}

std::vector<std::string> BuildContext::languages() const {
  std::vector<std::string> all = snapshot.languages(hub);
  if (!offered.empty()) {
    std::erase_if(all, [&](const std::string& tag) { return std::ranges::find(offered, tag) == offered.end(); });
  }
  return all;
}

}  // namespace hub::ui
