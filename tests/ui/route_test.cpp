#include "ui/state/route.h"

#include <doctest/doctest.h>

#include "support/lobby.h"

using namespace hub;

TEST_CASE("a route is its path and back") {
  for (const char* path : {"attract", "home", "purpose", "services", "services/7", "goals", "goals/2", "review",
                           "review/1/4", "review/2/years", "about", "staff"}) {
    const auto route = ui::parse_route(path);
    REQUIRE(route.has_value());
    CHECK(ui::path_of(*route) == path);
  }
}

TEST_CASE("what is no path of a screen is no route") {
  for (const char* path : {"",
                           "/",
                           "Home",
                           "home/",
                           "home/1",
                           "services/0",
                           "services/x",
                           "services/1/2",
                           "review/1",
                           "review/1/2/3",
                           "goals/-1",
                           "goals/1 ",
                           "staffs",
                           "review/years",
                           "review/0/years",
                           "review/1/years/2",
                           "review/1/year",
                           "goals/1/years",
                           "review/1/#",
                           "services/#"}) {
    CAPTURE(path);
    CHECK_FALSE(ui::parse_route(path).has_value());
  }
}

TEST_CASE("back leads to the parent") {
  const auto parent = [](const char* path) { return ui::path_of(ui::parent_of(*ui::parse_route(path))); };
  CHECK(parent("services/3") == "services");
  CHECK(parent("goals/1") == "goals");
  CHECK(parent("review/2/1") == "review");
  CHECK(parent("review/2/years") == "review/2/1");
  CHECK(parent("services") == "home");
  CHECK(parent("about") == "home");
  CHECK(parent("home") == "home");
  CHECK(parent("attract") == "attract");
}

TEST_CASE("a hub has the routes of its shown report") {
  const tests::Lobby lobby;
  CHECK(lobby.routes("izumi").size() == 5 + 7 + 1 + 2 + 1 + 8);  // eight threads: ①②③④ of two goals
  CHECK(lobby.routes("konan").size() == 5 + 7 + 1 + 2 + 1 + 2);  // a thread without marks for each of two goals
  const content::Hub& izumi = *lobby.snapshot->find_hub("izumi");
  CHECK(ui::exists(*ui::parse_route("review/2/4"), izumi, izumi.reports.back()));
  CHECK_FALSE(ui::exists(*ui::parse_route("review/2/5"), izumi, izumi.reports.back()));
  CHECK_FALSE(ui::exists(*ui::parse_route("goals/3"), izumi, izumi.reports.back()));
}
