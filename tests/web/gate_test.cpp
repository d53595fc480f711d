// Who gets in, and whose changes count.
#include <doctest/doctest.h>

#include "web/access/gate.h"

using namespace hub;
using web::Request;

namespace {

constexpr const char* kOwn = "127.0.0.1:8137";

struct Door {
  base::VirtualClock clock{std::chrono::year(2026) / 11 / 27};
  web::Gate gate{clock, {kOwn, "localhost:8137"}};

  const web::Session* session() {
    const auto entered = gate.enter(gate.new_code());
    REQUIRE(entered);
    return entered.value();
  }
};

Request with(std::vector<std::pair<std::string, std::string>> headers, Request::Method method = Request::Method::get) {
  Request request;
  request.method = method;
  request.target = "/";
  request.headers = std::move(headers);
  return request;
}

}  // namespace

TEST_CASE("a secret is 128 bits, and never the same") {
  const std::string one = web::random_secret(), other = web::random_secret();
  CHECK(one.size() == 32);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(one != other);
  CHECK(web::same_secret(one, one));
  CHECK_FALSE(web::same_secret(one, other));
  CHECK_FALSE(web::same_secret(one, one.substr(1)));
  CHECK_FALSE(web::same_secret("", one));
}

TEST_CASE("only names of this server are answered") {
  const Door door;
  CHECK_FALSE(door.gate.refuses(with({{"host", kOwn}})));
  CHECK_FALSE(door.gate.refuses(with({{"host", "localhost:8137"}})));
  for (const char* host :
       {"evil.example", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8137.evil.example", "", "LOCALHOST:8137 "}) {
    CAPTURE(host);
    REQUIRE(door.gate.refuses(with({{"host", host}})));
    CHECK(door.gate.refuses(with({{"host", host}}))->status == 421);
  }
  CHECK(door.gate.refuses(with({})));
  CHECK(door.gate.refuses(with({{"host", kOwn}, {"host", "evil.example"}})));
  CHECK(door.gate.refuses(with({{"host", kOwn}}, Request::Method::other)));
  CHECK(door.gate.refuses(with({{"host", kOwn}, {"transfer-encoding", "chunked"}})));
}

TEST_CASE("another site's page gets nothing from a browser; a link on one leads here") {
  const Door door;
  CHECK(door.gate.refuses(with({{"host", kOwn}, {"sec-fetch-site", "cross-site"}, {"sec-fetch-mode", "no-cors"}})));
  CHECK(door.gate.refuses(with({{"host", kOwn}, {"sec-fetch-site", "same-site"}, {"sec-fetch-mode", "cors"}})));
  CHECK(door.gate.refuses(
      with({{"host", kOwn}, {"sec-fetch-site", "cross-site"}, {"sec-fetch-mode", "navigate"}}, Request::Method::post)));
  CHECK_FALSE(
      door.gate.refuses(with({{"host", kOwn}, {"sec-fetch-site", "cross-site"}, {"sec-fetch-mode", "navigate"}})));
  CHECK_FALSE(door.gate.refuses(with({{"host", kOwn}, {"sec-fetch-site", "none"}})));
}

TEST_CASE("a code opens the door once, and not for long") {
  Door door;
  const std::string code = door.gate.new_code();
  REQUIRE(door.gate.enter(code));
  CHECK_FALSE(door.gate.enter(code));
  const std::string late = door.gate.new_code();
  door.clock.advance(web::kCodeLasts);
  CHECK_FALSE(door.gate.enter(late));
  CHECK_FALSE(door.gate.enter(""));
}

TEST_CASE("ten thousand guesses open nothing, and close the door for a while") {
  Door door;
  const std::string code = door.gate.new_code();
  for (int i = 0; i < 10'000; ++i) CHECK_FALSE(door.gate.enter(web::random_secret()));
  CHECK_FALSE(door.gate.enter(code));  // not even with the right one, now
  CHECK(door.gate.sessions() == 0);
  door.clock.advance(web::kDoorCloses);
  CHECK(door.gate.enter(code));
}

TEST_CASE("eight people at most, until one leaves or has not been there for long") {
  Door door;
  std::vector<web::Session> all;
  for (std::size_t i = 0; i < web::kMostSessions; ++i) all.push_back(*door.session());
  const std::string code = door.gate.new_code();
  CHECK_FALSE(door.gate.enter(code));
  door.gate.leave(all.front());
  CHECK(door.gate.enter(code));  // it was not used up by the refusal
  CHECK(door.gate.sessions() == web::kMostSessions);
  door.clock.advance(web::kSessionIdle);
  CHECK(door.gate.enter(door.gate.new_code()));
  CHECK(door.gate.sessions() == 1);
}

TEST_CASE("a session is its cookie's, as long as it is used") {
  Door door;
  const web::Session session = *door.session();
  const auto request = with({{"host", kOwn}, {"cookie", "other=1; hub_edit=" + session.cookie + "; x=y"}});
  REQUIRE(door.gate.session_of(request));
  CHECK(door.gate.session_of(request)->number == session.number);
  for (int i = 0; i < 5; ++i) {
    door.clock.advance(web::kSessionIdle - base::Seconds(1));
    CHECK(door.gate.session_of(request));
  }
  for (const std::string& cookie : {std::string(), std::string("hub_edit="), "hub_edit=" + session.token,
                                    "xhub_edit=" + session.cookie, "hub_edit=" + session.cookie + "0"}) {
    CAPTURE(cookie);
    CHECK(door.gate.session_of(with({{"host", kOwn}, {"cookie", cookie}})) == nullptr);
  }
  door.clock.advance(web::kSessionIdle);
  CHECK(door.gate.session_of(request) == nullptr);
  const std::string header = door.gate.cookie_header(session);
  CHECK(header.find("HttpOnly") != std::string::npos);
  CHECK(header.find("SameSite=Strict") != std::string::npos);
  CHECK(header.find("Secure") == std::string::npos);
}

TEST_CASE("a change comes from a page of ours, or not at all") {
  Door door;
  const web::Session session = *door.session(), other = *door.session();
  const auto refused = [&](std::vector<std::pair<std::string, std::string>> headers, const std::string& token) {
    headers.emplace_back("host", kOwn);
    return door.gate.refuses_change(with(std::move(headers), Request::Method::post), session, token).has_value();
  };
  CHECK_FALSE(refused({{"origin", "http://127.0.0.1:8137"}}, session.token));
  CHECK_FALSE(refused({{"origin", "http://localhost:8137"}, {"x-hub-token", session.token}}, ""));
  CHECK(refused({{"origin", "http://127.0.0.1:8137"}}, ""));
  CHECK(refused({{"origin", "http://127.0.0.1:8137"}}, other.token));
  CHECK(refused({{"origin", "http://127.0.0.1:8137"}}, session.cookie));
  CHECK(refused({{"origin", "http://127.0.0.1:8137"}, {"x-hub-token", "wrong"}}, session.token));
  for (const char* origin : {"", "null", "http://evil.example", "https://127.0.0.1:8137", "http://127.0.0.1:8138",
                             "http://127.0.0.1:8137.evil.example", "http://127.0.0.1:8137/"}) {
    CAPTURE(origin);
    CHECK(refused({{"origin", origin}}, session.token));
  }
  CHECK(refused({}, session.token));
}

TEST_CASE_FIXTURE(Door,
                  "behind a server with a certificate its name counts, with https alone, and so does its cookie") {
  gate.stand_behind("edit.example.jp");
  CHECK_FALSE(gate.refuses(with({{"host", "edit.example.jp"}})));
  CHECK(gate.refuses(with({{"host", "other.example.jp"}})));
  const web::Session& one = *session();
  const auto from = [&](const char* origin) {
    return gate.refuses_change(with({{"origin", origin}}, Request::Method::post), one, one.token);
  };
  CHECK_FALSE(from("https://edit.example.jp"));
  CHECK(from("http://edit.example.jp"));
  CHECK(from("https://127.0.0.1:8137"));
  CHECK(from("https://edit.example.jp.evil"));
  CHECK_FALSE(from("http://127.0.0.1:8137"));
  CHECK(gate.cookie_header(one).ends_with("; Secure"));
}
