#include "ui/pages.h"

#include <algorithm>
#include <optional>

namespace hub::ui {

// The panel tells new facts every second: other pages stay laid out.
void Pages::take_facts(const FrameContext& frame_context) {
  if (frame_context.staff == staff_ && frame_context.desk == desk_) return;
  staff_ = frame_context.staff;
  desk_ = frame_context.desk;
  for (std::unique_ptr<Kept>& one : kept_) {
    if (one && one->page_state.route.page == Route::Page::staff) one.reset();
  }
}

void Pages::enter(const FrameContext& frame_context) {
  take_facts(frame_context);
  const bool same = frame_context.snapshot == snapshot_ && frame_context.words_only == words_only_ &&
                    frame_context.screen == screen_ && frame_context.today == today_ &&
                    frame_context.high_contrast == high_contrast_ && frame_context.languages == languages_ &&
                    frame_context.staff_panel == staff_panel_ && frame_context.notice == notice_;
  if (same) return;
  forget();
  snapshot_ = frame_context.snapshot;
  words_only_ = frame_context.words_only;
  screen_ = frame_context.screen;
  today_ = frame_context.today;
  high_contrast_ = frame_context.high_contrast;
  languages_ = frame_context.languages;
  staff_panel_ = frame_context.staff_panel;
  notice_ = frame_context.notice;
}

void Pages::forget() {
  for (std::unique_ptr<Kept>& one : kept_) one.reset();
  typesetter_.forget_blocks();
}

void Pages::rest() {
  forget();
  typesetter_.rest();
}

const LaidOut& Pages::page(const FrameContext& frame_context, const PageState& page_state, int slide) {
  enter(frame_context);
  ++uses_;
  for (const std::unique_ptr<Kept>& one : kept_) {
    if (one && one->slide == slide && one->page_state == page_state) return one->used = uses_, one->laid_out;
  }
  std::unique_ptr<Kept>& place = *std::ranges::min_element(
      kept_, {}, [](const std::unique_ptr<Kept>& one) { return one ? one->used : std::uint64_t{0}; });
  place = std::make_unique<Kept>();
  place->page_state = page_state;
  place->slide = slide;
  place->used = uses_;
  lay_out(frame_context, *place);
  return place->laid_out;
}

// All that a screen may look at, for as long as it is built.
template <class Build>
void Pages::with_context(const FrameContext& frame_context, const PageState& page_state, int slide,
                         const Build& build) {
  const content::Snapshot& snapshot = snapshot_ ? *snapshot_ : *words_only_;
  const content::Hub* hub = snapshot.find_hub(snapshot_ ? page_state.hub : "");
  HUB_CHECK(hub != nullptr);
  const content::Report& report = content::shown_report(*hub, frame_context.today);
  // Attract speaks to everybody: the reader's text size is for pages.
  const bool attract = page_state.route.page == Route::Page::attract;
  const Metrics metrics = metrics_for(frame_context.screen, attract ? 1 : page_state.text_step);
  Palette palette = frame_context.high_contrast ? high_contrast_palette() : sunny_palette();
  if (hub->colour && !frame_context.high_contrast) {
    if (const auto colour = parse_colour(*hub->colour)) palette = with_hub_colour(palette, *colour);
  }
  PageState shown = page_state;
  if (!exists(shown.route, *hub, report, frame_context.staff_panel)) shown.route = {Route::Page::home};
  build(BuildContext{snapshot, *hub, report, content::is_of_this_year(report, frame_context.today),
                     content::is_outdated(report, frame_context.today), shown, metrics, palette,
                     page_viewport(shown.route, metrics), slide, typesetter_, frame_context.languages,
                     frame_context.staff_panel, frame_context.staff.get(), frame_context.today, !snapshot_,
                     frame_context.desk.get()});
}

void Pages::lay_out_builtin(const FrameContext& frame_context, const PageState& page_state, LaidOut& out) {
  std::optional<Action> hold;
  if (frame_context.can_open_staff()) hold = Go{Route{Route::Page::staff}};
  out.exists = page_state.route.page != Route::Page::staff;
  out.palette = frame_context.high_contrast ? high_contrast_palette() : sunny_palette();
  out.metrics = metrics_for(frame_context.screen, 1);
  out.scene = notice_ ? build_notice_scene(*notice_, out.metrics, out.palette, hold, typesetter_)
                      : build_builtin_scene(frame_context.builtin, out.metrics, out.palette, hold, typesetter_);
}

void Pages::lay_out(const FrameContext& frame_context, Kept& kept) {
  LaidOut& out = kept.laid_out;
  const bool staff = kept.page_state.route.page == Route::Page::staff && frame_context.can_open_staff();
  if ((!snapshot_ || notice_) && !staff) return lay_out_builtin(frame_context, kept.page_state, out);
  with_context(frame_context, kept.page_state, kept.slide, [&](const BuildContext& context) {
    out.exists = context.state.route == kept.page_state.route;
    if (context.state.sheet == Sheet::none)
      out.siblings = siblings_of(context.state.route, context.hub, context.report);
    out.metrics = context.metrics;
    out.palette = context.palette;
    out.scene = build_scene(context);
  });
}

Layer Pages::question(const FrameContext& frame_context, const PageState& page_state, int seconds_left, int seconds) {
  enter(frame_context);
  Layer layer;
  with_context(frame_context, page_state, 0,
               [&](const BuildContext& context) { layer = build_question(context, seconds_left, seconds); });
  return layer;
}

Layer Pages::touch_mark(const FrameContext& frame_context, const PageState& page_state, const Contact& contact) {
  enter(frame_context);
  Layer layer;
  with_context(frame_context, page_state, 0,
               [&](const BuildContext& context) { layer = build_touch_mark(context, contact); });
  return layer;
}

}  // namespace hub::ui
