// The panels that come over a page: ことばをえらぶ, スタッフに聞く, まだ見ていますか？
#include <algorithm>

#include "ui/icons.h"
#include "ui/layout.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

Element language_sheet(const View& view) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  std::vector<Element> choices;
  int narrowest = 0;
  for (const std::string& tag : view.languages()) {
    const bool here = tag == view.state.language;
    const content::Said name = view.snapshot.strings.say("language.name", tag);
    const Colour on = here ? p.on_strong : p.ink;
    std::vector<Element> inside = {
        plain_text(view, {std::string(name.words), std::string(name.language)}, Role::goal, on).growing()};
    if (here) inside.push_back(icon_of(icon::check, m.em(1.1), on));
    Element e = row(m.gap(0.4), std::move(inside));
    e.pad = Insets::sides(m.gap(0.9), m.gap(0.5));
    e.min_height_px = std::max(m.target_px(), m.gap(view.low() ? 2.4 : 3.2));
    e.look = card(view, here ? p.hub : p.card, {}).look;
    e.tap = SetLanguage{tag};
    narrowest = std::max(narrowest, m.em(8));
    choices.push_back(std::move(e).with_key(tag));
  }
  const int inner_px = view.viewport.w - 2 * m.margin_px();
  const int gap = m.gap(0.6);
  const int columns = (inner_px - gap) / 2 >= narrowest ? 2 : 1;
  return page(view, m.gap(0.8),
              {page_head(view, {text(view, say(view, "language.title"), title_role(view), p.ink, Lines::balanced)}),
               grid(columns, gap, std::move(choices)).with_key("languages")});
}

Element staff_sheet(const View& view) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  Element words =
      column(m.gap(0.6), {text(view, say(view, "staff.ask.title"), title_role(view), p.ink, Lines::balanced),
                          text(view, say(view, "staff.ask.text"), Role::goal, p.ink, Lines::balanced)});
  Element disc = icon_disc(view, icon::greeting, m.gap(view.low() ? 2.6 : 4.0), p.sun, p.on_sun);
  Element content = m.width_class() == WidthClass::narrow
                        ? column(m.gap(0.5), {std::move(disc), std::move(words)})
                        : row(m.gap(1.2), {std::move(disc), std::move(words).growing()});
  Element e = card(view, p.card, {std::move(content)});
  e.pad = Insets::all(m.gap(view.low() ? 0.8 : 1.6));
  e.tap = CloseSheet{};
  return page(view, 0, {spring(), std::move(e).with_key("staff"), spring()});
}

namespace {

constexpr double kRing_em = 3.4;

Element ring(const View& view, int seconds_left, int seconds) {
  const Metrics& m = view.metrics;
  Element number = plain_text(view, {std::to_string(seconds_left), view.state.language}, Role::goal, view.palette.ink);
  Element e = column(0, {spring(), std::move(number), spring()});
  e.across = Align::centre;
  e.width_px = e.min_height_px = m.em(kRing_em);
  e.look.ring_of = seconds;
  e.look.ring_left = seconds_left;
  e.colour = view.palette.sun;
  return std::move(e).with_key("ring");
}

}  // namespace

Element still_here_card(const View& view, int seconds_left, int seconds) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const bool beside = m.width_class() != WidthClass::narrow;
  const int across = std::max(m.gap(0.9), (view.viewport.w - m.em(measure::max_line)) / 2);
  const Words title = say(view, "still.title");
  Element answer = plain_text(view, say(view, "still.yes"), Role::label, p.on_strong);
  Element yes = row(0, {spring(), std::move(answer), spring()});
  yes.hug = beside;
  yes.pad = Insets::sides(m.gap(0.9), m.gap(0.3));
  yes.min_height_px = m.target_px();
  yes.look.fill = p.hub;
  yes.look.radius_px = m.target_px();
  const int gap = m.gap(0.8);
  const int yes_px = beside ? natural_width(yes, view.typesetter) + gap : 0;
  const int words_px = view.viewport.w - 2 * across - m.em(kRing_em) - gap - yes_px;
  const Role role = largest_fitting(view, {title}, words_px, 1, {Role::headline, Role::goal, Role::heading});
  Element words = column(m.gap(0.15), {text(view, title, role, p.ink, Lines::balanced)});
  if (!view.low())
    words.children.push_back(text(view, say(view, "still.note"), Role::label, p.ink_soft, Lines::balanced));
  Element head = row(gap, {ring(view, seconds_left, seconds), std::move(words).growing()});
  std::vector<Element> inside;
  if (beside) head.children.push_back(std::move(yes).with_key("yes"));
  inside.push_back(std::move(head));
  if (!beside) inside.push_back(std::move(yes).with_key("yes"));
  Element e = card(view, p.card, std::move(inside));
  e.pad = Insets::sides(across, m.gap(view.low() ? 0.4 : 0.6));
  e.gap_px = m.gap(0.4);
  return std::move(e).with_key("still-here");
}

}  // namespace hub::ui
