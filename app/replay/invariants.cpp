#include "replay/invariants.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace hub::replay {

namespace {

// How far a page may stand beyond its ends, of the screen's height, while a finger stretches it or it springs back.
constexpr double kStretch = 0.6;

constexpr double kRounding_px = 1;

}  // namespace

void Invariants::after_frame(const ui::FrameContext& frame_context, const ui::UiState& state, const ui::Scene& scene,
                             base::Instant now) {
  if (route_changes_ == 0 || state.route != last_route_) {
    ++route_changes_;
    last_route_ = state.route;
    if (routes_.size() < kMostRoutes) routes_.push_back(ui::path_of(state.route));
  }
  check_state(frame_context, state, now);
  check_scroll(frame_context, state, scene, now);
}

void Invariants::add(std::vector<base::Message> faults) { std::ranges::move(faults, std::back_inserter(faults_)); }

std::vector<base::Message> Invariants::take_faults() { return std::exchange(faults_, {}); }

void Invariants::check_state(const ui::FrameContext& frame_context, const ui::UiState& state, base::Instant now) {
  const content::Hub* hub = frame_context.snapshot ? frame_context.snapshot->find_hub(state.hub) : nullptr;
  if (hub == nullptr) {
    fault("拠点「" + state.hub + "」が内容にありません", "hub \"" + state.hub + "\" is not in the content");
    return;
  }
  if (!ui::exists(state.route, *hub, content::shown_report(*hub, frame_context.today), frame_context.staff_panel)) {
    const std::string route = ui::path_of(state.route);
    fault("画面 " + route + " は内容にありません", "route " + route + " is not in the content");
  }
  if (state.staff.desk.preview && (!state.staff.open || !frame_context.staff_panel)) {
    fault("スタッフがいないのに、下書きが映っています", "a draft shows, and no staff are there");
  }
  const bool sound = state.text_step >= 1 && state.text_step <= 3 &&
                     content::is_known(frame_context.snapshot->strings.languages(), state.language) &&
                     std::isfinite(state.scroll_px) && state.arrived <= now;
  if (!sound) fault("状態がこわれています", "the state is broken");
}

void Invariants::check_scroll(const ui::FrameContext& frame_context, const ui::UiState& state, const ui::Scene& scene,
                              base::Instant now) {
  // A finger that holds a page holds it while the screen becomes smaller, too.
  tallest_px_ = std::max(tallest_px_, frame_context.screen.height_px);
  const double spare_px = (state.drag || state.fling ? kStretch * tallest_px_ : 0) + kRounding_px;
  const double range_px = scene.page.scroll_range_px();
  const double scroll_px = ui::scroll_at(state, now);
  if (scroll_px >= -spare_px && scroll_px <= range_px + spare_px) return;
  const std::string where = std::to_string(scroll_px) + " / " + std::to_string(range_px);
  fault("スクロールが範囲の外です: " + where, "scrolled out of range: " + where);
}

void Invariants::fault(std::string ja, std::string en) { faults_.push_back({std::move(ja), std::move(en)}); }

}  // namespace hub::replay
