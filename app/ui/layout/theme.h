// How everything looks: colours, text roles and measures. The only place with colour and size literals.
// Source of the values: the project's visual design ("ひだまり"); contrast of text is 7:1 or more (WCAG 2.2 SC 1.4.6).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/glyphs/faces.h"

namespace hub::ui {

struct Colour {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  bool operator==(const Colour&) const = default;
};

constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
          static_cast<std::uint8_t>(hex & 0xFF)};
}
std::optional<Colour> parse_colour(std::string_view hash_rrggbb);
Colour mix(Colour from, Colour to, double part);  // part 0: from, 1: to
double contrast(Colour a, Colour b);              // WCAG relative luminance ratio, 1 … 21
inline constexpr double kMinContrast = 7.0;

// A subject's strong colour (icon discs), the tint of its cards, and a deeper shade of the strong colour that reaches
// the contrast rule on the tint, on cards and under white: for words and numbers.
struct Accent {
  Colour strong;
  Colour tint;
  Colour deep;
  bool operator==(const Accent&) const = default;
};

struct Palette {
  Colour paper;      // background
  Colour ink;        // text
  Colour ink_soft;   // secondary text
  Colour card;       // cards and dock
  Colour line;       // hairlines
  Colour button;     // dock buttons
  Colour hub;        // badges, selected, attract background
  Colour on_strong;  // text on hub and on the accents' deep colours, icons on their strong colours
  Colour on_sun;     // icons on sun
  Colour sun;        // decoration, never text
  Colour sun_soft;   // decoration behind text
  Colour leaf_soft;  // decoration behind text
  Colour shadow;
  std::array<Accent, 7> services;
  bool outlined = false;  // cards have an outline, where no tint tells them from the paper

  Accent goal() const { return services[3]; }
  Accent review() const { return services[5]; }
  Accent outcome() const { return services[3]; }
  Accent challenge() const { return services[1]; }
};

Palette sunny_palette();
Palette high_contrast_palette();
// The palette with a hub's own colour, when text on it and in it passes the contrast rule; else unchanged.
Palette with_hub_colour(Palette palette, Colour hub);

// What a text is for: decides size, weight and pitch.
enum class Role { statement, title, headline, goal, heading, body, label, caption };

struct RoleStyle {
  double size_em;
  text::Weight weight;
  double pitch;           // of its size
  double pitch_furigana;  // with furigana shown: the letters above need half the size, within the line
};
RoleStyle role_style(Role role);

// Measures in em of the reader's size unless they say otherwise.
// NOLINTBEGIN(readability-identifier-naming): read as measure::corner
namespace measure {
inline constexpr double corner = 0.9;
inline constexpr double shadow_down = 0.15;
inline constexpr double shadow_blur = 0.6;
inline constexpr double shadow_opacity = 0.10;
inline constexpr double pressed_scale = 0.98;
inline constexpr double pressed_darker = 0.06;
inline constexpr double max_line = 40;         // characters
inline constexpr double kiosk_target_mm = 20;  // smallest side of what a finger presses
inline constexpr double tablet_target_mm = 12;
inline constexpr double tap_slop_mm = 3;
inline constexpr double palm_mm = 28;      // a thumb laid flat is shorter
inline constexpr double swipe_mm_s = 80;   // a finger that leaves faster turns the page
inline constexpr double page_edge = 0.5;   // the soft edge of a page that comes in
inline constexpr double mark_air = 0.2;    // between a marked place and its frame
inline constexpr double mark_line = 0.12;  // the frame
inline constexpr double nudge = 0.22;      // how far the hint of more moves
inline constexpr double ring_dot = 0.032;  // radius of a ring's dot, of the ring's width
}  // namespace measure
// NOLINTEND(readability-identifier-naming)

}  // namespace hub::ui
