// The real program on a real X server, while its content is published, rolled back, broken and mended, and over
// restarts.
#include <doctest/doctest.h>

#include "support/fixtures.h"
#include "support/kiosk_program.h"
#include "support/needs.h"
#include "support/program.h"
#include "support/slow.h"
#include "support/touch_screen.h"

using namespace hub;
using namespace hub::tests;
using platform::Picture;
using tests::at_rest;
using tests::comes_true;
using tests::difference;
using tests::KioskProgram;
namespace fs = std::filesystem;

namespace {

struct Lobby : DiskPlace {
  // One statement for two minutes, so that the screen stands still.
  Lobby() {
    write_tree(path, {{"kiosk.json", R"({"hub": "izumi", "attract": {"slide_s": 120}, "motion": "reduced"})"}});
  }

  KioskProgram start() const {
    return KioskProgram({"--content", *this / "content", "--config", *this / "kiosk.json", "--date", "2024-11-21"},
                        *this / "state");
  }
  void run(const std::string& arguments) const {
    const tests::Answer answer = tests::kiosk(arguments);
    REQUIRE_MESSAGE(answer.status == 0, answer.says());
  }
  void publish(const std::string& tagline) const {
    fs::remove_all(path / "source");
    write_tree(path / "source", small_hub(tagline));
    run("publish " + (*this / "source") + " --to " + (*this / "content"));
  }
  // Whether the copy in the state folder says so.
  bool keeps(const std::string& tagline) const {
    for (const fs::directory_entry& entry : fs::directory_iterator(path / "state")) {
      if (!entry.is_symlink()) continue;
      const Tree copy = tree_of(entry.path());
      return copy.contains("izumi/hub.json") && copy.at("izumi/hub.json").find(tagline) != std::string::npos;
    }
    return false;
  }
  bool shows(const Picture& wanted) {
    return comes_true([&] { return difference(screen.grab(), wanted) == 0; });
  }

  tests::TouchScreen screen{800, 480};
};

constexpr const char* kTaken = "新しい内容を映します";
constexpr const char* kCopy = "控えを映しています";

}  // namespace

TEST_CASE_FIXTURE(Lobby,
                  "a running kiosk takes up what is published and rolled back, and starts with what showed last" *
                      hub::tests::slow()) {
  HUB_NEEDS(screen);
  Picture first, second;
  publish("はじめ");
  {
    KioskProgram kiosk = start();
    const Picture nothing = screen.grab();
    REQUIRE(comes_true([&] { return difference(screen.grab(), nothing) > 0.1; }));
    first = at_rest(screen);
    publish("つぎに");
    REQUIRE(kiosk.says(kTaken));
    REQUIRE(comes_true([&] { return difference(screen.grab(), first) > 0.001; }));
    second = at_rest(screen);
    run("publish --rollback " + (*this / "content"));
    REQUIRE(kiosk.says(kTaken));
    CHECK(shows(first));
    publish("つぎに");
    REQUIRE(kiosk.says(kTaken));
    CHECK(shows(second));
    // Broken while it runs: nothing changes on the screen.
    const fs::path hub = fs::canonical(path / "content") / "izumi/hub.json";
    fs::resize_file(hub, 40);
    REQUIRE(kiosk.says("いまの内容を映しつづけます"));
    CHECK(shows(second));
    REQUIRE(comes_true([&] { return keeps("つぎに"); }));
  }  // killed
  {
    KioskProgram kiosk = start();
    REQUIRE(kiosk.says(kCopy));
    CHECK(shows(second));
    fs::remove_all(path / "content");
    REQUIRE(kiosk.says("いまの内容を映しつづけます"));
    CHECK(shows(second));
    CHECK(kiosk.runs());
  }
  {
    KioskProgram kiosk = start();
    REQUIRE(kiosk.says(kCopy));
    CHECK(shows(second));
    fs::remove_all(path / ".content.versions");
    publish("はじめ");
    REQUIRE(kiosk.says(kTaken));
    CHECK(shows(first));
    REQUIRE(comes_true([&] { return keeps("はじめ"); }));
  }
  fs::remove_all(path / "content");
  KioskProgram kiosk = start();
  REQUIRE(kiosk.says(kCopy));
  CHECK(shows(first));
}
