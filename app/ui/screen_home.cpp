// home: who we are, what for, and four doors.
#include <array>

#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/screens.h"

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

std::array<Door, 4> doors_of(const View& view) {
  using Page = Route::Page;
  const Palette& p = view.palette;
  const auto title = [&](std::string_view current, std::string_view of_year, int year) {
    return !view.this_year ? say(view, of_year, {{"year", year_name(view, year)}}) : say(view, current);
  };
  return {{{"purpose", Page::purpose, icon::heart, p.services[0], say(view, "home.purpose"),
            say(view, "home.purpose.note")},
           {"services", Page::services, icon::people, p.services[1], say(view, "home.services"),
            say(view, "home.services.note")},
           {"goals", Page::goals, icon::flag, p.goal(), title("home.goals", "goals.of-year", view.report.goal_year),
            !view.this_year ? say(view, "outdated.goals", {{"year", year_name(view, view.report.goal_year)}})
                            : say(view, "home.goals.note")},
           {"review", Page::review, icon::cycle, p.review(),
            title("home.review", "review.of-year", view.report.review_year), say(view, "home.review.note")}}};
}

Element tall_door(const View& view, const Door& door, Role title_role) {
  const Metrics& m = view.metrics;
  Element e = card(
      view, door.accent.tint,
      {icon_disc(view, door.icon, m.em(view.state.furigana ? 2.0 : 2.6), door.accent.strong, view.palette.on_strong),
       spring(), text(view, door.title, title_role, view.palette.ink, Lines::balanced),
       text(view, door.note, Role::caption, view.palette.ink_soft, Lines::balanced)});
  e.gap_px = m.gap(0.25);
  e.min_height_px = m.em(4.5);
  return e;
}

Element low_door(const View& view, const Door& door, Role title_role) {
  const Metrics& m = view.metrics;
  Element e = row(m.gap(0.5), {icon_disc(view, door.icon, disc_px(view), door.accent.strong, view.palette.on_strong),
                               text(view, door.title, title_role, view.palette.ink, Lines::balanced).growing()});
  e.pad = Insets::sides(m.gap(0.5), m.gap(0.12));
  e.look = card(view, door.accent.tint, {}).look;
  return e;
}

// The titles in one role for all, the largest that fits up to `most`. In a single column doors are low.
Element doors(const View& view, int width_px, bool tall_if_beside, Role most) {
  const Metrics& m = view.metrics;
  const int gap = view.low() ? std::max(m.gap(0.3), m.tap_slop_px()) : m.gap(0.65);
  const int columns = (width_px - gap) / 2 >= m.em(8.5) ? 2 : 1;
  const bool tall = tall_if_beside && columns > 1;
  const int door_px = (width_px - gap * (columns - 1)) / columns;
  const int words_px = door_px - (tall ? m.gap(1.8) : disc_px(view) + m.gap(1.5));
  const std::array<Door, 4> all = doors_of(view);
  std::vector<Words> titles;
  for (const Door& door : all) titles.push_back(door.title);
  Role role = most;
  if (most == Role::goal) role = largest_fitting(view, titles, words_px, tall ? 2 : 1, {Role::goal, Role::heading});
  if (most != Role::label && role == Role::heading) {
    role = largest_fitting(view, titles, words_px, tall ? 2 : 1, {Role::heading, Role::label});
  }
  std::vector<Element> children;
  for (const Door& door : all) {
    Element e = tall ? tall_door(view, door, role) : low_door(view, door, role);
    e.min_height_px = std::max(e.min_height_px, m.target_px());
    children.push_back(std::move(e).with_key(std::string(door.key)).tapped(Go{Route{door.to}}));
  }
  return grid(columns, gap, std::move(children)).with_key("doors");
}

Element about_link(const View& view) {
  const Metrics& m = view.metrics;
  Element e = row(m.gap(0.25), {icon_of(icon::information, m.em(0.9), view.palette.ink_soft),
                                plain_text(view, say(view, "home.about"), Role::caption, view.palette.ink_soft)});
  e.min_height_px = m.target_px();
  e.min_width_px = m.target_px();
  e.hug = true;
  e.tap = Go{Route{Route::Page::about}};
  return std::move(e).with_key("about");
}

// The hub's name without the ward, which the chip before it says: 地域子育て支援拠点.
Words name_after_ward(const View& view) {
  Words name = said(view, view.hub.name);
  const std::string ward = said(view, view.hub.ward).words;
  if (name.words.size() > ward.size() && name.words.starts_with(ward)) {
    name.words.erase(0, name.words.find_first_not_of(' ', ward.size()));
  }
  return name;
}

// Where there is no room for it beside the name, the link stands at the page's end.
bool about_in_head(const View& view) { return !view.low() || view.metrics.width_em() >= 30; }

Element head(const View& view) {
  const Metrics& m = view.metrics;
  std::vector<Element> who = {chip(view, said(view, view.hub.ward), view.palette.hub, view.palette.on_strong),
                              plain_text(view, name_after_ward(view), Role::label, view.palette.ink_soft)};
  who[1].style.weight = text::Weight::regular;
  // The staff know of it; nobody else comes upon it.
  if (view.staff_panel) who[0].hold = Go{Route{Route::Page::staff}};
  Element names = flow(m.gap(0.5), std::move(who));
  if (!about_in_head(view)) return std::move(names).with_key("head");
  return row(m.gap(0.5), {std::move(names).growing(), about_link(view)}).with_key("head");
}

Element tagline(const View& view, Role role) {
  return text(view, said(view, view.hub.tagline), role, view.palette.ink, Lines::balanced).with_key("tagline");
}

Element purpose(const View& view) {
  std::vector<Element> words;
  if (!view.report.purpose.empty()) {
    add_language_tag(view, view.report.purpose, words);
    words.push_back(text(view, said(view, view.report.purpose), Role::body, view.palette.ink));
  }
  return column(view.metrics.gap(0.3), std::move(words)).with_key("purpose");
}

// Words at the left, doors at the right.
Element wide_home(const View& view, Role door_role) {
  const Metrics& m = view.metrics;
  const int gap = m.gap(1.4);
  const int inner_px = view.viewport.w - 2 * m.margin_px();
  const int doors_px = (inner_px - gap) * 52 / 100;
  Element statement = column(m.gap(0.8), {tagline(view, Role::title), purpose(view)});
  Element words = column(0, {spring(), std::move(statement), spring()});
  Element both = row(gap, {std::move(words).growing(), doors(view, doors_px, true, door_role).wide(doors_px)});
  both.across = Align::stretch;
  return page(view, m.gap(0.5), {head(view), std::move(both).growing()});
}

Element stacked_home(const View& view, Role tagline_role) {
  const Metrics& m = view.metrics;
  const int inner_px = view.viewport.w - 2 * m.margin_px();
  return page(
      view, m.gap(1.0),
      {head(view), tagline(view, tagline_role), purpose(view), doors(view, inner_px, true, Role::goal).growing()});
}

// The doors first: they must be on the screen without scrolling.
Element low_home(const View& view) {
  const Metrics& m = view.metrics;
  const int inner_px = view.viewport.w - 2 * m.margin_px();
  const bool narrow = m.width_class() == WidthClass::narrow;
  std::vector<Element> children = {head(view), tagline(view, narrow ? Role::heading : Role::goal),
                                   doors(view, inner_px, false, Role::goal), purpose(view)};
  if (!about_in_head(view)) children.push_back(about_link(view));
  return page(view, m.gap(narrow ? 0.25 : 0.35), std::move(children));
}

}  // namespace

Element home_screen(const View& view) {
  const bool beside = view.metrics.width_class() == WidthClass::wide && !view.low();
  if (beside) {
    return first_that_fits(view, {Role::goal, Role::heading, Role::label},
                           [&](Role role) { return wide_home(view, role); });
  }
  if (view.low()) return low_home(view);
  return first_that_fits(view, {Role::statement, Role::title, Role::goal},
                         [&](Role role) { return stacked_home(view, role); });
}

}  // namespace hub::ui
