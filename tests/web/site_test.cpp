// The editor as a browser uses it, without one: every page, every change, and what it does not let through.
#include "web/site.h"

#include <doctest/doctest.h>

#include "browser.h"
#include "support/fixtures.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;

namespace {

std::string report_text(const char* name) {
  return bytes_of(std::string(HUB_SOURCE_DIR "/tests/report/fixtures/") + name);
}

bool has(const web::Response& response, const std::string& words) {
  return response.body.find(words) != std::string::npos;
}

struct Visited : Editor {
  Visited() { browser.enter(); }
  web::Response read(const char* report = "konan-2026.txt") {
    return browser.to_the_end(browser.upload("/izumi/upload", "報告書.txt", report_text(report)));
  }
  Browser browser{*this};
};

}  // namespace

TEST_CASE("without a session there is nothing to see, and nothing to change") {
  Editor editor;
  Browser stranger(editor);
  for (const char* page : {"/", "/izumi", "/izumi/report", "/izumi/questions", "/izumi/see", "/izumi/publish",
                           "/izumi/screen.png", "/izumi/page.png", "/izumi/job/1"}) {
    CAPTURE(page);
    const web::Response response = stranger.get(page);
    CHECK(response.status == 403);
    CHECK_FALSE(has(response, "すきっぷ"));
  }
  CHECK(stranger.post("/izumi/discard", {}).status == 403);
  CHECK(stranger.upload("/izumi/upload", "a.txt", "x").status == 403);
}

TEST_CASE("a link opens the editor once") {
  Editor editor;
  Browser browser(editor), other(editor);
  const std::string code = editor.gate.new_code();
  const web::Response response = browser.get("/enter?code=" + code);
  CHECK(response.status == 200);
  CHECK(header_of(response, "Refresh") == "0;url=/");
  CHECK(other.get("/enter?code=" + code).status == 403);
  CHECK(browser.get("/izumi").status == 200);
}

TEST_CASE("a browser that looks ahead does not use the link up") {
  Editor editor;
  Browser browser(editor);
  const std::string code = editor.gate.new_code();
  web::Request request = browser.request(web::Request::Method::get, "/enter?code=" + code);
  request.headers.emplace_back("sec-purpose", "prefetch");
  CHECK(browser.send(request).status == 400);
  request.headers.pop_back();
  request.method = web::Request::Method::head;
  CHECK(browser.send(request).status == 400);
  CHECK(browser.get("/enter?code=" + code).status == 200);
}

TEST_CASE("every answer says what a browser may do with it") {
  Visited at;
  for (const char* page :
       {"/izumi", "/izumi/report", "/assets/edit.css", "/nowhere", "/izumi/nowhere", "/../x", "/enter"}) {
    CAPTURE(page);
    const web::Response response = at.browser.get(page);
    const std::string policy = header_of(response, "Content-Security-Policy");
    CHECK(policy.find("default-src 'none'") != std::string::npos);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
    CHECK(header_of(response, "X-Content-Type-Options") == "nosniff");
    CHECK(header_of(response, "Referrer-Policy") == "same-origin");
    CHECK(header_of(response, "Access-Control-Allow-Origin").empty());
    CHECK_FALSE(header_of(response, "Cache-Control").empty());
    CHECK(response.body.find("style=") == std::string::npos);
    CHECK(response.body.find("onclick") == std::string::npos);
  }
}

TEST_CASE("a change without the page's token, or from another site, changes nothing") {
  Visited at;
  at.read();
  REQUIRE(at.desk().work().value());
  web::Request request = at.browser.request(web::Request::Method::post, "/izumi/discard");
  request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
  request.headers.emplace_back("content-length", "0");
  SUBCASE("no origin, no token") {}
  SUBCASE("no token") { request.headers.emplace_back("origin", std::string("http://") + kHost); }
  SUBCASE("another origin") {
    request.headers.emplace_back("origin", "http://evil.example");
    request.headers.emplace_back("x-hub-token", at.browser.token());
  }
  SUBCASE("another host") {
    request.headers.front().second = "evil.example";
    request.headers.emplace_back("origin", "http://evil.example");
    request.headers.emplace_back("x-hub-token", at.browser.token());
  }
  const web::Response response = at.browser.send(request);
  CHECK(response.status >= 400);
  CHECK(at.desk().work().value());
}

TEST_CASE("looking never changes anything") {
  Visited at;
  at.read();
  for (const char* page : {"/izumi/discard", "/izumi/publish", "/izumi/back?version=1", "/izumi/questions/1",
                           "/izumi/open", "/izumi/inspect", "/izumi/upload", "/izumi/questions/1/later", "/leave"}) {
    at.browser.get(page);
  }
  REQUIRE(at.desk().work().value());
  CHECK(at.desk().work().value()->revision() == 1);
  CHECK(at.browser.get("/izumi").status == 200);
}

TEST_CASE("only a file may be long") {
  Visited at;
  web::Request request = at.browser.request(web::Request::Method::post, "/izumi/discard");
  request.headers.emplace_back("content-length", std::to_string(web::kMostTextBytes * 2));
  REQUIRE(at.site.refuses(request));
  CHECK(at.site.refuses(request)->status == 413);
  request.target = "/izumi/upload";
  CHECK_FALSE(at.site.refuses(request));
  request.headers.back().second = "-1";
  CHECK(at.site.refuses(request));
}

TEST_CASE("a report comes in, is asked about, answered, shown and taken back" * slow()) {
  Visited at;
  CHECK(has(at.browser.get("/izumi"), "まだ映していない下書きはありません"));
  const web::Response found = at.read();
  CHECK(found.status == 200);
  CHECK(has(found, "読み取った内容"));
  CHECK(has(found, "これからの重点目標が"));
  const auto first = at.desk().work().value();
  REQUIRE(first);
  CHECK(first->source().name == "報告書.txt");
  REQUIRE(at.browser.get("/izumi/questions/1").status == 200);

  const web::Response next =
      at.browser.to_the_end(at.browser.post("/izumi/questions/1", {{"choice", "right"}, {"revision", "1"}}));
  CHECK(next.status == 200);
  CHECK(at.desk().work().value()->state_of(0) == desk::Work::State::answered);
  CHECK(has(at.browser.get("/izumi/questions/1"), "答え: "));
  at.browser.post("/izumi/questions/1/take-back", {{"revision", "2"}});
  CHECK(at.desk().work().value()->state_of(0) == desk::Work::State::open);
  at.browser.post("/izumi/questions/1/later", {{"revision", "0"}});
  CHECK(at.desk().work().value()->state_of(0) == desk::Work::State::later);

  const web::Response publish = at.browser.get("/izumi/publish");
  CHECK(has(publish, "変わるところ"));
  CHECK(has(publish, "画面に映す"));
  const web::Response done = at.browser.to_the_end(at.browser.post("/izumi/publish", {{"revision", "0"}}));
  CHECK(has(done, "映しました"));
  CHECK_FALSE(at.desk().work().value());
  REQUIRE(at.desk().history().size() == 2);
  CHECK(has(at.browser.get("/izumi"), "これに戻す"));
  CHECK(has(at.browser.get("/izumi/back?version=1"), "この画面に戻しますか"));
  const web::Response back = at.browser.to_the_end(at.browser.post("/izumi/back", {{"version", "1"}}));
  CHECK(has(back, "前の画面に戻しました"));
  CHECK(at.desk().history().front().back_to == 1);
}

TEST_CASE("an answer to a draft that somebody else has changed is refused, and says so") {
  Visited at;
  at.read();
  Browser other(at);
  other.enter();
  other.post("/izumi/questions/1", {{"choice", "right"}, {"revision", "1"}});
  const web::Response second = at.browser.post("/izumi/questions/2", {{"choice", "right"}, {"revision", "1"}});
  CHECK(second.status == 409);
  CHECK(has(second, "先に変えられました"));
  CHECK(at.desk().work().value()->state_of(1) == desk::Work::State::open);
}

TEST_CASE("a draft with answers does not give way without being asked about") {
  Visited at;
  at.read();
  at.browser.post("/izumi/questions/1", {{"choice", "right"}, {"revision", "1"}});
  const web::Response asked = at.browser.upload("/izumi/upload", "別.txt", report_text("izumi-2024.txt"));
  CHECK(asked.status == 409);
  CHECK(has(asked, "新しく読み取りますか"));
  CHECK(at.desk().work().value()->source().name == "報告書.txt");
  const auto items = at.desk().inbox().list();
  REQUIRE(items.size() == 2);
  at.browser.to_the_end(at.browser.post("/izumi/open", {{"item", items.front().id}, {"replace", "1"}}));
  CHECK(at.desk().work().value()->source().name == "別.txt");
}

TEST_CASE("what is no report is said to be none, and the page says what to do") {
  Visited at;
  const web::Response none = at.browser.to_the_end(at.browser.upload("/izumi/upload", "買い物.txt", "たまご\n牛乳\n"));
  CHECK(has(none, "できませんでした"));
  CHECK_FALSE(at.desk().work().value());
  const web::Response empty = at.browser.upload("/izumi/upload", "空.txt", "");
  CHECK(empty.status == 409);
  CHECK(at.browser.post("/izumi/upload", {}).status == 409);
}

TEST_CASE("a script in a file's name, an address or a hub's words is text" * slow()) {
  Visited at;
  const std::string evil = "<script>alert(1)<script>";
  at.browser.to_the_end(at.browser.upload("/izumi/upload", evil + ".txt", report_text("konan-2026.txt")));
  for (const std::string page : {"/izumi", "/izumi/report", "/izumi/questions", "/izumi/publish", "/izumi/discard"}) {
    CAPTURE(page);
    const web::Response response = at.browser.get(page);
    CHECK(response.status == 200);
    CHECK_FALSE(has(response, "<script>alert"));
    CHECK(has(response, "&lt;script&gt;alert"));
  }
  for (const char* page :
       {"/izumi/%3Cscript%3Ealert", "/%3Cscript%3Ealert", "/izumi/see?route=%3Cscript%3Ealert&lang=%22%3E"}) {
    CHECK_FALSE(has(at.browser.get(page), "<script>alert"));
  }
}

TEST_CASE("the log has nobody's words in it") {
  Visited at;
  at.read();
  at.browser.post("/izumi/questions/1", {{"choice", "right"}, {"revision", "1"}});
  CHECK_FALSE(at.log.empty());
  for (const std::string& line : at.log) {
    CAPTURE(line);
    CHECK(line.find("報告書") == std::string::npos);
    CHECK(line.find("code") == std::string::npos);
    CHECK(line.find(at.browser.token()) == std::string::npos);
  }
}

TEST_CASE("who leaves is gone") {
  Visited at;
  CHECK(at.browser.post("/leave", {}).status == 200);
  CHECK(at.browser.get("/izumi").status == 403);
}

TEST_CASE("who has only the address types the code that the panel shows, in groups and with any letters") {
  Editor editor;
  Browser browser(editor);
  const web::Response asks = browser.get("/");
  CHECK(asks.status == 403);
  CHECK(has(asks, "action=\"/enter\""));
  CHECK(has(asks, "name=\"code\""));
  std::string typed;
  for (const char c : editor.gate.new_code()) {
    if (typed.size() % 5 == 4) typed += ' ';
    typed += c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  CHECK(browser.get("/enter?code=" + web::encoded({{"code", typed}}).substr(5)).status == 200);
  CHECK(browser.get("/izumi").status == 200);
  Browser wide(editor);
  std::string letters;
  for (const char c : editor.gate.new_code()) {  // ０ is U+FF10
    letters += "\xEF\xBC";
    if (c <= '9')
      letters += static_cast<char>(0x90 + c - '0');
    else
      letters.replace(letters.size() - 1, 1, "\xBD"), letters += static_cast<char>(0x80 + c - '`');
  }
  CHECK(wide.get("/enter?" + web::encoded({{"code", letters}})).status == 200);
}
