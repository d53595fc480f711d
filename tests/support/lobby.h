// What tests of screens stand on: the shipped content, real faces and a real typesetter, without window or GL.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/drawing.h"
#include "content/load.h"
#include "ui/stage.h"

namespace hub::tests {

// A day on which konan's report is this year's and izumi's is not.
inline constexpr base::Date kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};

inline constexpr ui::Point kSizes_px[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}};

std::shared_ptr<const content::Snapshot> shipped_content();

struct Lobby {
  Lobby();

  ui::World world(ui::Point size_px) const;
  ui::UiState state(const std::string& hub, const std::string& route) const;
  const ui::Scene& scene(const ui::World& world, const ui::UiState& state, base::Instant now = {});
  const ui::Scene& scene(const std::string& hub, const std::string& route, ui::Point size_px = {1920, 1080});
  std::vector<std::string> routes(const std::string& hub) const;
  // Every hub's every route.
  void for_each_screen(const std::function<void(const std::string& hub, const std::string& route)>& visit) const;

  std::shared_ptr<const content::Snapshot> snapshot;
  std::unique_ptr<cli::Typography> typography;
};

// The box whose path ends in this; fails the test when there is none.
const ui::Box& find_box(const ui::Layer& layer, std::string_view path_end);

}  // namespace hub::tests
