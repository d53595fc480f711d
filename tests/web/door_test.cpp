// The editor's side of a kiosk's panel: what it tells, which codes open it, and when it is not wanted any more.
#include "web/door.h"

#include <doctest/doctest.h>

#include "support/disk_place.h"
#include "web/access/device.h"

using namespace hub;

namespace {

struct Kiosk : tests::DiskPlace {
  Kiosk() { want("boot"); }
  void want(const std::string& boot) { REQUIRE(desk::want_editor(calls, *this / "state", {boot, "izumi"}).ok()); }
  web::DoorSetup setup(const char* lines) {
    return {*this / "state", *this / "run", "boot", 8137, web::parse_link(lines)};
  }
  desk::EditorNow now() const {
    const auto told = desk::editor_now(calls, *this / "run");
    REQUIRE(told);
    return *told;
  }

  base::SystemCalls calls;
  base::VirtualClock clock{std::chrono::year(2026) / 11 / 27};
  web::Gate gate{clock, {}};
};

}  // namespace

TEST_CASE("what made the link says how this machine is reached, and nothing else is taken from it") {
  const web::Link link = web::parse_link("address 10.42.0.1\nnetwork hub-kiosk-ab12\npassphrase abcd efgh\nother x\n");
  CHECK(link.addresses == std::vector<std::string>{"10.42.0.1"});
  CHECK(link.network == "hub-kiosk-ab12");
  CHECK(link.passphrase == "abcd efgh");
  CHECK(link.trouble.empty());
  CHECK(web::parse_link("").trouble == desk::kNoAddress);
  CHECK(web::parse_link("address\naddress evil.example\naddress 1.2.3.4:80\naddress  ").trouble == desk::kNoAddress);
  CHECK(web::parse_link("trouble no-device").trouble == desk::kNoDevice);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "address 10.0.0." + std::to_string(i) + "\n";
  CHECK(web::parse_link(many).addresses.size() == 8);
}

TEST_CASE_FIXTURE(Kiosk, "the panel is told the addresses and a code; a code that was used gives way to another") {
  web::Door door(calls, clock, gate, setup("address 192.168.1.20\naddress 10.0.0.7\n"));
  REQUIRE(door.look());
  const desk::EditorNow first = now();
  CHECK(first.addresses == std::vector<std::string>{"http://192.168.1.20:8137/", "http://10.0.0.7:8137/"});
  CHECK(first.code.size() == 32);
  CHECK(first.code_until == "12:10");
  CHECK(first.devices.empty());
  REQUIRE(door.look());
  CHECK(now() == first);
  web::Request request;
  request.headers = {{"host", "10.0.0.7:8137"}};
  CHECK_FALSE(gate.refuses(request));
  request.headers = {{"host", "10.0.0.8:8137"}};
  CHECK(gate.refuses(request));
  REQUIRE(gate.enter(first.code, "iPhone"));
  REQUIRE(door.look());
  CHECK(now().code != first.code);
  CHECK(now().devices == std::vector<std::string>{"iPhone"});
  CHECK_FALSE(gate.enter(first.code));
  CHECK(gate.enter(now().code));
}

TEST_CASE_FIXTURE(Kiosk, "a code that is old opens nothing, and another one is there") {
  web::Door door(calls, clock, gate, setup("address 192.168.1.20\n"));
  REQUIRE(door.look());
  const std::string old = now().code;
  clock.advance(web::kCodeLasts);
  REQUIRE(door.look());
  CHECK(now().code != old);
  CHECK(now().code_until == "12:20");
  CHECK_FALSE(gate.enter(old));
}

TEST_CASE_FIXTURE(Kiosk, "where as many are in as may be, or nobody can come, there is no code") {
  web::Door door(calls, clock, gate, setup("address 192.168.1.20\n"));
  for (std::size_t i = 0; i < web::kMostSessions; ++i) {
    REQUIRE(door.look());
    REQUIRE(gate.enter(now().code, "iPhone"));
  }
  REQUIRE(door.look());
  CHECK(now().code.empty());
  CHECK(now().devices.size() == web::kMostSessions);
  clock.advance(web::kSessionIdle);
  REQUIRE(door.look());
  CHECK_FALSE(now().code.empty());
  web::Door shut(calls, clock, gate, setup("trouble no-device\n"));
  REQUIRE(shut.look());
  CHECK(now().code.empty());
  CHECK(now().trouble == desk::kNoDevice);
}

TEST_CASE_FIXTURE(Kiosk,
                  "it goes on as long as it is wanted since the machine was switched on, and takes the wish away") {
  web::Door door(calls, clock, gate, setup("address 192.168.1.20\n"));
  CHECK(door.look());
  desk::want_no_editor(calls, *this / "state");
  CHECK_FALSE(door.look());
  want("an earlier boot");
  CHECK_FALSE(door.look());
  write("state/desk/edit-wanted", "{");
  CHECK_FALSE(door.look());
  want("boot");
  CHECK(door.look());
  door.close();
  CHECK_FALSE(desk::editor_wish(calls, *this / "state"));
}

TEST_CASE("a browser is called by what it runs on, whatever it says") {
  CHECK(web::device_of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/605") == "iPhone");
  CHECK(web::device_of("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/120 Mobile") == "Android のスマホ");
  CHECK(web::device_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/120") == "Windows のパソコン");
  CHECK(web::device_of("Mozilla/5.0 (X11; Linux x86_64) Firefox/120") == "Linux のパソコン");
  CHECK(web::device_of("") == "パソコンかスマホ");
  CHECK(web::device_of("<script>") == "パソコンかスマホ");
}
