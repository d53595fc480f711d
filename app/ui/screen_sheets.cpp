// The two panels that open over a page: ことばをえらぶ and スタッフに聞く.
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

Element language_sheet(const View& view) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  std::vector<Element> choices;
  int narrowest = 0;
  for (const std::string& tag : view.snapshot.languages(view.hub)) {
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

}  // namespace hub::ui
