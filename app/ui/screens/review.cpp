// review: last year's 重点目標, each with how many 取組, 成果 and 課題. review/N/M: one thread of a goal.
#include <algorithm>

#include "base/circled_numbers.h"
#include "ui/layout/icons.h"
#include "ui/layout/layout.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

std::string circled(const std::vector<int>& marks) {
  std::string all;
  for (const int mark : marks) all += base::circled_text(mark);
  return all;
}

struct Part {
  std::string_view key;
  char32_t icon;
  Colour fill;
  Colour on;
};

struct Parts {
  Part activities;
  Part outcomes;
  Part challenges;
};

Parts parts_of(const BuildContext& context) {
  const Palette& p = context.palette;
  return {{"review.activities", icon::flag, p.card, p.review().deep},
          {"review.outcomes", icon::tree, p.outcome().tint, p.outcome().deep},
          {"review.challenges", icon::bulb, p.challenge().tint, p.challenge().deep}};
}

Element part_label(const BuildContext& context, const Part& part) {
  const Metrics& m = context.metrics;
  return row(m.gap(0.3), {icon_of(part.icon, m.em(0.9), part.on),
                          text(context, say(context, part.key), Role::label, part.on).growing()})
      .hugging();
}

Element count(const BuildContext& context, Part part, int number) {
  const Metrics& m = context.metrics;
  if (part.key == "review.challenges") part.key = "review.challenges.official";  // how many there are is the report's
  Element words = text(context, say(context, "review.count", {{"n", std::to_string(number)}}), Role::label, part.on);
  Element e = row(m.gap(0.35), {part_label(context, part).growing(), std::move(words)});
  e.pad = Insets::sides(m.gap(0.6), m.gap(0.2));
  e.box_style.fill = part.fill;
  e.box_style.radius_px = m.em(2);
  return std::move(e).with_key(std::string(part.key));
}

// The chips ①②③ of a goal's threads; `chosen` is the one that is shown, 0 for none.
Element thread_chips(const BuildContext& context, const content::ReviewedGoal& goal, int chosen) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  std::vector<Element> chips;
  int number = 0;
  for (const content::Thread& thread : content::threads_of(goal)) {
    ++number;
    const bool here = number == chosen;
    const Colour on = here ? p.on_strong : p.ink;
    Element label = thread.marks.empty() ? text(context, say(context, "review.whole"), Role::heading, on)
                                         : plain_text(context, {circled(thread.marks), "ja"}, Role::heading, on);
    label = std::move(label).hugging();
    Element e = column(0, {spacer(), std::move(label), spacer()});
    e.across = Align::centre;
    e.pad = Insets::sides(m.gap(0.7), m.gap(0.1));
    e.min_width_px = e.min_height_px = std::max(m.target_px(), m.gap(1.8));
    e.box_style = {here ? p.review().deep : p.card, here ? p.review().deep : p.line, std::max(1, m.gap(0.06)), m.em(2)};
    e.tap = Go{Route{Route::Page::thread, goal.number, number}};
    chips.push_back(std::move(e).with_key(std::to_string(number)));
  }
  return flow(std::max(m.gap(0.35), m.tap_slop_px()), std::move(chips)).with_key("threads");
}

// 令和4年度からつづく目標, 令和6年度もつづく目標: what ties a goal to other years, where its wording continues.
struct YearTie {
  std::string_view key;
  Words words;
  Colour colour;
  Route leads_to;
};

std::vector<YearTie> year_ties(const BuildContext& context, const content::ReviewedGoal& goal) {
  const Palette& p = context.palette;
  const auto words = [&](std::string_view key, int year) {
    return say(context, key, {{"year", year_name(context, year)}});
  };
  std::vector<YearTie> ties;
  if (!goal.earlier.empty()) {
    ties.push_back({"since",
                    words("review.since", goal.earlier.front().year),
                    p.review().deep,
                    {Route::Page::years, goal.number}});
  }
  if (goal.goes_on_as != 0) {
    ties.push_back({"goes-on",
                    words("review.goes-on", context.report.goal_year),
                    p.goal().deep,
                    {Route::Page::goal, goal.goes_on_as}});
  }
  return ties;
}

Element year_label(const BuildContext& context, const YearTie& tie) {
  const Metrics& m = context.metrics;
  return row(m.gap(0.3),
             {icon_of(icon::calendar, m.em(0.9), tie.colour), text(context, tie.words, Role::label, tie.colour)})
      .with_key(std::string(tie.key));
}

void add_year_labels(const BuildContext& context, const content::ReviewedGoal& goal, std::vector<Element>& children) {
  std::vector<Element> labels;
  for (const YearTie& tie : year_ties(context, goal)) labels.push_back(year_label(context, tie));
  if (!labels.empty()) children.push_back(flow(context.metrics.gap(0.7), std::move(labels)).with_key("years"));
}

void add_year_links(const BuildContext& context, const content::ReviewedGoal& goal, std::vector<Element>& children) {
  const Metrics& m = context.metrics;
  std::vector<Element> links;
  for (const YearTie& tie : year_ties(context, goal)) {
    Element e = year_label(context, tie);
    e.children.push_back(icon_of(icon::forward, m.em(0.85), tie.colour));
    e.pad = Insets::sides(m.gap(0.6), m.gap(0.1));
    e.min_height_px = m.target_px();
    e.box_style.fill = context.palette.card;
    outline(context, e.box_style);
    e.box_style.radius_px = m.target_px();
    links.push_back(std::move(e).tapped(Go{tie.leads_to}));
  }
  if (links.empty()) return;
  children.push_back(flow(std::max(m.gap(0.35), m.tap_slop_px()), std::move(links)).with_key("years"));
}

Element goal_card(const BuildContext& context, const content::ReviewedGoal& goal, Role role) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const Parts parts = parts_of(context);
  Part activities = parts.activities;
  activities.fill = p.review().tint;
  Element counts = flow(m.gap(0.35), {count(context, activities, static_cast<int>(goal.activities.size())),
                                      count(context, parts.outcomes, static_cast<int>(goal.outcomes.size())),
                                      count(context, parts.challenges, static_cast<int>(goal.challenges.size()))});
  Element open = row(m.gap(0.25), {text(context, say(context, "review.open"), Role::label, p.review().deep),
                                   icon_of(icon::forward, m.em(0.85), p.review().deep)});
  counts.key = "counts";
  open.key = "open";
  Element foot = m.width_class() == WidthClass::wide
                     ? row(m.gap(0.5), {std::move(counts).growing(), std::move(open)})
                     : column(m.gap(0.3), {std::move(counts), row(0, {spacer(), std::move(open)})});
  std::vector<Element> inside = {numbered_goal(context, goal.number, p.review().deep, goal.goal, role).growing()};
  add_year_labels(context, goal, inside);
  inside.push_back(std::move(foot));
  Element e = card(context, p.card, std::move(inside));
  return std::move(e)
      .with_key(std::to_string(goal.number))
      .tapped(Go{Route{Route::Page::thread, goal.number, 1}})
      .growing();
}

// One of 取組, 成果, これから of a thread. Items are told apart by their marks where these are not the thread's own.
Element part_card(const BuildContext& context, const Part& part, const content::Thread& thread,
                  const std::vector<content::Item>& items, const std::vector<std::size_t>& indices) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  std::vector<Element> words;
  Texts sentences;
  for (const std::size_t i : indices) std::ranges::copy(texts_of(items[i].text), std::back_inserter(sentences));
  if (indices.empty()) words.push_back(text(context, say(context, "review.none"), Role::body, p.ink_soft));
  add_report_tags(context, sentences, words);
  for (const std::size_t i : indices) {
    if (items[i].marks != thread.marks) {
      words.push_back(plain_text(context, {circled(items[i].marks), "ja"}, Role::label, part.on));
    }
    for (const content::Text& paragraph : items[i].text) {
      Element one = report_text(context, paragraph, Role::body, p.ink);
      words.push_back(sentences.size() > 1 ? bullet(context, std::move(one)) : std::move(one));
    }
  }
  Element list = column(m.gap(0.25), std::move(words)).growing();
  Element content;
  if (m.width_class() == WidthClass::wide) {
    // The label stands at the height of the first line beside it.
    Element label = column(0, {part_label(context, part)}).wide(m.em(5.0));
    label.min_height_px = text(context, {}, Role::body, p.ink).style.line_height_px;
    label.along = Align::centre;
    content = row(m.gap(0.4), {std::move(label), std::move(list)});
    content.across = Align::start;
  } else {
    list.grow = 0;
    content = column(m.gap(0.25), {part_label(context, part), std::move(list)});
  }
  Element e = card(context, part.fill, {std::move(content)});
  e.pad.top = e.pad.bottom = m.gap(0.5);
  return std::move(e).with_key(std::string(part.key));
}

}  // namespace

Element review_screen(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const std::string year = year_name(context, context.report.review_year);
  std::vector<Element> head;
  if (!context.this_year) {
    head = {
        text(context, say(context, "review.of-year", {{"year", year}}), title_role(context), p.ink, Lines::balanced)};
  } else {
    head = {chip(context, {year, context.state.language}, p.review().deep, p.on_strong),
            text(context, say(context, "review.title"), title_role(context), p.ink, Lines::balanced)};
  }
  const auto build = [&](const BuildContext& v, Role role, std::size_t) {
    std::vector<Element> children = {page_head(v, head)};
    add_outdated_notice(v, "outdated.why", v.report.review_year, children);
    std::vector<Element> cards;
    for (const content::ReviewedGoal& goal : v.report.review) cards.push_back(goal_card(v, goal, role));
    if (cards.empty()) cards.push_back(card(v, p.card, {text(v, say(v, "review.none"), Role::body, p.ink_soft)}));
    children.push_back(column(m.gap(0.7), std::move(cards)).with_key("goals").growing());
    return page(v, m.gap(v.low() ? 0.35 : 0.6), std::move(children));
  };
  const Role role = number_beside(context)
                        ? role_for_siblings(context, {Role::headline, Role::goal}, 1, build)
                        : role_for_siblings(context, {Role::title, Role::headline, Role::goal}, 1, build);
  return build(context, role, 0);
}

Element thread_screen(const BuildContext& context, int goal_number, int thread_number) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const auto goal = std::ranges::find(context.report.review, goal_number, &content::ReviewedGoal::number);
  const content::Thread thread = content::threads_of(*goal)[static_cast<std::size_t>(thread_number - 1)];
  const std::string year = year_name(context, context.report.review_year);
  const Words of = say(context, "review.goal",
                       {{"n", std::to_string(goal_number)}, {"count", std::to_string(context.report.review.size())}});
  std::vector<Element> children = {
      page_head(context, {chip(context, say(context, "review.of-year", {{"year", year}}), p.review().deep, p.on_strong),
                          text(context, of, Role::label, p.ink_soft)})};
  Element chips = thread_chips(context, *goal, thread_number);
  // Where the arrows find no room beside them the numbers are the way alone.
  std::optional<Element> arrows = pager(context, chips);
  const bool room = arrows && natural_width(*arrows, context.typesetter) <= inner_width_px(context);
  children.push_back(room ? *std::move(arrows) : std::move(chips));
  add_report_tags(context, {&goal->goal}, children);
  children.push_back(report_text(context, goal->goal, Role::goal, p.ink, Lines::balanced).with_key("goal"));
  add_year_links(context, *goal, children);
  const Parts parts = parts_of(context);
  children.push_back(
      column(0, {part_card(context, parts.activities, thread, goal->activities, thread.activities), tie(context),
                 part_card(context, parts.outcomes, thread, goal->outcomes, thread.outcomes), tie(context),
                 part_card(context, parts.challenges, thread, goal->challenges, thread.challenges)})
          .with_key("thread"));
  return page(context, m.gap(0.5), std::move(children));
}

}  // namespace hub::ui
