#include "platform/picture.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string_view>

#include "base/check.h"

namespace hub::platform {

namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
constexpr char kBitDepth = 8;
constexpr char kTrueColour = 2, kIndexed = 3;
constexpr int kSmall = 6, kQuick = 2;  // how hard zlib tries
constexpr std::size_t kMostColours = 256;

// PNG counts in big-endian 32 bits.
void append_number(std::string& png, std::size_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) png.push_back(static_cast<char>(number >> shift & 0xFFU));
}

void append_chunk(std::string& png, std::string_view type, std::string_view data) {
  append_number(png, data.size());
  const std::size_t checked = png.size();
  png.append(type).append(data);
  const auto* bytes = reinterpret_cast<const Bytef*>(png.data() + checked);
  append_number(png, crc32_z(0, bytes, png.size() - checked));
}

// Rows go unfiltered: on flat colours and text that is both the smallest and the fastest.
std::string rows_of(const std::vector<std::uint8_t>& bytes, std::size_t row_bytes) {
  std::string rows;
  rows.reserve(bytes.size() + bytes.size() / row_bytes);
  for (std::size_t at = 0; at < bytes.size(); at += row_bytes) {
    rows.push_back('\0');
    rows.append(reinterpret_cast<const char*>(bytes.data() + at), row_bytes);
  }
  return rows;
}

std::string packed(const std::string& rows, int effort) {
  uLongf packed_bytes = compressBound(rows.size());
  std::string bytes(packed_bytes, '\0');
  HUB_CHECK(compress2(reinterpret_cast<Bytef*>(bytes.data()), &packed_bytes,
                      reinterpret_cast<const Bytef*>(rows.data()), rows.size(), effort) == Z_OK);
  bytes.resize(packed_bytes);
  return bytes;
}

std::string begun_png(const Picture& picture, char kind) {
  std::string header;
  append_number(header, static_cast<std::size_t>(picture.width_px));
  append_number(header, static_cast<std::size_t>(picture.height_px));
  header.append({kBitDepth, kind, 0, 0, 0});  // deflate, filter per row, not interlaced
  std::string png(kSignature);
  append_chunk(png, "IHDR", header);
  return png;
}

// Colours that nearly are one: the same in the upper five bits of each part.
struct ColourGroup {
  std::size_t count = 0;
  std::array<std::size_t, 3> sum{};
  std::size_t index = 0;  // of its colour among those that are kept

  std::array<int, 3> mean() const {
    std::array<int, 3> colour{};
    for (std::size_t c = 0; c < 3; ++c) colour[c] = static_cast<int>((sum[c] + count / 2) / count);
    return colour;
  }
};
constexpr std::size_t kGroups = std::size_t{1} << 15;

std::size_t group_of(const std::uint8_t* rgb) {
  return static_cast<std::size_t>(rgb[0] >> 3) << 10 | static_cast<std::size_t>(rgb[1] >> 3) << 5 |
         static_cast<std::size_t>(rgb[2] >> 3);
}

std::size_t nearest(const std::vector<std::array<int, 3>>& colours, const std::array<int, 3>& to) {
  std::size_t best = 0;
  int least = std::numeric_limits<int>::max();
  for (std::size_t i = 0; i < colours.size(); ++i) {
    int distance = 0;
    for (std::size_t c = 0; c < 3; ++c) distance += (colours[i][c] - to[c]) * (colours[i][c] - to[c]);
    if (distance < least) least = distance, best = i;
  }
  return best;
}

// The commonest groups' colours; every group knows which it has.
std::vector<std::array<int, 3>> choose_colours(std::vector<ColourGroup>& groups) {
  std::vector<std::size_t> there;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].count > 0) there.push_back(i);
  }
  std::ranges::stable_sort(there, [&](std::size_t a, std::size_t b) { return groups[a].count > groups[b].count; });
  std::vector<std::array<int, 3>> colours;
  for (const std::size_t one : there) {
    if (colours.size() < kMostColours) {
      groups[one].index = colours.size();
      colours.push_back(groups[one].mean());
    } else {
      groups[one].index = nearest(colours, groups[one].mean());
    }
  }
  return colours;
}

std::size_t checked_row_bytes(const Picture& picture) {
  HUB_CHECK(picture.width_px > 0 && picture.height_px > 0);
  const std::size_t row_bytes = static_cast<std::size_t>(picture.width_px) * 3;
  HUB_CHECK(picture.rgb.size() == row_bytes * static_cast<std::size_t>(picture.height_px));
  return row_bytes;
}

}  // namespace

std::string encode_png(const Picture& picture, PngEffort effort) {
  const std::size_t row_bytes = checked_row_bytes(picture);
  std::string png = begun_png(picture, kTrueColour);
  append_chunk(png, "IDAT", packed(rows_of(picture.rgb, row_bytes), effort == PngEffort::quick ? kQuick : kSmall));
  append_chunk(png, "IEND", {});
  return png;
}

std::string encode_png_of_few_colours(const Picture& picture) {
  checked_row_bytes(picture);
  std::vector<ColourGroup> groups(kGroups);
  for (std::size_t at = 0; at < picture.rgb.size(); at += 3) {
    ColourGroup& group = groups[group_of(&picture.rgb[at])];
    ++group.count;
    for (std::size_t c = 0; c < 3; ++c) group.sum[c] += picture.rgb[at + c];
  }
  std::string palette;
  for (const std::array<int, 3>& colour : choose_colours(groups)) {
    for (const int part : colour) palette.push_back(static_cast<char>(part));
  }
  std::vector<std::uint8_t> indices;
  indices.reserve(picture.rgb.size() / 3);
  for (std::size_t at = 0; at < picture.rgb.size(); at += 3) {
    indices.push_back(static_cast<std::uint8_t>(groups[group_of(&picture.rgb[at])].index));
  }
  std::string png = begun_png(picture, kIndexed);
  append_chunk(png, "PLTE", palette);
  append_chunk(png, "IDAT", packed(rows_of(indices, static_cast<std::size_t>(picture.width_px)), kSmall));
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace hub::platform
