#include "ui/scene.h"

#include <algorithm>
#include <cmath>

#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

constexpr double kMostOfPage = 0.5;  // a question over a page covers no more of it, if it can help it

Element screen_of(const BuildContext& context) {
  const Route& route = context.state.route;
  switch (context.state.sheet) {
    case Sheet::language:
      return language_sheet(context);
    case Sheet::staff:
      return staff_sheet(context);
    case Sheet::phrase:
      return phrase_sheet(context);
    case Sheet::none:
      break;
  }
  switch (route.page) {
    case Route::Page::attract:
      return attract_screen(context);
    case Route::Page::home:
      return home_screen(context);
    case Route::Page::purpose:
      return purpose_screen(context);
    case Route::Page::services:
      return services_screen(context);
    case Route::Page::service:
      return service_screen(context, route.first);
    case Route::Page::goals:
      return goals_screen(context);
    case Route::Page::goal:
      return goal_screen(context, route.first);
    case Route::Page::review:
      return review_screen(context);
    case Route::Page::thread:
      return thread_screen(context, route.first, route.second);
    case Route::Page::years:
      return years_screen(context, route.first);
    case Route::Page::about:
      return about_screen(context);
    case Route::Page::staff:
      if (!context.state.staff.open) return pin_screen(context);
      if (context.state.staff.touch_test) return touch_test_screen(context);
      return shows_desk(context) ? desk_screen(context) : staff_screen(context);
  }
  return {};
}

Colour background_of(const BuildContext& context) {
  const Route& route = context.state.route;
  if (route.page == Route::Page::attract) return context.palette.hub;
  if (route.page == Route::Page::service && context.state.sheet == Sheet::none) {
    return context.palette.services[static_cast<std::size_t>(route.first - 1)].tint;
  }
  return context.palette.paper;
}

// The hill is darker than the ground, so that white words on it stay readable; the sun is high and far enough right
// that no statement stands on it.
std::vector<Sunspot> hill_and_sun(const Palette& p, const Rect& on) {
  const int side = std::min(on.w, on.h);
  const Colour hill = mix(p.hub, p.ink, 0.25);
  return {{{on.w * 7 / 8, on.h + side / 20}, side * 55 / 100, hill},
          {{on.w * 10 / 12, -side / 25}, side * 18 / 100, p.sun}};
}

std::vector<Sunspot> sunspots_of(const BuildContext& context) {
  const Rect& v = context.viewport;
  const Palette& p = context.palette;
  const int side = std::min(v.w, v.h);
  if (context.state.sheet != Sheet::none) return {};
  if (context.state.route.page == Route::Page::home) {
    return {{{v.w - v.w / 30, v.y + v.h / 25}, side * 22 / 100, p.leaf_soft},
            {{v.w / 9, v.y + v.h + side / 18}, side * 28 / 100, p.sun_soft}};
  }
  if (context.state.route.page == Route::Page::attract) return hill_and_sun(p, v);
  return {};
}

void describe(const Layer& layer, const char* name, std::string& out) {
  const auto rect = [](const Rect& r) {
    return std::to_string(r.x) + "," + std::to_string(r.y) + " " + std::to_string(r.w) + "x" + std::to_string(r.h);
  };
  out += std::string(name) + " " + rect(layer.viewport) + " holds " + std::to_string(layer.height_px) + "\n";
  for (const Box& box : layer.boxes) {
    const bool picture = box.bitmap != nullptr;
    const bool shows =
        box.block != nullptr || box.box_style.fill || box.icon != 0 || !box.url.empty() || box.tap || picture;
    if (!shows) continue;
    out += rect(box.rect) + " " + box.path + (box.tap ? " (tap)" : "") + "\n";
    if (picture) out += "  picture " + rect(box.part) + (box.mark.w > 0 ? ", marked " + rect(box.mark) : "") + "\n";
    if (box.block == nullptr) continue;
    for (std::size_t i = 0; i < box.block->lines.size(); ++i) {
      const text::Line& line = box.block->lines[i];
      out += "  " + std::to_string(box.origin.x + line.x_px) + "," + std::to_string(box.origin.y + line.baseline_px) +
             " +" + std::to_string(line.width_px) + " " + box.block->line_text(i) + "\n";
    }
  }
}

}  // namespace

bool has_more_below(const Scene& scene, double scroll_px) {
  return scene.more && std::lround(scroll_px) < scene.page.scroll_range_px();
}

Rect page_viewport(const Route& route, const Metrics& metrics) {
  const int width = metrics.screen.width_px;
  const int height = metrics.screen.height_px;
  if (route.page == Route::Page::attract) return {0, 0, width, height};
  const int top = metrics.masthead_px();
  return {0, top, width, height - top - dock_height_px(metrics)};
}

namespace {

// The page is laid out as visitors will see it; what the band takes of it is scrolled to.
void add_band(const BuildContext& context, Scene& scene) {
  const Element band = preview_band(context);
  Rect& page = scene.page.viewport;
  const int height = natural_height(band, page.w, context.typesetter);
  scene.band = lay_out(band, {page.x, page.y, page.w, height}, context.typesetter);
  page.y += height;
  page.h -= height;
}

}  // namespace

Scene build_scene(const BuildContext& context) {
  Scene scene;
  scene.backdrop = {background_of(context), sunspots_of(context)};
  scene.low = context.low();
  scene.page = lay_out(screen_of(context), context.viewport, context.typesetter);
  if (context.state.route.page == Route::Page::attract) {
    scene.attract_slides = attract_slides(context);
  } else {
    const int top = context.viewport.bottom();
    const Rect rect = {0, top, context.metrics.screen.width_px, context.metrics.screen.height_px - top};
    scene.dock = lay_out(dock(context), rect, context.typesetter);
    if (context.viewport.y > 0) {
      const Rect above = {0, 0, context.viewport.w, context.viewport.y};
      scene.masthead_backdrop = {context.palette.hub, hill_and_sun(context.palette, above)};
      scene.masthead = lay_out(masthead(context, above), above, context.typesetter);
    }
    if (context.state.staff.desk.preview && context.state.route.page != Route::Page::staff) add_band(context, scene);
    const int height = more_height_px(context.metrics);
    const Rect end = {0, context.viewport.bottom() - height, context.viewport.w, height};
    // What hides only the page's own margin is no continuation.
    const bool goes_on = scene.page.scroll_range_px() > page_margin_along_px(context);
    if (goes_on) scene.more = lay_out(more_hint(context), end, context.typesetter);
  }
  return scene;
}

// A drawer: as wide as the page, its lower corners below the edge. It leaves the reader the better part of the page, if
// need be in smaller letters.
Layer build_question(const BuildContext& context, int seconds_left, int seconds) {
  const Rect& v = context.viewport;
  const auto drawer = [&](const BuildContext& in) {
    Element card = still_here_card(in, seconds_left, seconds);
    const int below = in.metrics.gap(measure::corner);
    card.pad.bottom += below;
    const int height = natural_height(card, v.w, in.typesetter);
    return lay_out(card, {v.x, v.bottom() - height + below, v.w, height}, in.typesetter);
  };
  Layer layer = drawer(context);
  if (layer.viewport.h <= v.h * kMostOfPage) return layer;
  const Metrics base = metrics_for(context.metrics.screen, 1);
  return drawer(context.with(base));
}

Layer build_touch_mark(const BuildContext& context, const Contact& contact) {
  const auto place = [&](bool number_above) {
    const Element mark = touch_mark(context, contact.id, number_above);
    const int width = natural_width(mark, context.typesetter);
    const int height = natural_height(mark, width, context.typesetter);
    const int radius = touch_disc_px(context) / 2;
    const int top = number_above ? contact.at.y + radius - height : contact.at.y - radius;
    return lay_out(mark, {contact.at.x - width / 2, top, width, height}, context.typesetter);
  };
  Layer above = place(true);
  return above.viewport.y >= 0 ? above : place(false);
}

namespace {

// On the strong colour, with what is held within reach.
Scene on_backdrop(const Metrics& metrics, const Palette& palette) {
  Scene scene;
  scene.backdrop.colour = palette.hub;
  const int top = metrics.masthead_px();
  scene.page.viewport = {0, top, metrics.screen.width_px, metrics.screen.height_px - top};
  return scene;
}

}  // namespace

Scene build_builtin_scene(const BuiltinWords& words, const Metrics& metrics, const Palette& palette,
                          const std::optional<Action>& hold, text::Typesetter& typesetter) {
  Scene scene = on_backdrop(metrics, palette);
  scene.page = lay_out(builtin_screen(words, metrics, palette, hold), scene.page.viewport, typesetter);
  return scene;
}

Scene build_notice_scene(const SetupNotice& notice, const Metrics& metrics, const Palette& palette,
                         const std::optional<Action>& hold, text::Typesetter& typesetter) {
  Scene scene = on_backdrop(metrics, palette);
  const Rect place = scene.page.viewport;
  NoticeSize size;
  const auto screen = [&] { return notice_screen(notice, size, metrics, palette, hold); };
  const auto fits = [&] { return natural_height(screen(), place.w, typesetter) <= place.h; };
  for (const bool small : {false, true}) {
    size = {notice.lines.size(), small};
    while (size.lines > 1 && !fits()) --size.lines;
    if (size.lines == notice.lines.size() && fits()) break;
  }
  scene.page = lay_out(screen(), place, typesetter);
  return scene;
}

std::string describe(const Scene& scene) {
  std::string out;
  if (scene.masthead) describe(*scene.masthead, "masthead", out);
  if (scene.band) describe(*scene.band, "band", out);
  describe(scene.page, "page", out);
  if (scene.dock) describe(*scene.dock, "dock", out);
  return out;
}

}  // namespace hub::ui
