#include "ui/parts.h"

#include <algorithm>
#include <cmath>

#include "content/sentence.h"
#include "content/year.h"
#include "ui/icons.h"
#include "ui/layout.h"

namespace hub::ui {

namespace {

constexpr double kChipPadAcross_em = 0.7;  // of the label's size
constexpr double kChipPadAlong_em = 0.28;
constexpr double kIconInDisc = 0.6;  // of the disc
constexpr double kNumberInDisc = 0.62;

std::string fill_in(std::string words, std::initializer_list<Fill> fills) {
  for (const auto& [name, value] : fills) {
    const std::string place = "{" + std::string(name) + "}";
    for (std::size_t at = words.find(place); at != std::string::npos; at = words.find(place, at + value.size())) {
      words.replace(at, place.size(), value);
    }
  }
  return words;
}

Words words_of(const content::Said& said) { return {std::string(said.words), std::string(said.language)}; }

Element text_element(const Words& words, Colour colour, const text::Style& style) {
  Element e;
  e.kind = Kind::text;
  e.words = words.words;
  e.language = words.language;
  e.style = style;
  e.colour = colour;
  e.across = Align::start;
  return e;
}

text::Style style_of(int size_px, const RoleStyle& role, bool furigana) {
  text::Style style;
  style.weight = role.weight;
  style.size_px = size_px;
  style.pitch_px = static_cast<int>(std::lround(size_px * (furigana ? role.pitch_furigana : role.pitch)));
  style.furigana = furigana;
  return style;
}

bool reads_japanese(std::string_view language) { return language == "ja" || language == "ja-easy"; }

Element disc(int size_px, Colour fill, Element inside) {
  Element e = column(0, {spring(), std::move(inside), spring()});
  e.across = Align::centre;
  e.look.fill = fill;
  e.look.radius_px = size_px;
  e.min_height_px = size_px;
  e.width_px = size_px;
  return e;
}

}  // namespace

text::Style text_style(const Metrics& metrics, Role role, bool furigana) {
  const RoleStyle how = role_style(role);
  return style_of(metrics.em(how.size_em), how, furigana);
}

Words say(const View& view, std::string_view key, std::initializer_list<Fill> fills) {
  Words words = words_of(view.snapshot.strings.say(key, view.state.language));
  words.words = fill_in(std::move(words.words), fills);
  return words;
}

Words said(const View& view, const content::Text& text) { return words_of(text.in(view.state.language)); }

Words quoted(const View& view, const content::Text& text) {
  Words words = said(view, text);
  if (words.language != "ja") return words;
  if (content::starts_midway(words.words)) words.words = "…" + words.words;
  if (content::ends_midway(words.words)) words.words += "…";
  return words;
}

std::string year_name(const View& view, int year) { return content::fiscal_year_name(year, view.state.language); }

Element text(const View& view, const Words& words, Role role, Colour colour, Lines lines) {
  const bool furigana = view.state.furigana && reads_japanese(words.language);
  text::Style style = text_style(view.metrics, role, furigana);
  style.balanced = lines == Lines::balanced;
  return text_element(words, colour, style);
}

Element plain_text(const View& view, const Words& words, Role role, Colour colour) {
  return text_element(words, colour, text_style(view.metrics, role));
}

Element icon_of(char32_t code_point, int size_px, Colour colour) {
  Element e;
  e.kind = Kind::icon;
  e.icon = code_point;
  e.icon_px = size_px;
  e.colour = colour;
  e.hug = true;
  return e;
}

int disc_px(const View& view) { return view.metrics.em(view.low() ? 1.5 : 2.0); }

Element icon_disc(const View&, char32_t code_point, int size_px, Colour fill, Colour on) {
  return disc(size_px, fill, icon_of(code_point, static_cast<int>(std::lround(size_px * kIconInDisc)), on));
}

Element number_disc(const View& view, int number, int size_px, Colour fill) {
  const RoleStyle how = role_style(Role::title);
  const int digit_px = static_cast<int>(std::lround(size_px * kNumberInDisc));
  Element digits = text_element({std::to_string(number), "ja"}, view.palette.on_strong, style_of(digit_px, how, false));
  return disc(size_px, fill, std::move(digits).hugging());
}

Element chip(const View& view, const Words& words, Colour fill, Colour on) {
  Element label = plain_text(view, words, Role::label, on);
  const int size = label.style.size_px;
  Element e = column(0, {std::move(label)});
  e.hug = true;
  e.pad = Insets::sides(static_cast<int>(size * kChipPadAcross_em), static_cast<int>(size * kChipPadAlong_em));
  e.look.fill = fill;
  e.look.radius_px = view.metrics.em(2);
  return e;
}

void outline(const View& view, Look& look) {
  look.border = view.palette.line;
  look.border_px = std::max(1, view.metrics.gap(0.06));
}

Element card(const View& view, Colour fill, std::vector<Element> children) {
  const Metrics& m = view.metrics;
  Element e = column(m.gap(0.5), std::move(children));
  e.pad = Insets::sides(m.gap(m.width_class() == WidthClass::narrow ? 0.6 : 0.9), m.gap(0.65));
  e.look.fill = fill;
  e.look.radius_px = m.gap(measure::corner);
  e.look.shadow = !view.palette.outlined;
  if (view.palette.outlined) outline(view, e.look);
  return e;
}

bool number_beside(const View& view) {
  return (view.low() && !view.metrics.portrait()) || view.metrics.width_class() == WidthClass::wide;
}

Element numbered_goal(const View& view, int number, Colour fill, const content::Text& goal, Role role) {
  const Metrics& m = view.metrics;
  std::vector<Element> words;
  add_language_tag(view, goal, words);
  words.push_back(text(view, quoted(view, goal), role, view.palette.ink, Lines::balanced));
  Element disc = number_disc(view, number, disc_px(view), fill);
  if (!number_beside(view)) {
    words.insert(words.begin(), std::move(disc));
    return column(m.gap(0.4), std::move(words));
  }
  Element e = row(m.gap(0.75), {std::move(disc), column(m.gap(0.3), std::move(words)).growing()});
  e.across = Align::start;
  return e;
}

Element hairline(const View& view) {
  Element e;
  e.min_height_px = std::max(1, view.metrics.gap(0.04));
  e.look.fill = view.palette.line;
  return e;
}

Element bullet(const View& view, Element words) {
  const int line_px = words.style.pitch_px;
  const int dot_px = view.metrics.em(0.42);
  Element dot;
  dot.width_px = dot_px;
  dot.min_height_px = dot_px;
  dot.look.fill = view.palette.sun;
  dot.look.radius_px = dot_px;
  // The dot stands at the middle of the first line.
  Element holder = column(0, {std::move(dot)});
  holder.width_px = dot_px;
  holder.min_height_px = line_px;
  holder.along = Align::centre;
  Element e = row(view.metrics.em(0.5), {std::move(holder), std::move(words).growing()});
  e.across = Align::start;
  return e;
}

Element numbered(const View& view, int number, Colour colour, Element words) {
  Element digits = text_element({std::to_string(number), "ja"}, colour, words.style);
  digits.style.weight = text::Weight::bold;
  digits.style.furigana = false;
  digits.width_px = view.metrics.em(number < 10 ? 0.85 : 1.6);
  Element e = row(view.metrics.em(0.35), {std::move(digits), std::move(words).growing()});
  e.across = Align::start;
  return e;
}

Element open_label(const View& view, std::string_view key, Colour colour) {
  const Metrics& m = view.metrics;
  return row(m.gap(0.25), {spring(), plain_text(view, say(view, key), Role::label, colour),
                           icon_of(icon::forward, m.em(0.85), colour)})
      .with_key("open");
}

Element tie(const View& view) {
  const Metrics& m = view.metrics;
  Element line;
  line.width_px = std::max(2, m.gap(0.16));
  line.min_height_px = m.gap(0.45);
  line.look.fill = view.palette.review().deep;
  Element e = column(0, {std::move(line)});
  e.across = Align::centre;
  return e;
}

void add_language_tag(const View& view, const content::Text& sample, std::vector<Element>& children) {
  if (sample.in(view.state.language).language == view.state.language) return;
  Element tag = chip(view, say(view, "language.tag"), view.palette.card, view.palette.ink_soft);
  outline(view, tag.look);
  children.push_back(std::move(tag).with_key("language-tag"));
}

int page_margin_along_px(const View& view) {
  return std::min(view.metrics.margin_px(), view.metrics.gap(view.low() ? 0.4 : 1.2));
}

Element page(const View& view, int gap_px, std::vector<Element> children) {
  const int margin = view.metrics.margin_px();
  const int along = page_margin_along_px(view);
  Element e = column(gap_px, std::move(children));
  e.pad = {margin, along, margin, along};
  return e;
}

Element page_head(const View& view, std::vector<Element> children) {
  return flow(view.metrics.gap(0.55), std::move(children)).with_key("head");
}

void add_outdated_notice(const View& view, std::string_view key, int year, std::vector<Element>& children) {
  if (!view.outdated || view.low()) return;  // a low screen has no line to spare: the title names the year
  const Metrics& m = view.metrics;
  Words notice = say(view, key, {{"year", year_name(view, year)}});
  Element words = text(view, notice, Role::caption, view.palette.ink_soft);
  Element e =
      row(m.gap(0.3), {icon_of(icon::information, m.em(0.9), view.palette.ink_soft), std::move(words).growing()});
  children.push_back(std::move(e).with_key("outdated"));
}

Role largest_fitting(const View& view, const std::vector<Words>& words, int width_px, std::size_t lines,
                     std::initializer_list<Role> roles) {
  for (const Role role : roles) {
    const bool fits = std::ranges::all_of(words, [&](const Words& one) {
      const Element e = text(view, one, role, view.palette.ink, Lines::balanced);
      const text::Block& block = view.typesetter.set(e.words, e.language, e.style, width_px);
      return block.lines.size() <= lines && block.width_px <= width_px;
    });
    if (fits) return role;
  }
  return *(roles.end() - 1);
}

Element first_that_fits(const View& view, std::initializer_list<Role> roles,
                        const std::function<Element(Role)>& build) {
  Element page;
  for (const Role role : roles) {
    page = build(role);
    if (natural_height(page, view.viewport.w, view.typesetter) <= view.viewport.h) break;
  }
  return page;
}

Role role_for_siblings(const View& view, std::initializer_list<Role> roles, std::size_t siblings,
                       const BuildSibling& build) {
  Viewing plain = view.state;
  plain.furigana = false;
  const View without = view.with(plain);
  for (const Role role : roles) {
    bool fits = true;
    for (std::size_t i = 0; i < siblings && fits; ++i) {
      fits = natural_height(build(without, role, i), view.viewport.w, view.typesetter) <= view.viewport.h;
    }
    if (fits) return role;
  }
  return *(roles.end() - 1);
}

Role title_role(const View& view) {
  return view.low() || view.metrics.width_class() == WidthClass::narrow ? Role::goal : Role::title;
}

}  // namespace hub::ui
