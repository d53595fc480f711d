// Entries move, part and join, and whoever pointed at them still does.
#include <doctest/doctest.h>

#include "desk/draft/changes.h"
#include "desk/edit/report_editor.h"

using namespace hub;
using desk::Entry;
using desk::ReportEditor;

namespace {

const std::string kReport = R"({
  "title": "泉区地域子育て支援拠点事業", "goalYear": 2025, "purpose": "",
  "principles": ["一つ目", {"ja": "二つ目", "en": "second"}, "三つ目"],
  "review": [{"number": 1, "goal": "目標",
    "activities": [{"marks": [1], "text": ["遊ぶ。"]}, {"marks": [2], "text": ["話す。", "聞く。"]}],
    "outcomes": [{"marks": [1], "text": ["増えた。"]}], "challenges": []}],
  "goals": [{"number": 1, "goal": "次の目標", "activities": []}]
})";

std::string made_of(const desk::Step& step) {
  const auto files = desk::made({{"r", kReport}}, step);
  REQUIRE(files);
  return files.value().at("r");
}

// The step says all that the editor did, and all of it can be undone.
void check_both_ways(const ReportEditor& editor) {
  const desk::Step step = editor.step();
  const auto after = desk::made({{"r", kReport}}, step);
  REQUIRE(after);
  CHECK(ReportEditor("r", after.value().at("r")).json() == editor.json());
  const auto back = desk::undone(after.value(), step);
  REQUIRE(back);
  CHECK(desk::edits_between("r", kReport, back.value().at("r")).empty());
}

}  // namespace

TEST_CASE("an entry goes to another list, and what pointed at it or behind it follows") {
  ReportEditor editor("r", kReport);
  editor.move("/review/0/activities/0", "/goals/0/activities", 0);
  CHECK(editor.entries("/goals/0/activities") == std::vector<Entry>{{{1}, {"遊ぶ。"}}});
  CHECK(editor.entries("/review/0/activities") == std::vector<Entry>{{{2}, {"話す。", "聞く。"}}});
  const desk::Step step = editor.step();
  CHECK(desk::moved_by(step, "r", "/review/0/activities/0/text/0") == "/goals/0/activities/0/text/0");
  CHECK(desk::moved_by(step, "r", "/review/0/activities/1/text/1") == "/review/0/activities/0/text/1");
  CHECK(desk::moved_by(step, "r", "/review/0/outcomes/0") == "/review/0/outcomes/0");
  CHECK(desk::moved_by(step, "other", "/review/0/activities/0") == "/review/0/activities/0");
  check_both_ways(editor);
}

TEST_CASE("entries join and part, and texts of lists without marks do as well") {
  ReportEditor editor("r", kReport);
  editor.join("/principles", 0);
  CHECK(editor.entries("/principles") == std::vector<Entry>{{{}, {"一つ目二つ目"}}, {{}, {"三つ目"}}});
  CHECK(desk::moved_by(editor.step(), "r", "/principles/1") == "/principles/0");
  CHECK(desk::moved_by(editor.step(), "r", "/principles/2") == "/principles/1");
  editor.split("/review/0/activities/1/text/1", std::string("聞").size());
  CHECK(editor.entries("/review/0/activities") ==
        std::vector<Entry>{{{1}, {"遊ぶ。"}}, {{2}, {"話す。", "聞"}}, {{2}, {"く。"}}});
  editor.split("/principles/1", std::string("三つ").size());
  CHECK(editor.size("/principles") == 3);
  check_both_ways(editor);
}

TEST_CASE("a text that goes takes its entry along when it was all of it") {
  ReportEditor editor("r", kReport);
  editor.remove("/review/0/activities/1/text/0");
  CHECK(editor.entries("/review/0/activities")[1] == Entry{{2}, {"聞く。"}});
  editor.remove("/review/0/activities/1/text/0");
  CHECK(editor.size("/review/0/activities") == 1);
  editor.remove("/review/0/goal");
  CHECK(editor.text("/review/0/goal").empty());
  CHECK_FALSE(desk::moved_by(editor.step(), "r", "/review/0/activities/1/text/1"));
  check_both_ways(editor);
}

TEST_CASE("a goal more, marks, a year and a text that was not there") {
  ReportEditor editor("r", kReport);
  editor.add_goal("/goals");
  editor.set_text("/goals/1/goal", "もう一つ");
  editor.insert("/goals/1/activities", 9, {{2, 1}, {"集まる。"}});
  editor.set_marks("/review/0/outcomes/0", {2, 1});
  editor.set_number("/goalYear", 2026);
  editor.set_text("/purpose", "目的");
  CHECK(editor.entries("/review/0/outcomes")[0].marks == std::vector<int>{1, 2});
  CHECK(editor.size("/goals") == 2);
  check_both_ways(editor);
}

TEST_CASE("goals change places, and one goes with all it has") {
  ReportEditor editor("r", kReport);
  editor.add_goal("/goals");
  editor.set_text("/goals/1/goal", "もう一つ");
  editor.swap_goals("/goals/0", "/goals/1");
  CHECK(editor.text("/goals/0/goal") == "もう一つ");
  CHECK(desk::moved_by(editor.step(), "r", "/goals/0/goal") == "/goals/1/goal");
  editor.remove_goal("/goals/0");
  CHECK(editor.text("/goals/0/goal") == "次の目標");
  CHECK(editor.json().find("\"number\": 2") == std::string::npos);
  CHECK(editor.replace("/review/0/outcomes/0", {"減った。"}));
  CHECK(editor.entries("/review/0/outcomes")[0] == Entry{{1}, {"減った。"}});
  CHECK_FALSE(editor.replace("/review/0/outcomes/7", {"減った。"}));
  check_both_ways(editor);
}

TEST_CASE("a step is not made over what somebody else has changed") {
  ReportEditor editor("r", kReport);
  editor.set_text("/purpose", "目的");
  desk::ContentFiles changed{{"r", made_of(editor.step())}};
  CHECK_FALSE(desk::made(changed, editor.step()).ok());
  const auto other = desk::made({}, editor.step());
  REQUIRE_FALSE(other);
  CHECK_FALSE(other.error().remedy.ja.empty());
}

TEST_CASE("a file comes and goes in a step") {
  const desk::Step step{{{"new.json", "", std::nullopt, R"({"a": 1})"}}, {}};
  const auto there = desk::made({}, step);
  REQUIRE(there);
  CHECK(there.value().contains("new.json"));
  CHECK_FALSE(desk::made(there.value(), step).ok());
  const auto gone = desk::undone(there.value(), step);
  REQUIRE(gone);
  CHECK(gone.value().empty());
}

TEST_CASE("changes are told by statement") {
  ReportEditor editor("r", kReport);
  editor.set_text("/goals/0/goal", "新しい目標");
  editor.remove("/review/0/outcomes/0");
  editor.insert("/review/0/challenges", 0, {{1}, {"足りない。"}});
  const auto changes = desk::changes_between(kReport, editor.json());
  REQUIRE(changes.size() == 3);
  const auto find = [&](const std::string& pointer) {
    for (const auto& one : changes) {
      if (one.pointer == pointer) return one;
    }
    return desk::StatementChange();
  };
  CHECK(find("/goals/0/goal").before == "次の目標");
  CHECK(find("/goals/0/goal").after == "新しい目標");
  CHECK(find("/review/0/outcomes").before == "①増えた。");
  CHECK(find("/review/0/outcomes").after.empty());
  CHECK(find("/review/0/challenges").after == "①足りない。");
  CHECK(find("/review/0/challenges").what.ja.find("評価した重点目標①の取組の課題") == 0);
  CHECK(desk::changes_between(kReport, kReport).empty());
  const auto fresh = desk::changes_between("", kReport);
  CHECK(fresh.size() > 5);
  CHECK(fresh.front().after == "令和7年度");
}
