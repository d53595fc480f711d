#include "ui/view.h"

#include <algorithm>

namespace hub::ui {

View View::with(const Viewing& other) const {
  return {snapshot, hub,   report,     this_year, outdated,    other, metrics,   palette,
          viewport, slide, typesetter, offered,   staff_panel, staff, no_content};
}

View View::with(const Metrics& other) const {
  return {snapshot, hub,   report,     this_year, outdated,    state, other,     palette,
          viewport, slide, typesetter, offered,   staff_panel, staff, no_content};
}

std::vector<std::string> View::languages() const {
  std::vector<std::string> all = snapshot.languages(hub);
  if (!offered.empty()) {
    std::erase_if(all, [&](const std::string& tag) { return std::ranges::find(offered, tag) == offered.end(); });
  }
  return all;
}

}  // namespace hub::ui
