// A page of a PDF as a picture: drawn in a sandbox, and read back as nothing but pixels.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "compare.h"
#include "report/sandbox/page_picture.h"
#include "report/sandbox/read_document.h"
#include "support/disk_place.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using report::Picture;
using report::SandboxedReaders;
using Without = SandboxedReaders::Without;

namespace {

const report::PictureColour kRed{200, 0, 40};

unsigned char red_at(const Picture& picture, int x, int y) {
  return static_cast<unsigned char>(picture.rgb[static_cast<std::size_t>(3 * (y * picture.width + x))]);
}

Picture white(int width, int height) {
  return {width, height, std::string(static_cast<std::size_t>(3 * width * height), '\xFF')};
}

// Programs of the test's own in place of pdftoppm.
struct Place {
  DiskPlace disk;

  std::string script(const std::string& lines) const {
    const std::string path = disk / "pdftoppm";
    std::ofstream(path) << "#!/bin/sh\n" << lines;
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
  }
  report::ReaderPrograms programs(const std::string& lines) const {
    report::ReaderPrograms programs;
    programs.pdf_pages = script(lines);
    programs.bubblewrap = disk / "no-bwrap";  // the sandbox has no shell
    return programs;
  }
};

std::string refusal(const SandboxedReaders& readers) {
  const auto picture = report::page_picture("%PDF-1.5\n", {1, {600, 800}, 300}, readers);
  return picture ? "" : picture.error().what.ja + picture.error().remedy.ja;
}

}  // namespace

TEST_CASE("page picture: a report's page is as wide as is asked, with its words where their box is" *
          hub::tests::slow()) {
  const std::string pdf = read_bytes("tests/report/fixtures/izumi-2024.pdf");
  const SandboxedReaders readers;
  const auto document = report::read_document("izumi-2024.pdf", pdf, readers);
  REQUIRE(document);
  for (const int width : {320, 900}) {
    const report::PageSize size = document.value().pages[1];
    const auto picture = report::page_picture(pdf, {2, size, width}, readers);
    REQUIRE(picture);
    CHECK(picture.value().width == width);
    CHECK(std::abs(picture.value().height - width * size.height / size.width) <= 1);
    int on_page = 0;
    for (const report::Line& line : document.value().lines) {
      if (line.place.page != 2 || line.box.empty()) continue;
      ++on_page;
      const double scale = width / size.width;
      int ink = 0;
      for (int y = static_cast<int>(line.box.y * scale); y < (line.box.y + line.box.height) * scale - 1; ++y) {
        for (int x = static_cast<int>(line.box.x * scale); x < (line.box.x + line.box.width) * scale - 1; ++x) {
          ink += red_at(picture.value(), x, y) < 160 ? 1 : 0;
        }
      }
      CHECK(ink > 0);
    }
    CHECK(on_page > 10);
  }
  const auto none = report::page_picture(pdf, {40, {}, 300}, readers);
  REQUIRE_FALSE(none);
  CHECK_FALSE(none.error().remedy.ja.empty());
}

TEST_CASE("page picture: only the bytes of one whole picture are one") {
  const Picture picture{2, 3, "abcdefghijklmnopqr"};
  const std::string bytes = report::to_ppm(picture);
  CHECK(bytes == "P6\n2 3\n255\nabcdefghijklmnopqr");
  const auto taken = report::picture_from(bytes);
  REQUIRE(taken);
  CHECK(taken->width == 2);
  CHECK(taken->height == 3);
  CHECK(taken->rgb == picture.rgb);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CHECK_FALSE(report::picture_from(std::string_view(bytes).substr(0, length)));
  }
  for (const char* header :
       {"P5\n2 3\n255\n", "P6 2 3\n255\n", "P6\n-2 3\n255\n", "P6\n02 3\n255\n", "P6\n2 3\n256\n", "P6\n2 3\n65535\n",
        "P6\n# a\n2 3\n255\n", "P6\n2  3\n255\n", "P6\n2 3\n254\n", "P6\n4294967298 3\n255\n",
        "P6\n2 4294967299\n255\n", "P6\n3 3\n255\n", "P6\n1 3\n255\n", "P6\n0 3\n255\n", "P6\n50000 50000\n255\n",
        "P6\n2\n255\n", "P6\n2\n3\n255\n", "P6\n2 3 255\n", "P6\n2 3\n255 "}) {
    CAPTURE(header);
    CHECK_FALSE(report::picture_from(header + picture.rgb));
  }
  CHECK_FALSE(report::picture_from(bytes + "x"));
  const int side = 2237;  // just over kMostPixels
  CHECK_FALSE(report::picture_from(report::to_ppm(white(side, side))));
}

TEST_CASE("page picture: whatever the program does, there is a picture or a sentence" * hub::tests::slow()) {
  const Place place;
  const report::ReaderLimits limits{512 << 20, 2, 2};
  const auto said = [&](const std::string& lines) {
    return refusal(SandboxedReaders(Without::allowed, limits, place.programs(lines)));
  };
  for (const char* lines : {"exit 0\n", "printf 'P6\\n2 2\\n255\\nabc'\n", "printf 'P6\\n99999 99999\\n255\\n'\n",
                            "printf '\\211PNG\\r\\n'\n"}) {
    CAPTURE(lines);
    CHECK(said(lines).find("1 ページ目を、絵にできません") != std::string::npos);
  }
  CHECK(said("exit 3\n").find("壊れている") != std::string::npos);
  CHECK(said("echo 'Command Line Error: Incorrect password' >&2\nexit 1\n").find("パスワード") != std::string::npos);
  CHECK(said("head -c 40000000 /dev/zero\n").find("時間かメモリー") != std::string::npos);
  CHECK(said("while :; do :; done\n").find("時間かメモリー") != std::string::npos);
  CHECK(said("kill -9 $$\n").find("時間かメモリー") != std::string::npos);
  CHECK(said("printf 'P6\\n1 1\\n255\\nabc'\n").empty());
}

TEST_CASE("page picture: without a working sandbox nothing is drawn") {
  const Place place;
  report::ReaderPrograms programs = place.programs("touch '" + (place.disk / "ran") + "'\n");
  CHECK(refusal(SandboxedReaders(Without::refused, {}, programs)).find("囲いが、この機械に入っていない") !=
        std::string::npos);
  CHECK_FALSE(std::filesystem::exists(place.disk / "ran"));
  programs.pdf_pages = place.disk / "not-there";
  CHECK(refusal(SandboxedReaders(Without::refused, {}, programs)).find("poppler-utils") != std::string::npos);
}

TEST_CASE("page picture: no size of a page asks for more pixels than there may be" * hub::tests::slow()) {
  const Place place;
  // Says what it was asked for as a picture of that many bytes would begin.
  const std::string lines =
      "while [ $# -gt 0 ]; do case $1 in -scale-to-x) x=$2;; -scale-to-y) y=$2;; esac; shift; done\n"
      "echo \"$x $y\"\n";
  const SandboxedReaders readers(Without::allowed, {}, place.programs(lines));
  struct Wish {
    report::PageSize size;
    int width_px;
  };
  for (const Wish& wish : std::vector<Wish>{{{600, 800}, 300},
                                            {{1, 14'400}, 1600},
                                            {{14'400, 1}, 1600},
                                            {{}, 1600},
                                            {{600, 800}, 1'000'000},
                                            {{600, 800}, -5}}) {
    CAPTURE(wish.size.width);
    const auto asked = readers.page_ppm("%PDF-", {1, wish.size, wish.width_px});
    REQUIRE(asked);
    const std::size_t space = asked.value().find(' ');
    const long long x = std::stoll(asked.value()), y = std::stoll(asked.value().substr(space));
    CHECK(x >= 1);
    CHECK(y >= 1);
    CHECK(x <= 1600);
    CHECK(x * y <= static_cast<long long>(report::kMostPixels));
  }
}

TEST_CASE("page picture: a box is framed, and the rest is darker") {
  Picture picture = white(200, 100);
  report::mark_box(picture, {50, 20, 100, 10}, {400, 200}, kRed);
  // The box itself is 25 … 75 by 10 … 15 pixels, with a frame of 2 around 2 more.
  CHECK(red_at(picture, 50, 12) == 255);
  CHECK(red_at(picture, 24, 12) == 255);
  CHECK(red_at(picture, 22, 12) == 200);
  CHECK(red_at(picture, 77, 12) == 200);
  CHECK(red_at(picture, 50, 7) == 200);
  CHECK(red_at(picture, 50, 17) == 200);
  CHECK(red_at(picture, 50, 40) < 220);
  CHECK(red_at(picture, 50, 40) > 180);
  // At the edges, beyond them, and none at all.
  for (const report::PageBox& box : {report::PageBox{0, 0, 400, 200}, report::PageBox{390, 190, 1e6, 1e6},
                                     report::PageBox{-50, -50, 10, 10}, report::PageBox{-1e300, 5, 1e301, 1e300}}) {
    Picture other = white(200, 100);
    report::mark_box(other, box, {400, 200}, kRed);
    CHECK(other.rgb.size() == 60'000);
  }
  Picture same = white(20, 10);
  report::mark_box(same, {}, {400, 200}, kRed);
  report::mark_box(same, {1, 1, 1, 1}, {}, kRed);
  CHECK(same.rgb == white(20, 10).rgb);
}
