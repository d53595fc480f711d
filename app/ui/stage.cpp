#include "ui/stage.h"

#include <algorithm>
#include <cmath>

namespace hub::ui {

namespace {

constexpr ImGuiWindowFlags kWindowFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                          ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                          ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                          ImGuiWindowFlags_NoScrollWithMouse;

// Attract drifts by a few pixels from slide to slide, so that no edge burns into the panel.
Point drift(int slide, const Metrics& metrics) {
  constexpr int kSteps[][2] = {{0, 0}, {1, 1}, {0, 2}, {-1, 1}, {-2, 0}, {-1, -1}, {0, -2}, {1, -1}};
  const auto& step = kSteps[static_cast<std::size_t>(slide) % std::size(kSteps)];
  const int unit = std::max(1, metrics.gap(0.05));
  return {step[0] * unit, step[1] * unit};
}

constexpr double kPageTurn = 0.8;  // of the viewport: the last lines stay in sight

// What a scene depends on. Scrolling only moves it.
struct SceneKey {
  const content::Snapshot* snapshot = nullptr;
  Screen screen;
  base::Date today{};
  bool high_contrast = false;
  UiState state;
  int slide = 0;
  bool operator==(const SceneKey&) const = default;
};

}  // namespace

struct Stage::Inside {
  text::Typesetter& typesetter;
  text::GlyphPages& pages;
  std::shared_ptr<const content::Snapshot> snapshot;  // keeps alive what the scene's texts came from
  SceneKey key;
  Metrics metrics;
  Palette palette;
  Scene scene;
  bool laid_out = false;

  int slide_at(const UiState& state, base::Instant now) const {
    if (state.route.page != Route::Page::attract) return 0;
    return static_cast<int>(std::floor(base::Seconds(now - state.arrived).count() / kAttractSlide_s));
  }
  void update(const World& world, const UiState& state, base::Instant now);
  void lay_out_route(const World& world, const UiState& state);
  Point offset(const Layer& layer, double scroll_px) const;
  int interact(const Layer& layer, Point offset, const Finger& finger, int id, std::vector<Action>& actions) const;
  void page_down(const UiState& state, const Finger& finger, std::vector<Action>& actions) const;
  void scroll(const UiState& state, const Finger& finger, std::vector<Action>& actions) const;
};

Stage::Stage(text::Typesetter& typesetter, text::GlyphPages& pages)
    : inside_(std::make_unique<Inside>(Inside{typesetter, pages, nullptr, {}, {}, {}, {}, false})) {}
Stage::~Stage() = default;

void Stage::Inside::update(const World& world, const UiState& state, base::Instant now) {
  SceneKey wanted{world.snapshot.get(), world.screen, world.today, world.high_contrast, state, slide_at(state, now)};
  wanted.state.scroll_px = 0;
  wanted.state.arrived = {};
  if (laid_out && wanted == key) return;
  if (world.snapshot != snapshot) {
    typesetter.forget();
    snapshot = world.snapshot;
  }
  key = std::move(wanted);
  laid_out = true;
  palette = world.high_contrast ? high_contrast_palette() : sunny_palette();
  if (!snapshot) {
    metrics = metrics_for(world.screen, 1);
    scene = build_builtin_scene(world.builtin, metrics, palette, typesetter);
    return;
  }
  lay_out_route(world, state);
}

void Stage::Inside::lay_out_route(const World& world, const UiState& state) {
  const content::Hub* hub = snapshot->find_hub(state.hub);
  HUB_CHECK(hub != nullptr);
  const content::Report& report = content::shown_report(*hub, world.today);
  // Attract and the dock speak to everybody: the reader's text size is for pages.
  metrics = metrics_for(world.screen, state.route.page == Route::Page::attract ? 1 : state.text_step);
  if (hub->colour && !world.high_contrast) {
    if (const auto colour = parse_colour(*hub->colour)) palette = with_hub_colour(palette, *colour);
  }
  UiState shown = state;
  if (!exists(shown.route, *hub, report)) shown.route = {Route::Page::home};
  const View view{*snapshot,
                  *hub,
                  report,
                  content::is_of_this_year(report, world.today),
                  content::is_outdated(report, world.today),
                  shown,
                  metrics,
                  palette,
                  page_viewport(shown.route, metrics),
                  key.slide,
                  typesetter};
  scene = build_scene(view);
}

Point Stage::Inside::offset(const Layer& layer, double scroll_px) const {
  const double held = std::clamp(scroll_px, 0.0, static_cast<double>(layer.scroll_range_px()));
  return {layer.viewport.x, layer.viewport.y - static_cast<int>(std::lround(held))};
}

// Gives every box that can be tapped to ImGui as an invisible button, topmost first; returns the one under the finger.
int Stage::Inside::interact(const Layer& layer, Point at, const Finger& finger, int id,
                            std::vector<Action>& actions) const {
  int pressed = -1;
  const Rect& v = layer.viewport;
  ImGui::PushID(id);
  ImGui::PushClipRect({static_cast<float>(v.x), static_cast<float>(v.y)},
                      {static_cast<float>(v.right()), static_cast<float>(v.bottom())}, true);
  for (std::size_t i = layer.boxes.size(); i-- > 0;) {
    const Box& box = layer.boxes[i];
    if (!box.tap || box.rect.w <= 0 || box.rect.h <= 0) continue;
    ImGui::SetCursorScreenPos({static_cast<float>(box.rect.x + at.x), static_cast<float>(box.rect.y + at.y)});
    ImGui::PushID(box.path.c_str());
    const bool let_go_inside =
        ImGui::InvisibleButton("tap", {static_cast<float>(box.rect.w), static_cast<float>(box.rect.h)});
    const bool held = ImGui::IsItemActive();
    ImGui::PopID();
    if (held && finger.phase == Finger::Phase::pressing) pressed = static_cast<int>(i);
    if (let_go_inside && finger.phase == Finger::Phase::tapped) actions.push_back(*box.tap);
  }
  ImGui::PopClipRect();
  ImGui::PopID();
  return pressed;
}

// A touch on the hint at the page's end turns the page by most of its height.
void Stage::Inside::page_down(const UiState& state, const Finger& finger, std::vector<Action>& actions) const {
  const Rect& at = scene.more->viewport;
  const auto pill = std::ranges::find_if(scene.more->boxes, [](const Box& b) { return b.look.fill.has_value(); });
  const Rect& rect = pill->rect;
  ImGui::SetCursorScreenPos({static_cast<float>(at.x + rect.x), static_cast<float>(at.y + rect.y)});
  const bool let_go = ImGui::InvisibleButton("more", {static_cast<float>(rect.w), static_cast<float>(rect.h)});
  if (!let_go || finger.phase != Finger::Phase::tapped) return;
  const double range = scene.page.scroll_range_px();
  actions.emplace_back(std::in_place_type<ScrollTo>,
                       std::min(range, state.scroll_px + kPageTurn * scene.page.viewport.h));
}

void Stage::Inside::scroll(const UiState& state, const Finger& finger, std::vector<Action>& actions) const {
  const double range = scene.page.scroll_range_px();
  const bool follows = finger.moved.y != 0 && scene.page.viewport.contains(finger.start);
  const double wanted = std::clamp(state.scroll_px - (follows ? finger.moved.y : 0), 0.0, range);
  if (wanted != state.scroll_px) actions.emplace_back(std::in_place_type<ScrollTo>, wanted);
}

Outcome Stage::frame(const World& world, const UiState& state, const Finger& finger, base::Instant now,
                     const Canvas& canvas) {
  Inside& in = *inside_;
  in.pages.begin_frame();
  in.update(world, state, now);
  Outcome outcome;

  const Rect screen = {0, 0, world.screen.width_px, world.screen.height_px};
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({static_cast<float>(screen.w), static_cast<float>(screen.h)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("kiosk", nullptr, kWindowFlags);

  Point page_at = in.offset(in.scene.page, state.scroll_px);
  if (in.scene.attract_slides > 0) {
    const Point by = drift(in.key.slide, in.metrics);
    page_at = {page_at.x + by.x, page_at.y + by.y};
  }
  const int dock_pressed =
      in.scene.dock ? in.interact(*in.scene.dock, in.offset(*in.scene.dock, 0), finger, 1, outcome.actions) : -1;
  const int above = in.scene.attract_slides > 0 ? 0 : in.scene.page.viewport.y - page_at.y;
  const bool goes_on = in.scene.more && above < in.scene.page.scroll_range_px();
  if (goes_on) in.page_down(state, finger, outcome.actions);
  const int page_pressed = in.interact(in.scene.page, page_at, finger, 2, outcome.actions);
  in.scroll(state, finger, outcome.actions);

  Painter painter(*ImGui::GetWindowDrawList(), in.pages, in.typesetter.faces(), canvas, in.metrics, in.palette);
  painter.background(in.scene, screen);
  painter.layer(in.scene.page, page_at, page_pressed);
  if (above > 0) painter.fade({0, 0, screen.w, in.metrics.gap(0.8)}, in.scene.background, false);
  if (goes_on) {
    painter.page_end(in.scene.more->viewport, in.scene.background, in.scene.low);
    painter.layer(*in.scene.more, in.offset(*in.scene.more, 0), -1);
  }
  if (in.scene.dock) painter.layer(*in.scene.dock, in.offset(*in.scene.dock, 0), dock_pressed);

  ImGui::End();
  ImGui::PopStyleVar(2);
  if (in.scene.attract_slides > 1) {
    const double shown_s = base::Seconds(now - state.arrived).count();
    outcome.next_wake = base::Seconds((in.key.slide + 1) * kAttractSlide_s - shown_s);
  }
  return outcome;
}

const Scene& Stage::scene(const World& world, const UiState& state, base::Instant now) {
  inside_->update(world, state, now);
  return inside_->scene;
}

}  // namespace hub::ui
