// What somebody at a desk may choose from where the reader is not sure, and the lines to look at.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>

#include "report/draft/alternatives.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"

using namespace hub;
using namespace hub::report;
using nlohmann::json;

namespace {

const std::string kHead =
    "中区地域子育て支援拠点事業\n令和５年度重点目標評価結果・令和６年度重点目標\n\n令和５年度重点目標の評価\n"
    "令和５年度重点目標①\n親子が出かけたくなる居場所をつくります。\n取組内容\n"
    "①積み木の日を設けます。\n②傘の貸し出しを始めます。\n取組の成果\n";
const std::string kTail =
    "取組の課題\n①片付けの当番を検討していく。\n②傘の声かけを考えていく。\n令和６年度重点目標\n令和６年度重点目標①\n"
    "父親が立ち寄れる日を増やします。\n取組内容\n①木工の時間を設けます。\n";

Draft draft_of(const std::string& text) {
  auto draft = make_draft(read_text(text));
  REQUIRE(draft);
  return std::move(draft).value();
}
const Question* question_about(const Draft& draft, const std::string& field) {
  const auto found = std::ranges::find(draft.questions, field, &Question::field);
  return found == draft.questions.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("marks that no activity has may be those that one has, the likeliest first") {
  const std::vector<Alternative> alternatives = other_marks({1, 2, 3}, 3);
  REQUIRE(alternatives.size() == 3);
  CHECK(*alternatives.front().marks == std::vector{3});
  double all = 0;
  for (const Alternative& one : alternatives) all += one.confidence;
  CHECK(all < 1);
  CHECK(alternatives[0].confidence > 2 * alternatives[1].confidence);
  CHECK(other_marks({1, 2}, 0).size() == 2);
}

TEST_CASE("other places are named as in the draft, and are the less likely the worse the report would be") {
  FoundGoals goals;
  goals.others = {{{{Section::review, 2, Role::outcomes}, 1.0},
                   {{Section::next, 1, Role::goal}, 2.0},
                   {{Section::unknown, 0, Role::goal}, 2.5},
                   {{Section::review, 1, Role::activities}, 40.0}}};
  const std::vector<Alternative> places = other_places(goals, 0, 0.4);
  REQUIRE(places.size() == 3);
  CHECK(*places[0].field == "/review/1/outcomes");
  CHECK(*places[1].field == "/goals/0/goal");
  CHECK(places[2].field->empty());
  CHECK(places[0].confidence > places[1].confidence);
  CHECK(places[0].confidence + places[1].confidence + places[2].confidence <= 0.6 + 1e-9);
  CHECK(other_places(goals, -1, 0.4).empty());
}

TEST_CASE("a question has the lines around its place, and JSON has all that somebody may choose from") {
  const Draft draft = draft_of(kHead + "①積み木の日を８回設けた。\n③傘を３０組が利用した。\n" + kTail);
  const Question* question = question_about(draft, "/review/0/outcomes/1/marks");
  REQUIRE(question != nullptr);
  REQUIRE(question->lines.size() == 5);
  CHECK(question->lines[2].place == question->place);
  CHECK(question->lines[2].words == "③傘を３０組が利用した。");
  const json doubts = json::parse(questions_json(draft));
  const auto same = [&](const json& one) { return one["field"] == question->field; };
  const auto found = std::find_if(doubts.begin(), doubts.end(), same);
  REQUIRE(found != doubts.end());
  CHECK((*found)["lines"][2]["line"] == question->place.line);
  CHECK((*found)["alternatives"][0]["marks"] == json::array({2}));
  const json all = json::parse(draft_json(draft));
  CHECK(all["doubts"] == doubts);
  CHECK(all["report"] == json::parse(report_json(draft.report)));
  CHECK(all["origins"] == json::parse(origins_json(draft)));
}

TEST_CASE("what a text might be instead is never surer than the text is unsure") {
  const Draft draft = draft_of(kHead + "①積み木の日を８回設けた。\n②傘を３０組が利用した。\n" + kTail);
  for (const auto& [of, origin] : draft.origins) {
    const std::string& pointer = of;
    CAPTURE(pointer);
    double all = origin.confidence;
    for (const Alternative& one : origin.alternatives) all += one.confidence;
    CHECK(all <= 1 + 1e-9);
    CHECK(std::ranges::is_sorted(origin.alternatives, std::ranges::greater(), &Alternative::confidence));
  }
}
