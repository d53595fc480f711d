// about: which report this is, for which years, who carries the work out, how it is evaluated, whose words these are.
#include <string>

#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

Element section(const View& view, std::string_view title_key, std::vector<Element> words) {
  const Palette& p = view.palette;
  words.insert(words.begin(), text(view, say(view, title_key), Role::heading, p.hub).with_key("title"));
  Element e = card(view, p.card, std::move(words));
  e.gap_px = view.metrics.gap(0.2);
  return std::move(e).with_key(std::string(title_key));
}

Element body(const View& view, const Words& words) { return text(view, words, Role::body, view.palette.ink); }

std::string date_name(const View& view, base::Date date) {
  const int year = static_cast<int>(date.year());
  const unsigned month = static_cast<unsigned>(date.month());
  const unsigned day = static_cast<unsigned>(date.day());
  if (view.japanese()) {
    constexpr const char* kJoin = "\u2060";  // a date stays on one line
    return std::to_string(year) + "年" + kJoin + std::to_string(month) + "月" + kJoin + std::to_string(day) + "日";
  }
  const std::string month_day = (month < 10 ? "-0" : "-") + std::to_string(month) + (day < 10 ? "-0" : "-");
  return std::to_string(year) + month_day + std::to_string(day);
}

Element period(const View& view, const content::Period& period) {
  const std::string dates =
      date_name(view, period.from) + (view.japanese() ? "～\u200B" : " – ") + date_name(view, period.to);
  // Without furigana: 1日 is ついたち, which stands over no kanji alone.
  std::vector<Element> words = {plain_text(view, {dates, view.state.language}, Role::body, view.palette.ink)};
  if (period.term_years > 0) {
    words.push_back(
        body(view, say(view, "about.term",
                       {{"n", std::to_string(period.term_year)}, {"count", std::to_string(period.term_years)}})));
  }
  return section(view, "about.period", std::move(words));
}

std::vector<Element> report_sections(const View& view) {
  const content::Report& report = view.report;
  std::vector<Element> sections;
  std::vector<Element> which;
  add_language_tag(view, report.title, which);
  which.push_back(body(view, said(view, report.title)));
  which.push_back(body(view, say(view, "review.of-year", {{"year", year_name(view, report.review_year)}})));
  which.push_back(body(view, say(view, "goals.of-year", {{"year", year_name(view, report.goal_year)}})));
  sections.push_back(section(view, "about.report", std::move(which)));
  if (report.period) sections.push_back(period(view, *report.period));
  if (!report.implementers.empty()) {
    std::vector<Element> names;
    add_language_tag(view, report.implementers.front(), names);
    for (const content::Text& name : report.implementers) names.push_back(body(view, said(view, name)));
    sections.push_back(section(view, "about.implementers", std::move(names)));
  }
  return sections;
}

Element evaluation(const View& view) {
  std::vector<Element> steps;
  add_language_tag(view, view.report.evaluation_method.front(), steps);
  int number = 0;
  for (const content::Text& step : view.report.evaluation_method) {
    steps.push_back(numbered(view, ++number, view.palette.hub, body(view, said(view, step))));
  }
  return section(view, "about.evaluation", std::move(steps));
}

}  // namespace

Element about_screen(const View& view) {
  const Metrics& m = view.metrics;
  std::vector<Element> left = report_sections(view);
  std::vector<Element> right;
  if (!view.report.evaluation_method.empty()) right.push_back(evaluation(view));
  right.push_back(section(view, "about.words", {body(view, say(view, "about.words.text"))}));
  left.push_back(section(view, "about.source", {body(view, say(view, "about.source.text"))}));

  const int gap = m.gap(0.6);
  std::vector<Element> children = {
      page_head(view, {text(view, say(view, "about.title"), title_role(view), view.palette.ink, Lines::balanced)})};
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
  return page(view, gap, std::move(children));
}

}  // namespace hub::ui
