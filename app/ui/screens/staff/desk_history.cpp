// いま映っているもの and 前に戻す: what shows, and the versions that may show again.
#include <algorithm>
#include <optional>

#include "ui/layout/icons.h"
#include "ui/screens/staff/desk_widgets.h"

namespace hub::ui {

namespace {

using Version = DeskView::Version;

constexpr double kPictureHigh = 0.5;  // of the viewport's height
constexpr double kCardPad_em = 0.9;   // beside what is in it, at most
constexpr double kCode_em = 11;       // a QR code's width
constexpr int kLeastCode_px = 240;
constexpr double kSmallPictureHigh = 0.3;  // the same, in a list

// Where the others have a picture, one that is still drawn has its place.
Element no_picture(const BuildContext& context, int height_px) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  Element e = column(0, {spacer(), icon_of(icon::document, m.em(1.3), p.ink_soft), spacer()});
  e.across = Align::centre;
  e.min_height_px = height_px;
  e.box_style.fill = p.paper;
  e.box_style.border = p.line;
  e.box_style.border_px = std::max(1, m.gap(0.06));
  return e;
}

// `like`: a picture of another version; null: none has one.
std::optional<Element> picture_of(const BuildContext& context, const Version& version, const SharedBitmap& like,
                                  int width_px) {
  const SharedBitmap& shape = version.picture ? version.picture : like;
  if (!shape) return std::nullopt;
  const int most = static_cast<int>(context.viewport.h * kSmallPictureHigh);
  const int high = std::min(most, static_cast<int>(1.0 * width_px * shape->height_px / std::max(1, shape->width_px)));
  if (!version.picture) return no_picture(context, high);
  return desk_picture(context, version.picture, high);
}

Element version_card(const BuildContext& context, const Version& version, const SharedBitmap& like, int width_px) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const int inner_px = width_px - 2 * m.gap(kCardPad_em);
  // A card as wide as a low screen has its picture beside the words.
  const bool beside = !m.portrait() && inner_px > context.viewport.h;
  const int picture_px = beside ? inner_px / 3 : inner_px;
  std::vector<Element> words = desk_version_lines(context, version);
  words.push_back(spacer());  // the last lines of cards beside each other stand on one line
  words.push_back(
      row(m.gap(0.3), {staff_line(context, say(context, "panel.history.choose"), Role::label, p.hub).growing(),
                       icon_of(icon::forward, m.em(0.9), p.hub)}));
  std::optional<Element> picture = picture_of(context, version, like, picture_px);
  std::vector<Element> inside;
  if (picture && beside) {
    Element both = row(m.gap(0.7), {std::move(*picture).wide(picture_px).with_key("picture"),
                                    column(m.gap(0.15), std::move(words)).growing()});
    both.across = Align::start;
    inside.push_back(std::move(both));
  } else {
    if (picture) inside.push_back(std::move(*picture).with_key("picture"));
    for (Element& line : words) inside.push_back(std::move(line));
  }
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
  // A screen that lies and is low has a small picture beside the words.
  const bool beside = desk_beside(context) || (!m.portrait() && context.low());
  if (inside.empty() || !beside) {
    inside.push_back(std::move(text));
    return card(context, context.palette.card, std::move(inside));
  }
  constexpr double kPart = 0.6;  // of the words' width
  Element both = row(m.gap(desk_beside(context) ? 0.9 : 0.6),
                     {std::move(inside[0]).growing(context.low() ? kPart : 1), std::move(text).growing()});
  both.across = Align::start;
  return card(context, context.palette.card, {std::move(both)});
}

// For the city's person, whom no network tells: a phone reads it.
Element status_card(const BuildContext& context, const std::string& code) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const int inner_px = inner_width_px(context) - 2 * m.gap(kCardPad_em);
  // Some sixty modules, which a phone still parts at three pixels each.
  const int code_px = std::min(inner_px, std::max(m.gap(kCode_em), kLeastCode_px));
  Element note = staff_line(context, say(context, "panel.status.note"), Role::caption, p.ink_soft);
  Element picture = bare_qr_code(context, code, code_px).with_key("code");
  if (inner_px < 2 * code_px) {
    return staff_section(context, icon::document, "panel.status", {std::move(note), std::move(picture)});
  }
  Element both = row(m.gap(0.9), {std::move(picture), std::move(note).growing()});
  both.across = Align::start;
  return staff_section(context, icon::document, "panel.status", {std::move(both)});
}

}  // namespace

Element desk_shown(const BuildContext& context, const DeskView& desk) {
  const Palette& p = context.palette;
  std::vector<Element> all;
  if (desk.shown) {
    all.push_back(large_card(context, *desk.shown, desk_version_lines(context, *desk.shown)).with_key("shown"));
  } else {
    all.push_back(
        card(context, p.card, {staff_line(context, say(context, "panel.shown.none"), desk_text(context), p.ink)}));
  }
  std::vector<Element> ways = {
      desk_action(context, "panel.desk.open", !desk.shown, DeskAction(ShowDesk{DeskPage::inbox})).with_key("open")};
  if (desk.shown) {
    ways.push_back(
        desk_action(context, "panel.desk.history", false, DeskAction(ShowDesk{DeskPage::history})).with_key("history"));
  }
  all.push_back(desk_actions(context, std::move(ways)));
  if (!desk.code.empty()) all.push_back(status_card(context, desk.code).with_key("status"));
  if (!desk.shown) all = desk_alone(std::move(all));
  return desk_page(context, say(context, "panel.desk.shown"), std::move(all));
}

Element desk_history(const BuildContext& context, const DeskView& desk) {
  const Palette& p = context.palette;
  std::vector<Element> all;
  if (desk.earlier.empty()) {
    all.push_back(
        card(context, p.card, {staff_line(context, say(context, "panel.history.none"), desk_text(context), p.ink)}));
    return desk_page(context, say(context, "panel.desk.history"), desk_alone(std::move(all)));
  }
  all.push_back(staff_line(context, say(context, "panel.history.note"), desk_text(context), p.ink));
  const WidthClass width = context.metrics.width_class();
  const int columns = width == WidthClass::wide ? 3 : width == WidthClass::medium ? 2 : 1;
  const int card_px = (inner_width_px(context) - (columns - 1) * desk_button_gap(context)) / columns;
  const auto drawn = std::ranges::find_if(desk.earlier, [](const Version& one) { return one.picture != nullptr; });
  const SharedBitmap like = drawn == desk.earlier.end() ? nullptr : drawn->picture;
  std::vector<Element> versions;
  for (const Version& version : desk.earlier) {
    versions.push_back(
        version_card(context, version, like, card_px).with_key("version" + std::to_string(versions.size() + 1)));
  }
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
