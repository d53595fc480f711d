// What the program that draws is asked, and what it answers: bytes, because it is a process of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "web/draw/screen_wish.h"

namespace hub::web {

struct ScreenQuestion {
  enum class Wants { picture, layout };
  Wants wants = Wants::picture;
  std::string hub;  // its id
  ScreenWish wish;
};
std::string to_bytes(const ScreenQuestion& question);
std::optional<ScreenQuestion> question_from(std::string_view bytes);

// What a finger can tap, on the screen in pixels, and what it leads to.
struct TapTarget {
  int x = 0, y = 0, width = 0, height = 0;
  std::string says;
  ScreenWish to;
};

// A screen without its pixels.
struct ScreenLayout {
  ScreenWish wish;                 // as it came out: a route that there is
  std::vector<TapTarget> targets;  // what stands above others comes later
  int scroll_range_px = 0;
  int page_px = 0;                     // what one sees of the page at once
  std::vector<std::string> languages;  // that the hub's screens speak
  std::string words;                   // that can be read on it
};

using ScreenAnswer = std::variant<std::string, ScreenLayout, base::Error>;  // the bytes of a PNG, or the layout
std::string to_bytes(const ScreenAnswer& answer);
// Whatever the bytes are: an Error where they are no answer.
ScreenAnswer answer_from(std::string_view bytes);

}  // namespace hub::web
