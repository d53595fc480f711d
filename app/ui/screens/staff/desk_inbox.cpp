// 報告書を入れる: what came in, the draft that waits, what became of the stick.
#include <algorithm>

#include "ui/layout/icons.h"
#include "ui/screens/staff/desk_widgets.h"

namespace hub::ui {

namespace {

constexpr std::uint64_t kKilo = 1000;

std::string_view from_key(DeskView::From from) {
  switch (from) {
    case DeskView::From::unknown:
      break;
    case DeskView::From::stick:
      return "panel.inbox.from.stick";
    case DeskView::From::browser:
      return "panel.inbox.from.browser";
    case DeskView::From::download:
      return "panel.inbox.from.download";
  }
  return {};
}

// 340 KB, 1.2 MB
std::string size_of(const BuildContext& context, std::uint64_t bytes) {
  const std::uint64_t kilos = std::max<std::uint64_t>(1, (bytes + kKilo / 2) / kKilo);
  if (kilos < kKilo) return say(context, "panel.inbox.kb", {{"n", std::to_string(kilos)}}).words;
  const std::uint64_t tenths = (kilos + 50) / 100;
  const std::string megas = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  return say(context, "panel.inbox.mb", {{"n", megas}}).words;
}

Element item_of(const BuildContext& context, const DeskView& desk, const DeskView::Item& item) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool readable = item.unreadable.empty();
  const std::string day = staff_date(context, item.came).words;
  const std::string size = size_of(context, item.size_bytes);
  const bool known = item.from != DeskView::From::unknown;
  const std::string from = known ? say(context, from_key(item.from)).words : std::string();
  const Words facts = say(context, known ? "panel.inbox.facts" : "panel.inbox.facts.short",
                          {{"date", day}, {"from", from}, {"size", size}});
  // A narrow screen has its room for the name: a number in it does not break.
  const bool narrow = m.width_class() == WidthClass::narrow;
  std::vector<Element> words = {staff_line(context, item.name, narrow ? Role::label : Role::heading, p.ink),
                                staff_line(context, facts, Role::caption, p.ink_soft)};
  if (!readable) words.push_back(staff_line(context, item.unreadable, desk_text(context), p.ink));
  std::vector<Element> inside = {column(m.gap(0.1), std::move(words)).growing()};
  if (!narrow) inside.insert(inside.begin(), icon_of(icon::document, m.em(1.3), readable ? p.hub : p.ink_soft));
  if (readable) inside.push_back(icon_of(icon::forward, m.em(1.0), p.hub));
  Element e = card(context, p.card, {row(m.gap(0.5), std::move(inside))});
  e.min_height_px = m.target_px();
  if (!readable) return e;
  const Action read =
      desk.draft ? DeskAction(ShowDesk{DeskPage::replace, item.id}) : DeskAction(AskDesk{OpenItem{item.id}});
  return std::move(e).tapped(read);
}

Element draft_card(const BuildContext& context, const DeskView::Draft& draft) {
  const Palette& p = context.palette;
  return staff_section(
             context, icon::information, "panel.inbox.draft",
             {staff_line(context, draft.source, Role::heading, p.ink),
              desk_action(context, "panel.inbox.go-on", true, DeskAction(ShowDesk{DeskPage::draft})).with_key("go-on")})
      .with_key("draft");
}

Element how_to(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool narrow = m.width_class() == WidthClass::narrow;
  Element words = column(
      m.gap(0.2), {staff_line(context, say(context, "panel.inbox.how"), narrow ? Role::heading : Role::goal, p.ink),
                   staff_line(context, say(context, "panel.inbox.how.note"), desk_text(context), p.ink)});
  // A narrow screen has its room for the words.
  Element sign = narrow ? icon_of(icon::document, m.em(1.3), p.hub)
                        : icon_disc(context, icon::document, disc_px(context), p.hub, p.on_strong);
  Element both = row(m.gap(narrow ? 0.5 : 0.7), {std::move(sign), std::move(words).growing()});
  if (narrow) both.across = Align::start;
  return card(context, p.card, {std::move(both)}).with_key("how");
}

}  // namespace

Element desk_inbox(const BuildContext& context, const DeskView& desk) {
  const Palette& p = context.palette;
  std::vector<Element> all;
  if (desk.stick) all.push_back(desk_notice(context, *desk.stick).with_key("stick"));
  if (desk.draft) all.push_back(draft_card(context, *desk.draft));
  if (desk.inbox.empty() && all.empty()) {
    all = desk_alone({how_to(context)});
  } else if (desk.inbox.empty()) {
    all.push_back(how_to(context));
  } else {
    all.push_back(staff_line(context, say(context, "panel.inbox.choose"), Role::heading, p.hub));
    std::vector<Element> items;
    for (const DeskView::Item& item : desk.inbox) {
      items.push_back(item_of(context, desk, item).with_key("item" + std::to_string(items.size() + 1)));
    }
    all.push_back(column(desk_button_gap(context), std::move(items)).with_key("items"));
    all.push_back(staff_line(context, say(context, "panel.inbox.how.more"), Role::caption, p.ink_soft));
  }
  return desk_page(context, say(context, "panel.inbox.title"), std::move(all));
}

Element desk_replace(const BuildContext& context, const DeskView& desk) {
  const std::string& id = context.state.staff.desk.of;
  const auto item = std::ranges::find(desk.inbox, id, &DeskView::Item::id);
  if (item == desk.inbox.end() || !desk.draft) return desk_inbox(context, desk);
  const Palette& p = context.palette;
  const Words ask = say(context, "panel.replace.ask", {{"name", item->name}});
  const Words lost = say(context, "panel.replace.lost", {{"name", desk.draft->source}});
  Element words =
      card(context, p.card,
           {staff_line(context, ask, title_role(context) == Role::title ? Role::goal : Role::heading, p.ink),
            staff_line(context, lost, desk_text(context), p.ink)});
  return desk_page(
      context, say(context, "panel.inbox.title"),
      {std::move(words).with_key("ask"),
       desk_actions(
           context,
           {desk_action(context, "panel.replace.keep", true, DeskAction(ShowDesk{DeskPage::draft})).with_key("keep"),
            desk_action(context, "panel.replace.read", false, DeskAction(AskDesk{OpenItem{id}})).with_key("read")})});
}

}  // namespace hub::ui
