// The panels that come over a page: ことばをえらぶ, まだ見ていますか？
#include <algorithm>
#include <array>

#include "ui/layout/icons.h"
#include "ui/layout/layout.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

// How the languages stand, each name on one line: the first form that shows them all at once is taken, else the last.
struct Form {
  Role role;
  int columns;
  double height_gap;  // at least, of a choice
};
constexpr std::array kForms = {Form{Role::goal, 2, 3.2},    Form{Role::goal, 2, 2.2},    Form{Role::goal, 1, 2.2},
                               Form{Role::heading, 3, 2.2}, Form{Role::heading, 2, 1.6}, Form{Role::heading, 1, 1.6},
                               Form{Role::label, 3, 1.6},   Form{Role::label, 2, 1.4}};

// In its own script, whatever the page speaks.
Words name_of_language(const BuildContext& context, const std::string& tag) {
  const content::Said said = context.snapshot.strings.say("language.name", tag);
  if (said.language != tag) return {tag, tag};  // 日本語 would be another one
  return {std::string(said.words), tag};
}

Element language_choice(const BuildContext& context, const std::string& tag, const Form& form) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool here = tag == context.state.language;
  const Colour on = here ? p.on_strong : p.ink;
  const bool narrow = m.width_class() == WidthClass::narrow;
  std::vector<Element> inside = {text(context, name_of_language(context, tag), form.role, on).growing()};
  if (here) inside.push_back(icon_of(icon::check, m.em(1.1), on));
  Element e = row(m.gap(0.4), std::move(inside));
  e.pad = Insets::sides(m.gap(0.9), m.gap(narrow || form.height_gap < 2 ? 0.1 : 0.5));
  e.min_height_px = std::max(m.target_px(), m.gap(form.height_gap));
  e.box_style = card(context, here ? p.hub : p.card, {}).box_style;
  e.tap = SetLanguage{tag};
  return std::move(e).with_key(tag);
}

}  // namespace

Element language_sheet(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const bool narrow = m.width_class() == WidthClass::narrow;
  const int inner_px = context.viewport.w - 2 * m.margin_px();
  const int gap = std::max(m.gap(narrow ? 0.35 : 0.6), m.tap_slop_px());
  const Words title = say(context, "language.title");
  const Role role = largest_fitting(context, {title}, inner_px, 1, {title_role(context), Role::heading, Role::label});
  const auto build = [&](const Form& form) {
    std::vector<Element> choices;
    for (const std::string& tag : context.languages()) choices.push_back(language_choice(context, tag, form));
    return page(context, m.gap(narrow ? 0.4 : 0.8),
                {page_head(context, {text(context, title, role, context.palette.ink, Lines::balanced)}),
                 grid(form.columns, gap, std::move(choices)).with_key("languages")});
  };
  const auto whole_names = [&](const Form& form) {
    const int column_px = (inner_px - gap * (form.columns - 1)) / form.columns;
    return std::ranges::all_of(context.languages(), [&](const std::string& tag) {
      return natural_width(language_choice(context, tag, form), context.typesetter) <= column_px;
    });
  };
  Element all = build(kForms.back());
  for (const Form& form : kForms) {
    if (!whole_names(form)) continue;
    all = build(form);
    if (natural_height(all, context.viewport.w, context.typesetter) <= context.viewport.h) break;
  }
  return all;
}

namespace {

constexpr double kRing_em = 3.4;

Element ring(const BuildContext& context, int seconds_left, int seconds) {
  const Metrics& m = context.metrics;
  Element number =
      plain_text(context, {std::to_string(seconds_left), context.state.language}, Role::goal, context.palette.ink);
  Element e = column(0, {spacer(), std::move(number), spacer()});
  e.across = Align::centre;
  e.width_px = e.min_height_px = m.em(kRing_em);
  e.box_style.ring_of = seconds;
  e.box_style.ring_left = seconds_left;
  e.colour = context.palette.sun;
  return std::move(e).with_key("ring");
}

}  // namespace

Element still_here_card(const BuildContext& context, int seconds_left, int seconds) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool beside = m.width_class() != WidthClass::narrow;
  const int across = std::max(m.gap(0.9), (context.viewport.w - m.em(measure::max_line)) / 2);
  const Words title = say(context, "still.title");
  Element answer = text(context, say(context, "still.yes"), Role::label, p.on_strong);
  Element yes = row(0, {spacer(), std::move(answer), spacer()});
  yes.hug = beside;
  yes.pad = Insets::sides(m.gap(0.9), m.gap(0.3));
  yes.min_height_px = m.target_px();
  yes.box_style.fill = p.hub;
  yes.box_style.radius_px = m.target_px();
  const int gap = m.gap(0.8);
  const int yes_px = beside ? natural_width(yes, context.typesetter) + gap : 0;
  const int words_px = context.viewport.w - 2 * across - m.em(kRing_em) - gap - yes_px;
  const Role role = largest_fitting(context, {title}, words_px, 1, {Role::headline, Role::goal, Role::heading});
  Element words = column(m.gap(0.15), {text(context, title, role, p.ink, Lines::balanced)});
  if (!context.low())
    words.children.push_back(text(context, say(context, "still.note"), Role::label, p.ink_soft, Lines::balanced));
  Element head = row(gap, {ring(context, seconds_left, seconds), std::move(words).growing()});
  yes = std::move(yes).with_key("yes");
  std::vector<Element> inside;
  if (beside) {
    head.children.push_back(std::move(yes));
    inside.push_back(std::move(head));
  } else {
    inside.push_back(std::move(head));
    inside.push_back(std::move(yes));
  }
  Element e = card(context, p.card, std::move(inside));
  e.pad = Insets::sides(across, m.gap(context.low() ? 0.4 : 0.6));
  e.gap_px = m.gap(0.4);
  return std::move(e).with_key("still-here");
}

}  // namespace hub::ui
