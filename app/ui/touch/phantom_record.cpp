#include "ui/touch/phantom_record.h"

#include <cmath>
#include <cstdint>

#include "base/parse.h"

namespace hub::ui {

namespace {

constexpr std::string_view kFirstLine = "phantom-touches 1";
constexpr int kMostPixels = 100'000;
constexpr int kMostTaps = 1'000'000;
constexpr int kLongest_ms = 86'400'000;

std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<int> take_int(std::string_view& line, char ends_with, int least, int most) {
  const std::optional<int> number = base::take_number<int>(line);
  if (!number || *number < least || *number > most) return std::nullopt;
  if (ends_with == '\0') return line.empty() ? number : std::nullopt;
  if (!line.starts_with(ends_with)) return std::nullopt;
  line.remove_prefix(1);
  return number;
}

std::optional<PhantomSpot> parse_spot(std::string_view line) {
  const auto x = take_int(line, ' ', -kMostPixels, kMostPixels);
  const auto y = x ? take_int(line, ' ', -kMostPixels, kMostPixels) : std::nullopt;
  const auto taps = y ? take_int(line, ' ', 1, kMostTaps) : std::nullopt;
  const auto longest_ms = taps ? take_int(line, '\0', 0, kLongest_ms) : std::nullopt;
  if (!longest_ms) return std::nullopt;
  return PhantomSpot{{*x, *y}, *taps, std::chrono::milliseconds(*longest_ms)};
}

int percent(int px, int of_px) { return of_px > 0 ? static_cast<int>(std::lround(100.0 * px / of_px)) : 0; }

struct Where {
  std::string ja;
  std::string en;
};

// As somebody finds it who stands in front of it.
Where where(const PhantomSpot& spot, Point screen_px) {
  const std::string across = std::to_string(percent(spot.at.x, screen_px.x));
  const std::string along = std::to_string(percent(spot.at.y, screen_px.y));
  const int column = bounded(3 * spot.at.x / std::max(1, screen_px.x), 0, 2);
  const int row = bounded(3 * spot.at.y / std::max(1, screen_px.y), 0, 2);
  constexpr const char* kJa[3][3] = {{"左上", "上", "右上"}, {"左", "まん中", "右"}, {"左下", "下", "右下"}};
  constexpr const char* kEn[3][3] = {
      {"top left", "top", "top right"}, {"left", "middle", "right"}, {"bottom left", "bottom", "bottom right"}};
  return {std::string(kJa[row][column]) + "（左から " + across + " %、上から " + along + " % の所）",
          std::string(kEn[row][column]) + " (" + across + " % from the left, " + along + " % from the top)"};
}

}  // namespace

std::string to_text(const PhantomRecord& record) {
  std::string text = std::string(kFirstLine) + "\n" + std::to_string(record.screen_px.x) + "x" +
                     std::to_string(record.screen_px.y) + "\n";
  for (std::size_t i = 0; i < std::min(record.spots.size(), kMostPhantoms); ++i) {
    const PhantomSpot& spot = record.spots[i];
    const auto longest_ms = std::chrono::ceil<std::chrono::milliseconds>(spot.longest).count();
    text += std::to_string(spot.at.x) + " " + std::to_string(spot.at.y) + " " + std::to_string(spot.taps) + " " +
            std::to_string(std::min<std::int64_t>(longest_ms, kLongest_ms)) + "\n";
  }
  return text;
}

std::optional<PhantomRecord> parse_phantoms(std::string_view text) {
  if (text.size() > kMostPhantomBytes || take_line(text) != kFirstLine) return std::nullopt;
  std::string_view size = take_line(text).value_or("");
  const auto width = take_int(size, 'x', 1, kMostPixels);
  const auto height = width ? take_int(size, '\0', 1, kMostPixels) : std::nullopt;
  if (!height) return std::nullopt;
  PhantomRecord record{{*width, *height}, {}};
  while (!text.empty()) {
    const auto line = take_line(text);
    const auto spot = line ? parse_spot(*line) : std::nullopt;
    if (!spot || record.spots.size() == kMostPhantoms) return std::nullopt;
    record.spots.push_back(*spot);
  }
  return record;
}

base::Error about_phantom(const PhantomSpot& spot, Point screen_px) {
  const Where at = where(spot, screen_px);
  return {{"画面の" + at.ja + "が、だれもさわっていないのに、くり返し反応しています。そこは無視しています。",
           "The screen is touched at its " + at.en + " again and again by nobody. That spot is ignored."},
          {"画面をかわいた布でふき、水気やシール、近くの充電器を取りのぞいてください。"
           "続くときは、設置した人に連絡してください。まちがいなら、スタッフ用の画面の「画面の反応をためす」を開くと"
           "忘れます。",
           "Wipe the screen dry, and take away stickers and chargers near it. If it goes on, call whoever set up the "
           "machine. If it is wrong, the touch test on the staff's panel forgets it."}};
}

base::Message phantom_forgotten(const PhantomSpot& spot, Point screen_px) {
  const Where at = where(spot, screen_px);
  return {"画面の" + at.ja + "は、ひとりでに反応しなくなりました。指でさわると、また反応します。",
          "The screen's " + at.en + " is no longer touched by nobody. Fingers work there again."};
}

}  // namespace hub::ui
