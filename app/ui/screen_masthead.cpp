// The part of a tall screen that is above reach: who this is, and nothing to press.
#include "ui/layout.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

Element names(const View& view, Role role) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  Element name = text(view, said(view, view.hub.name), role, p.on_strong, Lines::balanced);
  name.style.furigana = false;
  Element e = column(m.gap(0.6), {spring(), std::move(name).with_key("name"), spring()});
  e.pad = Insets::sides(m.margin_px(), m.gap(0.4));
  e.look.fill = p.hub;
  return e;
}

}  // namespace

// The largest letters that fit; a band too low for any is a band.
Element masthead(const View& view, const Rect& place) {
  for (const Role role : {Role::title, Role::goal, Role::body, Role::caption}) {
    Element e = names(view, role);
    if (natural_height(e, place.w, view.typesetter) <= place.h) return std::move(e).with_key("masthead");
  }
  Element band;
  band.look.fill = view.palette.hub;
  return std::move(band).with_key("masthead");
}

}  // namespace hub::ui
