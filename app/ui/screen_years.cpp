// review/N/years: what a goal was called in the years it continues from, up to the goal that continues it.
#include <algorithm>

#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

// Years in a row in which the goal had the same words.
struct Span {
  int from = 0;
  int to = 0;
  const content::Text* goal = nullptr;
};

std::vector<Span> spans_of(const View& view, const content::ReviewedGoal& goal) {
  std::vector<Span> spans;
  const auto add = [&](int year, const content::Text& words) {
    if (!spans.empty() && *spans.back().goal == words) {
      spans.back().to = year;
    } else {
      spans.push_back({year, year, &words});
    }
  };
  for (const content::EarlierGoal& one : goal.earlier) add(one.year, one.goal);
  add(view.report.review_year, goal.goal);
  return spans;
}

Words name_of(const View& view, const Span& span) {
  const std::string from = year_name(view, span.from), to = year_name(view, span.to);
  if (span.from == span.to) return {from, view.state.language};
  return say(view, "years.span", {{"from", from}, {"to", to}});
}

Element span_card(const View& view, const Span& span, Colour fill, Colour colour) {
  const Palette& p = view.palette;
  Element e = card(view, fill,
                   {text(view, name_of(view, span), Role::label, colour),
                    text(view, quoted(view, *span.goal), Role::goal, p.ink, Lines::balanced)});
  e.gap_px = view.metrics.gap(0.25);
  return std::move(e).with_key(std::to_string(span.from));
}

Element leading(Element card, const View& view, std::string_view label, Colour colour, const Route& to) {
  card.children.push_back(open_label(view, label, colour));
  return std::move(card).tapped(Go{to});
}

}  // namespace

Element years_screen(const View& view, int goal_number) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const content::ReviewedGoal& goal =
      *std::ranges::find(view.report.review, goal_number, &content::ReviewedGoal::number);
  std::vector<Element> years;
  const std::vector<Span> spans = spans_of(view, goal);
  for (const Span& span : spans) {
    const bool reviewed = span.to == view.report.review_year;
    if (!years.empty()) years.push_back(tie(view));
    years.push_back(span_card(view, span, reviewed ? p.review().tint : p.card, p.review().deep));
  }
  years.back() =
      leading(std::move(years.back()), view, "review.open", p.review().deep, {Route::Page::thread, goal_number, 1});
  if (goal.goes_on_as != 0) {
    const auto next = std::ranges::find(view.report.goals, goal.goes_on_as, &content::Goal::number);
    const Span span = {view.report.goal_year, view.report.goal_year, &next->goal};
    years.push_back(tie(view));
    years.push_back(leading(span_card(view, span, p.goal().tint, p.goal().deep), view, "goals.open", p.goal().deep,
                            {Route::Page::goal, goal.goes_on_as}));
  }
  std::vector<Element> children = {
      page_head(view, {number_disc(view, goal_number, disc_px(view), p.review().deep),
                       text(view, say(view, "years.title"), title_role(view), p.ink, Lines::balanced)})};
  add_language_tag(view, goal.goal, children);
  children.push_back(column(0, std::move(years)).with_key("years"));
  return page(view, m.gap(view.low() ? 0.35 : 0.6), std::move(children));
}

}  // namespace hub::ui
