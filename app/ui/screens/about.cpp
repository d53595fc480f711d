// about: which report this is, for which years, who carries the work out, how it is evaluated, whose words these are.
#include <algorithm>
#include <iterator>
#include <string>

#include "content/model/year.h"
#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

Element section(const BuildContext& context, std::string_view title_key, std::vector<Element> words) {
  const Palette& p = context.palette;
  words.insert(words.begin(), text(context, say(context, title_key), Role::heading, p.hub).with_key("title"));
  Element e = card(context, p.card, std::move(words));
  e.gap_px = context.metrics.gap(0.2);
  return std::move(e).with_key(std::string(title_key));
}

Element body(const BuildContext& context, const Words& words) {
  return text(context, words, Role::body, context.palette.ink);
}

Element period(const BuildContext& context, const content::Period& period) {
  const auto day = [&](base::Date date) {
    return content::date_name(context.snapshot.strings, date, context.state.language);
  };
  std::vector<Element> words = {
      body(context, say(context, "about.days", {{"from", day(period.from)}, {"to", day(period.to)}}))};
  if (period.term_years > 0) {
    words.push_back(
        body(context, say(context, "about.term",
                          {{"n", std::to_string(period.term_year)}, {"count", std::to_string(period.term_years)}})));
  }
  return section(context, "about.period", std::move(words));
}

std::vector<Element> report_sections(const BuildContext& context) {
  const content::Report& report = context.report;
  std::vector<Element> sections;
  std::vector<Element> which;
  add_report_tags(context, {&report.title}, which);
  which.push_back(report_text(context, report.title, Role::body, context.palette.ink));
  which.push_back(body(context, say(context, "review.of-year", {{"year", year_name(context, report.review_year)}})));
  which.push_back(body(context, say(context, "goals.of-year", {{"year", year_name(context, report.goal_year)}})));
  sections.push_back(section(context, "about.report", std::move(which)));
  if (report.period) sections.push_back(period(context, *report.period));
  if (!report.implementers.empty()) {
    std::vector<Element> names;
    add_report_tags(context, texts_of(report.implementers), names);
    for (const content::Text& name : report.implementers) {
      names.push_back(report_text(context, name, Role::body, context.palette.ink));
    }
    sections.push_back(section(context, "about.implementers", std::move(names)));
  }
  return sections;
}

Element evaluation(const BuildContext& context) {
  std::vector<Element> steps;
  add_report_tags(context, texts_of(context.report.evaluation_method), steps);
  int number = 0;
  for (const content::Text& step : context.report.evaluation_method) {
    steps.push_back(
        numbered(context, ++number, context.palette.hub, report_text(context, step, Role::body, context.palette.ink)));
  }
  return section(context, "about.evaluation", std::move(steps));
}

}  // namespace

Element about_screen(const BuildContext& context) {
  const Metrics& m = context.metrics;
  std::vector<Element> left;
  std::vector<Element> right;
  std::vector<Element> visit;
  add_visiting(context, visit);
  if (!visit.empty()) left.push_back(section(context, "about.visit", std::move(visit)));
  std::ranges::move(report_sections(context), std::back_inserter(left));
  if (!context.report.evaluation_method.empty()) right.push_back(evaluation(context));
  right.push_back(section(context, "about.words", {body(context, say(context, "about.words.text"))}));
  left.push_back(section(context, "about.source", {body(context, say(context, "about.source.text"))}));

  const int gap = m.gap(0.6);
  std::vector<Element> children = {page_head(context, {text(context, say(context, "about.title"), title_role(context),
                                                            context.palette.ink, Lines::balanced)})};
  if (m.width_class() == WidthClass::wide) {
    left.back().grow = 1;
    right.back().grow = 1;
    Element both = row(gap, {column(gap, std::move(left)).growing(), column(gap, std::move(right)).growing()});
    both.across = Align::stretch;
    children.push_back(std::move(both).growing());
  } else {
    for (Element& e : left) children.push_back(std::move(e));
    for (Element& e : right) children.push_back(std::move(e));
  }
  return page(context, gap, std::move(children));
}

}  // namespace hub::ui
