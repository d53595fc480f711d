#include "report/sandbox/page_picture.h"

#include <algorithm>
#include <cmath>

namespace hub::report {

namespace {

constexpr int kLongestSide_px = 50'000;
constexpr double kFarthest_px = 1e6;  // of a box that stands nowhere near its page
constexpr int kDimmed = 208;          // of 256: how much of its light what stands outside of the frame keeps
constexpr int kFrameShare = 200;      // of the picture's width is as wide as the frame
constexpr int kThinnestFrame_px = 2;

// Takes a number and the `end` behind it off `bytes`; 0: there is none, or it is too long.
int take_number(std::string_view& bytes, char end) {
  int number = 0;
  std::size_t digits = 0;
  while (digits < bytes.size() && bytes[digits] >= '0' && bytes[digits] <= '9' && number <= kLongestSide_px) {
    number = 10 * number + (bytes[digits++] - '0');
  }
  const bool ends = digits < bytes.size() && bytes[digits] == end;
  if (!ends || number > kLongestSide_px || bytes.front() == '0') return 0;
  bytes.remove_prefix(digits + 1);
  return number;
}

struct Span {
  int from = 0, to = 0;
  bool has(int at) const { return at >= from && at < to; }
  Span wider(int by) const { return {from - by, to + by}; }
};

Span pixels(double from, double length, double scale) {
  const auto whole = [](double at) { return static_cast<int>(std::clamp(at, -kFarthest_px, kFarthest_px)); };
  return {whole(std::floor(from * scale)), whole(std::ceil((from + length) * scale))};
}

}  // namespace

base::Result<Picture> page_picture(std::string_view pdf, const PageWish& wish, const SandboxedReaders& readers) {
  const base::Result<std::string> ppm = readers.page_ppm(pdf, wish);
  if (!ppm) return ppm.error();
  if (auto picture = picture_from(ppm.value())) return *std::move(picture);
  return base::Error{{"PDF の " + std::to_string(wish.page) + " ページ目を、絵にできませんでした。",
                      "Page " + std::to_string(wish.page) + " of the PDF could not be drawn."},
                     {"報告書を開いて、そのページを見てください。", "Open the report and look at that page."}};
}

std::optional<Picture> picture_from(std::string_view ppm) {
  if (!ppm.starts_with("P6\n")) return std::nullopt;
  ppm.remove_prefix(3);
  Picture picture;
  picture.width = take_number(ppm, ' ');
  if (picture.width == 0) return std::nullopt;
  picture.height = take_number(ppm, '\n');
  if (picture.height == 0 || take_number(ppm, '\n') != 255) return std::nullopt;
  const std::size_t pixels = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  if (pixels > kMostPixels || ppm.size() != 3 * pixels) return std::nullopt;
  picture.rgb = ppm;
  return picture;
}

std::string to_ppm(const Picture& picture) {
  return "P6\n" + std::to_string(picture.width) + " " + std::to_string(picture.height) + "\n255\n" + picture.rgb;
}

void mark_box(Picture& picture, const PageBox& box, const PageSize& size, PictureColour frame) {
  if (box.empty() || size.width <= 0 || size.height <= 0) return;
  const int line = std::max(kThinnestFrame_px, picture.width / kFrameShare);
  const Span x = pixels(box.x, box.width, picture.width / size.width).wider(line);
  const Span y = pixels(box.y, box.height, picture.height / size.height).wider(line);
  const Span outer_x = x.wider(line), outer_y = y.wider(line);
  std::size_t at = 0;
  for (int row = 0; row < picture.height; ++row) {
    for (int column = 0; column < picture.width; ++column, at += 3) {
      if (x.has(column) && y.has(row)) continue;
      if (outer_x.has(column) && outer_y.has(row)) {
        picture.rgb[at] = static_cast<char>(frame.red);
        picture.rgb[at + 1] = static_cast<char>(frame.green);
        picture.rgb[at + 2] = static_cast<char>(frame.blue);
        continue;
      }
      for (std::size_t i = at; i < at + 3; ++i) {
        picture.rgb[i] = static_cast<char>(static_cast<unsigned char>(picture.rgb[i]) * kDimmed / 256);
      }
    }
  }
}

}  // namespace hub::report
