// The dock: ホーム, もどる, 文字を大きく, ふりがな, ことば. It never moves and does not grow with the text.
#include <algorithm>
#include <array>

#include "ui/icons.h"
#include "ui/layout.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

// A low screen has a lower dock, a narrow one smaller buttons.
double pad_along_em(const Metrics& m) { return m.screen.height_px < m.gap(20) ? 0.3 : 0.4; }
bool compact(const Metrics& m) { return m.screen.height_px < m.gap(20) || m.screen.width_px < m.gap(16); }
double button_em(const Metrics& m) { return compact(m) ? 1.8 : 2.3; }

// How much the buttons say; the first that fits the width is taken.
struct Wording {
  bool home_words;
  bool back_words;
  enum class Text { icon, brief, full } text;
  bool language_words;
  bool furigana_words = true;  // else a word with furigana
};
constexpr std::array<Wording, 7> kWordings = {{{true, true, Wording::Text::full, true},
                                               {true, true, Wording::Text::brief, true},
                                               {false, true, Wording::Text::brief, true},
                                               {false, false, Wording::Text::brief, true},
                                               {false, false, Wording::Text::icon, true},
                                               {false, false, Wording::Text::icon, false},
                                               {false, false, Wording::Text::icon, false, false}}};

constexpr double kSign_em = 0.7;  // of the word with furigana

int button_height(const Metrics& m) { return std::max(m.target_px(), m.gap(button_em(m))); }

Element button(const View& view, char32_t icon, std::string_view words_key, bool chosen, Action action) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const Colour on = chosen ? p.on_strong : p.ink;
  const RoleStyle label_style = role_style(Role::label);
  std::vector<Element> inside = {spring()};
  if (icon != 0) inside.push_back(icon_of(icon, m.gap(0.95), on));
  if (!words_key.empty()) {
    Element label = plain_text(view, say(view, words_key), Role::label, on);
    label.style.size_px = m.gap(label_style.size_em);
    label.style.pitch_px = m.gap(label_style.size_em * label_style.pitch);
    inside.push_back(std::move(label));
  }
  inside.push_back(spring());
  Element e = row(m.gap(0.3), std::move(inside));
  e.hug = true;
  e.min_width_px = e.min_height_px = button_height(m);
  e.pad = words_key.empty() ? Insets{} : Insets::sides(m.gap(button_em(m) > 2 ? 0.65 : 0.45), 0);
  e.look.fill = chosen ? p.hub : p.button;
  e.look.radius_px = button_height(m);
  if (p.outlined && !chosen) outline(view, e.look);
  e.tap = std::move(action);
  return e;
}

// After the largest text comes the normal one again.
std::string_view text_size_key(Wording::Text wording, int text_step) {
  switch (wording) {
    case Wording::Text::full:
      return text_step < 3 ? "dock.text" : "dock.text.back";
    case Wording::Text::brief:
      return "dock.text.short";
    case Wording::Text::icon:
      return "";
  }
  return "";
}

// Three dots below the label, so many of them filled. As much room above: the label stands where all labels stand.
Element with_step(const View& view, Element label_row, int step) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const int dot_px = m.gap(0.2);
  const Colour on = step > 1 ? p.on_strong : p.ink;
  const Colour off = mix(on, step > 1 ? p.hub : p.button, 0.7);
  std::vector<Element> dots = {spring()};
  for (int i = 1; i <= 3; ++i) {
    Element dot;
    dot.width_px = dot.min_height_px = dot_px;
    dot.look.fill = i <= step ? on : off;
    dot.look.radius_px = dot_px;
    dots.push_back(std::move(dot));
  }
  dots.push_back(spring());
  Element above;
  above.min_height_px = dot_px;
  Element e = column(0, {std::move(above), spring(), row(label_row.gap_px, std::move(label_row.children)), spring(),
                         row(m.gap(0.15), std::move(dots))});
  e.hug = true;
  e.min_width_px = label_row.min_width_px;
  e.min_height_px = label_row.min_height_px;
  const int along_px = m.gap(compact(m) ? 0.1 : 0.22);
  e.pad = {label_row.pad.left, along_px, label_row.pad.right, along_px};
  e.look = label_row.look;
  e.tap = label_row.tap;
  return e;
}

// As wide with every label, so that the dock never moves.
Element text_size_button(const View& view, Wording::Text wording) {
  const int step = view.state.text_step;
  const auto with_label_of = [&](int label_step) {
    return with_step(view, button(view, icon::text_size, text_size_key(wording, label_step), step > 1, NextTextSize{}),
                     step);
  };
  Element e = with_label_of(step);
  for (const int label_step : {1, 3}) {
    e.min_width_px = std::max(e.min_width_px, natural_width(with_label_of(label_step), view.typesetter));
  }
  return std::move(e).with_key("text-size");
}

Element furigana_button(const View& view, bool words) {
  const bool on = view.state.furigana;
  if (words) return button(view, 0, "dock.furigana", on, ToggleFurigana{});
  Element e = button(view, 0, "dock.furigana.sign", on, ToggleFurigana{});
  Element& sign = e.children[1];
  const RoleStyle role = role_style(Role::label);
  sign.style.furigana = true;
  sign.style.size_px = view.metrics.gap(kSign_em);
  sign.style.pitch_px = view.metrics.gap(kSign_em * role.pitch_furigana);
  e.pad = {};
  return e;
}

Element buttons(const View& view, const Wording& wording, bool with_back) {
  const Metrics& m = view.metrics;
  const Viewing& s = view.state;
  std::vector<Element> all = {
      button(view, icon::home, wording.home_words ? "dock.home" : "", false, Go{Route{Route::Page::home}})
          .with_key("home")};
  if (with_back) {
    all.push_back(button(view, icon::back, wording.back_words ? "dock.back" : "", false, Back{}).with_key("back"));
  }
  all.push_back(spring());
  all.push_back(text_size_button(view, wording.text));
  if (view.japanese()) {
    all.push_back(furigana_button(view, wording.furigana_words).with_key("furigana"));
  }
  if (view.languages().size() > 1) {
    all.push_back(button(view, icon::translate, wording.language_words ? "dock.language" : "",
                         s.sheet == Sheet::language, OpenSheet{Sheet::language})
                      .with_key("language"));
  }
  Element e = row(std::max(m.gap(0.35), m.tap_slop_px()), std::move(all));
  const int margin = std::min(m.margin_px(), m.gap(1.1));
  e.pad = Insets::sides(margin, m.gap(pad_along_em(m)));
  return e;
}

}  // namespace

int dock_height_px(const Metrics& metrics) {
  return button_height(metrics) + 2 * metrics.gap(pad_along_em(metrics)) + 1;
}

Element more_hint(const View& view) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const RoleStyle caption = role_style(Role::caption);
  std::vector<Element> inside;
  if (!view.low()) {
    Element words = plain_text(view, say(view, "more"), Role::caption, p.on_strong);
    words.style.size_px = m.gap(caption.size_em);
    words.style.pitch_px = m.gap(caption.size_em * caption.pitch);
    inside.push_back(std::move(words));
  }
  // On a low screen within the margin, beside the words, upright where that is narrow; else over the fade, at the
  // right: lines are ragged there, so it covers the fewest words.
  const int height = m.gap(1.4);
  const int width = std::min(height, m.margin_px() * 9 / 10);
  const int arrow = std::min(m.gap(0.9), width);
  inside.push_back(icon_of(icon::more, arrow, p.on_strong));
  Element e = row(m.gap(0.2), std::move(inside));
  e.hug = true;
  e.pad =
      view.low() ? Insets::sides((width - arrow) / 2, (height - arrow) / 2) : Insets::sides(m.gap(0.55), m.gap(0.1));
  e.look.fill = p.hub;
  e.look.radius_px = m.gap(2);
  Element holder = column(0, {spring(), std::move(e).with_key("pill")});
  holder.across = Align::end;
  const int right = view.low() ? (m.margin_px() - width) / 2 : m.margin_px();
  holder.pad = {m.margin_px(), 0, right, m.gap(0.2)};
  return std::move(holder).with_key("more");
}

Element dock(const View& view) {
  // Every page has the same words, also home, which needs no もどる.
  const auto fits = [&](const Wording& wording) {
    return natural_width(buttons(view, wording, true), view.typesetter) <= view.metrics.screen.width_px;
  };
  const auto wording = std::ranges::find_if(kWordings, fits);
  const bool at_home = view.state.route.page == Route::Page::home && view.state.sheet == Sheet::none;
  Element all = buttons(view, wording != kWordings.end() ? *wording : kWordings.back(), !at_home);
  Element edge;
  edge.min_height_px = 1;
  edge.look.fill = view.palette.line;
  Element e = column(0, {std::move(edge), std::move(all).growing()});
  e.look.fill = view.palette.card;
  return std::move(e).with_key("dock");
}

}  // namespace hub::ui
