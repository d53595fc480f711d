// When this hub is open and how it is reached: a visitor's first questions.
#include "content/model/year.h"
#include "ui/layout/icons.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

std::string time_name(std::chrono::minutes time) {
  constexpr int kDay_h = 24;
  const long hours = time.count() / 60;
  const long minutes = time.count() % 60;
  return std::to_string(hours > kDay_h ? hours - kDay_h : hours) + (minutes < 10 ? ":0" : ":") +
         std::to_string(minutes);
}

Element line(const BuildContext& context, char32_t icon, const Words& words, std::string key) {
  const Metrics& m = context.metrics;
  Element e = row(m.gap(0.35), {icon_of(icon, m.em(1.0), context.palette.hub),
                                text(context, words, Role::body, context.palette.ink).growing()});
  return std::move(e).with_key(std::move(key));
}

std::optional<Words> opening_today(const BuildContext& context) {
  if (!context.hub.opening || !content::is_plausible(context.today, context.hub)) return std::nullopt;
  const content::Hours::Spans& spans = context.hub.opening->on(context.today);
  if (spans.empty()) return say(context, "visit.closed-today");
  std::string hours;
  for (const content::Hours::Span& span : spans) {
    if (!hours.empty()) hours += say(context, "visit.and").words;
    hours += say(context, "visit.span", {{"from", time_name(span.from)}, {"to", time_name(span.to)}}).words;
  }
  return say(context, "visit.today", {{"hours", hours}});
}

}  // namespace

Element visiting(const BuildContext& context) {
  const Metrics& m = context.metrics;
  std::vector<Element> lines;
  if (const std::optional<Words> today = opening_today(context)) {
    lines.push_back(line(context, icon::clock, *today, "hours"));
  } else if (context.hub.hours) {
    lines.push_back(line(context, icon::clock, said(context, *context.hub.hours), "hours"));
  }
  if (context.hub.contact) lines.push_back(line(context, icon::phone, said(context, *context.hub.contact), "contact"));
  return column(m.gap(0.15), std::move(lines)).with_key("visiting");
}

void add_visiting(const BuildContext& context, std::vector<Element>& children) {
  if (const std::optional<Words> today = opening_today(context)) {
    children.push_back(line(context, icon::clock, *today, "today"));
  }
  if (const auto& hours = context.hub.hours) {
    add_language_tag(context, *hours, children);
    children.push_back(line(context, icon::calendar, said(context, *hours), "hours"));
  }
  if (const auto& contact = context.hub.contact) {
    add_language_tag(context, *contact, children);
    children.push_back(line(context, icon::phone, said(context, *contact), "contact"));
  }
  if (context.hub.url) children.push_back(qr_code(context, *context.hub.url));
}

}  // namespace hub::ui
