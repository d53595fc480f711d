// Spots that tap by themselves, across restarts.
#include "kiosk/kept_phantoms.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

using namespace hub;

namespace {
const ui::PhantomRecord kRecord{{1920, 1080}, {{{1824, 26}, 5, std::chrono::milliseconds(4)}}};
}

TEST_CASE("learnt spots are kept for the screen that they were learnt on") {
  tests::MemoryFiles files;
  CHECK(kiosk::kept_phantoms(files, "/state", {1920, 1080}).empty());
  REQUIRE(kiosk::keep_phantoms(files, "/state", kRecord));
  CHECK(kiosk::kept_phantoms(files, "/state", {1920, 1080}) == kRecord.spots);
  CHECK(kiosk::kept_phantoms(files, "/state", {1080, 1920}).empty());
}

TEST_CASE("a file that is broken keeps none and is written anew; without a state folder nothing is kept") {
  tests::MemoryFiles files;
  for (const std::string& bytes :
       {std::string("phantom-touches 1\n1920x1080\n18"), std::string(1 << 20, '\n'), std::string("\0\0\0\0", 4)}) {
    files.files["/state/phantom-touches"] = bytes;
    CHECK(kiosk::kept_phantoms(files, "/state", {1920, 1080}).empty());
    REQUIRE(kiosk::keep_phantoms(files, "/state", kRecord));
    CHECK(kiosk::kept_phantoms(files, "/state", {1920, 1080}) == kRecord.spots);
  }
  files.files.clear();
  CHECK(kiosk::keep_phantoms(files, "", kRecord));
  CHECK(files.files.empty());
  files.disk_full = true;
  CHECK_FALSE(kiosk::keep_phantoms(files, "/state", kRecord));
}
