#include "platform/picture.h"

#include <zlib.h>

#include <cstddef>
#include <string_view>

#include "base/check.h"

namespace hub::platform {

namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
constexpr char kBitDepth = 8;
constexpr char kTrueColour = 2;

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

}  // namespace

std::string encode_png(const Picture& picture) {
  HUB_CHECK(picture.width_px > 0 && picture.height_px > 0);
  const std::size_t row_bytes = static_cast<std::size_t>(picture.width_px) * 3;
  HUB_CHECK(picture.rgb.size() == row_bytes * static_cast<std::size_t>(picture.height_px));

  // Rows go unfiltered: on flat colours and text that is both the smallest and the fastest.
  std::string rows;
  rows.reserve(picture.rgb.size() + static_cast<std::size_t>(picture.height_px));
  for (std::size_t at = 0; at < picture.rgb.size(); at += row_bytes) {
    rows.push_back('\0');
    rows.append(reinterpret_cast<const char*>(picture.rgb.data() + at), row_bytes);
  }
  uLongf packed_bytes = compressBound(rows.size());
  std::string packed(packed_bytes, '\0');
  HUB_CHECK(compress2(reinterpret_cast<Bytef*>(packed.data()), &packed_bytes,
                      reinterpret_cast<const Bytef*>(rows.data()), rows.size(), 6) == Z_OK);
  packed.resize(packed_bytes);

  std::string header;
  append_number(header, static_cast<std::size_t>(picture.width_px));
  append_number(header, static_cast<std::size_t>(picture.height_px));
  header.append({kBitDepth, kTrueColour, 0, 0, 0});  // deflate, filter per row, not interlaced

  std::string png(kSignature);
  append_chunk(png, "IHDR", header);
  append_chunk(png, "IDAT", packed);
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace hub::platform
