// services: seven tiles in parents' words and an eighth, スタッフに聞く.
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

struct Tile {
  std::string key;
  int number;  // 0: none
  char32_t icon;
  Colour disc;
  Colour on_disc;
  Colour number_colour;
  Colour fill;
  Words name;
  Words need;
  Action tap;
};

std::vector<Tile> tiles_of(const View& view) {
  const Palette& p = view.palette;
  std::vector<Tile> tiles;
  for (const content::ServiceWords& common : view.snapshot.services) {
    const content::ServiceWords words = view.snapshot.service(view.hub, common.number).words;
    const Accent accent = p.services[static_cast<std::size_t>(common.number - 1)];
    tiles.push_back({std::to_string(common.number), common.number, service_icon(words.icon).value_or(icon::heart),
                     accent.strong, p.on_strong, accent.deep, accent.tint, said(view, words.name),
                     said(view, words.need), Go{Route{Route::Page::service, common.number}}});
  }
  tiles.push_back({"staff", 0, icon::greeting, p.sun, p.ink, p.ink, p.card, say(view, "services.staff"),
                   say(view, "services.staff.note"), OpenSheet{Sheet::staff}});
  return tiles;
}

Element tall_tile(const View& view, const Tile& tile, Role name_role) {
  const Metrics& m = view.metrics;
  std::vector<Element> top = {icon_disc(view, tile.icon, m.gap(2.2), tile.disc, tile.on_disc), spring()};
  if (tile.number > 0) {
    top.push_back(plain_text(view, {std::to_string(tile.number), "ja"}, Role::heading, tile.number_colour));
  }
  Element e = card(view, tile.fill,
                   {row(0, std::move(top)), spring(),
                    text(view, tile.name, name_role, view.palette.ink, Lines::balanced),
                    text(view, tile.need, Role::caption, view.palette.ink_soft, Lines::balanced)});
  e.gap_px = m.gap(0.25);
  e.pad = Insets::all(m.gap(0.6));
  return e;
}

Element low_tile(const View& view, const Tile& tile, Role name_role) {
  const Metrics& m = view.metrics;
  Element words = column(m.gap(0.05), {text(view, tile.name, name_role, view.palette.ink, Lines::balanced),
                                       text(view, tile.need, Role::caption, view.palette.ink_soft, Lines::balanced)});
  std::vector<Element> children = {icon_disc(view, tile.icon, m.gap(1.7), tile.disc, tile.on_disc),
                                   std::move(words).growing()};
  if (tile.number > 0) {
    children.push_back(plain_text(view, {std::to_string(tile.number), "ja"}, Role::label, tile.number_colour));
  }
  Element e = row(m.gap(0.5), std::move(children));
  e.pad = Insets::sides(m.gap(0.55), m.gap(0.35));
  e.look = card(view, tile.fill, {}).look;
  return e;
}

}  // namespace

Element services_screen(const View& view) {
  const Metrics& m = view.metrics;
  const int gap = m.gap(view.low() ? 0.4 : 0.58);
  const int inner_px = view.viewport.w - 2 * m.margin_px();
  const bool tall = !view.low();
  const double narrowest_em = tall ? 9.5 : 10;
  const auto fits = [&](int columns) { return (inner_px - gap * (columns - 1)) / columns >= m.em(narrowest_em); };
  const int columns = fits(4) ? 4 : fits(2) ? 2 : 1;
  const int tile_px = (inner_px - gap * (columns - 1)) / columns;

  const std::vector<Tile> tiles = tiles_of(view);
  std::vector<Words> names;
  for (const Tile& tile : tiles) names.push_back(tile.name);
  const int words_px = tile_px - (tall ? m.gap(1.2) : m.gap(4.4));
  const Role role = largest_fitting(view, names, words_px, {Role::goal, Role::heading, Role::label});

  std::vector<Element> children;
  for (const Tile& tile : tiles) {
    Element e = tall ? tall_tile(view, tile, role) : low_tile(view, tile, role);
    e.min_height_px = std::max(e.min_height_px, m.target_px());
    children.push_back(std::move(e).with_key(tile.key).tapped(tile.tap));
  }
  Element title = text(view, say(view, "services.title"), title_role(view), view.palette.ink);
  Element hint = plain_text(view, say(view, "services.hint"), Role::label, view.palette.ink_soft);
  hint.style.weight = text::Weight::regular;
  return page(view, m.gap(view.low() ? 0.4 : 0.6),
              {page_head(view, {std::move(title), std::move(hint)}),
               grid(columns, gap, std::move(children)).with_key("tiles").growing()});
}

}  // namespace hub::ui
