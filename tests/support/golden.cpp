#include "support/golden.h"

#include <doctest/doctest.h>
#include <stb_image.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/files.h"

namespace hub::tests {

namespace {

namespace fs = std::filesystem;

constexpr int kShrink = 4;
constexpr int kEyeSees = 24;             // of 255: a smaller difference of one small pixel's channel is rounding
constexpr double kMaxSeenPart = 0.0002;  // of all small pixels

bool updating() { return std::getenv("HUB_UPDATE_GOLDEN") != nullptr; }
std::string golden_path(const std::string& name) { return HUB_SOURCE_DIR "/tests/golden/" + name; }
std::string left_behind(const std::string& name) { return HUB_BUILD_DIR "/pictures/" + name; }

void write(const std::string& path, const std::string& bytes) {
  fs::create_directories(fs::path(path).parent_path());
  base::DiskFiles files;
  const base::Status written = files.write(path, bytes);
  REQUIRE(written.ok());
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

platform::Picture shrunk(const platform::Picture& big) {
  platform::Picture small;
  small.width_px = big.width_px / kShrink;
  small.height_px = big.height_px / kShrink;
  for (int y = 0; y < small.height_px; ++y) {
    for (int x = 0; x < small.width_px; ++x) {
      for (int channel = 0; channel < 3; ++channel) {
        int sum = 0;
        for (int i = 0; i < kShrink * kShrink; ++i) {
          const int px = x * kShrink + i % kShrink;
          const int py = y * kShrink + i / kShrink;
          sum += big.rgb[static_cast<std::size_t>((py * big.width_px + px) * 3 + channel)];
        }
        small.rgb.push_back(static_cast<std::uint8_t>(sum / (kShrink * kShrink)));
      }
    }
  }
  return small;
}

platform::Picture decode(const std::string& png) {
  platform::Picture picture;
  int channels = 0;
  const auto* bytes = reinterpret_cast<const stbi_uc*>(png.data());
  stbi_uc* pixels =
      stbi_load_from_memory(bytes, static_cast<int>(png.size()), &picture.width_px, &picture.height_px, &channels, 3);
  if (pixels == nullptr) return {};
  picture.rgb.assign(pixels, pixels + picture.width_px * picture.height_px * 3);
  stbi_image_free(pixels);
  return picture;
}

// White where the eye sees a difference; how many pixels that are.
platform::Picture difference(const platform::Picture& a, const platform::Picture& b, int& seen) {
  platform::Picture out = a;
  seen = 0;
  for (std::size_t i = 0; i < a.rgb.size(); i += 3) {
    int most = 0;
    for (std::size_t c = 0; c < 3; ++c) most = std::max(most, std::abs(a.rgb[i + c] - b.rgb[i + c]));
    if (most > kEyeSees) ++seen;
    for (std::size_t c = 0; c < 3; ++c)
      out.rgb[i + c] = static_cast<std::uint8_t>(most > kEyeSees ? 255 : a.rgb[i + c] / 4);
  }
  return out;
}

}  // namespace

void check_golden_text(const std::string& name, const std::string& text) {
  const std::string path = golden_path(name + ".txt");
  if (updating()) return write(path, text);
  const std::string expected = read(path);
  if (text == expected) return;
  write(left_behind(name + ".txt"), text);
  FAIL_CHECK("boxes differ: diff " << path << " " << left_behind(name + ".txt"));
}

void check_golden_picture(const std::string& name, const platform::Picture& picture) {
  const platform::Picture small = shrunk(picture);
  const std::string path = golden_path(name + ".png");
  if (updating()) return write(path, platform::encode_png(small));
  const platform::Picture expected = decode(read(path));
  int seen = 0;
  platform::Picture differing = small;
  const bool same_size = expected.width_px == small.width_px && expected.height_px == small.height_px;
  if (same_size) differing = difference(small, expected, seen);
  if (same_size && seen <= kMaxSeenPart * small.width_px * small.height_px) return;
  write(left_behind(name + ".out.png"), platform::encode_png(small));
  if (!expected.rgb.empty()) write(left_behind(name + ".expected.png"), platform::encode_png(expected));
  write(left_behind(name + ".difference.png"), platform::encode_png(differing));
  FAIL_CHECK("the picture differs in " << seen << " pixels: see " << left_behind(name) << ".*.png");
}

}  // namespace hub::tests
