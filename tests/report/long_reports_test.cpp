// Reports far longer than any that a hub has published: read right, and with work that grows with their length.
#include "invented_report.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/circled_numbers.h"
#include "compare.h"
#include "report/draft/write_draft.h"
#include "report/parse/assignment.h"
#include "report/parse/front_matter.h"
#include "report/read/read.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;

namespace {

json short_front() {
  json report = read_json("tests/report/fixtures/wards/totsuka-2020.expected.json");
  for (const char* key : {"period", "implementers", "purpose", "principles", "services", "evaluationMethod"})
    report.erase(key);
  report["reviewYear"] = 2023;
  report["goalYear"] = 2024;
  return report;
}

enum class Form { headed, sharing, sharing_lines, numbered, table, columns };
constexpr Form kForms[] = {Form::headed,   Form::sharing, Form::sharing_lines,
                           Form::numbered, Form::table,   Form::columns};

struct LongReport {
  json expected;
  report::Document document;
};
LongReport long_report(Form form, int goals, int entries, unsigned seed) {
  Random random(seed);
  LongReport made;
  made.expected = invented_report(short_front(), goals, entries, random);
  if (form == Form::table || form == Form::columns) {
    made.document = report::read_html(set_in_html(made.expected, form == Form::columns));
    return made;
  }
  Layout layout = any_layout(random);
  layout.headings = Headings::before;
  layout.goals = static_cast<Goals>(form);
  layout.has_front = false;
  if (layout.goals != Goals::headed) {
    for (const char* section : {"review", "goals"}) {
      for (json& goal : made.expected[section]) take_marks_off(goal);
    }
  }
  made.document = report::read_text(set_in_lines(made.expected, layout, random));
  return made;
}

report::ParagraphGroups groups_of(const report::Document& document) {
  std::vector<report::Paragraph> paragraphs = report::find_paragraphs(document);
  const report::FrontMatter front_matter = report::find_front_matter(paragraphs);
  return report::find_paragraph_groups(paragraphs, front_matter.review_year, front_matter.goal_year);
}

bool asks_about(const std::vector<report::Question>& questions, const std::string& field) {
  return std::ranges::any_of(questions, [&](const report::Question& question) { return question.field == field; });
}

}  // namespace

TEST_CASE("ten goals with ten activities, outcomes and challenges each are read right" * hub::tests::slow()) {
  for (const Form form : kForms) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
      CAPTURE(static_cast<int>(form));
      CAPTURE(seed);
      const LongReport made = long_report(form, 10, 10, seed);
      const auto draft = report::make_draft(made.document);
      REQUIRE(draft);
      const Comparison comparison = compare(made.expected, json::parse(report::report_json(draft.value().report)));
      CHECK(comparison.right() >= 0.95 * comparison.fields);
      for (const Difference& one : comparison.wrong) CHECK(is_flagged(one.pointer, draft.value().questions));
    }
  }
}

TEST_CASE("twice as many goals take at most the square of the work, and only the work that they may" *
          hub::tests::slow()) {
  for (const Form form : kForms) {
    CAPTURE(static_cast<int>(form));
    std::size_t before = 0;
    for (const int goals : {5, 10, 20}) {
      const report::Assignment assignment = report::assign(groups_of(long_report(form, goals, 3, 1).document));
      CHECK(assignment.complete);
      if (before > 0) CHECK(assignment.work < 8 * before);
      before = assignment.work;
    }
    CHECK(before < report::kMostWork);
  }
}

TEST_CASE("of more goals than a report may have, the last are asked about" * hub::tests::slow()) {
  const LongReport made = long_report(Form::table, 25, 2, 1);
  const auto draft = report::make_draft(made.document);
  REQUIRE(draft);
  CHECK(draft.value().report.review.size() == 20);
  const Comparison comparison = compare(made.expected, json::parse(report::report_json(draft.value().report)));
  for (const Difference& one : comparison.wrong) {
    CAPTURE(one.pointer);
    CHECK(is_flagged(one.pointer, draft.value().questions));
  }
  CHECK(lost_sentences(made.expected, draft.value()).empty());
}

TEST_CASE("what was not searched to its end is asked about" * hub::tests::slow()) {
  // Lists that fit everywhere, and hold the same marks: no order and no heading tells where one belongs.
  const json expected = long_report(Form::headed, 20, 10, 1).expected;
  std::string text = "中区地域子育て支援拠点事業\n令和５年度重点目標評価結果・令和６年度重点目標\n";
  for (int list = 0; list < 220; ++list) {
    const json& goal = expected["review"][static_cast<std::size_t>(list % 20)];
    if (list < 20) text += "令和５年度重点目標" + base::circled_text(list + 1) + "\n";
    if (list < 20) text += goal["goal"].get<std::string>() + "\n";
    text += "取組内容\n";
    for (const json& item : goal["activities"]) {
      const int mark = item["marks"][0].get<int>();
      if (mark <= 3) text += base::circled_text(mark) + item["text"][0].get<std::string>() + "\n";
    }
  }
  const report::ParagraphGroups groups = groups_of(report::read_text(text));
  const report::Assignment assignment = report::assign(groups);
  CHECK_FALSE(assignment.complete);
  CHECK(assignment.work < 3 * report::kMostWork);
  const auto draft = report::make_draft(report::read_text(text));
  REQUIRE(draft);
  CHECK(asks_about(draft.value().questions, "/review"));
}
