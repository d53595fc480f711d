// purpose: 事業目的 in large text, then the 基本理念.
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

Element purpose_screen(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const Accent accent = p.services[0];
  std::vector<Element> children = {
      page_head(context, {text(context, say(context, "purpose.title"), title_role(context), p.ink, Lines::balanced)})};

  if (!context.report.purpose.empty()) {
    std::vector<Element> purpose;
    add_report_tags(context, {&context.report.purpose}, purpose);
    purpose.push_back(report_text(context, context.report.purpose, Role::goal, p.ink, Lines::balanced));
    children.push_back(card(context, accent.tint, std::move(purpose)).with_key("purpose"));
  }
  if (!context.report.principles.empty()) {
    std::vector<Element> list = {
        text(context, say(context, "purpose.principles"), Role::heading, accent.deep).with_key("title")};
    add_report_tags(context, texts_of(context.report.principles), list);
    int number = 0;
    for (const content::Text& principle : context.report.principles) {
      list.push_back(numbered(context, ++number, accent.deep, report_text(context, principle, Role::body, p.ink)));
    }
    children.push_back(card(context, p.card, std::move(list)).with_key("principles").growing());
  }
  if (children.size() == 1) {
    children.push_back(card(context, p.card, {text(context, say(context, "review.none"), Role::body, p.ink_soft)}));
  }
  return page(context, m.gap(0.7), std::move(children));
}

}  // namespace hub::ui
