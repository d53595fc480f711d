#include "support/golden.h"

#include <doctest/doctest.h>
#include <stb_image.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "base/path.h"

namespace hub::tests {

namespace {

namespace fs = std::filesystem;

constexpr int kShrink = 4;
constexpr int kEyeSees = 24;             // of 255: a smaller difference of one small pixel's channel is rounding
constexpr double kMaxSeenPart = 0.0002;  // of all small pixels

void write(const std::string& path, const std::string& bytes) {
  fs::create_directories(fs::path(path).parent_path());
  base::DiskFiles files;
  const base::Status written = files.write(path, bytes);
  REQUIRE_MESSAGE(written.ok(), path);
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

struct Difference {
  platform::Picture picture;  // white where the eye sees one
  int seen = 0;               // so many small pixels
};

Difference difference(const platform::Picture& a, const platform::Picture& b) {
  Difference found{a, 0};
  for (std::size_t i = 0; i < a.rgb.size(); i += 3) {
    int most = 0;
    for (std::size_t c = 0; c < 3; ++c) most = std::max(most, std::abs(a.rgb[i + c] - b.rgb[i + c]));
    if (most > kEyeSees) ++found.seen;
    for (std::size_t c = 0; c < 3; ++c)
      found.picture.rgb[i + c] = static_cast<std::uint8_t>(most > kEyeSees ? 255 : a.rgb[i + c] / 4);
  }
  return found;
}

std::string quoted(const std::string& path) {
  std::string words = "'";
  for (const char c : path) words += c == '\'' ? "'\\''" : std::string(1, c);
  return words + "'";
}

std::string what_next(const Goldens& goldens) {
  return "\nLook at them. If the change is wanted, take new goldens:\n  HUB_UPDATE_GOLDEN=1 " + goldens.command +
         "\nand see that only what you meant to change has changed:\n  git -C " + quoted(goldens.folder) +
         " diff --stat .";
}

Goldens shipped_goldens() {
  return {HUB_SOURCE_DIR "/tests/golden", HUB_BUILD_DIR "/pictures",
          quoted(fs::read_symlink("/proc/self/exe").string()), std::getenv("HUB_UPDATE_GOLDEN") != nullptr};
}

}  // namespace

std::string compare_text(const Goldens& goldens, const std::string& name, const std::string& text) {
  const std::string path = base::join(goldens.folder, name + ".txt");
  const bool is_new = !fs::exists(path);
  if (!is_new && text == read(path)) return "";
  if (goldens.update) {
    write(path, text);
    return "";
  }
  const std::string out = base::join(goldens.left_there, name + ".txt");
  write(out, text);
  if (is_new) return "there is no golden of these boxes yet: " + path + "\n  now: " + out + what_next(goldens);
  return "the boxes are not where they were expected:\n  diff " + quoted(path) + " " + quoted(out) + what_next(goldens);
}

std::string compare_picture(const Goldens& goldens, const std::string& name, const platform::Picture& picture) {
  const platform::Picture small = shrunk(picture);
  const std::string path = base::join(goldens.folder, name + ".png");
  const platform::Picture expected = decode(read(path));
  const bool same_size = expected.width_px == small.width_px && expected.height_px == small.height_px;
  const Difference found = same_size ? difference(small, expected) : Difference{small, 0};
  if (same_size && found.seen <= kMaxSeenPart * small.width_px * small.height_px) return "";
  if (goldens.update) {
    write(path, platform::encode_png(small));
    return "";
  }
  const std::string left = base::join(goldens.left_there, name);
  write(left + ".out.png", platform::encode_png(small));
  if (expected.rgb.empty())
    return "there is no golden of this picture yet: " + path + "\n  now: " + left + ".out.png" + what_next(goldens);
  write(left + ".expected.png", platform::encode_png(expected));
  write(left + ".difference.png", platform::encode_png(found.picture));
  const std::string how =
      same_size ? "differs in " + std::to_string(found.seen) + " pixels" : std::string("has another size");
  return "the picture " + how + ":\n  now:        " + left + ".out.png\n  expected:   " + left +
         ".expected.png\n  difference: " + left + ".difference.png" + what_next(goldens);
}

void check_golden_text(const std::string& name, const std::string& text) {
  const std::string different = compare_text(shipped_goldens(), name, text);
  if (!different.empty()) FAIL_CHECK(different);
}

void check_golden_picture(const std::string& name, const platform::Picture& picture) {
  const std::string different = compare_picture(shipped_goldens(), name, picture);
  if (!different.empty()) FAIL_CHECK(different);
}

}  // namespace hub::tests
