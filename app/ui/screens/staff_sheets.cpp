// スタッフに聞く: a word of welcome, and for who speaks little Japanese sentences to show. A sentence is shown large,
// in Japanese, for the staff to read.
#include "ui/layout/icons.h"
#include "ui/layout/layout.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

bool offers_phrases(const BuildContext& context) {
  return context.state.language != "ja" && !context.snapshot.phrases.all.empty();
}

Element greeting(const BuildContext& context, double size_em) {
  return icon_disc(context, icon::greeting, context.metrics.gap(size_em), context.palette.sun, context.palette.on_sun);
}

Element title(const BuildContext& context) {
  return text(context, say(context, "staff.ask.title"), title_role(context), context.palette.ink, Lines::balanced);
}

Element invitation(const BuildContext& context, Role role) {
  return text(context, say(context, "staff.ask.text"), role, context.palette.ink, Lines::balanced);
}

Element welcome(const BuildContext& context) {
  const Metrics& m = context.metrics;
  Element words = column(m.gap(0.6), {title(context), invitation(context, Role::goal)});
  Element disc = greeting(context, context.low() ? 2.6 : 4.0);
  Element content = m.width_class() == WidthClass::narrow
                        ? column(m.gap(0.5), {std::move(disc), std::move(words)})
                        : row(m.gap(1.2), {std::move(disc), std::move(words).growing()});
  Element e = card(context, context.palette.card, {std::move(content)});
  e.pad = Insets::all(m.gap(context.low() ? 0.8 : 1.6));
  return std::move(e).with_key("staff").tapped(CloseSheet{});
}

Element phrase_button(const BuildContext& context, const content::Phrases::Phrase& phrase, int number) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  Element words = text(context, said(context, phrase.words), Role::heading, p.ink, Lines::balanced);
  Element e = row(m.gap(0.4), {std::move(words).growing(), icon_of(icon::forward, m.em(0.85), p.hub)});
  e.pad = Insets::sides(m.gap(0.8), m.gap(0.3));
  e.min_height_px = std::max(m.target_px(), m.gap(1.8));
  e.box_style = card(context, p.card, {}).box_style;
  return std::move(e).with_key(phrase.id).tapped(ShowPhrase{number});
}

Element phrase_list(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const int gap = std::max(m.gap(0.5), m.tap_slop_px());
  std::vector<Element> buttons;
  for (const content::Phrases::Phrase& phrase : context.snapshot.phrases.all) {
    buttons.push_back(phrase_button(context, phrase, static_cast<int>(buttons.size()) + 1));
  }
  const int columns = m.width_class() == WidthClass::narrow ? 1 : 2;
  Element list = columns > 1 ? grid(columns, gap, std::move(buttons)) : column(gap, std::move(buttons));
  return column(m.gap(0.5), {text(context, say(context, "staff.phrases"), Role::heading, context.palette.hub),
                             std::move(list).with_key("list")})
      .with_key("phrases");
}

// Without furigana: staff read it.
Element shown_to_staff(const BuildContext& context, const content::Text& phrase, Role role) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  Element japanese = plain_text(context, {phrase.japanese(), "ja"}, role, p.ink).with_key("japanese");
  japanese.style.balanced = true;
  const Words to_staff = {std::string(context.snapshot.strings.say("phrase.to-staff", "ja").words), "ja"};
  std::vector<Element> words = {plain_text(context, to_staff, Role::label, p.hub).with_key("to-staff"),
                                std::move(japanese)};
  const auto& speaks = context.snapshot.phrases.speaks;
  if (const auto found = speaks.find(context.state.language); found != speaks.end()) {
    words.push_back(plain_text(context, {found->second, "ja"}, Role::heading, p.ink).with_key("speaks"));
  }
  if (phrase.has(context.state.language)) {
    words.push_back(hairline(context));
    words.push_back(text(context, said(context, phrase), Role::body, p.ink_soft).with_key("own"));
  }
  Element e = card(context, p.card, std::move(words));
  e.gap_px = m.gap(context.low() ? 0.3 : 0.6);
  e.pad = Insets::all(m.gap(context.low() ? 0.6 : 1.2));
  return page(context, 0, {spacer(), std::move(e).with_key("phrase").tapped(CloseSheet{}), spacer()});
}

}  // namespace

// The sentences as high up as they can stand: on a narrow screen the invitation comes after them.
Element staff_sheet(const BuildContext& context) {
  if (!offers_phrases(context)) return page(context, 0, {spacer(), welcome(context), spacer()});
  const Metrics& m = context.metrics;
  const bool narrow = m.width_class() == WidthClass::narrow;
  Element words = column(m.gap(0.2), {title(context)});
  if (!narrow) words.children.push_back(invitation(context, Role::body));
  std::vector<Element> children = {
      row(m.gap(0.6), {greeting(context, narrow ? 1.8 : 2.6), std::move(words).growing()}).with_key("staff"),
      phrase_list(context)};
  if (narrow) children.push_back(invitation(context, Role::body).with_key("text"));
  return page(context, m.gap(0.6), std::move(children));
}

Element phrase_sheet(const BuildContext& context) {
  const content::Phrases& phrases = context.snapshot.phrases;
  const auto index = static_cast<std::size_t>(context.state.phrase - 1);
  if (index >= phrases.all.size()) return staff_sheet(context);  // the content has changed
  const content::Text& phrase = phrases.all[index].words;
  return first_that_fits(context, {Role::statement, Role::title, Role::headline, Role::goal},
                         [&](Role role) { return shown_to_staff(context, phrase, role); });
}

}  // namespace hub::ui
