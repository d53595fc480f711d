// The dock: ホーム, もどる, 文字を大きく, ふりがな, ことば. It never moves and does not grow with the text.
#include <algorithm>
#include <array>

#include "ui/layout/icons.h"
#include "ui/layout/layout.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

// A low screen has a lower dock, a narrow one smaller buttons.
double pad_along_em(const Metrics& m) { return m.screen.height_px < m.gap(20) ? 0.3 : 0.4; }
bool compact(const Metrics& m) { return m.screen.height_px < m.gap(20) || m.screen.width_px < m.gap(16); }
double button_em(const Metrics& m) { return compact(m) ? 1.9 : 2.3; }

// How much the buttons say; the first that fits the width is taken.
struct Wording {
  bool home_words;
  bool back_words;
  enum class Text { icon, brief, full } text;
  std::string_view language_key;  // "": its icon alone
  bool furigana_words = true;     // else a word with furigana
  bool small_language = false;    // as small as letters may be
};
constexpr std::string_view kLanguage = "dock.language", kLanguageBrief = "dock.language.short";
constexpr std::array<Wording, 9> kWordings = {{{true, true, Wording::Text::full, kLanguage},
                                               {true, true, Wording::Text::brief, kLanguage},
                                               {false, true, Wording::Text::brief, kLanguage},
                                               {false, true, Wording::Text::brief, kLanguageBrief},
                                               {false, false, Wording::Text::brief, kLanguageBrief},
                                               {false, false, Wording::Text::icon, kLanguageBrief},
                                               {false, false, Wording::Text::icon, kLanguageBrief, false},
                                               {false, false, Wording::Text::icon, kLanguageBrief, false, true},
                                               {false, false, Wording::Text::icon, "", false}}};

constexpr double kSmallest_em = 0.7;  // nothing that visitors read is smaller

int button_height(const Metrics& m) { return std::max(m.target_px(), m.gap(button_em(m))); }

Element button(const BuildContext& context, char32_t icon, std::string_view words_key, bool chosen, Action action) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const Colour on = chosen ? p.on_strong : p.ink;
  const RoleStyle label_style = role_style(Role::label);
  std::vector<Element> inside = {spacer()};
  if (icon != 0) inside.push_back(icon_of(icon, m.gap(0.95), on));
  if (!words_key.empty()) {
    Element label = text(context, say(context, words_key), Role::label, on);
    label.style.size_px = m.gap(label_style.size_em);
    const double pitch = label.style.furigana ? label_style.pitch_furigana : label_style.pitch;
    label.style.line_height_px = m.gap(label_style.size_em * pitch);
    inside.push_back(std::move(label));
  }
  inside.push_back(spacer());
  Element e = row(m.gap(0.3), std::move(inside));
  e.hug = true;
  e.min_width_px = e.min_height_px = button_height(m);
  e.pad = words_key.empty() ? Insets{} : Insets::sides(m.gap(button_em(m) > 2 ? 0.65 : 0.45), 0);
  e.box_style.fill = chosen ? p.hub : p.button;
  e.box_style.radius_px = button_height(m);
  if (p.outlined && !chosen) outline(context, e.box_style);
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

// Three dots below the label, so many of them filled. As much room above, where no furigana stand: the label stands
// where all labels stand.
Element with_step(const BuildContext& context, Element label_row, int step, bool has_words) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const int dot_px = m.gap(0.2);
  const Colour on = step > 1 ? p.on_strong : p.ink;
  const Colour off = mix(on, step > 1 ? p.hub : p.button, 0.7);
  std::vector<Element> dots = {spacer()};
  for (int i = 1; i <= 3; ++i) {
    Element dot;
    dot.width_px = dot.min_height_px = dot_px;
    dot.box_style.fill = i <= step ? on : off;
    dot.box_style.radius_px = dot_px;
    dots.push_back(std::move(dot));
  }
  dots.push_back(spacer());
  Element above;
  above.min_height_px = context.state.furigana && has_words ? 0 : dot_px;
  Element e = column(0, {std::move(above), spacer(), row(label_row.gap_px, std::move(label_row.children)), spacer(),
                         row(m.gap(0.15), std::move(dots))});
  e.hug = true;
  e.min_width_px = label_row.min_width_px;
  e.min_height_px = label_row.min_height_px;
  const bool furigana = context.state.furigana && has_words;
  const int along_px = m.gap(!compact(m) ? 0.22 : furigana ? 0.03 : 0.1);
  e.pad = {label_row.pad.left, along_px, label_row.pad.right, along_px};
  e.box_style = label_row.box_style;
  e.tap = label_row.tap;
  return e;
}

// As wide with every label, so that the dock never moves.
Element text_size_button(const BuildContext& context, Wording::Text wording) {
  const int step = context.state.text_step;
  const auto with_label_of = [&](int label_step) {
    return with_step(context,
                     button(context, icon::text_size, text_size_key(wording, label_step), step > 1, NextTextSize{}),
                     step, wording != Wording::Text::icon);
  };
  Element e = with_label_of(step);
  for (const int label_step : {1, 3}) {
    e.min_width_px = std::max(e.min_width_px, natural_width(with_label_of(label_step), context.typesetter));
  }
  return std::move(e).with_key("text-size");
}

Element furigana_button(const BuildContext& context, bool words) {
  const bool on = context.state.furigana;
  if (words) return button(context, 0, "dock.furigana", on, ToggleFurigana{});
  Element e = button(context, 0, "dock.furigana.sign", on, ToggleFurigana{});
  Element& sign = e.children[1];
  sign.language = "ja";
  const RoleStyle role = role_style(Role::label);
  sign.style.furigana = true;
  sign.style.size_px = context.metrics.gap(kSmallest_em);
  sign.style.line_height_px = context.metrics.gap(kSmallest_em * role.pitch_furigana);
  e.pad = {};
  return e;
}

Element language_button(const BuildContext& context, const Wording& wording) {
  const Metrics& m = context.metrics;
  const bool open = context.state.sheet == Sheet::language;
  Element e = button(context, icon::translate, wording.language_key, open, OpenSheet{Sheet::language});
  if (!wording.small_language) return e;
  Element& label = e.children[2];
  label.style.size_px = m.gap(kSmallest_em);
  label.style.line_height_px = m.gap(kSmallest_em * role_style(Role::label).pitch);
  e.gap_px = m.gap(0.1);
  e.pad = Insets::sides(m.gap(0.25), 0);
  return e;
}

Element buttons(const BuildContext& context, const Wording& wording, bool with_back) {
  const Metrics& m = context.metrics;
  std::vector<Element> all = {
      button(context, icon::home, wording.home_words ? "dock.home" : "", false, Go{Route{Route::Page::home}})
          .with_key("home")};
  if (with_back) {
    all.push_back(button(context, icon::back, wording.back_words ? "dock.back" : "", false, Back{}).with_key("back"));
  }
  all.push_back(spacer());
  all.push_back(text_size_button(context, wording.text));
  all.push_back(furigana_button(context, wording.furigana_words).with_key("furigana"));
  if (context.languages().size() > 1) {
    all.push_back(language_button(context, wording).with_key("language"));
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

int more_height_px(const Metrics& metrics) { return metrics.gap(2.0); }

Element more_hint(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const RoleStyle caption = role_style(Role::caption);
  std::vector<Element> inside;
  if (!context.low()) {
    Element words = plain_text(context, say(context, "more"), Role::caption, p.on_strong);
    words.style.size_px = m.gap(caption.size_em);
    words.style.line_height_px = m.gap(caption.size_em * caption.pitch);
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
      context.low() ? Insets::sides((width - arrow) / 2, (height - arrow) / 2) : Insets::sides(m.gap(0.55), m.gap(0.1));
  e.box_style.fill = p.hub;
  e.box_style.radius_px = m.gap(2);
  Element holder = column(0, {spacer(), std::move(e).with_key("pill")});
  holder.across = Align::end;
  const int right = context.low() ? (m.margin_px() - width) / 2 : m.margin_px();
  holder.pad = {m.margin_px(), 0, right, m.gap(0.2)};
  return std::move(holder).with_key("more");
}

Element dock(const BuildContext& context) {
  // Every page has the same words, also home, which needs no もどる.
  const auto fits = [&](const Wording& wording) {
    return natural_width(buttons(context, wording, true), context.typesetter) <= context.metrics.screen.width_px;
  };
  const auto wording = std::ranges::find_if(kWordings, fits);
  // In the preview もどる leads from home to the staff's card.
  const bool at_home = context.state.route.page == Route::Page::home && context.state.sheet == Sheet::none &&
                       !context.state.staff.desk.preview;
  Element all = buttons(context, wording != kWordings.end() ? *wording : kWordings.back(), !at_home);
  Element edge;
  edge.min_height_px = 1;
  edge.box_style.fill = context.palette.line;
  Element e = column(0, {std::move(edge), std::move(all).growing()});
  e.box_style.fill = context.palette.card;
  return std::move(e).with_key("dock");
}

}  // namespace hub::ui
