// staff, once it is open: whether the content is well, which report and hub show, what the machine is; and the touch
// test. In Japanese without furigana, whatever visitors chose.
#include <algorithm>
#include <utility>

#include "content/model/year.h"
#include "ui/layout/icons.h"
#include "ui/layout/layout.h"
#include "ui/screens/screens.h"
#include "ui/screens/staff/staff_widgets.h"

namespace hub::ui {

namespace {

constexpr int kMostNotes = 20;  // more is nothing to mend on a lobby's screen
std::string duration(const BuildContext& context, int minutes) {
  const int hours = minutes / 60;
  if (hours >= 24) {
    return say(context, "panel.days", {{"d", std::to_string(hours / 24)}, {"h", std::to_string(hours % 24)}}).words;
  }
  if (hours > 0) {
    return say(context, "panel.hours", {{"h", std::to_string(hours)}, {"m", std::to_string(minutes % 60)}}).words;
  }
  return minutes > 0 ? say(context, "panel.minutes", {{"n", std::to_string(minutes)}}).words
                     : say(context, "panel.moment").words;
}

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

Element note_of(const BuildContext& context, const StaffFacts::Note& note) {
  const Palette& p = context.palette;
  std::vector<Element> inside = {hairline(context)};
  inside.push_back(staff_line(context, note.what, Role::body, p.ink));
  if (!note.remedy.empty()) inside.push_back(staff_line(context, "→ " + note.remedy, Role::body, p.ink));
  if (!note.file.empty()) {
    const Words where = note.line == 0
                            ? Words{note.file, "ja"}
                            : say(context, "panel.place", {{"file", note.file}, {"line", std::to_string(note.line)}});
    inside.push_back(staff_line(context, where, Role::caption, p.ink_soft));
  }
  return column(context.metrics.gap(0.2), std::move(inside));
}

Element status(const BuildContext& context, const StaffFacts& facts) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const auto errors = std::ranges::count_if(facts.notes, &StaffFacts::Note::error);
  const auto warnings = std::ssize(facts.notes) - errors;
  const std::string_view key = errors > 0 ? "panel.errors" : warnings > 0 ? "panel.warnings" : "panel.fine";
  const std::string note_key = context.no_content ? "panel.nothing.note" : std::string(key) + ".note";
  const Accent accent = errors > 0 ? p.services[0] : warnings > 0 ? p.challenge() : p.outcome();
  const std::string count = std::to_string(errors > 0 ? errors : warnings);
  const char32_t sign = facts.notes.empty() ? icon::check : icon::alert;
  Element head =
      row(m.gap(0.6), {icon_disc(context, sign, disc_px(context), accent.strong, p.on_strong),
                       column(m.gap(0.1), {staff_line(context, say(context, key, {{"n", count}}), Role::goal, p.ink),
                                           staff_line(context, say(context, note_key), Role::caption, p.ink_soft)})
                           .growing()});
  std::vector<Element> inside = {std::move(head)};
  int told = 0;
  for (const StaffFacts::Note& note : facts.notes) {
    if (told++ < kMostNotes) inside.push_back(note_of(context, note).with_key("note" + std::to_string(told)));
  }
  if (told > kMostNotes) {
    const std::string more = std::to_string(told - kMostNotes);
    inside.push_back(staff_line(context, say(context, "panel.notes.more", {{"n", more}}), Role::caption, p.ink_soft));
  }
  Element e = card(context, accent.tint, std::move(inside));
  e.gap_px = m.gap(0.4);
  return std::move(e).with_key("status");
}

Element shown(const BuildContext& context, const StaffFacts& facts) {
  const Palette& p = context.palette;
  if (context.no_content) {
    return staff_section(context, icon::document, "panel.shown",
                         {staff_line(context, say(context, "panel.nothing"), Role::goal, p.ink)})
        .with_key("shown");
  }
  const auto year_of = [](int year) { return content::fiscal_year_name(year); };
  const Words report = say(context, "panel.report", {{"year", year_of(context.report.goal_year)}});
  const std::string this_year = year_of(content::fiscal_year(facts.today));
  const Words state = context.this_year  ? say(context, "panel.report.current")
                      : context.outdated ? say(context, "panel.report.old", {{"year", this_year}})
                                         : say(context, "panel.report.early");
  return staff_section(context, icon::document, "panel.shown",
                       {staff_line(context, report, Role::goal, p.ink), staff_line(context, state, Role::body, p.ink)})
      .with_key("shown");
}

// Staff look at it and say that it is right.
Element doubtful_clock(const BuildContext& context, const std::string& date, std::chrono::minutes time) {
  const Palette& p = context.palette;
  const int minute = static_cast<int>(time.count() % 60);
  const Words now = say(context, "panel.clock.value",
                        {{"date", date},
                         {"h", std::to_string(time.count() / 60)},
                         {"m", (minute < 10 ? "0" : "") + std::to_string(minute)}});
  return staff_section(
             context, icon::calendar, "panel.clock",
             {staff_line(context, now, Role::goal, p.ink),
              staff_line(context, say(context, "panel.clock.note"), Role::caption, p.ink_soft),
              small_staff_button(context, "panel.clock.right", StaffAction(VouchForClock{})).with_key("right")})
      .with_key("today");
}

Element today(const BuildContext& context, const StaffFacts& facts) {
  const Palette& p = context.palette;
  const Words date = staff_date(context, facts.today);
  if (facts.doubtful_time) return doubtful_clock(context, date.words, *facts.doubtful_time);
  return staff_section(context, icon::calendar, "panel.date",
                       {staff_line(context, date, Role::goal, p.ink),
                        staff_line(context, say(context, "panel.date.note"), Role::caption, p.ink_soft)})
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
void add_choice(const BuildContext& context, const StaffFacts& facts, std::vector<Element>& children) {
  if (facts.choice == StaffFacts::Choice::none) return;
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool fine = facts.choice == StaffFacts::Choice::kept;
  const Words words = say(context, choice_key(facts.choice), {{"name", facts.choice_name}});
  Element inside = row(m.gap(0.5), {icon_of(fine ? icon::check : icon::alert, m.em(1.1), p.hub),
                                    staff_line(context, words, Role::body, p.ink).growing()});
  children.push_back(card(context, p.card, {std::move(inside)}).with_key("choice"));
}

Words hubs_note(const BuildContext& context, const StaffFacts& facts) {
  const std::string& choosing = context.state.staff.choosing;
  if (choosing.empty()) return say(context, "panel.hubs.note");
  const auto named = std::ranges::find(facts.hubs, choosing, &StaffFacts::Hub::id);
  return say(context, "panel.hubs.loading", {{"name", named == facts.hubs.end() ? choosing : named->name}});
}

Element hubs(const BuildContext& context, const StaffFacts& facts, int width_px) {
  const Metrics& m = context.metrics;
  std::vector<Element> choices;
  int widest = 0;
  for (const StaffFacts::Hub& hub : facts.hubs) {
    const bool here = hub.id == context.state.hub;
    const std::optional<Action> tap = here ? std::nullopt : std::optional<Action>(StaffAction(ChooseHub{hub.id}));
    choices.push_back(staff_button(context, {hub.name, "ja"}, here, tap).with_key(hub.id));
    Element words = staff_button(context, {hub.name, "ja"}, true, tap);
    words.children[0].grow = 0;
    widest = std::max(widest, natural_width(words, context.typesetter));
  }
  const int gap = std::max(m.gap(0.4), m.tap_slop_px());
  const int columns = bounded((width_px + gap) / (std::max(widest, 1) + gap), 1, 3);
  return staff_section(
             context, icon::place, "panel.hubs",
             {grid(columns, gap, std::move(choices)).with_key("choices"),
              staff_line(context, hubs_note(context, facts), Role::caption, context.palette.ink_soft).with_key("note")})
      .with_key("hubs");
}

Element touch(const BuildContext& context) {
  const Palette& p = context.palette;
  return staff_section(
             context, icon::touch, "panel.touch",
             {staff_line(context, say(context, "panel.touch.note"), Role::caption, p.ink_soft),
              small_staff_button(context, "panel.touch.start", StaffAction(TestTouch{true})).with_key("test")})
      .with_key("touch");
}

Element machine(const BuildContext& context, const StaffFacts& facts) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool narrow = m.width_class() == WidthClass::narrow;
  std::vector<Element> inside;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    Element name = staff_line(context, say(context, key), Role::caption, p.ink_soft);
    Element what = staff_line(context, value, Role::caption, p.ink);
    if (narrow) return inside.push_back(column(0, {std::move(name), std::move(what)}));
    Element e = row(m.em(0.5), {std::move(name).wide(m.em(8.2)), std::move(what).growing()});
    e.across = Align::start;
    inside.push_back(std::move(e));
  };
  add("panel.version", facts.version);
  add("panel.uptime", duration(context, facts.uptime_min));
  add("panel.age", duration(context, facts.content_age_min));
  add("panel.folder", facts.content_folder);
  if (facts.memory_mb > 0) {
    add("panel.memory", say(context, "panel.memory.value", {{"n", std::to_string(facts.memory_mb)}}).words);
  }
  add("panel.frames", say(context, "panel.frames.value", {{"n", with_commas(facts.frames)}}).words);
  add("panel.renderer", facts.renderer);
  std::string parts;
  for (const StaffFacts::Part& part : facts.parts) {
    parts += (parts.empty() ? "" : ", ") + part.name + " " + part.version;
  }
  add("panel.parts", parts);
  return staff_section(context, icon::tools, "panel.machine", std::move(inside)).with_key("machine");
}

// What staff come for: a new report, a look at what shows, the way back, and a keyboard of their own.
Element desk_entries(const BuildContext& context, const DeskView& desk) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const auto entry = [&](std::string_view key, bool strong, DeskPage to, const char* name) {
    Element e = staff_button(context, say(context, key), false, DeskAction(ShowDesk{to}));
    e.children[0].colour = strong ? p.on_strong : p.ink;
    e.box_style.fill = strong ? p.hub : p.button;
    e.children.push_back(icon_of(icon::forward, m.em(0.85), strong ? p.on_strong : p.hub));
    return std::move(e).with_key(name);
  };
  const int gap = std::max(m.gap(0.4), m.tap_slop_px());
  Element open = entry("panel.desk.open", true, DeskPage::inbox, "open");
  std::vector<Element> others = {entry("panel.desk.shown", false, DeskPage::shown, "shown"),
                                 entry("panel.desk.history", false, DeskPage::history, "history")};
  if (desk.editor) others.push_back(entry("panel.desk.editor", false, DeskPage::editor, "editor"));
  // Whole names: all beside each other, or two and two, or what staff come for above the two others, or each below the
  // last.
  const WidthClass width = m.width_class();
  Element entries;
  if (width == WidthClass::wide || (desk.editor && width != WidthClass::narrow)) {
    others.insert(others.begin(), std::move(open));
    entries = grid(desk.editor ? 2 : 3, gap, std::move(others));
  } else {
    entries = column(gap, {std::move(open), grid(width == WidthClass::narrow ? 1 : 2, gap, std::move(others))});
  }
  const std::string_view note = desk.draft ? "panel.desk.draft" : "panel.desk.note";
  return staff_section(context, icon::document, "panel.desk",
                       {staff_line(context, say(context, note), Role::caption, p.ink_soft),
                        std::move(entries).with_key("entries")})
      .with_key("desk");
}

}  // namespace

Element staff_screen(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const int gap = m.gap(0.6);
  std::vector<Element> children = {staff_head(context, say(context, "panel.title"), title_role(context), "panel.close",
                                              Go{Route{Route::Page::home}})};
  if (context.staff == nullptr) return page(context, gap, std::move(children));
  const StaffFacts& facts = *context.staff;
  const int inner_px = context.viewport.w - 2 * m.margin_px();
  if (context.desk != nullptr) children.push_back(desk_entries(context, *context.desk));
  add_choice(context, facts, children);
  if (m.width_class() == WidthClass::wide) {
    const int half_px = (inner_px - gap) / 2;
    Element left = column(gap, {status(context, facts), shown(context, facts).growing()});
    Element right =
        column(gap, {hubs(context, facts, half_px - m.gap(1.8)), touch(context), today(context, facts).growing()});
    Element both = row(gap, {std::move(left).growing(), std::move(right).growing()});
    both.across = Align::stretch;
    children.push_back(std::move(both));
  } else {
    children.push_back(status(context, facts));
    children.push_back(shown(context, facts));
    children.push_back(today(context, facts));
    children.push_back(hubs(context, facts, inner_px - m.gap(1.8)));
    children.push_back(touch(context));
  }
  children.push_back(machine(context, facts).growing());
  return page(context, gap, std::move(children));
}

Element touch_test_screen(const BuildContext& context) {
  const Palette& p = context.palette;
  const int contacts = context.state.staff.contacts;
  const Words words = contacts == 0 ? say(context, "panel.touch.none")
                                    : say(context, "panel.touch.count", {{"n", std::to_string(contacts)}});
  // It does not scroll: every finger on it is a finger to look at.
  return first_that_fits(context, {Role::goal, Role::heading, Role::label, Role::caption}, [&](Role role) {
    const Role title = role == Role::goal ? title_role(context) : role;
    Element count = staff_line(context, words, role, p.ink).with_key("count");
    count.style.balanced = true;
    return page(context, context.metrics.gap(context.low() ? 0.3 : 0.6),
                {staff_head(context, say(context, "panel.touch"), title, "panel.close", StaffAction(TestTouch{false})),
                 std::move(count), spacer()});
  });
}

int touch_disc_px(const BuildContext& context) { return context.metrics.target_px() * 3 / 2; }

Element touch_mark(const BuildContext& context, int contact_id, bool number_above) {
  const Palette& p = context.palette;
  Element disc;
  disc.width_px = disc.min_height_px = disc.box_style.radius_px = touch_disc_px(context);
  disc.box_style.fill = p.sun;
  std::vector<Element> parts = {std::move(disc)};
  parts.insert(number_above ? parts.begin() : parts.end(),
               chip(context, {std::to_string(contact_id), "ja"}, p.hub, p.on_strong));
  return column(context.metrics.gap(0.2), std::move(parts)).aligned(Align::centre);
}

}  // namespace hub::ui
