// いま映っているもの and 前に戻す: what shows, and the versions that may show again.
#include <algorithm>

#include "ui/layout/icons.h"
#include "ui/screens/staff/desk_widgets.h"

namespace hub::ui {

namespace {

using Version = DeskView::Version;

constexpr double kPictureHigh = 0.5;       // of the viewport's height
constexpr double kSmallPictureHigh = 0.3;  // the same, in a list

Element version_card(const BuildContext& context, const Version& version) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  std::vector<Element> inside;
  if (version.picture) {
    const int most = static_cast<int>(context.viewport.h * kSmallPictureHigh);
    inside.push_back(desk_picture(context, version.picture, most).with_key("picture"));
  }
  for (Element& line : desk_version_lines(context, version)) inside.push_back(std::move(line));
  inside.push_back(
      row(m.gap(0.3), {staff_line(context, say(context, "panel.history.choose"), Role::label, p.hub).growing(),
                       icon_of(icon::forward, m.em(0.9), p.hub)}));
  Element e = card(context, p.card, std::move(inside));
  e.gap_px = m.gap(0.15);
  e.min_height_px = m.target_px();
  return std::move(e).tapped(DeskAction(ShowDesk{DeskPage::version, version.id}));
}

// The picture beside the words where there is room.
Element large_card(const BuildContext& context, const Version& version, std::vector<Element> words) {
  const Metrics& m = context.metrics;
  Element text = column(m.gap(0.25), std::move(words)).with_key("words");
  std::vector<Element> inside;
  if (version.picture) {
    const int most = static_cast<int>(context.viewport.h * kPictureHigh);
    inside.push_back(desk_picture(context, version.picture, most).with_key("picture"));
  }
  if (inside.empty() || !desk_beside(context)) {
    inside.push_back(std::move(text));
    return card(context, context.palette.card, std::move(inside));
  }
  Element both = row(m.gap(0.9), {std::move(inside[0]).growing(), std::move(text).growing()});
  both.across = Align::start;
  return card(context, context.palette.card, {std::move(both)});
}

}  // namespace

Element desk_shown(const BuildContext& context, const DeskView& desk) {
  const Palette& p = context.palette;
  std::vector<Element> all;
  if (desk.shown) {
    all.push_back(large_card(context, *desk.shown, desk_version_lines(context, *desk.shown)).with_key("shown"));
  } else {
    all.push_back(staff_line(context, say(context, "panel.shown.none"), desk_text(context), p.ink));
  }
  all.push_back(desk_actions(
      context, {desk_action(context, "panel.desk.open", false, DeskAction(ShowDesk{DeskPage::inbox})).with_key("open"),
                desk_action(context, "panel.desk.history", false, DeskAction(ShowDesk{DeskPage::history}))
                    .with_key("history")}));
  return desk_page(context, say(context, "panel.desk.shown"), std::move(all));
}

Element desk_history(const BuildContext& context, const DeskView& desk) {
  const Palette& p = context.palette;
  std::vector<Element> all;
  if (desk.earlier.empty()) {
    all.push_back(
        card(context, p.card, {staff_line(context, say(context, "panel.history.none"), desk_text(context), p.ink)}));
    return desk_page(context, say(context, "panel.desk.history"), std::move(all));
  }
  all.push_back(staff_line(context, say(context, "panel.history.note"), desk_text(context), p.ink));
  std::vector<Element> versions;
  for (const Version& version : desk.earlier) {
    versions.push_back(version_card(context, version).with_key("version" + std::to_string(versions.size() + 1)));
  }
  const WidthClass width = context.metrics.width_class();
  const int columns = width == WidthClass::wide ? 3 : width == WidthClass::medium ? 2 : 1;
  all.push_back(grid(columns, desk_button_gap(context), std::move(versions)).with_key("versions"));
  return desk_page(context, say(context, "panel.desk.history"), std::move(all));
}

Element desk_version(const BuildContext& context, const DeskView& desk) {
  const std::string& id = context.state.staff.desk.of;
  const auto version = std::ranges::find(desk.earlier, id, &Version::id);
  if (version == desk.earlier.end()) return desk_history(context, desk);
  const Palette& p = context.palette;
  std::vector<Element> words = desk_version_lines(context, *version);
  words.push_back(staff_line(context, say(context, "panel.history.ask"), desk_text(context), p.ink).with_key("ask"));
  return desk_page(
      context, say(context, "panel.desk.history"),
      {large_card(context, *version, std::move(words)).with_key("version"),
       desk_actions(
           context,
           {desk_action(context, "panel.history.back", true, DeskAction(AskDesk{GoBackTo{id}})).with_key("back"),
            desk_action(context, "panel.history.keep", false, DeskAction(ShowDesk{DeskPage::history}))
                .with_key("keep")})});
}

}  // namespace hub::ui
