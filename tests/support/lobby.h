// What tests of screens stand on: the shipped content, real faces and a real typesetter, without window or GL.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/load/load.h"
#include "render/frame_renderer.h"
#include "ui/stage.h"

namespace hub::tests {

// A day on which konan's report is this year's and izumi's is not.
inline constexpr base::Date kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};

inline constexpr ui::Point kSizes_px[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480},
                                          {480, 800},   {720, 1280},  {1024, 600}, {600, 1024}};

std::shared_ptr<const content::Snapshot> shipped_content();
// The same around the made-up hub kamome of tests/support/years alone, which has three years of reports. Its goal 2 of
// 2023 continues one of 2021 and 2022 and goes on in 2024 as goal 1; goal 3 goes on as goal 2; goal 1 stands alone.
std::shared_ptr<const content::Snapshot> three_years();

struct Lobby {
  explicit Lobby(std::shared_ptr<const content::Snapshot> content = shipped_content());

  ui::FrameContext frame_context(ui::Point size_px) const;
  ui::UiState state(const std::string& hub, const std::string& route) const;
  const ui::Scene& scene(const ui::FrameContext& frame_context, const ui::UiState& state, base::Instant now = {});
  const ui::Scene& scene(const std::string& hub, const std::string& route, ui::Point size_px = {1920, 1080});
  // Of a hub in a snapshot; the same ones until another's are asked for.
  render::HubScreens& screens(const std::shared_ptr<const content::Snapshot>& of, const std::string& hub);
  std::vector<std::string> routes(const std::string& hub) const;
  // Every hub's every route.
  void for_each_screen(const std::function<void(const std::string& hub, const std::string& route)>& visit) const;

  std::shared_ptr<const content::Snapshot> snapshot;
  std::unique_ptr<render::ScreenContext> screen_context;
  std::unique_ptr<render::HubScreens> shown_screens;  // those that were asked for last
};

// The box whose path ends in this; fails the test when there is none.
const ui::Box& find_box(const ui::Layer& layer, std::string_view path_end);

}  // namespace hub::tests
