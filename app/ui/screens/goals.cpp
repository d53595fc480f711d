// goals: this year's 重点目標, each as one large card. goals/N: one in full, with its 取組内容.
#include <algorithm>

#include "ui/layout/icons.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

// 今年度の重点目標, or, with an older report, 令和6年度の重点目標.
std::vector<Element> heads(const BuildContext& context) {
  const Palette& p = context.palette;
  const std::string year = year_name(context, context.report.goal_year);
  if (!context.this_year) {
    return {
        text(context, say(context, "goals.of-year", {{"year", year}}), title_role(context), p.ink, Lines::balanced)};
  }
  return {chip(context, {year, context.state.language}, p.goal().deep, p.on_strong),
          text(context, say(context, "goals.title"), title_role(context), p.ink, Lines::balanced)};
}

Element goal_card(const BuildContext& context, const content::Goal& goal, Role role) {
  const Palette& p = context.palette;
  Element statement = numbered_goal(context, goal.number, p.goal().deep, goal.goal, role);
  Element e = card(context, p.card, {std::move(statement).growing(), open_label(context, "goals.open", p.goal().deep)});
  e.gap_px = context.metrics.gap(0.2);
  return std::move(e).with_key(std::to_string(goal.number)).tapped(Go{Route{Route::Page::goal, goal.number}}).growing();
}

Element activities(const BuildContext& context, const content::Goal& goal) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  std::vector<Element> list = {
      text(context, say(context, "goal.activities"), Role::heading, p.goal().deep).with_key("title")};
  Texts sentences;
  for (const content::Item& item : goal.activities)
    std::ranges::copy(texts_of(item.text), std::back_inserter(sentences));
  add_report_tags(context, sentences, list);
  for (const content::Item& item : goal.activities) {
    for (const content::Text& paragraph : item.text) {
      list.push_back(bullet(context, report_text(context, paragraph, Role::body, p.ink)));
    }
  }
  Element e = card(context, p.card, std::move(list));
  e.gap_px = m.gap(0.45);
  return std::move(e).with_key("activities");
}

Element goals_page(const BuildContext& context, Role role) {
  const Metrics& m = context.metrics;
  std::vector<Element> children = {page_head(context, heads(context))};
  add_outdated_notice(context, "outdated.why", context.report.goal_year, children);
  std::vector<Element> cards;
  for (const content::Goal& goal : context.report.goals) cards.push_back(goal_card(context, goal, role));
  children.push_back(column(m.gap(0.7), std::move(cards)).with_key("goals").growing());
  return page(context, m.gap(context.low() ? 0.35 : 0.6), std::move(children));
}

Element goal_page(const BuildContext& context, const content::Goal& goal, Role role) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const std::string year = year_name(context, context.report.goal_year);
  const Words label = say(context, !context.this_year ? "outdated.goals" : "goal.label", {{"year", year}});
  std::vector<Element> children = {
      with_pager(context, page_head(context, {number_disc(context, goal.number, disc_px(context), p.goal().deep),
                                              text(context, label, Role::label, p.ink_soft)}))};
  add_report_tags(context, {&goal.goal}, children);
  children.push_back(report_text(context, goal.goal, role, p.ink, Lines::balanced).with_key("goal"));
  // On upright screens the card ends with its words: the rest is paper.
  if (!goal.activities.empty())
    children.push_back(activities(context, goal).growing(context.metrics.portrait() ? 0 : 1));
  return page(context, m.gap(context.low() ? 0.4 : 0.6), std::move(children));
}

}  // namespace

Element goals_screen(const BuildContext& context) {
  const auto build = [](const BuildContext& v, Role role, std::size_t) { return goals_page(v, role); };
  const Role role = number_beside(context)
                        ? role_for_siblings(context, {Role::headline, Role::goal}, 1, build)
                        : role_for_siblings(context, {Role::title, Role::headline, Role::goal}, 1, build);
  return goals_page(context, role);
}

Element goal_screen(const BuildContext& context, int number) {
  const std::vector<content::Goal>& goals = context.report.goals;
  const Role role =
      role_for_siblings(context, {Role::title, Role::headline, Role::goal}, goals.size(),
                        [&](const BuildContext& v, Role r, std::size_t i) { return goal_page(v, goals[i], r); });
  return goal_page(context, *std::ranges::find(goals, number, &content::Goal::number), role);
}

}  // namespace hub::ui
