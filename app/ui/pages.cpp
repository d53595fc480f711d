#include "ui/pages.h"

#include <algorithm>
#include <optional>

namespace hub::ui {

// The panel tells new facts every second: other pages stay laid out.
void Pages::take_facts(const World& world) {
  if (world.staff == staff_) return;
  staff_ = world.staff;
  for (std::unique_ptr<Kept>& one : kept_) {
    if (one && one->viewing.route.page == Route::Page::staff) one.reset();
  }
}

void Pages::enter(const World& world) {
  take_facts(world);
  const bool same = world.snapshot == snapshot_ && world.words_only == words_only_ && world.screen == screen_ &&
                    world.today == today_ && world.high_contrast == high_contrast_ && world.languages == languages_ &&
                    world.staff_panel == staff_panel_;
  if (same) return;
  forget();
  snapshot_ = world.snapshot;
  words_only_ = world.words_only;
  screen_ = world.screen;
  today_ = world.today;
  high_contrast_ = world.high_contrast;
  languages_ = world.languages;
  staff_panel_ = world.staff_panel;
}

void Pages::forget() {
  for (std::unique_ptr<Kept>& one : kept_) one.reset();
  typesetter_.forget_blocks();
}

const LaidOut& Pages::page(const World& world, const Viewing& viewing, int slide) {
  enter(world);
  ++uses_;
  for (const std::unique_ptr<Kept>& one : kept_) {
    if (one && one->slide == slide && one->viewing == viewing) return one->used = uses_, one->laid_out;
  }
  std::unique_ptr<Kept>& place = *std::ranges::min_element(
      kept_, {}, [](const std::unique_ptr<Kept>& one) { return one ? one->used : std::uint64_t{0}; });
  place = std::make_unique<Kept>();
  place->viewing = viewing;
  place->slide = slide;
  place->used = uses_;
  lay_out(world, *place);
  return place->laid_out;
}

// All that a screen may look at, for as long as it is built.
template <class Build>
void Pages::with_view(const World& world, const Viewing& viewing, int slide, const Build& build) {
  const content::Snapshot& snapshot = snapshot_ ? *snapshot_ : *words_only_;
  const content::Hub* hub = snapshot.find_hub(snapshot_ ? viewing.hub : "");
  HUB_CHECK(hub != nullptr);
  const content::Report& report = content::shown_report(*hub, world.today);
  // Attract speaks to everybody: the reader's text size is for pages.
  const bool attract = viewing.route.page == Route::Page::attract;
  const Metrics metrics = metrics_for(world.screen, attract ? 1 : viewing.text_step);
  Palette palette = world.high_contrast ? high_contrast_palette() : sunny_palette();
  if (hub->colour && !world.high_contrast) {
    if (const auto colour = parse_colour(*hub->colour)) palette = with_hub_colour(palette, *colour);
  }
  Viewing shown = viewing;
  if (!exists(shown.route, *hub, report, world.staff_panel)) shown.route = {Route::Page::home};
  build(View{snapshot, *hub, report, content::is_of_this_year(report, world.today),
             content::is_outdated(report, world.today), shown, metrics, palette, page_viewport(shown.route, metrics),
             slide, typesetter_, world.languages, world.staff_panel, world.staff.get(), !snapshot_});
}

void Pages::lay_out_builtin(const World& world, const Viewing& viewing, LaidOut& out) {
  std::optional<Action> hold;
  if (world.has_staff_door()) hold = Go{Route{Route::Page::staff}};
  out.exists = viewing.route.page != Route::Page::staff;
  out.palette = world.high_contrast ? high_contrast_palette() : sunny_palette();
  out.metrics = metrics_for(world.screen, 1);
  out.scene = build_builtin_scene(world.builtin, out.metrics, out.palette, hold, typesetter_);
}

void Pages::lay_out(const World& world, Kept& kept) {
  LaidOut& out = kept.laid_out;
  const bool staff = kept.viewing.route.page == Route::Page::staff && world.has_staff_door();
  if (!snapshot_ && !staff) return lay_out_builtin(world, kept.viewing, out);
  with_view(world, kept.viewing, kept.slide, [&](const View& view) {
    out.exists = view.state.route == kept.viewing.route;
    if (view.state.sheet == Sheet::none) out.siblings = siblings_of(view.state.route, view.hub, view.report);
    out.metrics = view.metrics;
    out.palette = view.palette;
    out.scene = build_scene(view);
  });
}

Layer Pages::question(const World& world, const Viewing& viewing, int seconds_left, int seconds) {
  enter(world);
  Layer layer;
  with_view(world, viewing, 0, [&](const View& view) { layer = build_question(view, seconds_left, seconds); });
  return layer;
}

Layer Pages::touch_mark(const World& world, const Viewing& viewing, const Contact& contact) {
  enter(world);
  Layer layer;
  with_view(world, viewing, 0, [&](const View& view) { layer = build_touch_mark(view, contact); });
  return layer;
}

}  // namespace hub::ui
