// Scripts on the real app: the three journeys, what a failed expectation says.
#include "support/content_copy.h"
#include "support/program.h"
#include "support/slow.h"

using namespace hub;
using tests::Answer;
using tests::contains;
using tests::kiosk;

namespace {

struct Replay : tests::ContentCopy {
  // A script beside the copy with these steps on the shipped content, written a step a line from line 2 on.
  Answer play(const std::string& start, const std::string& steps, const std::string& size = "1920x1080") const {
    const std::string script =
        write("script.json", "{\"hub\": \"izumi\", \"date\": \"2026-11-21\", \"start\": \"" + start +
                                 "\", \"size\": \"" + size + "\", \"steps\": [\n" + steps + "\n]}");
    return kiosk("replay --lang en --content $SOURCE/content " + script);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Replay,
                  "service 6, goal 2 and thread 3 are found and read, in landscape and portrait" * hub::tests::slow()) {
  for (const char* journey : {"service-6", "goal-2", "thread-3"}) {
    for (const char* size : {"1920x1080", "1080x1920"}) {
      const Answer said = kiosk("replay --content $SOURCE/content $SOURCE/tests/replay/" + std::string(journey) +
                                ".json --size " + size);
      CAPTURE(journey);
      CAPTURE(size);
      CAPTURE(said.out);
      CHECK(said.status == 0);
      CHECK(said.err == "");
      CHECK(contains(said.out, "\"routes\":[\"attract\",\"home\","));
      CHECK(contains(said.out, "\"failures\":[]"));
    }
  }
}

TEST_CASE_FIXTURE(Replay,
                  "who speaks Vietnamese shows the staff a sentence in Japanese, on the smallest upright screen" *
                      hub::tests::slow()) {
  const Answer said = kiosk("replay --content $SOURCE/content $SOURCE/tests/replay/ask-staff.json");
  CAPTURE(said.out);
  CHECK(said.status == 0);
  CHECK(contains(said.out, "\"failures\":[]"));
}

TEST_CASE_FIXTURE(Replay, "staff bring a report from a stick to the screen by touch alone, in landscape and portrait" *
                              hub::tests::slow()) {
  for (const char* size : {"1920x1080", "1080x1920"}) {
    const Answer said =
        kiosk("replay --content $SOURCE/content $SOURCE/tests/replay/desk.json --size " + std::string(size));
    CAPTURE(size);
    CAPTURE(said.out);
    CHECK(said.status == 0);
    CHECK(contains(said.out, "\"failures\":[]"));
  }
}

TEST_CASE_FIXTURE(Replay, "the same script gives the same output" * hub::tests::slow()) {
  const std::string steps = R"({"tap": [9, 9]}, {"tap": "doors/services"},
    {"flick": {"from": [400, 300], "to": [405, 90], "over_s": 0.07}}, {"wait": 0.31}, {"tap": "dock/1/text-size"})";
  const Answer once = play("attract", steps, "800x480");
  const Answer again = play("attract", steps, "800x480");
  CHECK(once.status == 0);
  CHECK(once.out == again.out);
  CHECK(contains(once.out, "\"final_route\":\"services\""));
}

TEST_CASE_FIXTURE(Replay, "an expectation that fails is reported with its step and line" * hub::tests::slow()) {
  const Answer said = play("home", R"({"tap": "doors/goals"},
{"expect": {"route": "services", "texts": ["ペンギン"], "no_texts": ["ホーム"], "text_size": 2, "scrolled": true}},
{"expect": {"route": "goals"}})");
  CHECK(said.status == 1);
  CHECK(contains(said.out, "{\"step\":2,\"line\":3,\"what\":\"route should be services and is goals\"}"));
  CHECK(contains(said.out, "{\"step\":2,\"line\":3,\"what\":\"\\\"ペンギン\\\" is not in sight\"}"));
  CHECK(contains(said.out, "{\"step\":2,\"line\":3,\"what\":\"\\\"ホーム\\\" is in sight\"}"));
  CHECK(contains(said.out, "{\"step\":2,\"line\":3,\"what\":\"text_size should be 2 and is 1\"}"));
  CHECK(contains(said.out, "{\"step\":2,\"line\":3,\"what\":\"scrolled should be true and is false\"}"));
  CHECK_FALSE(contains(said.out, "\"step\":3"));
}

TEST_CASE_FIXTURE(Replay, "a box that is not there, or not in sight, cannot be touched" * hub::tests::slow()) {
  const Answer said = play("services", R"({"tap": "doors/goals"},
{"tap": "tiles/7"})",
                           "800x480");
  CHECK(said.status == 1);
  CHECK(contains(said.out, "there is no box \\\"doors/goals\\\" on the screen services"));
  CHECK(contains(said.out, "\\\"tiles/7\\\" is out of sight"));
}

TEST_CASE_FIXTURE(Replay, "a drag scrolls by what it moves, a second finger presses nothing" * hub::tests::slow()) {
  const Answer said = play("purpose", R"(
    {"touch": {"id": 1, "at": [400, 300]}},
    {"move": {"id": 1, "to": [400, 200], "over_s": 0.5}},
    {"wait": 0.3},
    {"expect": {"scroll_px": 100}},
    {"touch": {"id": 2, "at": "dock/1/home"}}, {"wait": 0.1}, {"lift": {"id": 2}},
    {"lift": {"id": 1}}, {"settle": true},
    {"expect": {"route": "purpose", "scrolled": true}})",
                           "800x480");
  CAPTURE(said.out);
  CHECK(said.status == 0);
}

TEST_CASE_FIXTURE(Replay, "a page that stands still draws nothing; the screen turns; content is replaced" *
                              hub::tests::slow()) {
  replace("content/izumi/hub.json", "安心して生み育て、", "とても安心な、");
  const std::string steps = R"({"expect": {"texts": ["安心して生み育て、"]}},
    {"mark": true}, {"wait": 30}, {"expect": {"frames": 0}},
    {"resize": "1080x1920"}, {"settle": true}, {"expect": {"route": "home", "frames": 1}},
    {"content": "content"}, {"settle": true},
    {"expect": {"route": "home", "texts": ["とても安心な、"], "no_texts": ["安心して生み育て、"]}})";
  const Answer said = play("home", steps);
  CAPTURE(said.out);
  CHECK(said.status == 0);

  write("content/izumi/hub.json", "{");
  const Answer kept = play("home", R"({"content": "content"}, {"settle": true},
    {"expect": {"texts": ["安心して生み育て、"]}})");
  CHECK(kept.status == 0);
  CHECK(contains(kept.err, "hub.json:1:"));
}

TEST_CASE_FIXTURE(Replay, "a wrong script, and a wrong command line" * hub::tests::slow()) {
  const Answer wrong = play("home", "{\"tab\": [1, 2]}");
  CHECK(wrong.status == 1);
  CHECK(wrong.out == "");
  CHECK(contains(wrong.err, "script.json:2:2: error"));
  const Answer nowhere = play("services/8", "{\"settle\": true}");
  CHECK(nowhere.status == 1);
  CHECK(contains(nowhere.err, "script.json:1: no such screen: services/8"));
  CHECK(kiosk("replay /nowhere.json").status == 1);

  const std::string script = "$SOURCE/tests/replay/goal-2.json";
  for (const std::string& arguments :
       {std::string(), script + " --monkey 1", std::string("--monkey x"), std::string("--events 5"),
        script + " --events 5", script + " --size 10", script + " --date 2026-02-30", script + " --draw-every 0",
        std::string("--monkey 1 --events 0")}) {
    CAPTURE(arguments);
    CHECK(kiosk("replay " + arguments).status == 2);
  }
  CHECK(kiosk("replay --help").status == 0);
}

TEST_CASE_FIXTURE(Replay, "a monkey is the same monkey every time, and lifts what it puts down" * hub::tests::slow()) {
  const std::string arguments = "replay --content $SOURCE/content --date 2026-11-21 --events 4000 --monkey ";
  const Answer once = kiosk(arguments + "11");
  const Answer again = kiosk(arguments + "11 --draw-every 40");
  CHECK(once.out == again.out);
  CHECK(once.out != kiosk(arguments + "12").out);
  CHECK(contains(once.out, "\"seed\":11,\"begins\":"));
  const auto number_after = [&](const std::string& key) {
    return std::stoul(once.out.substr(once.out.find(key) + key.size()));
  };
  CHECK(number_after("\"begins\":") > 500);
  CHECK(number_after("\"begins\":") == number_after("\"ends\":"));
  CHECK(number_after("\"events\":") >= 3999);
  CHECK(number_after("\"events\":") <= 4000);
  CHECK(number_after("\"route_changes\":") > 50);
}

TEST_CASE_FIXTURE(Replay,
                  "a hub that closes goes dark, wakes for a touch, and is there in the morning" * hub::tests::slow()) {
  const std::string config = write("config.json", R"({"hours": {"every_day": ["9:00-17:00"]}})");
  const std::string script = write("script.json", R"({"hub": "konan", "date": "2026-11-21", "time": "16:54",
    "start": "home", "size": "800x480", "steps": [
    {"wait": 350}, {"expect": {"dark": false, "route": "attract"}},
    {"wait": 20}, {"expect": {"dark": true, "no_texts": ["地域", "さわって"]}},
    {"mark": true}, {"wait": 20000}, {"expect": {"frames": 0}},
    {"tap": [400, 240]}, {"expect": {"dark": false, "route": "attract"}},
    {"wait": 290}, {"expect": {"dark": false}}, {"wait": 20}, {"expect": {"dark": true}},
    {"tap": [400, 240]}, {"tap": [400, 240]}, {"expect": {"dark": false, "route": "home"}},
    {"wait": 37360}, {"expect": {"dark": false, "route": "attract"}}]})");
  const Answer said = kiosk("replay --lang en --config " + config + " --content $SOURCE/content " + script);
  CAPTURE(said.out);
  CAPTURE(said.err);
  CHECK(said.status == 0);
  const Answer wrong = kiosk("replay --lang en --time 25:00 --content $SOURCE/content " + script);
  CHECK(wrong.status == 2);
}
