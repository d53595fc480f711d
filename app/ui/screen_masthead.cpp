// The part of a tall screen that is above reach: who this is, and nothing to press.
#include "ui/layout.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

// At home the page says the tagline itself.
Element words(const View& view, Role role) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const bool home = view.state.route.page == Route::Page::home;
  Element said_large =
      text(view, said(view, home ? view.hub.name : view.hub.tagline), role, p.on_strong, Lines::balanced);
  said_large.style = text_style(m, role);
  said_large.style.balanced = true;
  Element e = column(m.gap(0.8), {spring()});
  if (!home) e.children.push_back(chip(view, said(view, view.hub.name), p.on_strong, p.hub).with_key("name"));
  e.children.push_back(std::move(said_large).with_key("statement"));
  e.children.push_back(spring());
  e.pad = Insets::sides(m.margin_px(), m.gap(0.4));
  return e;
}

}  // namespace

// The largest letters that fit; a band too low for any is only a band.
Element masthead(const View& reader, const Rect& place) {
  const Metrics base = metrics_for(reader.metrics.screen, 1);  // it is nobody's page: the reader's size is not for it
  const View view = reader.with(base);
  for (const Role role : {Role::statement, Role::title, Role::goal, Role::body, Role::caption}) {
    Element e = words(view, role);
    if (natural_height(e, place.w, view.typesetter) <= place.h) return std::move(e).with_key("masthead");
  }
  return Element{}.with_key("masthead");
}

}  // namespace hub::ui
