// review/N/years: what a goal was called in the years it continues from, up to the goal that continues it.
#include <algorithm>

#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

// Years in a row in which the goal had the same words.
struct Span {
  int from = 0;
  int to = 0;
  const content::Text* goal = nullptr;
};

std::vector<Span> spans_of(const BuildContext& context, const content::ReviewedGoal& goal) {
  std::vector<Span> spans;
  const auto add = [&](int year, const content::Text& words) {
    if (!spans.empty() && *spans.back().goal == words) {
      spans.back().to = year;
    } else {
      spans.push_back({year, year, &words});
    }
  };
  for (const content::EarlierGoal& one : goal.earlier) add(one.year, one.goal);
  add(context.report.review_year, goal.goal);
  return spans;
}

Words name_of(const BuildContext& context, const Span& span) {
  const std::string from = year_name(context, span.from), to = year_name(context, span.to);
  if (span.from == span.to) return {from, context.state.language};
  return say(context, "years.span", {{"from", from}, {"to", to}});
}

Element span_card(const BuildContext& context, const Span& span, Colour fill, Colour colour) {
  const Palette& p = context.palette;
  Element e = card(context, fill,
                   {text(context, name_of(context, span), Role::label, colour),
                    report_text(context, *span.goal, Role::goal, p.ink, Lines::balanced)});
  e.gap_px = context.metrics.gap(0.25);
  return std::move(e).with_key(std::to_string(span.from));
}

Element leading(Element card, const BuildContext& context, std::string_view label, Colour colour, const Route& to) {
  card.children.push_back(open_label(context, label, colour));
  return std::move(card).tapped(Go{to});
}

}  // namespace

Element years_screen(const BuildContext& context, int goal_number) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const content::ReviewedGoal& goal =
      *std::ranges::find(context.report.review, goal_number, &content::ReviewedGoal::number);
  std::vector<Element> years;
  const std::vector<Span> spans = spans_of(context, goal);
  for (const Span& span : spans) {
    const bool reviewed = span.to == context.report.review_year;
    if (!years.empty()) years.push_back(tie(context));
    years.push_back(span_card(context, span, reviewed ? p.review().tint : p.card, p.review().deep));
  }
  years.back() =
      leading(std::move(years.back()), context, "review.open", p.review().deep, {Route::Page::thread, goal_number, 1});
  if (goal.goes_on_as != 0) {
    const auto next = std::ranges::find(context.report.goals, goal.goes_on_as, &content::Goal::number);
    const Span span = {context.report.goal_year, context.report.goal_year, &next->goal};
    years.push_back(tie(context));
    years.push_back(leading(span_card(context, span, p.goal().tint, p.goal().deep), context, "goals.open",
                            p.goal().deep, {Route::Page::goal, goal.goes_on_as}));
  }
  std::vector<Element> children = {with_pager(
      context,
      page_head(context, {number_disc(context, goal_number, disc_px(context), p.review().deep),
                          text(context, say(context, "years.title"), title_role(context), p.ink, Lines::balanced)}))};
  Texts sentences;
  for (const Span& span : spans) sentences.push_back(span.goal);
  add_report_tags(context, sentences, children);
  children.push_back(column(0, std::move(years)).with_key("years"));
  return page(context, m.gap(context.low() ? 0.35 : 0.6), std::move(children));
}

}  // namespace hub::ui
