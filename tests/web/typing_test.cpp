// 文章 and ことば as a browser sends them, with script and without.
#include <doctest/doctest.h>

#include "browser.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;

namespace {

bool has(const web::Response& response, const std::string& words) {
  return response.body.find(words) != std::string::npos;
}

// What stands between two others, the first time.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  REQUIRE(at != std::string::npos);
  const std::size_t from = at + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

constexpr const char* kGoal = "/izumi/text/goals-1";

struct Typing : Editor {
  Typing() { browser.enter(); }

  web::Fields edit_of_first(const std::string& words) {
    const web::Response page = browser.get(kGoal);
    REQUIRE(page.status == 200);
    return {{"edit", "text"}, {"at", between(page.body, "name=\"at\" value=\"", "\"")}, {"language", "ja"},
            {"words", words}, {"draft", between(page.body, "data-draft=\"", "\"")},     {"back", kGoal}};
  }
  // As the page's script sends it.
  web::Response sent(web::Fields fields) {
    web::Request request = browser.request(web::Request::Method::post, "/izumi/type");
    request.body = web::encoded(fields);
    request.headers.emplace_back("origin", std::string("http://") + kHost);
    request.headers.emplace_back("x-hub-token", browser.token());
    request.headers.emplace_back("accept", "application/json");
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded;charset=UTF-8");
    request.headers.emplace_back("content-length", std::to_string(request.body.size()));
    return browser.send(request);
  }
  bool draft_says(const std::string& words) const {
    const auto work = desk().work();
    REQUIRE(work);
    if (!work.value()) return false;
    for (const auto& [name, bytes] : work.value()->files()) {
      if (bytes.find(words) != std::string::npos) return true;
    }
    return false;
  }
  Browser browser{*this};
};

}  // namespace

TEST_CASE("a sentence is typed, saved, and taken back" * slow()) {
  Typing at;
  const web::Response saved = at.browser.post("/izumi/type", at.edit_of_first("ここに\r\nない"));
  CHECK(saved.status >= 300);
  const web::Response typed = at.browser.post("/izumi/type", at.edit_of_first("書きかえた重点目標です。"));
  REQUIRE(typed.status == 303);
  CHECK(header_of(typed, "Location").starts_with(std::string(kGoal) + "#f-"));
  CHECK(at.draft_says("書きかえた重点目標です。"));
  const web::Response page = at.browser.get(kGoal);
  CHECK(has(page, "書きかえた重点目標です。"));
  CHECK(has(at.browser.get("/izumi/publish"), "変わるところ"));
  const std::string mark = between(page.body, "data-draft=\"", "\"");
  CHECK(at.browser.post("/izumi/undo", {{"draft", mark}, {"back", kGoal}}).status == 303);
  CHECK_FALSE(at.draft_says("書きかえた重点目標です。"));
}

TEST_CASE("two who write the same are asked, and neither text is lost" * slow()) {
  Typing at;
  const web::Fields mine = at.edit_of_first("わたしの文です。");
  REQUIRE(at.browser.post("/izumi/type", at.edit_of_first("ほかの人の文です。")).status == 303);
  const web::Response asked = at.browser.post("/izumi/type", mine);
  CHECK(asked.status == 409);
  CHECK(has(asked, "わたしの文です。"));
  CHECK(has(asked, "ほかの人の文です。"));
  CHECK(at.draft_says("ほかの人の文です。"));
  const web::Response json = at.sent(mine);
  CHECK(json.status == 409);
  CHECK(json.type == "application/json");
  CHECK(has(json, "わたしの文です。"));
  CHECK(has(json, "ほかの人の文です。"));
  web::Fields again = mine;
  again.set("draft", between(asked.body, "name=\"draft\" value=\"", "\""));
  CHECK(at.browser.post("/izumi/type", again).status == 303);
  CHECK(at.draft_says("わたしの文です。"));
}

TEST_CASE("what cannot be saved comes back with its words" * slow()) {
  Typing at;
  const web::Response refused = at.browser.post("/izumi/type", at.edit_of_first(""));
  CHECK(refused.status == 409);
  CHECK(has(refused, "保存できませんでした"));
  web::Fields nowhere = at.edit_of_first("大切な文です。");
  nowhere.set("at", "izumi/nowhere.json#/x");
  const web::Response lost = at.browser.post("/izumi/type", nowhere);
  CHECK(lost.status == 409);
  CHECK(has(lost, "大切な文です。"));
  nowhere.set("at", "../../etc/passwd#/x");
  CHECK(at.browser.post("/izumi/type", nowhere).status == 409);
  CHECK(at.browser.post("/izumi/type", {{"edit", "nonsense"}}).status == 409);
  CHECK_FALSE(at.draft_says("大切な文です。"));
}

TEST_CASE("a script in every text that can be typed is text" * slow()) {
  Typing at;
  const std::string evil = "</textarea><script>alert(1)</script>";
  web::Fields edit = at.edit_of_first(evil);
  for (const char* where :
       {kGoal, "/izumi/words/hub", "/izumi/words/service-1", "/izumi/text/front", "/izumi/text/review-1"}) {
    const web::Response page = at.browser.get(where);
    CAPTURE(where);
    REQUIRE(page.status == 200);
    edit.set("at", between(page.body, "name=\"at\" value=\"", "\""));
    edit.set("draft", between(page.body, "data-draft=\"", "\""));
    edit.set("back", where);
    const web::Response typed = at.browser.post("/izumi/type", edit);
    CHECK_FALSE(has(typed, "<script>alert"));
    const web::Response after = at.browser.get(where);
    CHECK_FALSE(has(after, "<script>alert"));
    CHECK(has(after, "&lt;script&gt;alert(1)"));
  }
  for (const char* page :
       {"/izumi", "/izumi/publish", "/izumi/text", "/izumi/words", "/izumi/words/readings", "/izumi/see"}) {
    CAPTURE(page);
    CHECK_FALSE(has(at.browser.get(page), "<script>alert"));
  }
}

TEST_CASE("a form leads back into its own hub, and nowhere else" * slow()) {
  Typing at;
  for (const char* back : {"http://evil.example/", "//evil.example", "/enter?code=1", "/konan/text", ""}) {
    CAPTURE(back);
    web::Fields edit = at.edit_of_first(std::string("どこへ") + back);
    edit.set("back", back);
    const web::Response typed = at.browser.post("/izumi/type", edit);
    CHECK(header_of(typed, "Location").starts_with("/izumi/text"));
  }
}

TEST_CASE("while it is typed, the desk says what it thinks of it" * slow()) {
  Typing at;
  web::Fields edit = at.edit_of_first("報告書にない文です。");
  const web::Response checked = at.browser.post("/izumi/check", edit);
  CHECK(checked.status == 200);
  CHECK(checked.type == "application/json");
  CHECK(has(checked, "\"findings\""));
  CHECK_FALSE(at.draft_says("報告書にない文です。"));
}

TEST_CASE("readings are listed with their sentence, and corrected" * slow()) {
  Typing at;
  const web::Response page = at.browser.get("/izumi/words/readings");
  REQUIRE(page.status == 200);
  const std::string word = between(page.body, "name=\"word\" value=\"", "\"");
  CHECK_FALSE(word.empty());
  const std::string mark = between(page.body, "name=\"draft\" value=\"", "\"");
  const web::Response done = at.browser.post("/izumi/type", {{"edit", "reading"},
                                                             {"word", "広場"},
                                                             {"reading", "ひろば"},
                                                             {"draft", mark},
                                                             {"back", "/izumi/words/readings"}});
  CHECK(done.status == 303);
  CHECK(at.draft_says("ひろば"));
  CHECK(at.browser.post("/izumi/type", {{"edit", "reading"}, {"word", "広場"}, {"reading", "HIROBA"}, {"draft", mark}})
            .status == 409);
}

TEST_CASE("hours by the day are a form for people, and come back as they were typed when they cannot be read" *
          slow()) {
  Typing at;
  const web::Response page = at.browser.get("/izumi/words/hub");
  CHECK(has(page, "月曜日"));
  CHECK_FALSE(has(page, "every_day"));
  web::Fields hours = {{"edit", "opening"},
                       {"draft", between(page.body, "data-draft=\"", "\"")},
                       {"back", "/izumi/words/hub"},
                       {"at", "izumi/hub.json#/opening"},
                       {"exceptions", "12月29日〜1月3日 休み"}};
  for (const char* day : {"tue", "wed", "thu", "fri"}) hours.add(day, "9時半〜16時");
  for (const char* day : {"mon", "sat", "sun"}) hours.add(day, "");
  web::Fields wrong = hours;
  wrong.set("wed", "午前中");
  const web::Response refused = at.browser.post("/izumi/type", wrong);
  CHECK(refused.status == 409);
  CHECK(has(refused, "水曜日"));
  CHECK(has(refused, "value=\"午前中\""));
  CHECK(has(refused, "value=\"9時半〜16時\""));
  CHECK(at.browser.post("/izumi/type", hours).status == 303);
  CHECK(at.draft_says("9:30-16:00"));
  CHECK(at.draft_says("12-29..01-03"));
  const web::Response now = at.browser.get("/izumi/words/hub");
  CHECK(has(now, "value=\"9:30〜16:00\""));
  CHECK(has(now, "12月29日〜1月3日 休み"));
}

TEST_CASE("a whole goal is added and removed, and each leads to a page that is there" * slow()) {
  Typing at;
  const web::Response index = at.browser.get("/izumi/text");
  CHECK(has(index, "これからの重点目標を加える"));
  const web::Response added =
      at.browser.post("/izumi/type", {{"edit", "add-goal"},
                                      {"draft", between(index.body, "name=\"draft\" value=\"", "\"")},
                                      {"back", "/izumi/text"},
                                      {"section", between(index.body, "name=\"section\" value=\"", "\"")},
                                      {"words", "あたらしい重点目標です。"}});
  REQUIRE(added.status == 303);
  CHECK(at.draft_says("あたらしい重点目標です。"));
  const std::string where = header_of(added, "Location");
  CHECK(where.starts_with("/izumi/text/review-"));
  const web::Response goal = at.browser.get(where.substr(0, where.find('#')));
  REQUIRE(goal.status == 200);
  CHECK(has(goal, "あたらしい重点目標です。"));
  const std::size_t form = goal.body.find("この重点目標をまるごと消す");
  REQUIRE(form != std::string::npos);
  const std::string removes = goal.body.substr(form);
  const web::Response removed =
      at.browser.post("/izumi/type", {{"edit", "remove"},
                                      {"draft", between(removes, "name=\"draft\" value=\"", "\"")},
                                      {"back", between(removes, "name=\"back\" value=\"", "\"")},
                                      {"at", between(removes, "name=\"at\" value=\"", "\"")}});
  CHECK(removed.status == 303);
  CHECK(header_of(removed, "Location").starts_with("/izumi/text"));
  CHECK_FALSE(at.draft_says("あたらしい重点目標です。"));
}

TEST_CASE("who changed it is said in the history, and nobody has to say who they are" * slow()) {
  Typing at;
  CHECK(at.browser.post("/izumi/who", {{"who", "山田 <b>\n花子"}}).status == 303);
  CHECK(at.browser.post("/izumi/type", at.edit_of_first("いちど変えた目標です。")).status == 303);
  REQUIRE(at.desk().work().value());
  CHECK(at.desk().work().value()->steps().back().who.starts_with("山田 <b>"));
  const web::Response hub = at.browser.get("/izumi");
  CHECK(has(hub, "山田 &lt;b&gt;"));
  CHECK_FALSE(has(hub, "<b>"));
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "長";
  CHECK(at.browser.post("/izumi/who", {{"who", longest}}).status == 303);
  CHECK(at.browser.post("/izumi/type", at.edit_of_first("もういちど変えた目標です。")).status == 303);
  CHECK(at.desk().work().value()->steps().back().who.size() <= 21 * 3);
}
