#include "cli/watch.h"

#include <cmath>
#include <utility>

namespace hub::cli {

namespace {

// How far a page may stand beyond its ends while a finger pulls it or it springs back.
double rubber_px(const ui::Scene&) { return 0; }

constexpr double kRounding_px = 1;

}  // namespace

void Watch::after_frame(const ui::World& world, const ui::UiState& state, const ui::Scene& scene, base::Instant now) {
  if (route_changes_ == 0 || state.route != last_route_) {
    ++route_changes_;
    last_route_ = state.route;
    if (routes_.size() < kMostRoutes) routes_.push_back(ui::path_of(state.route));
  }
  check_state(world, state, now);
  check_scroll(world, state, scene);
  before_ = state;
  screen_before_ = world.screen;
  snapshot_before_ = world.snapshot.get();
}

std::vector<base::Message> Watch::take_faults() { return std::exchange(faults_, {}); }

void Watch::check_state(const ui::World& world, const ui::UiState& state, base::Instant now) {
  const content::Hub* hub = world.snapshot ? world.snapshot->find_hub(state.hub) : nullptr;
  if (hub == nullptr) {
    fault("拠点「" + state.hub + "」が内容にありません", "hub \"" + state.hub + "\" is not in the content");
    return;
  }
  if (!ui::exists(state.route, *hub, content::shown_report(*hub, world.today))) {
    const std::string route = ui::path_of(state.route);
    fault("画面 " + route + " は内容にありません", "route " + route + " is not in the content");
  }
  const bool sound = state.text_step >= 1 && state.text_step <= 3 && content::is_language(state.language) &&
                     std::isfinite(state.scroll_px) && state.arrived <= now;
  if (!sound) fault("状態がこわれています", "the state is broken");
}

// A frame that changes the page's height leaves the page where it was; the next one must have brought it back.
void Watch::check_scroll(const ui::World& world, const ui::UiState& state, const ui::Scene& scene) {
  ui::UiState same = before_;
  same.scroll_px = state.scroll_px;
  if (!(same == state) || screen_before_ != world.screen || snapshot_before_ != world.snapshot.get()) return;
  const double spare_px = rubber_px(scene) + kRounding_px;
  const double range_px = scene.page.scroll_range_px();
  if (state.scroll_px >= -spare_px && state.scroll_px <= range_px + spare_px) return;
  const std::string where = std::to_string(state.scroll_px) + " / " + std::to_string(range_px);
  fault("スクロールが範囲の外です: " + where, "scrolled out of range: " + where);
}

void Watch::fault(std::string ja, std::string en) { faults_.push_back({std::move(ja), std::move(en)}); }

}  // namespace hub::cli
