// A golden that fails says where to look and what to do next; only what is not as expected is taken anew.
#include "support/golden.h"

#include <doctest/doctest.h>

#include "support/disk_place.h"

using namespace hub;

namespace {

constexpr int kSide_px = 400;  // small: 100 × 100 pixels, of which the eye may overlook two

platform::Picture grey(std::uint8_t value) {
  return {kSide_px, kSide_px, std::vector<std::uint8_t>(std::size_t{3} * kSide_px * kSide_px, value)};
}

// With so many small pixels white.
platform::Picture spotted(int spots) {
  platform::Picture picture = grey(100);
  for (int y = 0; y < 4; ++y) {
    const std::size_t row = std::size_t{3} * kSide_px * static_cast<std::size_t>(y);
    for (std::size_t i = 0; i < std::size_t{12} * static_cast<std::size_t>(spots); ++i) picture.rgb[row + i] = 255;
  }
  return picture;
}

bool says(const std::string& words, const std::string& part) { return words.find(part) != std::string::npos; }

struct Place {
  tests::DiskPlace disk;
  tests::Goldens goldens{disk / "golden", disk / "pictures", "'build/test_render'", false};
  tests::Goldens taking{goldens.folder, goldens.left_there, goldens.command, true};
};

}  // namespace

TEST_CASE_FIXTURE(Place, "boxes that moved say where, and how new ones are taken") {
  const std::string missing = tests::compare_text(goldens, "home/boxes", "a 1\n");
  CHECK(says(missing, "no golden"));
  CHECK(says(missing, "HUB_UPDATE_GOLDEN=1 'build/test_render'"));
  CHECK(tests::compare_text(taking, "home/boxes", "a 1\n") == "");
  CHECK(tests::compare_text(goldens, "home/boxes", "a 1\n") == "");

  const std::string moved = tests::compare_text(goldens, "home/boxes", "a 2\n");
  CHECK(says(moved, "diff '" + goldens.folder + "/home/boxes.txt' '" + goldens.left_there + "/home/boxes.txt'"));
  CHECK(says(moved, "HUB_UPDATE_GOLDEN=1 'build/test_render'"));
  CHECK(says(moved, "git -C '" + goldens.folder + "' diff"));
  CHECK(disk.read("pictures/home/boxes.txt") == "a 2\n");
  CHECK(disk.read("golden/home/boxes.txt") == "a 1\n");
  CHECK(tests::compare_text(taking, "home/boxes", "a 2\n") == "");
  CHECK(disk.read("golden/home/boxes.txt") == "a 2\n");
}

TEST_CASE_FIXTURE(Place, "a picture that changed leaves three pictures, and says how a new one is taken") {
  CHECK(says(tests::compare_picture(goldens, "home", grey(100)), "no golden"));
  CHECK(tests::compare_picture(taking, "home", grey(100)) == "");
  CHECK(tests::compare_picture(goldens, "home", grey(100)) == "");

  const std::string changed = tests::compare_picture(goldens, "home", spotted(3));
  CHECK(says(changed, "differs in 3 pixels"));
  for (const char* part : {".out.png", ".expected.png", ".difference.png"}) {
    CAPTURE(part);
    CHECK(says(changed, goldens.left_there + "/home" + part));
    CHECK(!disk.read(std::string("pictures/home") + part).empty());
  }
  CHECK(says(changed, "HUB_UPDATE_GOLDEN=1 'build/test_render'"));

  platform::Picture wide{800, 200, grey(100).rgb};
  CHECK(says(tests::compare_picture(goldens, "home", wide), "another size"));
  CHECK(tests::compare_picture(taking, "home", wide) == "");
  CHECK(tests::compare_picture(goldens, "home", wide) == "");
}

TEST_CASE_FIXTURE(Place, "taking new pictures leaves those that look the same byte for byte") {
  CHECK(tests::compare_picture(taking, "home", grey(100)) == "");
  const std::string kept = disk.read("golden/home.png");
  for (const platform::Picture& same : {grey(124), grey(76), spotted(2)}) {
    CHECK(tests::compare_picture(goldens, "home", same) == "");
    CHECK(tests::compare_picture(taking, "home", same) == "");
    CHECK(disk.read("golden/home.png") == kept);
  }
  CHECK(says(tests::compare_picture(goldens, "home", grey(125)), "differs in 10000 pixels"));
  CHECK(tests::compare_picture(taking, "home", grey(125)) == "");
  CHECK(disk.read("golden/home.png") != kept);
}
