// Looks at the kiosk after each frame of a replay: where visitors were, and what must hold for every frame but did not.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/message.h"
#include "ui/stage.h"

namespace hub::replay {

class Invariants {
 public:
  // Routes that are kept; a monkey visits more than anybody reads.
  static constexpr std::size_t kMostRoutes = 1000;

  // `scene` is what the state shows: asked for after the frame, with the state that the frame left.
  void after_frame(const ui::FrameContext& frame_context, const ui::UiState& state, const ui::Scene& scene,
                   base::Instant now);

  const std::vector<std::string>& routes() const { return routes_; }  // in order, neighbours differ; the first ones
  std::size_t route_changes() const { return route_changes_; }
  void add(std::vector<base::Message> faults);
  // What was found since it was last asked for.
  std::vector<base::Message> take_faults();

 private:
  void check_state(const ui::FrameContext& frame_context, const ui::UiState& state, base::Instant now);
  void check_scroll(const ui::FrameContext& frame_context, const ui::UiState& state, const ui::Scene& scene,
                    base::Instant now);
  void fault(std::string ja, std::string en);

  std::vector<std::string> routes_;
  std::size_t route_changes_ = 0;
  ui::Route last_route_;
  std::vector<base::Message> faults_;
  int tallest_px_ = 0;  // of the screens so far
};

}  // namespace hub::replay
