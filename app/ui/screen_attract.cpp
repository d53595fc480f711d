// attract: nobody is here. One large statement at a time: the tagline, the purpose, each goal of the year.
#include <algorithm>

#include "base/utf8.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

struct Statement {
  Words label;
  Words words;
};

std::vector<Statement> statements_of(const View& view) {
  const Words who = said(view, view.hub.name);
  std::vector<Statement> all = {{who, said(view, view.hub.tagline)}};
  if (!view.report.purpose.empty()) all.push_back({say(view, "purpose.title"), said(view, view.report.purpose)});
  const Words year = say(view, "goal.label", {{"year", year_name(view, view.report.goal_year)}});
  for (const content::Goal& goal : view.report.goals) {
    all.push_back({{year.words + " " + std::to_string(goal.number), year.language}, quoted(view, goal.goal)});
  }
  return all;
}

constexpr double kLeast_em = 2.4;  // lobby statements are at least this large
constexpr double kLeastPitch = 1.3;

bool small_screen(const View& view) {
  return view.viewport.h < view.metrics.gap(22) || view.viewport.w < view.metrics.gap(16);
}

Element statement(const View& view, const Words& words) {
  Element e = text(view, words, Role::statement, view.palette.on_strong, Lines::balanced);
  e.style.furigana = false;
  e.style.pitch_px = static_cast<int>(e.style.size_px * role_style(Role::statement).pitch);
  if (small_screen(view)) {
    e.style.size_px = view.metrics.em(kLeast_em);
    e.style.pitch_px = static_cast<int>(e.style.size_px * kLeastPitch);
  }
  return e;
}

int margin_across(const View& view) {
  const bool narrow = view.metrics.width_class() == WidthClass::narrow;
  return view.metrics.gap(narrow ? 0.7 : small_screen(view) || view.metrics.portrait() ? 1.6 : 3.0);
}
int inner_width(const View& view) { return view.viewport.w - 2 * margin_across(view); }

// How many lines of a statement the screen has room for, between the label above and the hint below.
int lines_on_screen(const View& view, int pitch_px) {
  const int taken = view.metrics.gap(small_screen(view) ? 4.0 : 9.0);
  return std::max(1, (view.viewport.h - taken) / pitch_px);
}

// A statement too long for the screen becomes several slides of whole lines, as even as they get.
std::vector<Words> slides_of(const View& view, const Words& words) {
  const Element whole = statement(view, words);
  const text::Block& block = view.typesetter.set(words.words, words.language, whole.style, inner_width(view));
  const int room = lines_on_screen(view, whole.style.pitch_px);
  const int lines = static_cast<int>(block.lines.size());
  const int slides = std::max(1, (lines + room - 1) / room);
  std::vector<Words> parts;
  for (int i = 0; i < slides; ++i) {
    const std::size_t from = block.lines[static_cast<std::size_t>(lines * i / slides)].begin;
    const std::size_t to = block.lines[static_cast<std::size_t>(lines * (i + 1) / slides - 1)].end;
    parts.push_back({base::encode_utf8(std::u32string_view(block.text).substr(from, to - from)), words.language});
  }
  return parts;
}

std::vector<Statement> all_slides(const View& view) {
  std::vector<Statement> slides;
  for (const Statement& one : statements_of(view)) {
    for (const Words& part : slides_of(view, one.words)) slides.push_back({one.label, part});
  }
  return slides;
}

bool ends_in_lone_word(const text::Block& block) {
  const auto wider = [](const text::Line& a, const text::Line& b) { return a.width_px < b.width_px; };
  const int widest_px = std::max_element(block.lines.begin(), block.lines.end(), wider)->width_px;
  return block.lines.size() > 1 && block.lines.back().width_px * 5 < widest_px * 2;
}

// Smaller by up to an eighth where that takes in a last line that would be a lone word.
Element fitted_statement(const View& view, const Words& words) {
  const auto set = [&](const Element& e) -> const text::Block& {
    return view.typesetter.set(words.words, words.language, e.style, inner_width(view));
  };
  const Element whole = statement(view, words);
  if (small_screen(view) || !ends_in_lone_word(set(whole))) return whole;
  for (const double scale : {0.96, 0.92, 0.88}) {
    Element e = whole;
    e.style.size_px = static_cast<int>(whole.style.size_px * scale);
    e.style.pitch_px = static_cast<int>(whole.style.pitch_px * scale);
    if (!ends_in_lone_word(set(e))) return e;
  }
  return whole;
}

}  // namespace

int attract_slides(const View& view) { return static_cast<int>(all_slides(view).size()); }

Element attract_screen(const View& view) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const std::vector<Statement> slides = all_slides(view);
  const Statement& now = slides[static_cast<std::size_t>(view.slide) % slides.size()];
  Element hint = row(m.gap(0.5), {icon_of(icon::touch, m.em(small_screen(view) ? 1.0 : 1.3), p.on_strong),
                                  plain_text(view, say(view, "attract.touch"), Role::heading, p.on_strong)});
  Element e =
      column(m.gap(small_screen(view) ? 0.08 : 1.0),
             {spring(), chip(view, now.label, p.on_strong, p.hub).with_key("label"),
              fitted_statement(view, now.words).with_key("statement"), spring(), std::move(hint).with_key("hint")});
  const int across = margin_across(view);
  e.pad = {across, m.gap(0.4), across, m.gap(small_screen(view) ? 0.4 : 1.6)};
  e.tap = Go{Route{Route::Page::home}};
  return e;
}

}  // namespace hub::ui
