// purpose: 事業目的 in large text, then the 基本理念.
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

Element purpose_screen(const View& view) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const Accent accent = p.services[0];
  std::vector<Element> children = {
      page_head(view, {text(view, say(view, "purpose.title"), title_role(view), p.ink, Lines::balanced)})};

  if (!view.report.purpose.empty()) {
    std::vector<Element> purpose;
    add_language_tag(view, view.report.purpose, purpose);
    purpose.push_back(text(view, said(view, view.report.purpose), Role::goal, p.ink, Lines::balanced));
    children.push_back(card(view, accent.tint, std::move(purpose)).with_key("purpose"));
  }
  if (!view.report.principles.empty()) {
    std::vector<Element> list = {
        text(view, say(view, "purpose.principles"), Role::heading, accent.deep).with_key("title")};
    add_language_tag(view, view.report.principles.front(), list);
    int number = 0;
    for (const content::Text& principle : view.report.principles) {
      list.push_back(numbered(view, ++number, accent.deep, text(view, said(view, principle), Role::body, p.ink)));
    }
    children.push_back(card(view, p.card, std::move(list)).with_key("principles").growing());
  }
  if (children.size() == 1) {
    children.push_back(card(view, p.card, {text(view, say(view, "review.none"), Role::body, p.ink_soft)}));
  }
  return page(view, m.gap(0.7), std::move(children));
}

}  // namespace hub::ui
