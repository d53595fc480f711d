#include <algorithm>
#include <set>

#include "content/json/limits.h"
#include "content/json/problems.h"
#include "content/load/decode.h"
#include "content/model/sentence.h"
#include "content/model/year.h"

namespace hub::content {

namespace {

void warn_of_torn_text(const Value& value, const Text& text) {
  const std::string_view japanese = text.in("ja").words;
  if (starts_midway(japanese)) value.warn(problems::starts_midway());
  if (ends_midway(japanese)) value.warn(problems::ends_midway());
  if (starts_with_mark(japanese)) value.warn(problems::mark_in_text());
}

Text decode_sentences(const Fields& fields, std::string_view key) {
  Text text = fields.text(key);
  if (const auto value = fields.find(key)) warn_of_torn_text(*value, text);
  return text;
}

// `known` are the marks of the goal's activities, null for the activities themselves: an outcome ⑤ of a goal whose
// activities end with ④ would be shown nowhere.
std::vector<int> decode_marks(const Fields& fields, const std::set<int>* known) {
  std::vector<int> marks;
  for (const Value& entry : fields.entries("marks")) {
    const std::optional<int> mark = entry.as_int(1, kMostMarks);
    if (!mark) continue;
    if (!marks.empty() && *mark <= marks.back()) entry.error(problems::marks_not_ascending());
    if (known && !known->contains(*mark)) entry.error(problems::mark_without_activity(*mark));
    marks.push_back(*mark);
  }
  return marks;
}

Item decode_item(const Value& value, const std::set<int>* known) {
  const Fields fields = value.fields(kItemKeys);
  Item item;
  item.marks = decode_marks(fields, known);
  item.text = fields.texts("text");
  const auto paragraphs = fields.find("text");
  if (!paragraphs || paragraphs->node().type != Node::Type::array) return item;
  const std::vector<Value> entries = paragraphs->entries();
  for (std::size_t index = 0; index < item.text.size(); ++index) warn_of_torn_text(entries[index], item.text[index]);
  return item;
}

std::vector<Item> decode_items(const Fields& fields, std::string_view key, const std::set<int>* known = nullptr) {
  std::vector<Item> items;
  const auto list = fields.find(key);
  if (list && !list->is_short_list()) return items;
  for (const Value& entry : fields.entries(key)) items.push_back(decode_item(entry, known));
  return items;
}

std::set<int> marks_of(const std::vector<Item>& items) {
  std::set<int> marks;
  for (const Item& item : items) marks.insert(item.marks.begin(), item.marks.end());
  return marks;
}

Text decode_goal_text(const Fields& fields) {
  const auto value = fields.find("goal");
  return value && !value->is_at_most(kMaxGoalBytes) ? Text() : decode_sentences(fields, "goal");
}

Goal decode_goal(const Value& value) {
  const Fields fields = value.fields(kGoalKeys);
  Goal goal;
  goal.number = fields.as_int("number", 1, kMostGoals).value_or(0);
  goal.goal = decode_goal_text(fields);
  goal.activities = decode_items(fields, "activities");
  return goal;
}

ReviewedGoal decode_reviewed_goal(const Value& value) {
  const Fields fields = value.fields(kReviewedGoalKeys);
  ReviewedGoal goal;
  goal.number = fields.as_int("number", 1, kMostGoals).value_or(0);
  goal.goal = decode_goal_text(fields);
  goal.activities = decode_items(fields, "activities");
  const std::set<int> known = marks_of(goal.activities);
  goal.outcomes = decode_items(fields, "outcomes", &known);
  goal.challenges = decode_items(fields, "challenges", &known);
  return goal;
}

Service decode_service(const Value& value) {
  const Fields fields = value.fields(kReportServiceKeys);
  Service service;
  service.number = fields.as_int("number", 1, kServiceCount).value_or(0);
  service.description = fields.text("description");
  service.program = fields.text("program");
  return service;
}

// A list whose entries number themselves, sorted by number. count 0: as many as there are.
template <class T>
std::vector<T> decode_numbered(const Fields& fields, std::string_view key, int count, T (*decode)(const Value&),
                               Problem (*missing)(int)) {
  std::vector<T> entries;
  const auto list = fields.find(key);
  if (!list || !list->must_be(Node::Type::array) || !list->is_short_list()) return entries;
  std::vector<Numbered> numbered;
  for (const Value& entry : list->entries()) {
    entries.push_back(decode(entry));
    numbered.push_back({entry, entries.back().number});
  }
  check_numbers(*list, numbered, count > 0 ? count : static_cast<int>(entries.size()), missing);
  std::stable_sort(entries.begin(), entries.end(), [](const T& a, const T& b) { return a.number < b.number; });
  return entries;
}

std::optional<base::Date> decode_date(const Fields& fields, std::string_view key) {
  const auto value = fields.find(key);
  return value ? value->date() : std::nullopt;
}

std::optional<Period> decode_period(const Fields& report) {
  const auto value = report.find("period");
  if (!value) return std::nullopt;
  const Fields fields = value->fields(kPeriodKeys);
  Period period;
  const auto from = decode_date(fields, "from"), to = decode_date(fields, "to");
  if (from) period.from = *from;
  if (to) period.to = *to;
  if (from && to && *to < *from) fields.find("to")->error(problems::period_reversed());
  period.term_year = fields.as_int("termYear", 1, kMostGoals).value_or(0);
  period.term_years = fields.as_int("termYears", 1, kMostGoals).value_or(0);
  // "of 5" alone says nothing.
  if (fields.find("termYears") && !fields.find("termYear")) value->error(problems::missing_key("termYear"));
  if (period.term_years > 0 && period.term_year > period.term_years) {
    fields.find("termYear")->error(problems::term_over(period.term_years));
  }
  return period;
}

void check_years(const Fields& fields, const Report& report) {
  if (report.review_year == 0) return;
  if (report.goal_year != 0 && report.goal_year != report.review_year + 1) {
    return fields.find("goalYear")->warn(problems::years_apart(report.review_year, report.goal_year));
  }
  const bool has_start = report.period && report.period->from.ok();
  if (has_start && fiscal_year(report.period->from) != report.review_year) {
    fields.find("period")->warn(problems::period_of_other_year(report.review_year));
  }
}

}  // namespace

Report decode_report(const Value& root) {
  const Fields fields = root.fields(kReportKeys);
  Report report;
  report.title = fields.text("title");
  report.ward = fields.text("ward");
  report.review_year = fields.as_int("reviewYear", kFirstYear, kLastYear).value_or(0);
  report.goal_year = fields.as_int("goalYear", kFirstYear, kLastYear).value_or(0);
  report.period = decode_period(fields);
  report.implementers = fields.texts("implementers");
  report.purpose = decode_sentences(fields, "purpose");
  report.principles = fields.texts("principles");
  report.services =
      decode_numbered<Service>(fields, "services", kServiceCount, decode_service, problems::service_missing);
  report.evaluation_method = fields.texts("evaluationMethod");
  report.review = decode_numbered<ReviewedGoal>(fields, "review", 0, decode_reviewed_goal, problems::goal_missing);
  report.goals = decode_numbered<Goal>(fields, "goals", 0, decode_goal, problems::goal_missing);
  const auto goals = fields.find("goals");
  if (goals && goals->node().type == Node::Type::array && goals->node().children.empty())
    goals->error(problems::empty_list());
  check_years(fields, report);
  return report;
}

void check_numbers(const Value& list, const std::vector<Numbered>& numbered, int count, Problem (*missing)(int)) {
  std::set<int> seen;
  bool all_known = true;
  for (const Numbered& entry : numbered) {
    if (entry.number == 0)
      all_known = false;
    else if (!seen.insert(entry.number).second)
      entry.value.error(problems::number_repeated(entry.number));
  }
  // A number that could not be read or is there twice is most likely the one that is missing, and has been reported.
  const bool as_many = static_cast<int>(numbered.size()) >= count;
  if (!all_known || (as_many && seen.size() < numbered.size())) return;
  for (int number = 1; number <= count; ++number) {
    if (!seen.contains(number)) list.error(missing(number));
  }
}

}  // namespace hub::content
