// services/N: parents' words first, then the report's own, and a QR code when there is a URL.
#include <algorithm>

#include "ui/layout/icons.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

// On a narrow screen the pager stands beside the number, else beside all of it.
Element head(const BuildContext& context, const content::ServiceWords& words, const Accent& accent) {
  const Metrics& m = context.metrics;
  const char32_t icon = service_icon(words.icon).value_or(icon::heart);
  const Words number = say(context, "service.number", {{"n", std::to_string(words.number)}});
  Element which = text(context, number, Role::label, accent.deep);
  Element name = text(context, said(context, words.name), title_role(context), context.palette.ink, Lines::balanced);
  Element disc = icon_disc(context, icon, m.em(context.low() ? 2.0 : 2.9), accent.strong, context.palette.on_strong);
  if (m.width_class() == WidthClass::narrow) {
    Element named = row(m.gap(0.6), {std::move(disc), std::move(name).growing()});
    return column(m.gap(0.3), {with_pager(context, std::move(which)), std::move(named)}).with_key("head");
  }
  Element names = column(0, {std::move(which), std::move(name)});
  return with_pager(context, row(m.gap(0.6), {std::move(disc), std::move(names).growing()})).with_key("head");
}

// Our words large; the report's own below them, so that nobody takes ours for the city's.
Element words_card(const BuildContext& context, const content::ServiceWords& words, const Accent& accent, Role role) {
  std::vector<Element> children;
  add_language_tag(context, words.explanation, children);
  children.push_back(text(context, said(context, words.explanation), role, context.palette.ink, Lines::balanced)
                         .with_key("explanation"));
  const auto official = std::ranges::find(context.report.services, words.number, &content::Service::number);
  if (official != context.report.services.end()) {
    children.push_back(hairline(context));
    children.push_back(text(context, say(context, "service.report"), Role::label, accent.deep).with_key("title"));
    add_report_tags(context, {&official->description, &official->program}, children);
    children.push_back(report_text(context, official->description, Role::body, context.palette.ink).with_key("report"));
    children.push_back(
        report_text(context, official->program, Role::caption, context.palette.ink_soft).with_key("program"));
  }
  return card(context, context.palette.card, std::move(children)).with_key("words");
}

Element situations_card(const BuildContext& context, const content::ServiceWords& words, const Accent& accent) {
  std::vector<Element> children = {
      text(context, say(context, "service.situations"), Role::heading, accent.deep).with_key("title")};
  for (const content::Text& situation : words.situations) {
    children.push_back(bullet(context, text(context, said(context, situation), Role::body, context.palette.ink)));
  }
  return card(context, context.palette.card, std::move(children)).with_key("situations");
}

Element with_role(const BuildContext& context, const content::ServiceView& service, const Accent& accent, Role role) {
  const Metrics& m = context.metrics;
  std::vector<Element> beside;
  if (!service.words.situations.empty()) beside.push_back(situations_card(context, service.words, accent));
  if (service.url)
    beside.push_back(card(context, context.palette.card, {qr_code(context, *service.url)}).with_key("code-card"));
  Element words = words_card(context, service.words, accent, role);
  if (m.width_class() != WidthClass::wide || beside.empty()) {
    std::vector<Element> children = {head(context, service.words, accent), std::move(words)};
    for (Element& e : beside) children.push_back(std::move(e));
    return page(context, m.gap(0.7), std::move(children));
  }
  beside.front().grow = 1;
  Element both = row(m.gap(0.9), {std::move(words).growing(68), column(m.gap(0.7), std::move(beside)).growing(32)});
  both.across = Align::stretch;
  return page(context, m.gap(0.7), {head(context, service.words, accent), std::move(both).growing()});
}

}  // namespace

Element service_screen(const BuildContext& context, int number) {
  const content::ServiceView service = context.snapshot.service(context.hub, number);
  const Accent accent = context.palette.services[static_cast<std::size_t>(number - 1)];
  const std::vector<content::ServiceWords>& all = context.snapshot.services;
  const Role role = role_for_siblings(context, {Role::title, Role::headline, Role::goal}, all.size(),
                                      [&](const BuildContext& v, Role r, std::size_t i) {
                                        return with_role(v, v.snapshot.service(v.hub, all[i].number), accent, r);
                                      });
  return with_role(context, service, accent, role);
}

}  // namespace hub::ui
