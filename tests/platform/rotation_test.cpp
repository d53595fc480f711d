#include "platform/rotation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "stage.h"

using hub::platform::Extent;
using hub::platform::in_picture;
using hub::platform::Picture;
using hub::platform::Position;
using hub::platform::Rotation;
using hub::platform::rotation_of;
using hub::platform::turned;
using hub::tests::fill;
using hub::tests::kPage_px;
using hub::tests::pixel;

namespace {

constexpr Extent kPicture{61, 37};
constexpr ImU32 kPaper = IM_COL32(0xFF, 0xF8, 0xEC, 255);
constexpr ImU32 kInk = IM_COL32(0x26, 0x23, 0x1F, 255);
constexpr int kDegrees[] = {0, 90, 180, 270};

std::vector<std::uint8_t> page() {
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(kPage_px) * kPage_px);
  unsigned state = 7;
  for (std::uint8_t& byte : bytes) {
    state = state * 1664525U + 1013904223U;
    byte = static_cast<std::uint8_t>(state >> 24U);
  }
  return bytes;
}

// Everything the screens are made of: fills, sprites, what is cut off, and clip rectangles between pixels.
void draw(ImDrawList& list, ImTextureID texture) {
  fill(list, 0, 0, 61, 37, kPaper);
  fill(list, 3, 5, 20, 9, kInk);
  fill(list, 40.4F, 20.6F, 50.7F, 30.5F, IM_COL32(200, 30, 40, 255));
  fill(list, -9.5F, -7.5F, 2.5F, 1.5F, IM_COL32(20, 130, 40, 255));
  fill(list, 55.5F, 33.5F, 99, 99, IM_COL32(20, 30, 240, 255));
  fill(list, 30, 20, 20, 30, kInk);  // inside out: nothing
  list.AddImage(texture, {10, 12}, {42, 32}, {0, 0}, {0.5F, 20.0F / kPage_px}, kInk);
  list.PushClipRect({22.5F, 1.2F}, {31.7F, 11.6F}, true);
  list.AddRectFilled({0, 0}, {61, 37}, IM_COL32(90, 0, 90, 128));
  list.PopClipRect();
  list.AddRectFilled({44, 2}, {58, 15}, IM_COL32(0, 90, 90, 128));
}

Picture drawn(int deg) {
  const Extent framebuffer = turned(kPicture, rotation_of(deg));
  const auto offscreen = hub::platform::Offscreen::create(framebuffer.width_px, framebuffer.height_px);
  REQUIRE(offscreen.ok());
  const auto frames = hub::platform::Frames::create(1, kPage_px, deg).value();
  frames->renderer().upload(0, 0, 0, kPage_px, kPage_px, page());
  frames->begin(kPicture.width_px, kPicture.height_px, {});
  draw(frames->draw_list(), frames->page_textures()[0]);
  frames->end();
  return offscreen.value().read();
}

}  // namespace

TEST_SUITE_BEGIN("rotation");

TEST_CASE("a part of the picture is the part of the framebuffer with the same pixels") {
  const hub::platform::PixelRect part{7, 11, 20, 5};
  for (const int deg : kDegrees) {
    CAPTURE(deg);
    const Rotation rotation = rotation_of(deg);
    const Extent framebuffer = turned(kPicture, rotation);
    const auto there = hub::platform::in_framebuffer(part, kPicture, rotation);
    int inside = 0;
    for (int y = 0; y < framebuffer.height_px; ++y) {
      for (int x = 0; x < framebuffer.width_px; ++x) {
        const Position at = in_picture({static_cast<double>(x), static_cast<double>(y)}, framebuffer, rotation);
        const bool in_part = at.x_px >= 7 && at.x_px < 27 && at.y_px >= 11 && at.y_px < 16;
        const bool in_there =
            x >= there.x_px && x < there.x_px + there.width_px && y >= there.y_px && y < there.y_px + there.height_px;
        CHECK(in_part == in_there);
        inside += in_there ? 1 : 0;
      }
    }
    CHECK(inside == 20 * 5);
  }
}

TEST_CASE(
    "pixels that are moved stand where they are wanted, and no others change, whichever way the picture is turned") {
  const hub::platform::PixelRect to{12, 9, 30, 20};
  struct By {
    int dx_px;
    int dy_px;
  };
  for (const int deg : kDegrees) {
    const Extent framebuffer = turned(kPicture, rotation_of(deg));
    for (const By by : {By{0, 1}, {0, -3}, {0, 9}, {1, 0}, {-7, 0}, {12, 0}, {3, 2}, {-2, -5}, {0, 0}}) {
      CAPTURE(deg);
      CAPTURE(by.dx_px);
      CAPTURE(by.dy_px);
      const auto offscreen = hub::platform::Offscreen::create(framebuffer.width_px, framebuffer.height_px);
      REQUIRE(offscreen.ok());
      const auto frames = hub::platform::Frames::create(1, kPage_px, deg).value();
      REQUIRE(frames->renderer().most_strips() > 0);
      frames->renderer().upload(0, 0, 0, kPage_px, kPage_px, page());
      frames->begin(kPicture.width_px, kPicture.height_px, {});
      draw(frames->draw_list(), frames->page_textures()[0]);
      frames->end();
      const Picture before = offscreen.value().read();
      frames->begin(kPicture.width_px, kPicture.height_px, {});
      frames->move(to, by.dx_px, by.dy_px);
      frames->end();
      const Picture moved = offscreen.value().read();
      int wrong = 0;
      for (int y = 0; y < framebuffer.height_px; ++y) {
        for (int x = 0; x < framebuffer.width_px; ++x) {
          const Position at =
              in_picture({static_cast<double>(x), static_cast<double>(y)}, framebuffer, rotation_of(deg));
          const int px = static_cast<int>(at.x_px);
          const int py = static_cast<int>(at.y_px);
          const bool inside = px >= 12 && px < 42 && py >= 9 && py < 29;
          const hub::platform::PixelRect from = hub::platform::in_framebuffer(
              {inside ? px - by.dx_px : px, inside ? py - by.dy_px : py, 1, 1}, kPicture, rotation_of(deg));
          wrong += pixel(moved, x, y) == pixel(before, from.x_px, from.y_px) ? 0 : 1;
        }
      }
      CHECK(wrong == 0);
    }
  }
}

TEST_CASE("a turned picture is the picture, turned, pixel by pixel") {
  const Picture upright = drawn(0);
  for (const int deg : kDegrees) {
    CAPTURE(deg);
    const Picture picture = drawn(deg);
    const Extent framebuffer{picture.width_px, picture.height_px};
    CHECK(framebuffer == turned(kPicture, rotation_of(deg)));
    int wrong = 0;
    for (int y = 0; y < picture.height_px; ++y) {
      for (int x = 0; x < picture.width_px; ++x) {
        const Position at = in_picture({static_cast<double>(x), static_cast<double>(y)}, framebuffer, rotation_of(deg));
        const auto expected = pixel(upright, static_cast<int>(at.x_px), static_cast<int>(at.y_px));
        wrong += pixel(picture, x, y) == expected ? 0 : 1;
      }
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("clockwise: the top left corner goes right, down, left") {
  constexpr Extent kScreen{100, 50};
  CHECK(in_picture({0, 0}, kScreen, Rotation::none) == Position{0, 0});
  CHECK(in_picture({99, 0}, kScreen, Rotation::quarter) == Position{0, 0});
  CHECK(in_picture({99, 49}, kScreen, Rotation::half) == Position{0, 0});
  CHECK(in_picture({0, 49}, kScreen, Rotation::three_quarters) == Position{0, 0});
}

TEST_CASE("turned on and turned back a touch is where it was") {
  constexpr Position kAt{12.25, 30.5};
  for (const int deg : kDegrees) {
    CAPTURE(deg);
    const Rotation there = rotation_of(deg);
    const Rotation back = rotation_of((360 - deg) % 360);
    const Position on_the_way = in_picture(kAt, kPicture, there);
    CHECK(in_picture(on_the_way, turned(kPicture, there), back) == kAt);
    CHECK(turned(turned(kPicture, there), back) == kPicture);
    // What can be touched is in the picture.
    const Extent picture = turned(kPicture, there);
    CHECK(on_the_way.x_px >= 0);
    CHECK(on_the_way.x_px < picture.width_px);
    CHECK(on_the_way.y_px >= 0);
    CHECK(on_the_way.y_px < picture.height_px);
  }
}

TEST_SUITE_END();
