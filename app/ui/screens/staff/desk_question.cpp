// A question of the reader, one card a screen: what it is about, the evidence from the report, and the answers with
// what follows from each. Places and lines are chosen on pages of their own.
#include <algorithm>
#include <utility>

#include "ui/layout/icons.h"
#include "ui/screens/staff/desk_widgets.h"

namespace hub::ui {

namespace {

using Question = DeskView::Question;
using Choice = DeskView::Choice;

constexpr double kLeastPart = 0.6;           // of the page's width, around the place
constexpr double kAir = 0.04;                // the same, beside it
constexpr double kPictureHigh = 0.38;        // of the viewport's height
constexpr double kPictureHighOfWidth = 0.5;  // and of its own width, so that answers stand on the same screen
constexpr double kWholePageHigh = 1.6;

// Where questions are, by their id; the first that is open where the desk has another list by now.
struct Asked {
  const Question* question = nullptr;
  int number = 0;  // from 1
  int count = 0;
  std::string next;      // id; empty: it is the last
  std::string previous;  // id; empty: it is the first
};

Asked asked_of(const BuildContext& context, const DeskView::Draft& draft) {
  const std::vector<Question>& all = draft.questions;
  auto at = std::ranges::find(all, context.state.staff.desk.of, &Question::id);
  if (at == all.end()) at = std::ranges::find_if(all, [](const Question& q) { return !q.given; });
  if (at == all.end()) return {};
  Asked asked{&*at, static_cast<int>(at - all.begin()) + 1, static_cast<int>(all.size()), {}, {}};
  if (at + 1 != all.end()) asked.next = (at + 1)->id;
  if (at != all.begin()) asked.previous = (at - 1)->id;
  return asked;
}

Words title_of(const BuildContext& context, const Asked& asked) {
  return say(context, "panel.question.title",
             {{"n", std::to_string(asked.number)}, {"count", std::to_string(asked.count)}});
}

// Around the place, as high as the picture's place makes it; the whole page where nothing is marked.
Rect part_around(const Question& question, double height_of_width) {
  const Rect& mark = question.mark;
  const int page_w = question.page->width_px;
  const int page_h = question.page->height_px;
  if (mark.w <= 0 || mark.h <= 0) return {};
  const int air = static_cast<int>(page_w * kAir);
  const int w = bounded(std::max(mark.w + 2 * air, static_cast<int>(page_w * kLeastPart)), 1, page_w);
  const int h = bounded(std::max(mark.h + 2 * air, static_cast<int>(w * height_of_width)), 1, page_h);
  const int x = bounded(mark.x + mark.w / 2 - w / 2, 0, page_w - w);
  const int y = bounded(mark.y + mark.h / 2 - h / 2, 0, page_h - h);
  return {x, y, w, h};
}

Element page_picture(const BuildContext& context, const Question& question, int width_px) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool whole = context.state.staff.desk.whole_page || question.mark.w <= 0;
  const int part_px = static_cast<int>(std::min(context.viewport.h * kPictureHigh, width_px * kPictureHighOfWidth));
  const int most = whole ? static_cast<int>(context.viewport.h * kWholePageHigh) : part_px;
  Element picture = desk_picture(context, question.page, most);
  if (!whole) picture.children[0].part = part_around(question, 1.0 * most / std::max(1, width_px));
  picture.children[0].mark = question.mark;
  std::vector<Element> inside = {std::move(picture).with_key("page")};
  const bool can_toggle = question.mark.w > 0;
  if (can_toggle) {
    const std::string_view key = whole ? "panel.question.part" : "panel.question.whole";
    inside.push_back(row(m.gap(0.25), {icon_of(icon::information, m.em(0.8), p.hub),
                                       staff_line(context, say(context, key), Role::label, p.hub).growing()}));
  }
  Element e = column(m.gap(0.2), std::move(inside));
  if (can_toggle) e.tap = DeskAction(TogglePage{});
  return std::move(e).with_key("picture");
}

Element line_of(const BuildContext& context, const DeskView::Line& line, bool chosen) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  Element words = staff_line(context, line.words, desk_text(context), p.ink);
  if (line.about) words.style.weight = text::Weight::bold;
  Element e = row(m.gap(0.3), {std::move(words).growing()});
  e.pad = Insets::sides(m.gap(0.35), m.gap(0.08));
  e.box_style.fill = line.about || chosen ? p.sun_soft : p.card;
  e.box_style.radius_px = m.gap(0.3);
  if (p.outlined && (line.about || chosen)) outline(context, e.box_style);
  return e;
}

// What the report says there.
std::optional<Element> evidence(const BuildContext& context, const Question& question, int width_px) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  std::vector<Element> inside;
  if (!question.where.empty()) inside.push_back(staff_line(context, question.where, Role::caption, p.ink_soft));
  if (question.page) inside.push_back(page_picture(context, question, width_px));
  std::vector<Element> lines;
  for (const DeskView::Line& line : question.around) lines.push_back(line_of(context, line, false));
  if (!lines.empty()) inside.push_back(column(m.gap(0.05), std::move(lines)).with_key("lines"));
  if (inside.empty()) return std::nullopt;
  return staff_section(context, icon::document, "panel.question.report", std::move(inside)).with_key("evidence");
}

Element question_card(const BuildContext& context, const Question& question) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  std::vector<Element> inside = {staff_line(context, question.message, Role::heading, p.ink).with_key("message")};
  const auto add_text = [&](std::string_view key, const std::string& text, Colour fill, const char* name) {
    if (text.empty()) return;
    Element e = column(m.gap(0.1), {staff_line(context, say(context, key), Role::label, p.ink_soft),
                                    staff_line(context, text, desk_text(context), p.ink).with_key("text")});
    e.pad = Insets::sides(m.gap(0.5), m.gap(0.3));
    e.box_style.fill = fill;
    e.box_style.radius_px = m.gap(0.4);
    if (p.outlined) outline(context, e.box_style);
    inside.push_back(std::move(e).with_key(name));
  };
  add_text("panel.question.ours", question.text, p.review().tint, "ours");
  add_text("panel.question.shows", question.shows, p.outcome().tint, "shows");
  const auto add_note = [&](std::string_view key, char32_t sign, Colour colour, const char* name) {
    inside.push_back(row(m.gap(0.3), {icon_of(sign, m.em(0.9), colour),
                                      staff_line(context, say(context, key), Role::label, p.ink).growing()})
                         .with_key(name));
  };
  if (question.needed) add_note("panel.question.needed", icon::alert, p.challenge().deep, "needed");
  if (question.later) add_note("panel.question.put-off", icon::information, p.hub, "put-off");
  Element e = card(context, p.card, std::move(inside));
  e.gap_px = m.gap(0.35);
  return std::move(e).with_key("question");
}

// Where staff go on: an answer that leaves its question open stays on the card.
std::string after(const Asked& asked, int choice) {
  const auto& choices = asked.question->choices;
  const bool there = choice >= 1 && static_cast<std::size_t>(choice) <= choices.size();
  return !there || choices[static_cast<std::size_t>(choice) - 1].settles ? asked.next : asked.question->id;
}

Action act_of(const Asked& asked, const Choice& choice, int number) {
  const std::string& id = asked.question->id;
  switch (choice.kind) {
    case Choice::Kind::place:
      return DeskAction(ShowDesk{DeskPage::places, id, number});
    case Choice::Kind::lines:
      return DeskAction(ShowDesk{DeskPage::lines, id, number});
    case Choice::Kind::answer:
      break;
  }
  GiveAnswer answer;
  answer.question = id;
  answer.choice = number;
  return DeskAction(AnswerAndGoOn{std::move(answer), after(asked, number)});
}

// A card to press: what is chosen, and below it what follows from it.
Element choice_card(const BuildContext& context, const std::string& label, const std::string& consequence,
                    char32_t sign, bool chosen, Action act) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const Colour on = chosen ? p.on_strong : p.ink;
  std::vector<Element> words = {staff_line(context, label, Role::heading, on)};
  if (!consequence.empty()) {
    words.push_back(staff_line(context, consequence, Role::caption, chosen ? p.on_strong : p.ink_soft));
  }
  Element e = row(m.gap(0.4), {column(m.gap(0.05), std::move(words)).growing(),
                               icon_of(sign, m.em(0.9), chosen ? p.on_strong : p.hub)});
  e.pad = Insets::sides(m.gap(0.7), m.gap(0.35));
  e.min_height_px = std::max(m.target_px(), m.gap(2.0));
  e.min_width_px = m.target_px();
  e.box_style.fill = chosen ? p.hub : p.button;
  e.box_style.radius_px = m.gap(measure::corner);
  if (p.outlined && !chosen) outline(context, e.box_style);
  return std::move(e).tapped(std::move(act));
}

// As many beside each other; whoever is left over at the end has the whole width.
Element in_rows(const BuildContext& context, std::vector<Element> cards, std::size_t columns) {
  const int gap = desk_button_gap(context);
  std::vector<Element> rows;
  for (std::size_t i = 0; i < cards.size(); i += columns) {
    if (columns == 1 || i + columns > cards.size()) {
      for (std::size_t k = i; k < std::min(cards.size(), i + columns); ++k) rows.push_back(std::move(cards[k]));
      continue;
    }
    std::vector<Element> beside;
    for (std::size_t k = i; k < i + columns; ++k) beside.push_back(std::move(cards[k]).growing());
    Element both = row(gap, std::move(beside));
    both.across = Align::stretch;
    rows.push_back(std::move(both));
  }
  return column(gap, std::move(rows));
}

Element answers(const BuildContext& context, const Asked& asked) {
  const Question& question = *asked.question;
  std::vector<Element> all;
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    const Choice& choice = question.choices[i];
    const int number = static_cast<int>(i) + 1;
    const bool given = question.given == number;
    const char32_t sign = given ? icon::check : icon::forward;
    all.push_back(choice_card(context, choice.label, choice.consequence, sign, given, act_of(asked, choice, number))
                      .with_key("choice" + std::to_string(number)));
  }
  return column(desk_button_gap(context), std::move(all)).with_key("answers");
}

std::optional<Element> given_card(const BuildContext& context, const Question& question) {
  if (!question.given && question.given_words.empty()) return std::nullopt;
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const Words given = say(context, "panel.question.given", {{"words", question.given_words}});
  std::vector<Element> inside = {row(m.gap(0.4), {icon_of(icon::check, m.em(1.0), p.outcome().deep),
                                                  staff_line(context, given, desk_text(context), p.ink).growing()})};
  if (!question.given) {
    const auto ends = std::ranges::find_if(question.choices, [](const Choice& one) { return one.settles; });
    const Words open = ends == question.choices.end()
                           ? say(context, "panel.question.open")
                           : say(context, "panel.question.open.ends", {{"answer", ends->label}});
    inside.push_back(staff_line(context, open, desk_text(context), p.ink).with_key("open"));
  }
  inside.push_back(
      small_staff_button(context, "panel.question.take-back", DeskAction(AskDesk{TakeAnswerBack{question.id}}))
          .with_key("take-back"));
  Element e = card(context, question.given ? p.outcome().tint : p.sun_soft, std::move(inside));
  e.gap_px = m.gap(0.3);
  return std::move(e).with_key("given");
}

// Before and after this one, answered or not.
std::vector<Element> ways_on(const BuildContext& context, const Asked& asked) {
  const auto to = [](const std::string& id) {
    return DeskAction(ShowDesk{id.empty() ? DeskPage::draft : DeskPage::question, id});
  };
  const bool given = asked.question->given.has_value();
  const std::string_view on = given ? "panel.question.next" : "panel.question.later";
  const DeskAction go_on = given ? to(asked.next) : DeskAction(PutOffAndGoOn{asked.question->id, asked.next});
  std::vector<Element> buttons;
  if (!asked.previous.empty()) {
    buttons.push_back(
        staff_button(context, say(context, "panel.question.previous"), false, to(asked.previous)).with_key("previous"));
  }
  buttons.push_back(staff_button(context, say(context, on), false, go_on).with_key("next"));
  return buttons;
}

Element question_page(const BuildContext& context, const Asked& asked, std::vector<Element> inside) {
  Element e = desk_page(context, title_of(context, asked), std::move(inside));
  Element& head = e.children.front();
  Element& title = head.children.front();
  if (!desk_beside(context)) return e;
  // The answers stand higher below a small title.
  title.style = text_style(context.metrics, Role::goal);
  head.gap_px = desk_button_gap(context);
  std::vector<Element> ways = ways_on(context, asked);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    head.children.insert(head.children.begin() + 1 + static_cast<std::ptrdiff_t>(i), std::move(ways[i]).hugging());
  }
  return e;
}

}  // namespace

Element desk_question(const BuildContext& context, const DeskView& desk) {
  const Asked asked = asked_of(context, *desk.draft);
  if (asked.question == nullptr) return desk_draft(context, desk);
  const int gap = desk_gap(context);
  const bool beside = desk_beside(context);
  const int inner = inner_width_px(context);
  const int column_px = (beside ? (inner - gap) / 2 : inner) - 2 * context.metrics.gap(0.9);
  std::optional<Element> shown = evidence(context, *asked.question, column_px);
  std::vector<Element> right = {question_card(context, *asked.question)};
  std::optional<Element> given = given_card(context, *asked.question);
  // Who has just answered sees first that the question is not done with.
  if (given && !asked.question->given) right.insert(right.begin(), *std::exchange(given, std::nullopt));
  if (!beside && shown) right.push_back(*std::exchange(shown, std::nullopt));
  if (given) right.push_back(*std::move(given));
  right.push_back(answers(context, asked));
  if (!beside) {
    std::vector<Element> ways = ways_on(context, asked);
    const int columns = static_cast<int>(ways.size());
    right.push_back(grid(columns, desk_button_gap(context), std::move(ways)).with_key("ways"));
  }
  if (!shown) return question_page(context, asked, std::move(right));
  Element both = row(gap, {(*std::move(shown)).growing(), column(gap, std::move(right)).growing()});
  both.across = Align::start;
  return question_page(context, asked, {std::move(both)});
}

Element desk_places(const BuildContext& context, const DeskView& desk) {
  const Asked asked = asked_of(context, *desk.draft);
  if (asked.question == nullptr) return desk_draft(context, desk);
  const Palette& p = context.palette;
  const DeskPageState& at = context.state.staff.desk;
  const std::size_t columns = context.metrics.width_class() == WidthClass::wide ? 2 : 1;
  std::vector<Element> all;
  if (!asked.question->text.empty()) {
    all.push_back(
        card(context, p.review().tint, {staff_line(context, asked.question->text, desk_text(context), p.ink)}));
  }
  // Below the name of the part of the report that they are in.
  std::vector<Element> together;
  std::string group;
  const auto end_group = [&] {
    if (together.empty()) return;
    std::vector<Element> inside;
    if (!group.empty()) inside.push_back(staff_line(context, group, Role::heading, p.hub));
    inside.push_back(in_rows(context, std::exchange(together, {}), columns).with_key("places"));
    all.push_back(column(context.metrics.gap(0.3), std::move(inside)).with_key("group" + std::to_string(all.size())));
  };
  int number = 0;
  for (const DeskView::Place& place : at.first_line > 0 ? asked.question->line_places : asked.question->places) {
    if (place.group != group) end_group();
    group = place.group;
    const GiveAnswer answer{asked.question->id, at.choice, ++number, at.first_line, at.last_line};
    together.push_back(choice_card(context, place.label, place.note, icon::forward, false,
                                   DeskAction(AnswerAndGoOn{answer, after(asked, at.choice)}))
                           .with_key("place" + std::to_string(number)));
  }
  end_group();
  return desk_page(context, say(context, "panel.places.title"), std::move(all));
}

Element desk_lines(const BuildContext& context, const DeskView& desk) {
  const Asked asked = asked_of(context, *desk.draft);
  if (asked.question == nullptr) return desk_draft(context, desk);
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const DeskPageState& at = context.state.staff.desk;
  std::vector<Element> lines;
  for (const DeskView::Line& line : asked.question->page_lines) {
    const int number = static_cast<int>(lines.size()) + 1;
    const bool chosen = at.first_line > 0 && number >= at.first_line && number <= at.last_line;
    Element e = line_of(context, {line.words, false}, chosen);
    e.children.insert(e.children.begin(),
                      plain_text(context, {std::to_string(number), "ja"}, Role::caption, p.ink_soft).wide(m.em(1.6)));
    if (chosen) e.children.push_back(icon_of(icon::check, m.em(0.9), p.hub));
    e.min_height_px = m.target_px();
    lines.push_back(std::move(e).with_key("line" + std::to_string(number)).tapped(DeskAction(ChooseLine{number})));
  }
  const bool any = at.first_line > 0;
  const GiveAnswer answer{asked.question->id, at.choice, 0, at.first_line, at.last_line};
  std::optional<Action> take, forget;
  if (any) {
    take = DeskAction(AnswerAndGoOn{answer, after(asked, at.choice)});
    if (!asked.question->line_places.empty())
      take = DeskAction(ShowDesk{DeskPage::places, asked.question->id, at.choice});
    forget = DeskAction(ForgetLines{});
  }
  Element hint =
      staff_line(context, say(context, any ? "panel.lines.last" : "panel.lines.first"), desk_text(context), p.ink);
  const auto buttons = [&] {
    return desk_actions(context, {desk_action(context, "panel.lines.take", any, take).with_key("take"),
                                  desk_action(context, "panel.lines.again", false, forget).with_key("again")});
  };
  return desk_page(
      context, say(context, "panel.lines.title"),
      {std::move(hint).with_key("hint"), buttons(), column(m.gap(0.1), std::move(lines)).with_key("lines")});
}

}  // namespace hub::ui
