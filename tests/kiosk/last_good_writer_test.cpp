// The copy of what shows, on a disk that is full and then is not.
#include "kiosk/last_good_writer.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <thread>

#include "base/recording_reader.h"
#include "support/content_copy.h"

using namespace hub;
using namespace std::chrono_literals;

namespace {

constexpr base::Date kDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};

const std::string kStrings = HUB_SOURCE_DIR "/assets/strings";

struct Disk : tests::ContentCopy {
  Disk() {
    good.hub = "izumi";
    good.day = kDay;
    const base::DiskFiles disk;
    const base::RecordingReader reader(disk);
    REQUIRE(content::load(reader, folder, kStrings, good.hub).snapshot != nullptr);
    good.files = reader.below(folder);
  }
  content::LastGood last_good() const { return content::LastGood({*this / "state", folder, kStrings}); }
  base::SystemCalls calls() {
    return base::SystemCalls([this](const base::SystemCalls::Call& call) {
      if (!call.writes || !full) return 0;
      ++refused;
      return ENOSPC;
    });
  }
  bool kept() const {
    const auto found = last_good().find(base::DiskFiles(), "izumi");
    return found.ok() && found.value() && found.value()->files == good.files;
  }
  // Waits for what the other thread is about to do.
  template <class Happened>
  static bool soon(const Happened& happened) {
    for (int i = 0; i < 2000 && !happened(); ++i) std::this_thread::sleep_for(5ms);
    return happened();
  }

  content::GoodContent good;
  std::atomic<bool> full{true};
  std::atomic<int> refused{0};
  std::atomic<int> reports{0};
};

}  // namespace

TEST_CASE_FIXTURE(Disk, "what a full disk refused is kept when there is room again") {
  kiosk::LastGoodWriter writer(
      last_good(), [this](const base::Error&) { ++reports; }, calls(), 1ms);
  writer.keep(good);
  REQUIRE(soon([&] { return writer.trouble().has_value(); }));
  const int first = refused;
  REQUIRE(soon([&] { return refused > first + 1; }));  // it goes on trying
  CHECK(reports == 1);                                 // and has said so once
  CHECK_FALSE(kept());
  full = false;
  REQUIRE(soon([&] { return !writer.trouble(); }));
  CHECK(kept());
}

TEST_CASE_FIXTURE(Disk, "what was refused gives way to what is newer, and does not keep the kiosk from ending") {
  {
    kiosk::LastGoodWriter writer(
        last_good(), [this](const base::Error&) { ++reports; }, calls(), 24h);
    writer.keep(good);
    REQUIRE(soon([&] { return writer.trouble().has_value(); }));
    full = false;
    good.files["izumi/hub.json"] += "\n";
    writer.keep(good);
    REQUIRE(soon([&] { return !writer.trouble(); }));
    CHECK(kept());
    full = true;
    good.files["izumi/hub.json"] += "\n";
    writer.keep(good);
  }
  CHECK_FALSE(kept());
}
