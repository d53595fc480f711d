// パソコンやスマホで編集する: starts the editor in a browser, and says how it is reached.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ui/layout/icons.h"
#include "ui/screens/staff/desk_widgets.h"

namespace hub::ui {

namespace {

using Editor = DeskView::Editor;

constexpr double kLeastWords_em = 9;  // beside a QR code: a group of an address or of a code

// A name, and what is read and typed from here: as large as fits.
Element to_type(const BuildContext& context, std::string_view key, const std::string& what) {
  const Palette& p = context.palette;
  const bool narrow = context.metrics.width_class() == WidthClass::narrow;
  return column(context.metrics.gap(0.05), {staff_line(context, say(context, key), Role::caption, p.ink_soft),
                                            staff_line(context, what, narrow ? Role::label : Role::heading, p.ink)})
      .with_key(std::string(key));
}

// In the parts between which it may go on in the next line: numbers with dots are one word to the typesetter.
Element address_to_type(const BuildContext& context, const std::string& address) {
  const Palette& p = context.palette;
  const bool narrow = context.metrics.width_class() == WidthClass::narrow;
  std::vector<Element> parts;
  std::string part;
  for (std::size_t i = 0; i < address.size(); ++i) {
    part += address[i];
    const bool ends = i + 1 == address.size() || address[i] == '.' || (address[i] == '/' && address[i + 1] != '/') ||
                      (address[i] == ':' && address[i + 1] != '/');
    if (!ends) continue;
    parts.push_back(staff_line(context, part, narrow ? Role::label : Role::heading, p.ink));
    part.clear();
  }
  return column(context.metrics.gap(0.05),
                {staff_line(context, say(context, "panel.editor.address"), Role::caption, p.ink_soft),
                 flow(0, std::move(parts))})
      .with_key("panel.editor.address");
}

// One step: its QR code beside its words, or above them where there is no room.
Element step(const BuildContext& context, std::string_view title_key, const std::string& url,
             std::vector<Element> words) {
  const Metrics& m = context.metrics;
  const bool beside = inner_width_px(context) >= m.gap(8.6) + m.em(kLeastWords_em);
  Element text = column(m.gap(0.3), std::move(words)).with_key("words");
  std::vector<Element> inside = {staff_line(context, say(context, title_key), Role::heading, context.palette.hub)};
  Element code = bare_qr_code(context, url, m.gap(6.0)).with_key("code");
  if (url.empty()) {
    inside.push_back(std::move(text));
  } else if (!beside) {
    inside.push_back(column(m.gap(0.4), {std::move(code), std::move(text)}));
  } else {
    Element both = row(m.gap(0.8), {std::move(code), std::move(text).growing()});
    both.across = Align::start;
    inside.push_back(std::move(both));
  }
  Element e = card(context, context.palette.card, std::move(inside));
  e.gap_px = m.gap(0.35);
  return e;
}

Element join(const BuildContext& context, const Editor& editor) {
  const Palette& p = context.palette;
  return step(context, "panel.editor.join", editor.network_url,
              {staff_line(context, say(context, "panel.editor.join.note"), desk_text(context), p.ink),
               to_type(context, "panel.editor.network", editor.network),
               to_type(context, "panel.editor.passphrase", editor.passphrase)})
      .with_key("join");
}

Element open(const BuildContext& context, const Editor& editor) {
  const Palette& p = context.palette;
  const std::string_view title = editor.network.empty() ? "panel.editor.open" : "panel.editor.open.second";
  std::vector<Element> words;
  if (editor.url.empty()) {
    words.push_back(staff_line(context, say(context, "panel.editor.full"), desk_text(context), p.ink));
  } else {
    words = {
        staff_line(context, say(context, "panel.editor.open.note"), desk_text(context), p.ink),
        address_to_type(context, editor.address), to_type(context, "panel.editor.code", editor.code),
        staff_line(context, say(context, "panel.editor.until", {{"time", editor.until}}), Role::caption, p.ink_soft)};
  }
  return step(context, title, editor.url, std::move(words)).with_key("open");
}

// Windows のパソコン、iPhone 3台
std::string devices_of(const BuildContext& context, const Editor& editor) {
  std::vector<std::pair<std::string, int>> counted;
  for (const std::string& one : editor.devices) {
    const auto known = std::ranges::find(counted, one, &std::pair<std::string, int>::first);
    if (known != counted.end()) {
      ++known->second;
    } else {
      counted.emplace_back(one, 1);
    }
  }
  std::string all;
  for (const auto& [name, count] : counted) {
    const std::string many = count > 1 ? say(context, "panel.editor.count", {{"n", std::to_string(count)}}).words : "";
    all += (all.empty() ? "" : "、") + name + many;
  }
  return all;
}

Element who(const BuildContext& context, const Editor& editor) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool nobody = editor.devices.empty();
  const Words words = nobody ? say(context, "panel.editor.nobody")
                             : say(context, "panel.editor.devices", {{"devices", devices_of(context, editor)}});
  Element e =
      card(context, nobody ? p.card : p.outcome().tint,
           {row(m.gap(0.5),
                {icon_of(nobody ? icon::information : icon::check, m.em(1.1), p.hub),
                 column(m.gap(0.1), {staff_line(context, words, desk_text(context), p.ink),
                                     staff_line(context, say(context, "panel.editor.note"), Role::caption, p.ink_soft)})
                     .growing()})});
  return std::move(e).with_key("who");
}

Element waiting(const BuildContext& context, std::string_view what, std::string_view note) {
  const Palette& p = context.palette;
  return card(context, p.card,
              {staff_line(context, say(context, what), Role::goal, p.ink),
               staff_line(context, say(context, note), desk_text(context), p.ink)})
      .with_key("waiting");
}

Element stop(const BuildContext& context) {
  return desk_actions(
      context, {desk_action(context, "panel.editor.stop", false, DeskAction(AskDesk{StopEditor{}})).with_key("stop")});
}

void add_running(const BuildContext& context, const Editor& editor, std::vector<Element>& all) {
  if (!editor.trouble) {
    if (!editor.network.empty()) all.push_back(join(context, editor));
    all.push_back(open(context, editor));
    all.push_back(who(context, editor));
  }
  all.push_back(stop(context));
}

}  // namespace

Element desk_editor(const BuildContext& context, const DeskView& desk) {
  const Editor editor = desk.editor.value_or(Editor{});
  std::vector<Element> all;
  if (editor.trouble) all.push_back(desk_notice(context, *editor.trouble).with_key("unreachable"));
  switch (editor.state) {
    case Editor::State::off:
      all.push_back(waiting(context, "panel.editor.what", "panel.editor.what.note"));
      all.push_back(desk_actions(
          context,
          {desk_action(context, "panel.editor.start", true, DeskAction(AskDesk{StartEditor{}})).with_key("start")}));
      break;
    case Editor::State::starting:
      all.push_back(waiting(context, "panel.editor.starting", "panel.editor.starting.note"));
      all.push_back(stop(context));
      break;
    case Editor::State::ending:
      all.push_back(waiting(context, "panel.editor.ending", "panel.editor.ending.note"));
      break;
    case Editor::State::on:
      add_running(context, editor, all);
      break;
  }
  // Without codes there is little on it.
  const bool little = editor.state != Editor::State::on || editor.trouble;
  if (little) all = desk_alone(std::move(all));
  return desk_page(context, say(context, "panel.editor.title"), std::move(all));
}

}  // namespace hub::ui
