#include "platform/picture.h"

#include <doctest/doctest.h>

#include <stb/stb_image.h>

#include <algorithm>
#include <memory>

using hub::platform::encode_png;
using hub::platform::Picture;

namespace {

Picture decode(const std::string& png) {
  Picture picture;
  int channels = 0;
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
      stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(png.data()), static_cast<int>(png.size()),
                            &picture.width_px, &picture.height_px, &channels, 3),
      stbi_image_free);
  REQUIRE(pixels != nullptr);
  CHECK(channels == 3);
  picture.rgb.assign(pixels.get(),
                     pixels.get() + std::size_t{3} * static_cast<std::size_t>(picture.width_px * picture.height_px));
  return picture;
}

}  // namespace

TEST_SUITE_BEGIN("picture");

TEST_CASE("a PNG holds the picture it was made of") {
  for (const auto& [width_px, height_px] : {std::pair{1, 1}, {37, 21}, {300, 200}}) {
    Picture picture{width_px, height_px, {}};
    for (int i = 0; i < width_px * height_px * 3; ++i)
      picture.rgb.push_back(static_cast<std::uint8_t>(i % 251 * i / 8));
    const Picture read = decode(encode_png(picture));
    CHECK(read.width_px == width_px);
    CHECK(read.height_px == height_px);
    CHECK(read.rgb == picture.rgb);
  }
}

TEST_CASE("a plain screen is a small file") {
  Picture picture{1920, 1080, std::vector<std::uint8_t>(std::size_t{1920} * 1080 * 3, 0xF8)};
  std::fill(picture.rgb.begin() + 1'000'000, picture.rgb.begin() + 2'000'000, std::uint8_t{0x26});
  CHECK(encode_png(picture).size() < 40'000);
}

TEST_CASE("a picture of few colours is small, and has the commonest as they are") {
  Picture picture{64, 64, {}};
  for (int i = 0; i < 64 * 64; ++i) {
    const bool is_rare = i % 512 == 0;
    for (const int part : {255, is_rare ? i % 251 : 248, is_rare ? i / 512 : 236}) {
      picture.rgb.push_back(static_cast<std::uint8_t>(part));
    }
  }
  const std::string png = hub::platform::encode_png_of_few_colours(picture);
  CHECK(png.starts_with("\x89PNG"));
  CHECK(png.size() < encode_png(picture, hub::platform::PngEffort::quick).size());
  const Picture read = decode(png);
  CHECK(read.rgb[0] == 255);
  CHECK(read.rgb[4 * 3 + 1] == 248);
  const std::size_t palette = png.find("PLTE");
  REQUIRE(palette != std::string::npos);
  CHECK(png.substr(palette + 4, 3) == "\xff\xf8\xec");  // paper
}

TEST_SUITE_END();
