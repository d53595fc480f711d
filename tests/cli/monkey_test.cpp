// A child bangs on the glass and goes away: nothing breaks, and the kiosk comes back home by itself.
#include "support/program.h"
#include "support/slow.h"

using namespace hub;
using tests::Answer;
using tests::contains;
using tests::kiosk;

TEST_CASE("after any touches and 80 s of silence the next visitor finds it as it should be" * hub::tests::slow()) {
  for (const char* more : {"1", "2 --size 1080x1920", "3 --size 800x480 --hub konan"}) {
    const Answer said = kiosk("replay --lang en --content $SOURCE/content --date 2026-11-21 --events 5000 --monkey " +
                              std::string(more));
    const std::string end = said.out.substr(said.out.find("\"final_route\""));  // without the way there
    CAPTURE(end);
    CHECK(said.status == 0);
    CHECK(said.err == "");
    CHECK(contains(end, "\"final_route\":\"attract\""));
    CHECK(contains(end, "\"failures\":[]"));
  }
}
