// desk texts, set and the like: the draft by hand, as somebody types it on a command line.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "support/content_copy.h"
#include "support/program.h"
#include "support/slow.h"

using hub::tests::Answer;
using hub::tests::contains;

namespace {

struct Typist : hub::tests::ContentCopy {
  Answer desk(const std::string& what) const {
    return hub::tests::kiosk("desk " + what + " --hub izumi --content " + folder + " --state " + (*this / "state"));
  }
  nlohmann::json texts() const {
    const Answer answer = desk("texts --json");
    REQUIRE(answer.status == 0);
    return nlohmann::json::parse(answer.out);
  }
  std::string said(const std::string& at) const {
    const nlohmann::json all = texts();
    for (const auto& one : all["statements"]) {
      if (one["at"] == at) return one["ja"];
    }
    return "";
  }
};

const std::string kGoal = "izumi/reports/2024.json#/goals/0/goal";

}  // namespace

TEST_CASE_FIXTURE(Typist, "words are listed, typed, counted against the report, and undone" * hub::tests::slow()) {
  const Answer opened = desk("open $SOURCE/tests/report/fixtures/izumi-2024.txt --without-sandbox");
  REQUIRE_MESSAGE(opened.status == 0, opened.err);
  const std::string goal = said(kGoal);
  const Answer listed = desk("texts");
  CHECK(contains(listed.out, kGoal + "\t"));
  CHECK_FALSE(contains(listed.out, "報告書とちがう"));
  CHECK(desk("set /goals/0/goal 'まったくちがう目標です。' --who 佐藤").status == 0);
  CHECK(said(kGoal) == "まったくちがう目標です。");
  CHECK(texts()["differing"] == 1);
  const Answer changes = desk("changes");
  CHECK(contains(changes.out, "報告書とちがう文が 1 つあります。"));
  CHECK(contains(changes.out, "まったくちがう目標です。"));
  CHECK(contains(desk("texts").out, "報告書とちがう"));
  CHECK(desk("undo").status == 0);
  CHECK(said(kGoal) == goal);
  CHECK_FALSE(contains(desk("changes").out, "報告書とちがう"));
}

TEST_CASE_FIXTURE(Typist, "every kind of edit has its word" * hub::tests::slow()) {
  const std::string list = "/goals/1/activities";
  const std::vector<std::string> all = {"add " + list + " '新しい取組。' --to 1",
                                        "split " + list + "/0/text/0 3",
                                        "join " + list + "/0",
                                        "move " + list + "/0 " + list + " --to 3",
                                        "remove " + list + "/2",
                                        "marks /review/0/challenges/0 1",
                                        "marks /review/0/challenges/0 none",
                                        "add /goals '三つ目の目標'",
                                        "remove /goals/2",
                                        "set izumi/hub.json#/hours 毎日",
                                        "set izumi/hub.json#/hours Daily --lang en",
                                        "remove izumi/hub.json#/hours --lang en",
                                        "set /purpose 目的。",
                                        "confirm /purpose --lang en",
                                        "reading 躊躇 ちゅうちょ",
                                        "reading 躊躇 none",
                                        "reading 躊躇 default"};
  for (const std::string& words : all) {
    CAPTURE(words);
    const Answer answer = desk(words);
    CHECK_MESSAGE(answer.status == 0, answer.err);
  }
  const Answer found = desk("findings --json");
  CHECK(found.status == 0);
  CHECK(nlohmann::json::parse(found.out).is_array());
  const Answer checked = desk("check /goals/0/goal 'ら得た意見'");
  CHECK(checked.status == 0);
  CHECK(contains(checked.out, kGoal + ": 注意"));
  CHECK(desk("check /goals/0/goal '地域《ちいき'").status == 1);
}

TEST_CASE_FIXTURE(Typist,
                  "what cannot be typed is said, and an older draft's text is not written over" * hub::tests::slow()) {
  CHECK(desk("set").status == 2);
  CHECK(desk("marks /goals/0/activities/0 first").status == 2);
  CHECK(desk("split /goals/0/activities/0/text/0 x").status == 2);
  const Answer nowhere = desk("set /nowhere 文");
  CHECK(nowhere.status == 1);
  CHECK(contains(nowhere.err, "/nowhere"));
  CHECK(contains(desk("set nowhere 文").err, "desk texts"));
  CHECK(contains(desk("reading 躊躇 チュウチョ").err, "ひらがな"));
  const std::string mark = texts()["draft"];
  CHECK(desk("set /goals/0/goal 一人目の文。 --draft " + mark).status == 0);
  const Answer second = desk("set /goals/0/goal 二人目の文。 --draft " + mark);
  CHECK(second.status == 1);
  CHECK(contains(second.out, "一人目の文。"));
  CHECK(contains(second.out, "二人目の文。"));
  CHECK(contains(desk("set /goals/0/goal 二人目の文。 --json --draft " + mark).out, "\"conflict\""));
  CHECK(said(kGoal) == "一人目の文。");
  CHECK(desk("set /goals/1/goal 二人目の文。 --draft " + mark).status == 0);
}
