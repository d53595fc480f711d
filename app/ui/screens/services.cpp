// services: seven tiles in parents' words and an eighth, スタッフに聞く.
#include "ui/layout/icons.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

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

std::vector<Tile> tiles_of(const BuildContext& context) {
  const Palette& p = context.palette;
  std::vector<Tile> tiles;
  for (const content::ServiceWords& common : context.snapshot.services) {
    const content::ServiceWords words = context.snapshot.service(context.hub, common.number).words;
    const Accent accent = p.services[static_cast<std::size_t>(common.number - 1)];
    tiles.push_back({std::to_string(common.number), common.number, service_icon(words.icon).value_or(icon::heart),
                     accent.strong, p.on_strong, accent.deep, accent.tint, said(context, words.name),
                     said(context, words.need), Go{Route{Route::Page::service, common.number}}});
  }
  tiles.push_back({"staff", 0, icon::greeting, p.sun, p.on_sun, p.ink, p.card, say(context, "services.staff"),
                   say(context, "services.staff.note"), OpenSheet{Sheet::staff}});
  return tiles;
}

Element tall_tile(const BuildContext& context, const Tile& tile, Role name_role) {
  const Metrics& m = context.metrics;
  std::vector<Element> top = {
      icon_disc(context, tile.icon, m.em(context.state.furigana ? 2.0 : 2.6), tile.disc, tile.on_disc), spacer()};
  if (tile.number > 0) {
    top.push_back(plain_text(context, {std::to_string(tile.number), "ja"}, Role::heading, tile.number_colour));
  }
  Element e =
      card(context, tile.fill,
           {row(0, std::move(top)), spacer(), text(context, tile.name, name_role, context.palette.ink, Lines::balanced),
            text(context, tile.need, Role::caption, context.palette.ink_soft, Lines::balanced)});
  e.gap_px = m.gap(0.25);
  e.pad = Insets::all(m.gap(0.6));
  return e;
}

Element low_tile(const BuildContext& context, const Tile& tile, Role name_role) {
  const Metrics& m = context.metrics;
  Element words =
      column(m.gap(0.05), {text(context, tile.name, name_role, context.palette.ink, Lines::balanced),
                           text(context, tile.need, Role::caption, context.palette.ink_soft, Lines::balanced)});
  std::vector<Element> children = {icon_disc(context, tile.icon, disc_px(context), tile.disc, tile.on_disc),
                                   std::move(words).growing()};
  const bool narrow = m.width_class() == WidthClass::narrow;
  if (tile.number > 0 && !narrow) {
    children.push_back(plain_text(context, {std::to_string(tile.number), "ja"}, Role::label, tile.number_colour));
  }
  Element e = row(m.gap(narrow ? 0.35 : 0.5), std::move(children));
  e.pad = Insets::sides(m.gap(narrow ? 0.35 : 0.55), m.gap(0.25));
  e.box_style = card(context, tile.fill, {}).box_style;
  return e;
}

// How many columns the tiles stand in: never one that leaves a tile alone in its row.
int columns_of(const BuildContext& context, int inner_px, int gap_px) {
  const double narrowest_em = context.low() ? 10 : 9.5;
  for (const int columns : {4, 2}) {
    if ((inner_px - gap_px * (columns - 1)) / columns >= context.metrics.em(narrowest_em)) return columns;
  }
  return 1;
}

// In a single column tiles are low.
bool tall_tiles(const BuildContext& context, int columns) { return !context.low() && columns > 1; }

Element with_name_role(const BuildContext& context, const std::vector<Tile>& tiles, int columns, int gap_px,
                       Role name_role) {
  const Metrics& m = context.metrics;
  std::vector<Element> children;
  for (const Tile& tile : tiles) {
    Element e = tall_tiles(context, columns) ? tall_tile(context, tile, name_role) : low_tile(context, tile, name_role);
    e.min_height_px = std::max(e.min_height_px, m.target_px());
    children.push_back(std::move(e).with_key(tile.key).tapped(tile.tap));
  }
  Element title = text(context, say(context, "services.title"), title_role(context), context.palette.ink);
  Element hint = text(context, say(context, "services.hint"), Role::label, context.palette.ink_soft);
  hint.style.weight = text::Weight::regular;
  return page(context, m.gap(context.low() ? 0.35 : 0.6),
              {page_head(context, {std::move(title), std::move(hint)}),
               grid(columns, gap_px, std::move(children)).with_key("tiles").growing()});
}

}  // namespace

Element services_screen(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const int gap = m.gap(context.low() ? 0.35 : 0.58);
  const int inner_px = context.viewport.w - 2 * m.margin_px();
  const int columns = columns_of(context, inner_px, gap);
  const int tile_px = (inner_px - gap * (columns - 1)) / columns;
  const std::vector<Tile> tiles = tiles_of(context);
  std::vector<Words> names;
  names.reserve(tiles.size());
  for (const Tile& tile : tiles) names.push_back(tile.name);
  const int words_px = tile_px - (tall_tiles(context, columns) ? m.gap(1.2) : disc_px(context) + m.gap(2.6));
  return first_that_fits(context, {Role::goal, Role::heading, Role::label}, [&](Role largest) {
    const Role role =
        largest == Role::goal ? largest_fitting(context, names, words_px, 1, {Role::goal, Role::heading}) : largest;
    return with_name_role(context, tiles, columns, gap, role);
  });
}

}  // namespace hub::ui
