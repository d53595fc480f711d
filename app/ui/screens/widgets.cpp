#include "ui/screens/widgets.h"

#include <algorithm>
#include <cmath>

#include "content/model/sentence.h"
#include "content/model/year.h"
#include "ui/layout/icons.h"
#include "ui/layout/layout.h"

namespace hub::ui {

namespace {

constexpr double kChipPadAcross_em = 0.7;  // of the label's size
constexpr double kChipPadAlong_em = 0.28;
constexpr double kIconInDisc = 0.6;  // of the disc
constexpr double kNumberInDisc = 0.62;

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
  style.line_height_px = static_cast<int>(std::lround(size_px * (furigana ? role.pitch_furigana : role.pitch)));
  style.furigana = furigana;
  return style;
}

bool reads_japanese(std::string_view language) { return language == "ja" || language == "ja-easy"; }

Element disc(int size_px, Colour fill, Element inside) {
  Element e = column(0, {spacer(), std::move(inside), spacer()});
  e.across = Align::centre;
  e.box_style.fill = fill;
  e.box_style.radius_px = size_px;
  e.min_height_px = size_px;
  e.width_px = size_px;
  return e;
}

}  // namespace

text::Style text_style(const Metrics& metrics, Role role, bool furigana) {
  const RoleStyle how = role_style(role);
  return style_of(metrics.em(how.size_em), how, furigana);
}

Words say(const BuildContext& context, std::string_view key, std::initializer_list<Fill> fills) {
  Words words = words_of(context.snapshot.strings.say(key, context.state.language));
  words.words = content::fill_in(std::move(words.words), fills);
  return words;
}

Words said(const BuildContext& context, const content::Text& text) { return words_of(text.in(context.state.language)); }

Words quoted(const content::Text& text) {
  Words words = words_of(text.in("ja"));
  if (content::starts_midway(words.words)) words.words = "…" + words.words;
  if (content::ends_midway(words.words)) words.words += "…";
  return words;
}

std::string year_name(const BuildContext& context, int year) {
  return content::fiscal_year_name(context.snapshot.strings, year, context.state.language);
}

Element text(const BuildContext& context, const Words& words, Role role, Colour colour, Lines lines) {
  const bool furigana = context.state.furigana && reads_japanese(words.language);
  text::Style style = text_style(context.metrics, role, furigana);
  style.balanced = lines == Lines::balanced;
  return text_element(words, colour, style);
}

bool is_rendered(const BuildContext& context, const content::Text& text) {
  return context.state.language != "ja" && text.has(context.state.language);
}

Element report_text(const BuildContext& context, const content::Text& report, Role role, Colour colour, Lines lines) {
  if (!is_rendered(context, report)) return text(context, quoted(report), role, colour, lines);
  const Role smaller = role_style(role).size_em > role_style(Role::body).size_em ? Role::body : Role::caption;
  return column(context.metrics.gap(0.15),
                {text(context, said(context, report), role, colour, lines),
                 text(context, quoted(report), smaller, context.palette.ink_soft).with_key("original")});
}

Element plain_text(const BuildContext& context, const Words& words, Role role, Colour colour) {
  return text_element(words, colour, text_style(context.metrics, role));
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

int disc_px(const BuildContext& context) { return context.metrics.em(context.low() ? 1.5 : 2.0); }

Element icon_disc(const BuildContext&, char32_t code_point, int size_px, Colour fill, Colour on) {
  return disc(size_px, fill, icon_of(code_point, static_cast<int>(std::lround(size_px * kIconInDisc)), on));
}

Element number_disc(const BuildContext& context, int number, int size_px, Colour fill) {
  const RoleStyle how = role_style(Role::title);
  const int digit_px = static_cast<int>(std::lround(size_px * kNumberInDisc));
  Element digits =
      text_element({std::to_string(number), "ja"}, context.palette.on_strong, style_of(digit_px, how, false));
  return disc(size_px, fill, std::move(digits).hugging());
}

Element chip(const BuildContext& context, const Words& words, Colour fill, Colour on) {
  Element label = text(context, words, Role::label, on);
  const int size = label.style.size_px;
  Element e = column(0, {std::move(label)});
  e.hug = true;
  e.pad = Insets::sides(static_cast<int>(size * kChipPadAcross_em), static_cast<int>(size * kChipPadAlong_em));
  e.box_style.fill = fill;
  e.box_style.radius_px = context.metrics.em(2);
  return e;
}

void outline(const BuildContext& context, BoxStyle& box_style) {
  box_style.border = context.palette.line;
  box_style.border_px = std::max(1, context.metrics.gap(0.06));
}

Element card(const BuildContext& context, Colour fill, std::vector<Element> children) {
  const Metrics& m = context.metrics;
  Element e = column(m.gap(0.5), std::move(children));
  e.pad = Insets::sides(m.gap(m.width_class() == WidthClass::narrow ? 0.6 : 0.9), m.gap(0.65));
  e.box_style.fill = fill;
  e.box_style.radius_px = m.gap(measure::corner);
  e.box_style.shadow = !context.palette.outlined;
  if (context.palette.outlined) outline(context, e.box_style);
  return e;
}

bool number_beside(const BuildContext& context) {
  return (context.low() && !context.metrics.portrait()) || context.metrics.width_class() == WidthClass::wide;
}

Element numbered_goal(const BuildContext& context, int number, Colour fill, const content::Text& goal, Role role) {
  const Metrics& m = context.metrics;
  std::vector<Element> words;
  add_report_tags(context, {&goal}, words);
  words.push_back(report_text(context, goal, role, context.palette.ink, Lines::balanced));
  Element disc = number_disc(context, number, disc_px(context), fill);
  if (!number_beside(context)) {
    words.insert(words.begin(), std::move(disc));
    return column(m.gap(0.4), std::move(words));
  }
  Element e = row(m.gap(0.75), {std::move(disc), column(m.gap(0.3), std::move(words)).growing()});
  e.across = Align::start;
  return e;
}

Element hairline(const BuildContext& context) {
  Element e;
  e.min_height_px = std::max(1, context.metrics.gap(0.04));
  e.box_style.fill = context.palette.line;
  return e;
}

namespace {

// Of a text, or of the first of a column of texts.
const text::Style& first_style(const Element& words) {
  return words.kind == Kind::text ? words.style : words.children.front().style;
}

}  // namespace

Element bullet(const BuildContext& context, Element words) {
  const int line_px = first_style(words).line_height_px;
  const int dot_px = context.metrics.em(0.42);
  Element dot;
  dot.width_px = dot_px;
  dot.min_height_px = dot_px;
  dot.box_style.fill = context.palette.sun;
  dot.box_style.radius_px = dot_px;
  // The dot stands at the middle of the first line.
  Element holder = column(0, {std::move(dot)});
  holder.width_px = dot_px;
  holder.min_height_px = line_px;
  holder.along = Align::centre;
  Element e = row(context.metrics.em(0.5), {std::move(holder), std::move(words).growing()});
  e.across = Align::start;
  return e;
}

Element numbered(const BuildContext& context, int number, Colour colour, Element words) {
  Element digits = text_element({std::to_string(number), "ja"}, colour, first_style(words));
  digits.style.weight = text::Weight::bold;
  digits.style.furigana = false;
  digits.width_px = context.metrics.em(number < 10 ? 0.85 : 1.6);
  Element e = row(context.metrics.em(0.35), {std::move(digits), std::move(words).growing()});
  e.across = Align::start;
  return e;
}

Element open_label(const BuildContext& context, std::string_view key, Colour colour) {
  const Metrics& m = context.metrics;
  return row(m.gap(0.25), {spacer(), text(context, say(context, key), Role::label, colour),
                           icon_of(icon::forward, m.em(0.85), colour)})
      .with_key("open");
}

namespace {

// Where it leads nowhere its place stays empty, so that the other one stays where it is.
Element arrow(const BuildContext& context, char32_t icon, const std::optional<Route>& to, std::string key) {
  const Metrics& m = context.metrics;
  const int side = std::max(m.target_px(), m.gap(1.8));
  Element e = column(0, {spacer()});
  e.across = Align::centre;
  e.width_px = e.min_height_px = side;
  if (to) {
    e.children.push_back(icon_of(icon, m.gap(1.1), context.palette.ink));
    e.children.push_back(spacer());
    e.box_style.fill = context.palette.card;
    e.box_style.radius_px = side;
    outline(context, e.box_style);
    e.tap = Go{*to};
  }
  return std::move(e).with_key(std::move(key));
}

}  // namespace

std::optional<Element> pager(const BuildContext& context, std::optional<Element> numbers) {
  const Siblings siblings = siblings_of(context.state.route, context.hub, context.report);
  if (siblings.count < 2) return std::nullopt;
  const Metrics& m = context.metrics;
  const bool chips = numbers.has_value();
  if (!chips) {
    const std::string place = std::to_string(siblings.place) + "\u2060 / \u2060" + std::to_string(siblings.count);
    numbers = plain_text(context, {place, "ja"}, Role::label, context.palette.ink_soft).with_key("place");
  }
  std::vector<Element> children;
  children.push_back(arrow(context, icon::previous_page, siblings.previous, "previous"));
  children.push_back(arrow(context, icon::next_page, siblings.next, "next"));
  children.insert(children.begin() + (chips ? 0 : 1), *std::move(numbers));
  Element e = row(std::max(m.gap(0.25), m.tap_slop_px()), std::move(children));
  e.across = Align::centre;
  return std::move(e).with_key("pager");
}

Element with_pager(const BuildContext& context, Element head) {
  constexpr double kLeastHead_em = 12;
  std::optional<Element> at_end = pager(context);
  if (!at_end) return head;
  const Metrics& m = context.metrics;
  const int gap = m.gap(0.5);
  const int head_px = inner_width_px(context) - gap - natural_width(*at_end, context.typesetter);
  if (head_px < std::min(natural_width(head, context.typesetter), m.em(kLeastHead_em))) {
    return column(m.gap(0.3), {row(0, {spacer(), *std::move(at_end)}), std::move(head)}).with_key("top");
  }
  Element e = row(gap, {std::move(head).growing(), *std::move(at_end)});
  e.across = Align::centre;
  return std::move(e).with_key("top");
}

Element bare_qr_code(const BuildContext& context, const std::string& text, int width_px) {
  Element e;
  e.kind = Kind::code;
  e.url = text;
  e.icon_px = width_px;
  e.width_px = width_px;
  e.colour = context.palette.ink;
  return e;
}

Element qr_code(const BuildContext& context, const std::string& url) {
  const Metrics& m = context.metrics;
  Element e = bare_qr_code(context, url, m.gap(6.0));
  Element label = text(context, say(context, "service.qr"), Role::caption, context.palette.ink, Lines::balanced);
  return flow(m.gap(0.5), {std::move(e).with_key("code"), std::move(label)}).with_key("qr");
}

Element tie(const BuildContext& context) {
  const Metrics& m = context.metrics;
  Element line;
  line.width_px = std::max(2, m.gap(0.16));
  line.min_height_px = m.gap(0.45);
  line.box_style.fill = context.palette.review().deep;
  Element e = column(0, {std::move(line)});
  e.across = Align::centre;
  return e;
}

namespace {

Element outlined_tag(const BuildContext& context, const Words& words, Colour colour) {
  Element tag = chip(context, words, context.palette.card, colour);
  outline(context, tag.box_style);
  return tag;
}

}  // namespace

void add_language_tag(const BuildContext& context, const content::Text& sample, std::vector<Element>& children) {
  if (sample.in(context.state.language).language == context.state.language) return;
  children.push_back(
      outlined_tag(context, say(context, "language.tag"), context.palette.ink_soft).with_key("language-tag"));
}

Texts texts_of(const std::vector<content::Text>& sentences) {
  Texts texts;
  for (const content::Text& sentence : sentences) texts.push_back(&sentence);
  return texts;
}

void add_report_tags(const BuildContext& context, const Texts& sentences, std::vector<Element>& children) {
  if (context.state.language == "ja" || sentences.empty()) return;
  const auto rendered = [&](const content::Text* sentence) { return is_rendered(context, *sentence); };
  if (std::ranges::none_of(sentences, rendered)) return add_language_tag(context, *sentences.front(), children);
  const Palette& p = context.palette;
  Words said_note = say(context, "rendering.note");
  Element note;
  if (reads_japanese(said_note.language)) {
    note = outlined_tag(context, said_note, p.ink);
  } else {
    said_note.words += " ·";
    note = outlined_tag(context, said_note, p.ink);
    note.kind = Kind::flow;
    note.gap_px = context.metrics.gap(0.2);
    const Words in_japanese = words_of(context.snapshot.strings.say("rendering.note", "ja"));
    note.children.push_back(text(context, in_japanese, Role::label, p.ink));
  }
  Element original = outlined_tag(context, say(context, "rendering.original"), p.ink_soft);
  children.push_back(
      flow(context.metrics.gap(0.3), {std::move(note).with_key("note"), std::move(original).with_key("language-tag")})
          .with_key("rendering"));
}

int inner_width_px(const BuildContext& context) { return context.viewport.w - 2 * context.metrics.margin_px(); }

int page_margin_along_px(const BuildContext& context) {
  return std::min(context.metrics.margin_px(), context.metrics.gap(context.low() ? 0.4 : 1.2));
}

Element page(const BuildContext& context, int gap_px, std::vector<Element> children) {
  const int margin = context.metrics.margin_px();
  const int along = page_margin_along_px(context);
  Element e = column(gap_px, std::move(children));
  e.pad = {margin, along, margin, along};
  return e;
}

Element page_head(const BuildContext& context, std::vector<Element> children) {
  return flow(context.metrics.gap(0.55), std::move(children)).with_key("head");
}

void add_outdated_notice(const BuildContext& context, std::string_view key, int year, std::vector<Element>& children) {
  if (!context.outdated || context.low()) return;  // a low screen has no line to spare: the title names the year
  const Metrics& m = context.metrics;
  Words notice = say(context, key, {{"year", year_name(context, year)}});
  Element words = text(context, notice, Role::caption, context.palette.ink_soft);
  Element e =
      row(m.gap(0.3), {icon_of(icon::information, m.em(0.9), context.palette.ink_soft), std::move(words).growing()});
  children.push_back(std::move(e).with_key("outdated"));
}

bool fit(const BuildContext& context, const std::vector<Words>& words, int width_px, std::size_t lines, Role role) {
  return std::ranges::all_of(words, [&](const Words& one) {
    const Element e = text(context, one, role, context.palette.ink, Lines::balanced);
    const text::Block& block = context.typesetter.set(e.words, e.language, e.style, width_px);
    return block.lines.size() <= lines && block.width_px <= width_px;
  });
}

Role largest_fitting(const BuildContext& context, const std::vector<Words>& words, int width_px, std::size_t lines,
                     std::initializer_list<Role> roles) {
  for (const Role role : roles) {
    if (fit(context, words, width_px, lines, role)) return role;
  }
  return *(roles.end() - 1);
}

Element first_that_fits(const BuildContext& context, std::initializer_list<Role> roles,
                        const std::function<Element(Role)>& build) {
  Element page;
  for (const Role role : roles) {
    page = build(role);
    if (natural_height(page, context.viewport.w, context.typesetter) <= context.viewport.h) break;
  }
  return page;
}

Role role_for_siblings(const BuildContext& context, std::initializer_list<Role> roles, std::size_t siblings,
                       const BuildSibling& build) {
  PageState plain = context.state;
  plain.furigana = false;
  const BuildContext without = context.with(plain);
  for (const Role role : roles) {
    bool fits = true;
    for (std::size_t i = 0; i < siblings && fits; ++i) {
      fits = natural_height(build(without, role, i), context.viewport.w, context.typesetter) <= context.viewport.h;
    }
    if (fits) return role;
  }
  return *(roles.end() - 1);
}

Role title_role(const BuildContext& context) {
  return context.low() || context.metrics.width_class() == WidthClass::narrow ? Role::goal : Role::title;
}

}  // namespace hub::ui
