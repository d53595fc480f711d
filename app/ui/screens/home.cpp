// home: who we are, what for, and four doors.
#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "ui/layout/icons.h"
#include "ui/layout/layout.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

constexpr int kDoors = 4;

struct Door {
  std::string_view key;
  Route::Page to;
  char32_t icon;
  Accent accent;
  Words title;
  Words note;
};

std::array<Door, kDoors> doors_of(const BuildContext& context) {
  using Page = Route::Page;
  const Palette& p = context.palette;
  const auto title = [&](std::string_view current, std::string_view of_year, int year) {
    return !context.this_year ? say(context, of_year, {{"year", year_name(context, year)}}) : say(context, current);
  };
  return {{{"purpose", Page::purpose, icon::heart, p.services[0], say(context, "home.purpose"),
            say(context, "home.purpose.note")},
           {"services", Page::services, icon::people, p.services[1], say(context, "home.services"),
            say(context, "home.services.note")},
           {"goals", Page::goals, icon::flag, p.goal(), title("home.goals", "goals.of-year", context.report.goal_year),
            !context.this_year ? say(context, "home.goals.outdated") : say(context, "home.goals.note")},
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

// Without a disc where that has no size.
Element low_door(const BuildContext& context, const Door& door, Role title_role, int disc_px) {
  const Metrics& m = context.metrics;
  Element e = row(m.gap(0.5), {text(context, door.title, title_role, context.palette.ink, Lines::balanced).growing()});
  if (disc_px > 0) {
    e.children.insert(e.children.begin(),
                      icon_disc(context, door.icon, disc_px, door.accent.strong, context.palette.on_strong));
  }
  e.pad = Insets::sides(m.gap(0.5), m.gap(0.12));
  e.box_style = card(context, door.accent.tint, {}).box_style;
  return e;
}

// What stands above the doors, or beside them at the left, and how the doors look. The rest stands below them.
struct Form {
  std::optional<Role> tagline = std::nullopt;
  bool visiting = false;
  bool purpose = false;
  bool name = true;     // the hub's, beside its ward
  bool beside = false;  // the words at the left, the doors at the right
  bool tall = false;    // doors, where two stand beside each other
  bool tight = false;   // low doors, close together
  bool icons = true;    // on low doors
  Role door_title = Role::goal;
  bool scrolls = true;  // else it is taken only when all of it shows at once
};

int doors_gap_px(const BuildContext& context, const Form& form) {
  const Metrics& m = context.metrics;
  return form.tight || context.low() ? std::max(m.gap(0.3), m.tap_slop_px()) : m.gap(0.65);
}

// The titles in one role for all, the largest that fits up to the form's. In a single column doors are low.
Element doors(const BuildContext& context, int width_px, const Form& form) {
  const Metrics& m = context.metrics;
  const int gap = doors_gap_px(context, form);
  const int low_disc_px = !form.icons ? 0 : form.tight ? m.em(1.5) : disc_px(context);
  const int beside_px = (width_px - gap) / 2;
  const std::array<Door, kDoors> all = doors_of(context);
  std::vector<Words> titles;
  titles.reserve(all.size());
  for (const Door& door : all) titles.push_back(door.title);
  const auto words_in = [&](int door_px, bool tall) {
    return door_px - (tall ? m.gap(1.8) : low_disc_px + m.gap(1.5));
  };
  // Low doors that are not close together have room below each other where two beside each other crowd their words.
  const bool crowded = !form.tall && !form.tight && !fit(context, titles, words_in(beside_px, false), 2, Role::label);
  const int columns = beside_px >= m.em(form.tight ? 6.5 : 8.5) && !crowded ? 2 : 1;
  const bool tall = form.tall && columns > 1;
  const int door_px = columns > 1 ? beside_px : width_px;
  const int words_px = words_in(door_px, tall);
  Role role = form.door_title;
  if (role == Role::goal) role = largest_fitting(context, titles, words_px, tall ? 2 : 1, {Role::goal, Role::heading});
  if (role == Role::heading) {
    role = largest_fitting(context, titles, words_px, tall ? 2 : 1, {Role::heading, Role::label});
  }
  std::vector<Element> children;
  for (const Door& door : all) {
    Element e = tall ? tall_door(context, door, role) : low_door(context, door, role, low_disc_px);
    e.min_height_px = std::max(e.min_height_px, m.target_px());
    children.push_back(std::move(e).with_key(std::string(door.key)).tapped(Go{Route{door.to}}));
  }
  if (!form.tight && columns > 1) return grid(columns, gap, std::move(children)).with_key("doors");
  // Each row as high as the higher of its own doors.
  for (std::size_t first = 0; first < children.size(); first += static_cast<std::size_t>(columns)) {
    const std::span<Element> beside_each_other(&children[first], static_cast<std::size_t>(columns));
    int height_px = 0;
    for (Element& door : beside_each_other) {
      door.width_px = door_px;
      height_px = std::max(height_px, natural_height(door, door_px, context.typesetter));
    }
    for (Element& door : beside_each_other) door.min_height_px = height_px;
  }
  return flow(gap, std::move(children)).with_key("doors");
}

Element about_link(const BuildContext& context) {
  const Metrics& m = context.metrics;
  Element e = row(m.gap(0.25), {icon_of(icon::information, m.em(0.9), context.palette.ink_soft),
                                text(context, say(context, "home.about"), Role::caption, context.palette.ink_soft)});
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
bool about_in_head(const BuildContext& context) { return context.metrics.width_em() >= (context.low() ? 30 : 26); }

Element hub_name(const BuildContext& context) {
  Element name = text(context, name_after_ward(context), Role::label, context.palette.ink_soft);
  name.style.weight = text::Weight::regular;
  return std::move(name).with_key("name");
}

Element head(const BuildContext& context, bool with_name) {
  const Metrics& m = context.metrics;
  std::vector<Element> who = {
      chip(context, said(context, context.hub.ward), context.palette.hub, context.palette.on_strong)};
  if (with_name) who.push_back(hub_name(context));
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
    add_report_tags(context, {&context.report.purpose}, words);
    words.push_back(report_text(context, context.report.purpose, Role::body, context.palette.ink));
  }
  return column(context.metrics.gap(0.3), std::move(words)).with_key("purpose");
}

void add(std::vector<Element>& above, std::vector<Element>& below, bool is_above, Element e) {
  if (!e.children.empty() || e.kind == Kind::text) (is_above ? above : below).push_back(std::move(e));
}

int page_gap_px(const BuildContext& context, const Form& form) {
  const Metrics& m = context.metrics;
  if (form.beside) return m.gap(0.5);
  if (form.purpose) return m.gap(1.0);
  return form.tight || context.low() ? m.gap(m.width_class() == WidthClass::narrow ? 0.25 : 0.35)
                                     : doors_gap_px(context, form);
}

Element page_in(const BuildContext& context, const Form& form) {
  const Metrics& m = context.metrics;
  const int inner_px = inner_width_px(context);
  std::vector<Element> above, below;
  if (!form.name) below.push_back(hub_name(context));
  add(above, below, form.tagline.has_value(), tagline(context, form.tagline.value_or(Role::heading)));
  add(above, below, form.visiting, visiting(context));
  // With its original a rendering of the purpose is long; its door is on the screen.
  if (form.purpose || !is_rendered(context, context.report.purpose)) {
    add(above, below, form.purpose, purpose(context));
  }
  if (!about_in_head(context)) below.push_back(about_link(context));
  std::vector<Element> children = {head(context, form.name)};
  if (form.beside) {
    const int gap = m.gap(1.4);
    const int doors_px = (inner_px - gap) * 52 / 100;
    Element words = column(0, {spacer(), column(m.gap(0.8), std::move(above)), spacer()});
    Element both = row(gap, {std::move(words).growing(), doors(context, doors_px, form).wide(doors_px)});
    both.across = Align::stretch;
    children.push_back(below.empty() ? std::move(both).growing() : std::move(both));
  } else {
    std::ranges::move(above, std::back_inserter(children));
    Element all = doors(context, inner_px, form);
    children.push_back(std::move(all).growing());
  }
  std::ranges::move(below, std::back_inserter(children));
  return page(context, page_gap_px(context, form), std::move(children));
}

std::vector<Form> wide_forms() {
  std::vector<Form> forms;
  for (const Role words : {Role::title, Role::headline, Role::goal}) {
    for (const bool visiting : {true, false}) {
      for (const Role title : {Role::goal, Role::heading, Role::label}) {
        forms.push_back({.tagline = words,
                         .visiting = visiting,
                         .purpose = true,
                         .beside = true,
                         .tall = true,
                         .door_title = title,
                         .scrolls = false});
      }
    }
  }
  for (const Role words : {Role::title, Role::goal}) {
    forms.push_back({.tagline = words, .visiting = true, .beside = true, .tall = true, .door_title = Role::heading});
    forms.push_back({.tagline = words, .beside = true, .tall = true, .door_title = Role::label});
  }
  return forms;
}

std::vector<Form> upright_forms() {
  std::vector<Form> forms;
  for (const Role words : {Role::statement, Role::title, Role::goal}) {
    forms.push_back({.tagline = words, .visiting = true, .purpose = true, .tall = true, .scrolls = false});
    forms.push_back({.tagline = words, .purpose = true, .tall = true, .scrolls = false});
  }
  forms.push_back({.tagline = Role::title, .visiting = true, .tall = true});
  forms.push_back({.tagline = Role::title, .tall = true});
  return forms;
}

// The doors as high up as it takes.
std::vector<Form> low_forms() {
  std::vector<Form> forms;
  for (const Role words : {Role::goal, Role::heading}) {
    for (const bool tight : {false, true}) {
      forms.push_back({.tagline = words, .visiting = true, .tight = tight});
      forms.push_back({.tagline = words, .tight = tight});
    }
  }
  forms.push_back({.visiting = true, .tight = true});
  forms.push_back({.tight = true});
  forms.push_back({.tight = true, .door_title = Role::label});
  forms.push_back({.name = false, .tight = true, .door_title = Role::label});
  forms.push_back({.name = false, .tight = true, .icons = false, .door_title = Role::label});
  return forms;
}

std::vector<Form> forms_of(const BuildContext& context) {
  std::vector<Form> forms;
  if (!context.low()) forms = context.metrics.width_class() == WidthClass::wide ? wide_forms() : upright_forms();
  std::ranges::copy(low_forms(), std::back_inserter(forms));
  return forms;
}

// How many doors stand whole on the screen before anybody scrolls, and not under the hint that the page goes on.
int whole_doors(const BuildContext& context, const Layer& layer) {
  const bool hint = layer.scroll_range_px() > page_margin_along_px(context) && !context.low();
  const int end_px = context.viewport.h - (hint ? more_height_px(context.metrics) : 0);
  return static_cast<int>(std::ranges::count_if(layer.boxes, [&](const Box& box) {
    return box.parent >= 0 && layer.boxes[static_cast<std::size_t>(box.parent)].path.ends_with("doors") &&
           box.rect.bottom() <= end_px;
  }));
}

}  // namespace

// In the first form in which every door stands on the screen; where none does, in the tightest that shows the most.
Element home_screen(const BuildContext& context) {
  Element best;
  int most = -1;
  for (const Form& form : forms_of(context)) {
    Element page = page_in(context, form);
    const Layer layer = lay_out(page, {0, 0, context.viewport.w, context.viewport.h}, context.typesetter);
    if (!form.scrolls && layer.scroll_range_px() > 0) continue;
    const int whole = whole_doors(context, layer);
    if (whole >= most) {
      most = whole;
      best = std::move(page);
    }
    if (whole == kDoors) break;
  }
  return best;
}

}  // namespace hub::ui
