#include "web/access/open_settings.h"

#include <doctest/doctest.h>

using namespace hub;

TEST_CASE("the editor at a kiosk knows all of its configuration but the PIN's line") {
  const std::string settings = web::open_settings(
      R"({"hub": "izumi", "staff": {"pin": "$argon2id$v=19$abc", "close_s": 60}, "editor": {"link": "lan"}})");
  CHECK(settings.find("argon2") == std::string::npos);
  CHECK(settings.find("pin") == std::string::npos);
  for (const char* kept : {"\"hub\": \"izumi\"", "\"close_s\": 60", "\"link\": \"lan\""}) {
    CHECK_MESSAGE(settings.find(kept) != std::string::npos, kept);
  }
}

TEST_CASE("of a configuration that cannot be read the editor knows nothing, and least of all the PIN's line") {
  for (const char* broken : {"", "{", R"({"staff": {"pin": "$argon2id$v=19$abc"})", "[1]", "\"staff\"", "\xff"}) {
    CAPTURE(broken);
    CHECK(web::open_settings(broken) == "{}");
  }
  CHECK(web::open_settings(R"({"staff": "$argon2id$"})").find("staff") != std::string::npos);
}
