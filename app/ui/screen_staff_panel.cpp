// staff, once it is open: whether the content is well, which report and hub show, what the machine is; and the touch
// test. In Japanese without furigana, whatever visitors chose.
#include <algorithm>
#include <utility>

#include "content/year.h"
#include "ui/icons.h"
#include "ui/layout.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

constexpr int kMostNotes = 20;     // more is nothing to mend on a lobby's screen
constexpr int kLongestAscii = 12;  // letters that stand together without a place to break
constexpr const char* kMayBreak = "\u200B";

// Paths and codes have no spaces to break at.
std::string breakable(const std::string& words) {
  std::string out;
  int together = 0;
  for (const char c : words) {
    const bool ascii = c > ' ' && c < '\x7F';
    if (ascii && together >= kLongestAscii) {
      out += kMayBreak;
      together = 0;
    }
    out += c;
    together = ascii ? together + 1 : 0;
    if (c == '/' || c == '_') {
      out += kMayBreak;
      together = 0;
    }
  }
  return out;
}

Element line(const View& view, const Words& words, Role role, Colour colour) {
  return plain_text(view, {breakable(words.words), words.language}, role, colour);
}
Element line(const View& view, const std::string& words, Role role, Colour colour) {
  return line(view, Words{words, "ja"}, role, colour);
}

Element section(const View& view, char32_t icon, std::string_view title_key, std::vector<Element> inside) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  inside.insert(inside.begin(), row(m.gap(0.35), {icon_of(icon, m.em(1.1), p.hub),
                                                  line(view, say(view, title_key), Role::heading, p.hub).growing()}));
  Element e = card(view, p.card, std::move(inside));
  e.gap_px = m.gap(0.3);
  return e;
}

Element button(const View& view, const Words& words, bool chosen, std::optional<Action> tap) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const Colour on = chosen ? p.on_strong : p.ink;
  std::vector<Element> inside = {line(view, words, Role::label, on).growing()};
  if (chosen) inside.push_back(icon_of(icon::check, m.em(0.9), on));
  Element e = row(m.gap(0.3), std::move(inside));
  e.pad = Insets::sides(m.gap(0.7), m.gap(0.3));
  e.min_height_px = e.min_width_px = std::max(m.target_px(), m.gap(2.0));
  e.look.fill = chosen ? p.hub : p.button;
  e.look.radius_px = m.gap(measure::corner);
  if (p.outlined && !chosen) outline(view, e.look);
  e.tap = std::move(tap);
  return e;
}

Element small_button(const View& view, std::string_view words_key, Action tap) {
  return button(view, say(view, words_key), false, std::move(tap)).hugging();
}

std::string duration(const View& view, int minutes) {
  const int hours = minutes / 60;
  if (hours >= 24) {
    return say(view, "panel.days", {{"d", std::to_string(hours / 24)}, {"h", std::to_string(hours % 24)}}).words;
  }
  if (hours > 0) {
    return say(view, "panel.hours", {{"h", std::to_string(hours)}, {"m", std::to_string(minutes % 60)}}).words;
  }
  return minutes > 0 ? say(view, "panel.minutes", {{"n", std::to_string(minutes)}}).words
                     : say(view, "panel.moment").words;
}

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

Element note_of(const View& view, const StaffFacts::Note& note) {
  const Palette& p = view.palette;
  std::vector<Element> inside = {hairline(view)};
  inside.push_back(line(view, note.what, Role::body, p.ink));
  if (!note.remedy.empty()) inside.push_back(line(view, "→ " + note.remedy, Role::body, p.ink));
  if (!note.file.empty()) {
    const Words where = note.line == 0
                            ? Words{note.file, "ja"}
                            : say(view, "panel.place", {{"file", note.file}, {"line", std::to_string(note.line)}});
    inside.push_back(line(view, where, Role::caption, p.ink_soft));
  }
  return column(view.metrics.gap(0.2), std::move(inside));
}

Element status(const View& view, const StaffFacts& facts) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const auto errors = std::ranges::count_if(facts.notes, &StaffFacts::Note::error);
  const auto warnings = std::ssize(facts.notes) - errors;
  const std::string_view key = errors > 0 ? "panel.errors" : warnings > 0 ? "panel.warnings" : "panel.fine";
  const std::string note_key = view.no_content ? "panel.nothing.note" : std::string(key) + ".note";
  const Accent accent = errors > 0 ? p.services[0] : warnings > 0 ? p.challenge() : p.outcome();
  const std::string count = std::to_string(errors > 0 ? errors : warnings);
  const char32_t sign = facts.notes.empty() ? icon::check : icon::alert;
  Element head = row(m.gap(0.6), {icon_disc(view, sign, disc_px(view), accent.strong, p.on_strong),
                                  column(m.gap(0.1), {line(view, say(view, key, {{"n", count}}), Role::goal, p.ink),
                                                      line(view, say(view, note_key), Role::caption, p.ink_soft)})
                                      .growing()});
  std::vector<Element> inside = {std::move(head)};
  int told = 0;
  for (const StaffFacts::Note& note : facts.notes) {
    if (told++ < kMostNotes) inside.push_back(note_of(view, note).with_key("note" + std::to_string(told)));
  }
  if (told > kMostNotes) {
    const std::string more = std::to_string(told - kMostNotes);
    inside.push_back(line(view, say(view, "panel.notes.more", {{"n", more}}), Role::caption, p.ink_soft));
  }
  Element e = card(view, accent.tint, std::move(inside));
  e.gap_px = m.gap(0.4);
  return std::move(e).with_key("status");
}

Element shown(const View& view, const StaffFacts& facts) {
  const Palette& p = view.palette;
  if (view.no_content) {
    return section(view, icon::document, "panel.shown", {line(view, say(view, "panel.nothing"), Role::goal, p.ink)})
        .with_key("shown");
  }
  const auto year_of = [](int year) { return content::fiscal_year_name(year, "ja"); };
  const Words report = say(view, "panel.report", {{"year", year_of(view.report.goal_year)}});
  const std::string this_year = year_of(content::fiscal_year(facts.today));
  const Words state = view.this_year  ? say(view, "panel.report.current")
                      : view.outdated ? say(view, "panel.report.old", {{"year", this_year}})
                                      : say(view, "panel.report.early");
  return section(view, icon::document, "panel.shown",
                 {line(view, report, Role::goal, p.ink), line(view, state, Role::body, p.ink)})
      .with_key("shown");
}

Element today(const View& view, const StaffFacts& facts) {
  const Palette& p = view.palette;
  const Words date = say(view, "panel.date.value",
                         {{"y", std::to_string(static_cast<int>(facts.today.year()))},
                          {"m", std::to_string(static_cast<unsigned>(facts.today.month()))},
                          {"d", std::to_string(static_cast<unsigned>(facts.today.day()))}});
  return section(
             view, icon::calendar, "panel.date",
             {line(view, date, Role::goal, p.ink), line(view, say(view, "panel.date.note"), Role::caption, p.ink_soft)})
      .with_key("today");
}

std::string_view choice_key(StaffFacts::Choice choice) {
  using Choice = StaffFacts::Choice;
  switch (choice) {
    case Choice::none:
      break;
    case Choice::kept:
      return "panel.hubs.kept";
    case Choice::until_restart:
      return "panel.hubs.until-restart";
    case Choice::overruled:
      return "panel.hubs.overruled";
    case Choice::refused:
      return "panel.hubs.refused";
  }
  return {};
}

// What came of a choice, on top of the panel.
void add_choice(const View& view, const StaffFacts& facts, std::vector<Element>& children) {
  if (facts.choice == StaffFacts::Choice::none) return;
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const bool fine = facts.choice == StaffFacts::Choice::kept;
  const Words words = say(view, choice_key(facts.choice), {{"name", facts.choice_name}});
  Element inside = row(m.gap(0.5), {icon_of(fine ? icon::check : icon::alert, m.em(1.1), p.hub),
                                    line(view, words, Role::body, p.ink).growing()});
  children.push_back(card(view, p.card, {std::move(inside)}).with_key("choice"));
}

Words hubs_note(const View& view, const StaffFacts& facts) {
  const std::string& choosing = view.state.staff.choosing;
  if (choosing.empty()) return say(view, "panel.hubs.note");
  const auto named = std::ranges::find(facts.hubs, choosing, &StaffFacts::Hub::id);
  return say(view, "panel.hubs.loading", {{"name", named == facts.hubs.end() ? choosing : named->name}});
}

Element hubs(const View& view, const StaffFacts& facts, int width_px) {
  const Metrics& m = view.metrics;
  std::vector<Element> choices;
  int widest = 0;
  for (const StaffFacts::Hub& hub : facts.hubs) {
    const bool here = hub.id == view.state.hub;
    const std::optional<Action> tap = here ? std::nullopt : std::optional<Action>(StaffAction(ChooseHub{hub.id}));
    choices.push_back(button(view, {hub.name, "ja"}, here, tap).with_key(hub.id));
    Element words = button(view, {hub.name, "ja"}, true, tap);
    words.children[0].grow = 0;
    widest = std::max(widest, natural_width(words, view.typesetter));
  }
  const int gap = std::max(m.gap(0.4), m.tap_slop_px());
  const int columns = std::clamp((width_px + gap) / (std::max(widest, 1) + gap), 1, 3);
  return section(view, icon::place, "panel.hubs",
                 {grid(columns, gap, std::move(choices)).with_key("choices"),
                  line(view, hubs_note(view, facts), Role::caption, view.palette.ink_soft).with_key("note")})
      .with_key("hubs");
}

Element touch(const View& view) {
  const Palette& p = view.palette;
  return section(view, icon::touch, "panel.touch",
                 {line(view, say(view, "panel.touch.note"), Role::caption, p.ink_soft),
                  small_button(view, "panel.touch.start", StaffAction(TestTouch{true})).with_key("test")})
      .with_key("touch");
}

Element machine(const View& view, const StaffFacts& facts) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const bool narrow = m.width_class() == WidthClass::narrow;
  std::vector<Element> inside;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    Element name = line(view, say(view, key), Role::caption, p.ink_soft);
    Element what = line(view, value, Role::caption, p.ink);
    if (narrow) return inside.push_back(column(0, {std::move(name), std::move(what)}));
    Element e = row(m.em(0.5), {std::move(name).wide(m.em(8.2)), std::move(what).growing()});
    e.across = Align::start;
    inside.push_back(std::move(e));
  };
  add("panel.version", facts.version);
  add("panel.uptime", duration(view, facts.uptime_min));
  add("panel.age", duration(view, facts.content_age_min));
  add("panel.folder", facts.content_folder);
  if (facts.memory_mb > 0) {
    add("panel.memory", say(view, "panel.memory.value", {{"n", std::to_string(facts.memory_mb)}}).words);
  }
  add("panel.frames", say(view, "panel.frames.value", {{"n", with_commas(facts.frames)}}).words);
  add("panel.renderer", facts.renderer);
  std::string parts;
  for (const StaffFacts::Part& part : facts.parts) {
    parts += (parts.empty() ? "" : ", ") + part.name + " " + part.version;
  }
  add("panel.parts", parts);
  return section(view, icon::tools, "panel.machine", std::move(inside)).with_key("machine");
}

Element head(const View& view, std::string_view title_key, Role role, Action close) {
  const Metrics& m = view.metrics;
  return row(m.gap(0.5), {line(view, say(view, title_key), role, view.palette.ink).growing(),
                          small_button(view, "panel.close", std::move(close)).with_key("close")})
      .with_key("head");
}

}  // namespace

Element staff_screen(const View& view) {
  const Metrics& m = view.metrics;
  const int gap = m.gap(0.6);
  std::vector<Element> children = {head(view, "panel.title", title_role(view), Go{Route{Route::Page::home}})};
  if (view.staff == nullptr) return page(view, gap, std::move(children));
  const StaffFacts& facts = *view.staff;
  const int inner_px = view.viewport.w - 2 * m.margin_px();
  add_choice(view, facts, children);
  if (m.width_class() == WidthClass::wide) {
    const int half_px = (inner_px - gap) / 2;
    Element left = column(gap, {status(view, facts), shown(view, facts).growing()});
    Element right = column(gap, {hubs(view, facts, half_px - m.gap(1.8)), touch(view), today(view, facts).growing()});
    Element both = row(gap, {std::move(left).growing(), std::move(right).growing()});
    both.across = Align::stretch;
    children.push_back(std::move(both));
  } else {
    children.push_back(status(view, facts));
    children.push_back(shown(view, facts));
    children.push_back(today(view, facts));
    children.push_back(hubs(view, facts, inner_px - m.gap(1.8)));
    children.push_back(touch(view));
  }
  children.push_back(machine(view, facts).growing());
  return page(view, gap, std::move(children));
}

Element touch_test_screen(const View& view) {
  const Palette& p = view.palette;
  const int contacts = view.state.staff.contacts;
  const Words words =
      contacts == 0 ? say(view, "panel.touch.none") : say(view, "panel.touch.count", {{"n", std::to_string(contacts)}});
  // It does not scroll: every finger on it is a finger to look at.
  return first_that_fits(view, {Role::goal, Role::heading, Role::label, Role::caption}, [&](Role role) {
    const Role title = role == Role::goal ? title_role(view) : role;
    Element count = line(view, words, role, p.ink).with_key("count");
    count.style.balanced = true;
    return page(view, view.metrics.gap(view.low() ? 0.3 : 0.6),
                {head(view, "panel.touch", title, StaffAction(TestTouch{false})), std::move(count), spring()});
  });
}

int touch_disc_px(const View& view) { return view.metrics.target_px() * 3 / 2; }

Element touch_mark(const View& view, int contact_id, bool number_above) {
  const Palette& p = view.palette;
  Element disc;
  disc.width_px = disc.min_height_px = disc.look.radius_px = touch_disc_px(view);
  disc.look.fill = p.sun;
  std::vector<Element> parts = {std::move(disc)};
  parts.insert(number_above ? parts.begin() : parts.end(),
               chip(view, {std::to_string(contact_id), "ja"}, p.hub, p.on_strong));
  return column(view.metrics.gap(0.2), std::move(parts)).aligned(Align::centre);
}

}  // namespace hub::ui
