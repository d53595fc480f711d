// Contacts that no visitor makes, played on the real kiosk: lost lifts, what trembles, spots that tap by themselves.
#include <functional>

#include "support/disk_place.h"
#include "support/program.h"
#include "support/slow.h"

using namespace hub;
using tests::Answer;
using tests::kiosk;

namespace {

struct Glass : tests::DiskPlace {
  std::string steps;
  std::string head = R"("hub": "izumi", "size": "1920x1080", "date": "2026-11-21")";
  std::string options;

  void add(const std::string& step) { steps += (steps.empty() ? "" : ",\n") + step; }
  void wait(double seconds) { add("{\"wait\": " + std::to_string(seconds) + "}"); }
  static std::string place(int x, int y) { return "[" + std::to_string(x) + ", " + std::to_string(y) + "]"; }
  void touch(int id, int x, int y) {
    add("{\"touch\": {\"id\": " + std::to_string(id) + ", \"at\": " + place(x, y) + "}}");
  }
  void move(int id, int x, int y, double over_s) {
    add("{\"move\": {\"id\": " + std::to_string(id) + ", \"to\": " + place(x, y) +
        ", \"over_s\": " + std::to_string(over_s) + "}}");
  }
  void lift(int id) { add("{\"lift\": {\"id\": " + std::to_string(id) + "}}"); }
  void phantom(int x, int y, double held_s = 0.004) {
    touch(50, x, y);
    wait(held_s);
    lift(50);
  }
  void phantoms(int count, double every_s, int x = 1824, int y = 26, double held_s = 0.004) {
    for (int i = 0; i < count; ++i) {
      wait(every_s);
      phantom(x, y, held_s);
    }
  }
  void tap(const std::string& box) { add("{\"tap\": \"" + box + "\"}"); }
  void wake() { add(R"({"tap": [960, 500]})"); }
  void expect(const std::string& what) { add("{\"expect\": {" + what + "}}"); }

  Answer play() const {
    const std::string script = write("script.json", "{" + head + ", \"steps\": [\n" + steps + "\n]}");
    const std::string config = write("config.json", R"({"hours": {"every_day": ["9:00-17:00"]}})");
    return kiosk("replay --lang en --draw-every 1000 --content $SOURCE/content --config " + config + " " + options +
                 " " + script);
  }
  void passes() const {
    const Answer said = play();
    CAPTURE(said.out);
    CAPTURE(said.err);
    CHECK(said.status == 0);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Glass, "a contact whose lift is lost gives way after five seconds, and the page comes back" *
                             hub::tests::slow()) {
  wake();
  touch(1, 1000, 800);
  move(1, 1000, 400, 0.4);
  wait(4);
  tap("doors/services");
  expect(R"("route": "home")");  // not yet
  wait(1.5);
  tap("doors/services");
  expect(R"("route": "services")");
  touch(2, 500, 500);  // the next one is lost as well, before it moved
  wait(6);
  tap("tiles/2");
  expect(R"("route": "services/2")");
  // Nobody is here.
  wait(80);
  expect(R"("route": "attract")");
  passes();
}

TEST_CASE_FIXTURE(Glass, "what trembles owns neither the screen nor the visitor's time" * hub::tests::slow()) {
  wake();
  touch(1, 30, 1040);
  for (int i = 0; i < 60; ++i) move(1, 30 + i % 2 * 4, 1040 - i % 3, 0.1);
  tap("doors/services");
  expect(R"("route": "services")");
  touch(2, 1000, 300);
  move(2, 1000, 700, 0.3);
  for (int i = 0; i < 60; ++i) move(2, 1000 + i % 3, 700 + i % 2 * 3, 0.1);
  tap("tiles/2");
  expect(R"("route": "services/2")");
  for (int i = 0; i < 800; ++i) move(1, 30 + i % 2 * 4, 1040, 0.1);
  expect(R"("route": "attract")");
  passes();
}

TEST_CASE_FIXTURE(Glass, "a spot that taps by itself keeps no visitor's page: regular, irregular, long, drifting" *
                             hub::tests::slow()) {
  struct Variant {
    const char* name;
    std::function<void(int)> tap;
  };
  const Variant variants[] = {
      {"regular", [&](int) { wait(12.78), phantom(1824, 26); }},
      {"irregular", [&](int i) { wait(3 + 7 * i % 23), phantom(1824, 26); }},
      {"as long as a finger's", [&](int) { wait(11), phantom(300, 1000, 0.09); }},
      {"drifting", [&](int i) { wait(13), phantom(600 + i, 500 + i % 4, 0.02); }},
      {"bursts",
       [&](int) {
         wait(18);
         for (int blow = 0; blow < 4; ++blow) wait(0.05), phantom(1500, 600);
       }},
      {"two", [&](int) { wait(12), phantom(100, 300), wait(1), phantom(115, 320); }},
  };
  for (const Variant& variant : variants) {
    CAPTURE(variant.name);
    steps.clear();
    wake();
    tap("doors/goals");
    for (int i = 0; i < 25; ++i) variant.tap(i);
    expect(R"("route": "attract")");
    wait(100);
    variant.tap(25);
    expect(R"("route": "attract")");
    passes();
  }
}

TEST_CASE_FIXTURE(Glass, "nor the light of the night, and who comes in the night wakes it" * hub::tests::slow()) {
  head += R"(, "time": "20:00")";
  wait(400);
  expect(R"("dark": true, "ignored_spots": 0)");
  phantoms(12, 12.86);
  expect(R"("dark": true, "ignored_spots": 1)");
  phantoms(60, 12.86);
  expect(R"("dark": true)");
  wake();
  wake();
  expect(R"("dark": false, "route": "home")");
  phantoms(30, 12.86);
  expect(R"("dark": true)");
  passes();
}

TEST_CASE_FIXTURE(Glass, "a visitor goes on while a spot taps, and her own page stays as long as she is there" *
                             hub::tests::slow()) {
  wake();
  tap("doors/services");
  for (int i = 0; i < 10; ++i) {
    phantoms(3, 12);
    tap(i % 2 == 0 ? "tiles/3" : "dock/1/back");
  }
  expect(R"("route": "services", "ignored_spots": 1)");
  phantoms(4, 12);
  tap("tiles/1");
  expect(R"("route": "services/1")");
  passes();
}

TEST_CASE_FIXTURE(Glass, "a button on a learnt spot still works for a finger" * hub::tests::slow()) {
  head += R"(, "start": "home")";
  phantoms(12, 12.5, 1600, 300);  // the door to the services
  expect(R"("ignored_spots": 1)");
  wait(100);
  wake();
  phantoms(2, 12.5, 1600, 300);
  expect(R"("route": "home")");
  touch(1, 1601, 302);  // a little longer than the phantom ever was
  wait(0.1);
  lift(1);
  wait(1);
  expect(R"("route": "services", "ignored_spots": 1)");
  tap("dock/1/home");
  tap("doors/services");  // in its middle, 50 pixels away
  expect(R"("route": "services")");
  passes();
}

TEST_CASE_FIXTURE(Glass, "a child that bangs at one button is heard afterwards" * hub::tests::slow()) {
  head += R"(, "start": "home")";
  for (int round = 0; round < 4; ++round) {
    for (int i = 0; i < 20; ++i) {
      touch(1, 130, 1030);
      wait(0.06);
      lift(1);
      wait(0.12);
    }
    wait(20);
  }
  expect(R"("ignored_spots": 0)");
  tap("doors/services");
  expect(R"("route": "services")");
  passes();
}

TEST_CASE_FIXTURE(Glass, "a clock that nobody vouches for darkens nothing; one that is does" * hub::tests::slow()) {
  head += R"(, "time": "18:30")";
  const auto after_closing = [&](const std::string& clock, const std::string& dark) {
    CAPTURE(clock);
    steps.clear();
    expect(R"("dark": false)");
    wait(320);
    expect("\"dark\": " + dark);
    options = clock.empty() ? "" : "--clock " + clock;
    passes();
  };
  after_closing("none", "false");
  for (const char* clock : {"", "synchronised", "battery", "set"}) after_closing(clock, "true");
  options = "--clock mine";
  CHECK(play().status == 2);
}

TEST_CASE_FIXTURE(Glass, "it is believed from when somebody vouches for it, and then for good" * hub::tests::slow()) {
  head += R"(, "time": "18:30", "clock": "none")";
  const std::string begin = steps;
  const auto told = [&](const std::string& step, double wait_s, const std::string& dark) {
    CAPTURE(step);
    steps = begin;
    wait(320);
    expect(R"("dark": false)");
    add(step);
    wait(wait_s);
    expect("\"dark\": " + dark);
  };
  told(R"({"clock": {"source": "synchronised"}})", 70, "true");
  add(R"({"clock": {"source": "none"}})");  // lost again
  wake();
  wait(310);
  expect(R"("dark": true)");
  passes();
  told(R"({"clock": {"source": "synchronised", "date": "2026-11-22", "time": "10:00"}})", 600, "false");
  add(R"({"clock": {"time": "20:00"}})");
  wait(1);
  expect(R"("dark": true)");
  passes();
  // Somebody sets it.
  told(R"({"clock": {"time": "19:00"}})", 1, "true");
  passes();
  told(R"({"clock": {"date": "2026-11-23", "time": "9:30"}})", 600, "false");
  passes();
  // A battery that has forgotten the year is no witness.
  told(R"({"clock": {"source": "battery", "date": "2019-01-01", "time": "20:00"}})", 600, "false");
  passes();
  told(R"({"clock": {"source": "none"}})", 600, "false");
  passes();
}
