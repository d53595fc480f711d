#include "ui/screens/staff/desk_widgets.h"

#include <algorithm>
#include <utility>

#include "content/model/year.h"
#include "ui/layout/icons.h"

namespace hub::ui {

namespace {

constexpr double kLeastBeside_em = 30;
constexpr double kBar_em = 0.7;

Element desk_head(const BuildContext& context, const Words& title) {
  const bool narrow = context.metrics.width_class() == WidthClass::narrow;
  return staff_head(context, title, narrow ? Role::heading : title_role(context), "panel.desk.back", Back{});
}

}  // namespace

bool desk_beside(const BuildContext& context) {
  return !context.metrics.portrait() && context.metrics.width_em() >= kLeastBeside_em;
}

int desk_gap(const BuildContext& context) { return context.metrics.gap(context.low() ? 0.45 : 0.6); }
int desk_button_gap(const BuildContext& context) {
  return std::max(context.metrics.gap(0.4), context.metrics.tap_slop_px());
}

Role desk_text(const BuildContext& context) {
  return context.metrics.width_class() == WidthClass::narrow ? Role::caption : Role::body;
}

Element desk_page(const BuildContext& context, const Words& title, std::vector<Element> inside) {
  inside.insert(inside.begin(), desk_head(context, title));
  const DeskView* desk = context.desk;
  if (desk != nullptr && desk->trouble) {
    inside.insert(inside.begin() + 1, desk_notice(context, *desk->trouble).with_key("trouble"));
  }
  return page(context, desk_gap(context), std::move(inside));
}

// What stands alone on its page stands a little above its middle.
std::vector<Element> desk_alone(std::vector<Element> alone) {
  constexpr double kAbove = 0.38;  // of what is left over
  alone.insert(alone.begin(), spacer().growing(kAbove));
  alone.push_back(spacer().growing(1 - kAbove));
  return alone;
}

Element desk_notice(const BuildContext& context, const DeskView::Notice& notice) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const Accent accent = notice.trouble ? p.challenge() : p.review();
  std::vector<Element> words = {staff_line(context, notice.what, desk_text(context), p.ink)};
  if (!notice.remedy.empty()) words.push_back(staff_line(context, "→ " + notice.remedy, desk_text(context), p.ink));
  const char32_t sign = notice.trouble ? icon::alert : icon::information;
  Element inside =
      row(m.gap(0.5), {icon_of(sign, m.em(1.1), accent.deep), column(m.gap(0.1), std::move(words)).growing()});
  inside.across = Align::start;
  return card(context, accent.tint, {std::move(inside)});
}

Element desk_action(const BuildContext& context, std::string_view words_key, bool strong, std::optional<Action> tap) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool works = tap.has_value();
  Element e = staff_button(context, say(context, words_key), false, std::move(tap));
  const Colour on = strong && works ? p.on_strong : works ? p.ink : p.ink_soft;
  e.children[0].colour = on;
  e.children[0].style.size_px = m.em(role_style(Role::heading).size_em);
  e.children[0].style.line_height_px = m.em(role_style(Role::heading).pitch);
  e.box_style.fill = strong && works ? p.hub : works ? p.button : p.paper;
  if (!works) outline(context, e.box_style);
  if (works) e.children.push_back(icon_of(icon::forward, m.em(0.9), on));
  e.min_height_px = std::max(m.target_px(), m.gap(context.low() ? 2.0 : 2.4));
  return e;
}

Element desk_actions(const BuildContext& context, std::vector<Element> buttons, bool half) {
  const int gap = desk_button_gap(context);
  const bool row_fits = context.metrics.width_class() != WidthClass::narrow && !half;
  const int columns = row_fits ? static_cast<int>(buttons.size()) : 1;
  return grid(std::max(1, columns), gap, std::move(buttons)).with_key("actions");
}

Element desk_bar(const BuildContext& context, double fraction) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const int height = m.gap(kBar_em);
  const double done = bounded(fraction, 0.0, 1.0);
  Element full;
  full.min_height_px = height;
  full.min_width_px = height;
  full.box_style.fill = p.hub;
  full.box_style.radius_px = height;
  full.grow = done;
  std::vector<Element> parts;
  if (done > 0) parts.push_back(std::move(full));
  if (done < 1) parts.push_back(spacer().growing(1 - done));
  Element bar = row(0, std::move(parts));
  bar.min_height_px = height;
  bar.box_style.fill = p.line;
  bar.box_style.radius_px = height;
  if (p.outlined) {
    bar.box_style.fill = p.card;
    outline(context, bar.box_style);
  }
  return std::move(bar).with_key("bar");
}

Element desk_picture(const BuildContext& context, const SharedBitmap& bitmap, int most_height_px) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  Element picture;
  picture.kind = Kind::picture;
  picture.bitmap = bitmap;
  picture.icon_px = most_height_px;
  picture.colour = p.services[0].deep;
  const int line = std::max(1, m.gap(0.06));
  Element e = column(0, {std::move(picture).with_key("bitmap")});
  e.pad = Insets::all(line);
  e.box_style.fill = p.card;
  e.box_style.border = p.line;
  e.box_style.border_px = line;
  return e;
}

std::vector<Element> desk_version_lines(const BuildContext& context, const DeskView::Version& version) {
  const Palette& p = context.palette;
  std::vector<Element> lines;
  if (version.goal_year) {
    const Words report = say(context, "panel.report", {{"year", content::fiscal_year_name(*version.goal_year)}});
    lines.push_back(staff_line(context, report, Role::goal, p.ink));
  }
  if (!version.goal_year && !version.what.empty()) {
    lines.push_back(staff_line(context, version.what, Role::heading, p.ink));
  }
  const Words since = version.since
                          ? say(context, "panel.version.since", {{"date", staff_date(context, *version.since).words}})
                          : say(context, "panel.version.before");
  lines.push_back(staff_line(context, since, desk_text(context), p.ink));
  if (!version.source.empty()) {
    const Words from = say(context, "panel.version.source", {{"name", version.source}});
    lines.push_back(staff_line(context, from, Role::caption, p.ink_soft));
  }
  if (version.number > 0) {
    const Words number = say(context, "panel.version.number", {{"n", std::to_string(version.number)}});
    lines.push_back(staff_line(context, number, Role::caption, p.ink_soft));
  }
  return lines;
}

}  // namespace hub::ui
