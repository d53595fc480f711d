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
  Element said = text(context, words, Role::body, context.palette.ink);
  // The icon stands at the middle of the first line.
  Element holder = column(0, {icon_of(icon, m.em(1.0), context.palette.hub)});
  holder.min_height_px = said.style.line_height_px;
  holder.along = Align::centre;
  holder.hug = true;
  Element e = row(m.gap(0.35), {std::move(holder), std::move(said).growing()});
  e.across = Align::start;
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

// Words of the hub's own, tagged where they exist only in Japanese.
void add_said(const BuildContext& context, char32_t icon, const std::optional<content::Text>& words, std::string key,
              std::vector<Element>& children) {
  if (!words) return;
  add_language_tag(context, *words, children);
  children.push_back(line(context, icon, said(context, *words), std::move(key)));
}

}  // namespace

Element visiting(const BuildContext& context) {
  std::vector<Element> lines;
  if (const std::optional<Words> today = opening_today(context)) {
    lines.push_back(line(context, icon::clock, *today, "hours"));
  } else {
    add_said(context, icon::clock, context.hub.hours, "hours", lines);
  }
  add_said(context, icon::phone, context.hub.contact, "contact", lines);
  return column(context.metrics.gap(0.15), std::move(lines)).with_key("visiting");
}

void add_visiting(const BuildContext& context, std::vector<Element>& children) {
  if (const std::optional<Words> today = opening_today(context)) {
    children.push_back(line(context, icon::clock, *today, "today"));
  }
  add_said(context, icon::calendar, context.hub.hours, "hours", children);
  add_said(context, icon::phone, context.hub.contact, "contact", children);
  if (context.hub.url) children.push_back(qr_code(context, *context.hub.url));
}

}  // namespace hub::ui
