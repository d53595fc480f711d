// services/N: parents' words first, then the report's own, and a QR code when there is a URL.
#include <algorithm>

#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

Element head(const View& view, const content::ServiceWords& words, const Accent& accent) {
  const Metrics& m = view.metrics;
  Element names = column(0, {plain_text(view, say(view, "service.number", {{"n", std::to_string(words.number)}}),
                                        Role::label, accent.deep),
                             text(view, said(view, words.name), title_role(view), view.palette.ink, Lines::balanced)});
  const char32_t icon = service_icon(words.icon).value_or(icon::heart);
  return row(m.gap(0.6), {icon_disc(view, icon, m.em(view.low() ? 2.0 : 2.9), accent.strong, view.palette.on_strong),
                          std::move(names).growing()})
      .with_key("head");
}

// Our words large; the report's own below them, so that nobody takes ours for the city's.
Element words_card(const View& view, const content::ServiceWords& words, const Accent& accent, Role role) {
  std::vector<Element> children;
  add_language_tag(view, words.explanation, children);
  children.push_back(
      text(view, said(view, words.explanation), role, view.palette.ink, Lines::balanced).with_key("explanation"));
  const auto official = std::ranges::find(view.report.services, words.number, &content::Service::number);
  if (official != view.report.services.end()) {
    children.push_back(hairline(view));
    children.push_back(text(view, say(view, "service.report"), Role::label, accent.deep).with_key("title"));
    add_language_tag(view, official->description, children);
    children.push_back(text(view, said(view, official->description), Role::body, view.palette.ink).with_key("report"));
    children.push_back(
        text(view, said(view, official->program), Role::caption, view.palette.ink_soft).with_key("program"));
  }
  return card(view, view.palette.card, std::move(children)).with_key("words");
}

Element situations_card(const View& view, const content::ServiceWords& words, const Accent& accent) {
  std::vector<Element> children = {
      text(view, say(view, "service.situations"), Role::heading, accent.deep).with_key("title")};
  for (const content::Text& situation : words.situations) {
    children.push_back(bullet(view, text(view, said(view, situation), Role::body, view.palette.ink)));
  }
  return card(view, view.palette.card, std::move(children)).with_key("situations");
}

Element code(const View& view, const std::string& url) {
  const Metrics& m = view.metrics;
  Element e;
  e.kind = Kind::code;
  e.url = url;
  e.icon_px = m.gap(6.0);
  e.width_px = e.icon_px;
  e.colour = view.palette.ink;
  Element label = text(view, say(view, "service.qr"), Role::caption, view.palette.ink, Lines::balanced);
  return flow(m.gap(0.5), {std::move(e).with_key("code"), std::move(label)}).with_key("qr");
}

Element with_role(const View& view, const content::ServiceView& service, const Accent& accent, Role role) {
  const Metrics& m = view.metrics;
  std::vector<Element> beside;
  if (!service.words.situations.empty()) beside.push_back(situations_card(view, service.words, accent));
  if (service.url) beside.push_back(card(view, view.palette.card, {code(view, *service.url)}).with_key("code-card"));
  Element words = words_card(view, service.words, accent, role);
  if (m.width_class() != WidthClass::wide || beside.empty()) {
    std::vector<Element> children = {head(view, service.words, accent), std::move(words)};
    for (Element& e : beside) children.push_back(std::move(e));
    return page(view, m.gap(0.7), std::move(children));
  }
  beside.front().grow = 1;
  Element both = row(m.gap(0.9), {std::move(words).growing(68), column(m.gap(0.7), std::move(beside)).growing(32)});
  both.across = Align::stretch;
  return page(view, m.gap(0.7), {head(view, service.words, accent), std::move(both).growing()});
}

}  // namespace

Element service_screen(const View& view, int number) {
  const content::ServiceView service = view.snapshot.service(view.hub, number);
  const Accent accent = view.palette.services[static_cast<std::size_t>(number - 1)];
  const std::vector<content::ServiceWords>& all = view.snapshot.services;
  const Role role = role_for_siblings(view, {Role::title, Role::headline, Role::goal}, all.size(),
                                      [&](const View& v, Role r, std::size_t i) {
                                        return with_role(v, v.snapshot.service(v.hub, all[i].number), accent, r);
                                      });
  return with_role(view, service, accent, role);
}

}  // namespace hub::ui
