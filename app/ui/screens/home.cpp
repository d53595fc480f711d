// home: who we are, what for, and four doors.
#include <array>

#include "ui/layout/icons.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

struct Door {
  std::string_view key;
  Route::Page to;
  char32_t icon;
  Accent accent;
  Words title;
  Words note;
};

std::array<Door, 4> doors_of(const BuildContext& context) {
  using Page = Route::Page;
  const Palette& p = context.palette;
  const auto title = [&](std::string_view current, std::string_view of_year, int year) {
    return !context.this_year ? say(context, of_year, {{"year", year_name(context, year)}}) : say(context, current);
  };
  return {
      {{"purpose", Page::purpose, icon::heart, p.services[0], say(context, "home.purpose"),
        say(context, "home.purpose.note")},
       {"services", Page::services, icon::people, p.services[1], say(context, "home.services"),
        say(context, "home.services.note")},
       {"goals", Page::goals, icon::flag, p.goal(), title("home.goals", "goals.of-year", context.report.goal_year),
        !context.this_year ? say(context, "outdated.goals", {{"year", year_name(context, context.report.goal_year)}})
                           : say(context, "home.goals.note")},
       {"review", Page::review, icon::cycle, p.review(),
        title("home.review", "review.of-year", context.report.review_year), say(context, "home.review.note")}}};
}

Element tall_door(const BuildContext& context, const Door& door, Role title_role) {
  const Metrics& m = context.metrics;
  Element e = card(context, door.accent.tint,
                   {icon_disc(context, door.icon, m.em(context.state.furigana ? 2.0 : 2.6), door.accent.strong,
                              context.palette.on_strong),
                    spacer(), text(context, door.title, title_role, context.palette.ink, Lines::balanced),
                    text(context, door.note, Role::caption, context.palette.ink_soft, Lines::balanced)});
  e.gap_px = m.gap(0.25);
  e.min_height_px = m.em(4.5);
  return e;
}

Element low_door(const BuildContext& context, const Door& door, Role title_role) {
  const Metrics& m = context.metrics;
  Element e =
      row(m.gap(0.5), {icon_disc(context, door.icon, disc_px(context), door.accent.strong, context.palette.on_strong),
                       text(context, door.title, title_role, context.palette.ink, Lines::balanced).growing()});
  e.pad = Insets::sides(m.gap(0.5), m.gap(0.12));
  e.box_style = card(context, door.accent.tint, {}).box_style;
  return e;
}

// The titles in one role for all, the largest that fits up to `most`. In a single column doors are low.
Element doors(const BuildContext& context, int width_px, bool tall_if_beside, Role most) {
  const Metrics& m = context.metrics;
  const int gap = context.low() ? std::max(m.gap(0.3), m.tap_slop_px()) : m.gap(0.65);
  const int columns = (width_px - gap) / 2 >= m.em(8.5) ? 2 : 1;
  const bool tall = tall_if_beside && columns > 1;
  const int door_px = (width_px - gap * (columns - 1)) / columns;
  const int words_px = door_px - (tall ? m.gap(1.8) : disc_px(context) + m.gap(1.5));
  const std::array<Door, 4> all = doors_of(context);
  std::vector<Words> titles;
  titles.reserve(all.size());
  for (const Door& door : all) titles.push_back(door.title);
  Role role = most;
  if (most == Role::goal) role = largest_fitting(context, titles, words_px, tall ? 2 : 1, {Role::goal, Role::heading});
  if (most != Role::label && role == Role::heading) {
    role = largest_fitting(context, titles, words_px, tall ? 2 : 1, {Role::heading, Role::label});
  }
  std::vector<Element> children;
  for (const Door& door : all) {
    Element e = tall ? tall_door(context, door, role) : low_door(context, door, role);
    e.min_height_px = std::max(e.min_height_px, m.target_px());
    children.push_back(std::move(e).with_key(std::string(door.key)).tapped(Go{Route{door.to}}));
  }
  return grid(columns, gap, std::move(children)).with_key("doors");
}

Element about_link(const BuildContext& context) {
  const Metrics& m = context.metrics;
  Element e =
      row(m.gap(0.25), {icon_of(icon::information, m.em(0.9), context.palette.ink_soft),
                        plain_text(context, say(context, "home.about"), Role::caption, context.palette.ink_soft)});
  e.min_height_px = m.target_px();
  e.min_width_px = m.target_px();
  e.hug = true;
  e.tap = Go{Route{Route::Page::about}};
  return std::move(e).with_key("about");
}

// The hub's name without the ward, which the chip before it says: 地域子育て支援拠点.
Words name_after_ward(const BuildContext& context) {
  Words name = said(context, context.hub.name);
  const std::string ward = said(context, context.hub.ward).words;
  if (name.words.size() > ward.size() && name.words.starts_with(ward)) {
    name.words.erase(0, name.words.find_first_not_of(' ', ward.size()));
  }
  return name;
}

// Where there is no room for it beside the name, the link stands at the page's end.
bool about_in_head(const BuildContext& context) { return !context.low() || context.metrics.width_em() >= 30; }

Element head(const BuildContext& context) {
  const Metrics& m = context.metrics;
  std::vector<Element> who = {
      chip(context, said(context, context.hub.ward), context.palette.hub, context.palette.on_strong),
      plain_text(context, name_after_ward(context), Role::label, context.palette.ink_soft)};
  who[1].style.weight = text::Weight::regular;
  // The staff know of it; nobody else comes upon it.
  if (context.staff_panel) who[0].hold = Go{Route{Route::Page::staff}};
  Element names = flow(m.gap(0.5), std::move(who));
  if (!about_in_head(context)) return std::move(names).with_key("head");
  return row(m.gap(0.5), {std::move(names).growing(), about_link(context)}).with_key("head");
}

Element tagline(const BuildContext& context, Role role) {
  return text(context, said(context, context.hub.tagline), role, context.palette.ink, Lines::balanced)
      .with_key("tagline");
}

Element purpose(const BuildContext& context) {
  std::vector<Element> words;
  if (!context.report.purpose.empty()) {
    add_language_tag(context, context.report.purpose, words);
    words.push_back(text(context, said(context, context.report.purpose), Role::body, context.palette.ink));
  }
  return column(context.metrics.gap(0.3), std::move(words)).with_key("purpose");
}

// Words at the left, doors at the right.
Element wide_home(const BuildContext& context, Role door_role) {
  const Metrics& m = context.metrics;
  const int gap = m.gap(1.4);
  const int inner_px = context.viewport.w - 2 * m.margin_px();
  const int doors_px = (inner_px - gap) * 52 / 100;
  Element statement = column(m.gap(0.8), {tagline(context, Role::title), purpose(context)});
  Element words = column(0, {spacer(), std::move(statement), spacer()});
  Element both = row(gap, {std::move(words).growing(), doors(context, doors_px, true, door_role).wide(doors_px)});
  both.across = Align::stretch;
  return page(context, m.gap(0.5), {head(context), std::move(both).growing()});
}

Element stacked_home(const BuildContext& context, Role tagline_role) {
  const Metrics& m = context.metrics;
  const int inner_px = context.viewport.w - 2 * m.margin_px();
  return page(context, m.gap(1.0),
              {head(context), tagline(context, tagline_role), purpose(context),
               doors(context, inner_px, true, Role::goal).growing()});
}

// The doors first: they must be on the screen without scrolling.
Element low_home(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const int inner_px = context.viewport.w - 2 * m.margin_px();
  const bool narrow = m.width_class() == WidthClass::narrow;
  std::vector<Element> children = {head(context), tagline(context, narrow ? Role::heading : Role::goal),
                                   doors(context, inner_px, false, Role::goal), purpose(context)};
  if (!about_in_head(context)) children.push_back(about_link(context));
  return page(context, m.gap(narrow ? 0.25 : 0.35), std::move(children));
}

}  // namespace

Element home_screen(const BuildContext& context) {
  const bool beside = context.metrics.width_class() == WidthClass::wide && !context.low();
  if (beside) {
    return first_that_fits(context, {Role::goal, Role::heading, Role::label},
                           [&](Role role) { return wide_home(context, role); });
  }
  if (context.low()) return low_home(context);
  return first_that_fits(context, {Role::statement, Role::title, Role::goal},
                         [&](Role role) { return stacked_home(context, role); });
}

}  // namespace hub::ui
