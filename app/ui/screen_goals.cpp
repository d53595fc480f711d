// goals: this year's 重点目標, each as one large card. goals/N: one in full, with its 取組内容.
#include <algorithm>

#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

// 今年度の重点目標, or, with an older report, 令和6年度の重点目標.
std::vector<Element> heads(const View& view) {
  const Palette& p = view.palette;
  const std::string year = year_name(view, view.report.goal_year);
  if (!view.this_year) {
    return {text(view, say(view, "goals.of-year", {{"year", year}}), title_role(view), p.ink, Lines::balanced)};
  }
  return {chip(view, {year, view.state.language}, p.goal().deep, p.on_strong),
          text(view, say(view, "goals.title"), title_role(view), p.ink, Lines::balanced)};
}

Element goal_card(const View& view, const content::Goal& goal, Role role) {
  const Palette& p = view.palette;
  Element statement = numbered_goal(view, goal.number, p.goal().deep, goal.goal, role);
  Element e = card(view, p.card, {std::move(statement).growing(), open_label(view, "goals.open", p.goal().deep)});
  e.gap_px = view.metrics.gap(0.2);
  return std::move(e).with_key(std::to_string(goal.number)).tapped(Go{Route{Route::Page::goal, goal.number}}).growing();
}

Element activities(const View& view, const content::Goal& goal) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  std::vector<Element> list = {
      text(view, say(view, "goal.activities"), Role::heading, p.goal().deep).with_key("title")};
  add_language_tag(view, goal.activities.front().text.front(), list);
  for (const content::Item& item : goal.activities) {
    for (const content::Text& paragraph : item.text) {
      list.push_back(bullet(view, text(view, quoted(view, paragraph), Role::body, p.ink)));
    }
  }
  Element e = card(view, p.card, std::move(list));
  e.gap_px = m.gap(0.45);
  return std::move(e).with_key("activities");
}

Element goals_page(const View& view, Role role) {
  const Metrics& m = view.metrics;
  std::vector<Element> children = {page_head(view, heads(view))};
  add_outdated_notice(view, "outdated.why", view.report.goal_year, children);
  std::vector<Element> cards;
  for (const content::Goal& goal : view.report.goals) cards.push_back(goal_card(view, goal, role));
  children.push_back(column(m.gap(0.7), std::move(cards)).with_key("goals").growing());
  return page(view, m.gap(view.low() ? 0.35 : 0.6), std::move(children));
}

Element goal_page(const View& view, const content::Goal& goal, Role role) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const std::string year = year_name(view, view.report.goal_year);
  const Words label = say(view, !view.this_year ? "outdated.goals" : "goal.label", {{"year", year}});
  std::vector<Element> children = {page_head(view, {number_disc(view, goal.number, disc_px(view), p.goal().deep),
                                                    plain_text(view, label, Role::label, p.ink_soft)})};
  add_language_tag(view, goal.goal, children);
  children.push_back(text(view, quoted(view, goal.goal), role, p.ink, Lines::balanced).with_key("goal"));
  // On upright screens the card ends with its words: the rest is paper.
  if (!goal.activities.empty()) children.push_back(activities(view, goal).growing(view.metrics.portrait() ? 0 : 1));
  return page(view, m.gap(view.low() ? 0.4 : 0.6), std::move(children));
}

}  // namespace

Element goals_screen(const View& view) {
  const auto build = [](const View& v, Role role, std::size_t) { return goals_page(v, role); };
  const Role role = number_beside(view) ? role_for_siblings(view, {Role::headline, Role::goal}, 1, build)
                                        : role_for_siblings(view, {Role::title, Role::headline, Role::goal}, 1, build);
  return goals_page(view, role);
}

Element goal_screen(const View& view, int number) {
  const std::vector<content::Goal>& goals = view.report.goals;
  const Role role = role_for_siblings(view, {Role::title, Role::headline, Role::goal}, goals.size(),
                                      [&](const View& v, Role r, std::size_t i) { return goal_page(v, goals[i], r); });
  return goal_page(view, *std::ranges::find(goals, number, &content::Goal::number), role);
}

}  // namespace hub::ui
