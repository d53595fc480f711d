#include "cli/watch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hub::cli {

namespace {

// How far a page may stand beyond its ends, of the screen's height, while a finger stretches it or it springs back.
constexpr double kStretch = 0.6;

constexpr double kRounding_px = 1;

}  // namespace

void Watch::after_frame(const ui::World& world, const ui::UiState& state, const ui::Scene& scene, base::Instant now) {
  if (route_changes_ == 0 || state.route != last_route_) {
    ++route_changes_;
    last_route_ = state.route;
    if (routes_.size() < kMostRoutes) routes_.push_back(ui::path_of(state.route));
  }
  check_state(world, state, now);
  check_scroll(world, state, scene, now);
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

void Watch::check_scroll(const ui::World& world, const ui::UiState& state, const ui::Scene& scene, base::Instant now) {
  // A finger that holds a page holds it while the screen becomes smaller, too.
  tallest_px_ = std::max(tallest_px_, world.screen.height_px);
  const double spare_px = (state.grip || state.glide ? kStretch * tallest_px_ : 0) + kRounding_px;
  const double range_px = scene.page.scroll_range_px();
  const double scroll_px = ui::scroll_at(state, now);
  if (scroll_px >= -spare_px && scroll_px <= range_px + spare_px) return;
  const std::string where = std::to_string(scroll_px) + " / " + std::to_string(range_px);
  fault("スクロールが範囲の外です: " + where, "scrolled out of range: " + where);
}

void Watch::fault(std::string ja, std::string en) { faults_.push_back({std::move(ja), std::move(en)}); }

}  // namespace hub::cli
