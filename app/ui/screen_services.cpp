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
  tiles.push_back({"staff", 0, icon::greeting, p.sun, p.on_sun, p.ink, p.card, say(view, "services.staff"),
                   say(view, "services.staff.note"), OpenSheet{Sheet::staff}});
  return tiles;
}

Element tall_tile(const View& view, const Tile& tile, Role name_role) {
  const Metrics& m = view.metrics;
  std::vector<Element> top = {
      icon_disc(view, tile.icon, m.em(view.state.furigana ? 2.0 : 2.6), tile.disc, tile.on_disc), spring()};
  if (tile.number > 0) {
    top.push_back(plain_text(view, {std::to_string(tile.number), "ja"}, Role::heading, tile.number_colour));
  }
  Element e =
      card(view, tile.fill,
           {row(0, std::move(top)), spring(), text(view, tile.name, name_role, view.palette.ink, Lines::balanced),
            text(view, tile.need, Role::caption, view.palette.ink_soft, Lines::balanced)});
  e.gap_px = m.gap(0.25);
  e.pad = Insets::all(m.gap(0.6));
  return e;
}

Element low_tile(const View& view, const Tile& tile, Role name_role) {
  const Metrics& m = view.metrics;
  Element words = column(m.gap(0.05), {text(view, tile.name, name_role, view.palette.ink, Lines::balanced),
                                       text(view, tile.need, Role::caption, view.palette.ink_soft, Lines::balanced)});
  std::vector<Element> children = {icon_disc(view, tile.icon, disc_px(view), tile.disc, tile.on_disc),
                                   std::move(words).growing()};
  const bool narrow = m.width_class() == WidthClass::narrow;
  if (tile.number > 0 && !narrow) {
    children.push_back(plain_text(view, {std::to_string(tile.number), "ja"}, Role::label, tile.number_colour));
  }
  Element e = row(m.gap(narrow ? 0.35 : 0.5), std::move(children));
  e.pad = Insets::sides(m.gap(narrow ? 0.35 : 0.55), m.gap(0.25));
  e.look = card(view, tile.fill, {}).look;
  return e;
}

// How many columns the tiles stand in: never one that leaves a tile alone in its row.
int columns_of(const View& view, int inner_px, int gap_px) {
  const double narrowest_em = view.low() ? 10 : 9.5;
  for (const int columns : {4, 2}) {
    if ((inner_px - gap_px * (columns - 1)) / columns >= view.metrics.em(narrowest_em)) return columns;
  }
  return 1;
}

// In a single column tiles are low.
bool tall_tiles(const View& view, int columns) { return !view.low() && columns > 1; }

Element with_name_role(const View& view, const std::vector<Tile>& tiles, int columns, int gap_px, Role name_role) {
  const Metrics& m = view.metrics;
  std::vector<Element> children;
  for (const Tile& tile : tiles) {
    Element e = tall_tiles(view, columns) ? tall_tile(view, tile, name_role) : low_tile(view, tile, name_role);
    e.min_height_px = std::max(e.min_height_px, m.target_px());
    children.push_back(std::move(e).with_key(tile.key).tapped(tile.tap));
  }
  Element title = text(view, say(view, "services.title"), title_role(view), view.palette.ink);
  Element hint = plain_text(view, say(view, "services.hint"), Role::label, view.palette.ink_soft);
  hint.style.weight = text::Weight::regular;
  return page(view, m.gap(view.low() ? 0.35 : 0.6),
              {page_head(view, {std::move(title), std::move(hint)}),
               grid(columns, gap_px, std::move(children)).with_key("tiles").growing()});
}

}  // namespace

Element services_screen(const View& view) {
  const Metrics& m = view.metrics;
  const int gap = m.gap(view.low() ? 0.35 : 0.58);
  const int inner_px = view.viewport.w - 2 * m.margin_px();
  const int columns = columns_of(view, inner_px, gap);
  const int tile_px = (inner_px - gap * (columns - 1)) / columns;
  const std::vector<Tile> tiles = tiles_of(view);
  std::vector<Words> names;
  for (const Tile& tile : tiles) names.push_back(tile.name);
  const int words_px = tile_px - (tall_tiles(view, columns) ? m.gap(1.2) : disc_px(view) + m.gap(2.6));
  return first_that_fits(view, {Role::goal, Role::heading, Role::label}, [&](Role largest) {
    const Role role =
        largest == Role::goal ? largest_fitting(view, names, words_px, 1, {Role::goal, Role::heading}) : largest;
    return with_name_role(view, tiles, columns, gap, role);
  });
}

}  // namespace hub::ui
