// attract: nobody is here. One large statement at a time: the tagline, the purpose, each goal of the year.
#include <algorithm>

#include "base/utf8.h"
#include "ui/layout/icons.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

struct Statement {
  Words label;
  Words words;
};

std::vector<Statement> statements_of(const BuildContext& context) {
  const Words who = said(context, context.hub.name);
  std::vector<Statement> all = {{who, said(context, context.hub.tagline)}};
  if (!context.report.purpose.empty())
    all.push_back({say(context, "purpose.title"), said(context, context.report.purpose)});
  const Words year = say(context, "goal.label", {{"year", year_name(context, context.report.goal_year)}});
  for (const content::Goal& goal : context.report.goals) {
    const Words words = is_rendered(context, goal.goal) ? said(context, goal.goal) : quoted(goal.goal);
    all.push_back({{year.words + " " + std::to_string(goal.number), year.language}, words});
  }
  return all;
}

constexpr double kLeast_em = 2.4;  // lobby statements are at least this large
constexpr double kLeastPitch = 1.3;

bool small_screen(const BuildContext& context) {
  return context.viewport.h < context.metrics.gap(22) || context.viewport.w < context.metrics.gap(16);
}

Element statement(const BuildContext& context, const Words& words) {
  Element e = text(context, words, Role::statement, context.palette.on_strong, Lines::balanced);
  e.style.furigana = false;
  e.style.line_height_px = static_cast<int>(e.style.size_px * role_style(Role::statement).pitch);
  if (small_screen(context)) {
    e.style.size_px = context.metrics.em(kLeast_em);
    e.style.line_height_px = static_cast<int>(e.style.size_px * kLeastPitch);
  }
  return e;
}

int margin_across(const BuildContext& context) {
  const bool narrow = context.metrics.width_class() == WidthClass::narrow;
  return context.metrics.gap(narrow ? 0.7 : small_screen(context) || context.metrics.portrait() ? 1.6 : 3.0);
}
int inner_width(const BuildContext& context) { return context.viewport.w - 2 * margin_across(context); }

// How many lines of a statement the screen has room for, between the label above and the hint below.
int lines_on_screen(const BuildContext& context, int line_height_px) {
  const int taken = context.metrics.gap(small_screen(context) ? 5.0 : 9.0);
  return std::max(1, (context.viewport.h - taken) / line_height_px);
}

// A statement too long for the screen becomes several slides of whole lines, as even as they get.
std::vector<Words> slides_of(const BuildContext& context, const Words& words) {
  const Element whole = statement(context, words);
  const text::Block& block = context.typesetter.set(words.words, words.language, whole.style, inner_width(context));
  const int room = lines_on_screen(context, whole.style.line_height_px);
  const int lines = static_cast<int>(block.lines.size());
  const int slides = std::max(1, (lines + room - 1) / room);
  std::vector<Words> parts;
  for (int i = 0; i < slides; ++i) {
    const std::size_t from = block.lines[static_cast<std::size_t>(lines * i / slides)].begin;
    const std::size_t to = block.lines[static_cast<std::size_t>(lines * (i + 1) / slides - 1)].end;
    if (to <= from) continue;  // nothing but spaces
    parts.push_back({base::encode_utf8(std::u32string_view(block.text).substr(from, to - from)), words.language});
  }
  return parts;
}

std::vector<Statement> all_slides(const BuildContext& context) {
  std::vector<Statement> slides;
  for (const Statement& one : statements_of(context)) {
    for (const Words& part : slides_of(context, one.words)) slides.push_back({one.label, part});
  }
  if (slides.empty()) slides.push_back({statements_of(context).front().label, {}});
  return slides;
}

bool ends_in_lone_word(const text::Block& block) {
  if (block.lines.empty()) return false;
  const auto wider = [](const text::Line& a, const text::Line& b) { return a.width_px < b.width_px; };
  const int widest_px = std::max_element(block.lines.begin(), block.lines.end(), wider)->width_px;
  return block.lines.size() > 1 && block.lines.back().width_px * 5 < widest_px * 2;
}

// Smaller by up to an eighth where that takes in a last line that would be a lone word.
Element fitted_statement(const BuildContext& context, const Words& words) {
  const auto set = [&](const Element& e) -> const text::Block& {
    return context.typesetter.set(words.words, words.language, e.style, inner_width(context));
  };
  const Element whole = statement(context, words);
  if (small_screen(context) || !ends_in_lone_word(set(whole))) return whole;
  for (const double scale : {0.96, 0.92, 0.88}) {
    Element e = whole;
    e.style.size_px = static_cast<int>(whole.style.size_px * scale);
    e.style.line_height_px = static_cast<int>(whole.style.line_height_px * scale);
    if (!ends_in_lone_word(set(e))) return e;
  }
  return whole;
}

}  // namespace

int attract_slides(const BuildContext& context) { return static_cast<int>(all_slides(context).size()); }

namespace {

// To touch the screen, in the visitor's language and, smaller, in every other one that the content has.
Element call(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool small = small_screen(context);
  std::vector<Element> others;
  for (const std::string& tag : context.languages()) {
    const content::Said said = context.snapshot.strings.say("attract.touch.short", tag);
    if (said.language != tag || tag == context.state.language || tag == "ja-easy") continue;
    const Words words{std::string(said.words), tag};
    others.push_back(plain_text(context, words, small ? Role::caption : Role::label, p.on_strong).with_key(tag));
  }
  const int icon_px = m.em(small ? 1.0 : 1.3), gap = m.gap(0.5);
  const Words touch = say(context, "attract.touch");
  const Role role =
      largest_fitting(context, {touch}, inner_width(context) - icon_px - gap, 1, {Role::heading, Role::label});
  Element words = column(0, {plain_text(context, touch, role, p.on_strong)});
  if (!others.empty())
    words.children.push_back(flow(m.gap(small ? 0.6 : 0.9), std::move(others)).with_key("languages"));
  return row(gap, {icon_of(icon::touch, icon_px, p.on_strong), std::move(words).growing()}).with_key("hint");
}

}  // namespace

Element attract_screen(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const std::vector<Statement> slides = all_slides(context);
  const Statement& now = slides[static_cast<std::size_t>(context.slide) % slides.size()];
  Element e = column(m.gap(small_screen(context) ? 0.08 : 1.0),
                     {spacer(), chip(context, now.label, p.on_strong, p.hub).with_key("label"),
                      fitted_statement(context, now.words).with_key("statement"), spacer(), call(context)});
  const int across = margin_across(context);
  e.pad = {across, m.gap(0.4), across, m.gap(small_screen(context) ? 0.4 : 1.6)};
  e.tap = Go{Route{Route::Page::home}};
  return e;
}

}  // namespace hub::ui
