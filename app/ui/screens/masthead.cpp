// The part of a tall screen that is above reach: who this is, and nothing to press.
#include "ui/layout/layout.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

// At home the page says the tagline itself.
Element words(const BuildContext& context, Role role) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool home = context.state.route.page == Route::Page::home;
  Element said_large =
      text(context, said(context, home ? context.hub.name : context.hub.tagline), role, p.on_strong, Lines::balanced);
  said_large.style = text_style(m, role);
  said_large.style.balanced = true;
  Element e = column(m.gap(0.8), {spacer()});
  if (!home) e.children.push_back(chip(context, said(context, context.hub.name), p.on_strong, p.hub).with_key("name"));
  e.children.push_back(std::move(said_large).with_key("statement"));
  e.children.push_back(spacer());
  e.pad = Insets::sides(m.margin_px(), m.gap(0.4));
  return e;
}

}  // namespace

// The largest letters that fit; a band too low for any is only a band.
Element masthead(const BuildContext& reader, const Rect& place) {
  const Metrics base = metrics_for(reader.metrics.screen, 1);  // it is nobody's page: the reader's size is not for it
  const BuildContext context = reader.with(base);
  for (const Role role : {Role::statement, Role::title, Role::goal, Role::body, Role::caption}) {
    Element e = words(context, role);
    if (natural_height(e, place.w, context.typesetter) <= place.h) return std::move(e).with_key("masthead");
  }
  return Element{}.with_key("masthead");
}

}  // namespace hub::ui
