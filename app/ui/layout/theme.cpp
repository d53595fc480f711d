#include "ui/layout/theme.h"

#include <cmath>

#include "base/parse.h"

namespace hub::ui {

namespace {

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

std::uint8_t mix(std::uint8_t from, std::uint8_t to, double part) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * part));
}

constexpr Colour kWhite = rgb(0xFFFFFF);
constexpr Colour kBlack = rgb(0x000000);

// Tints are darker than cards and paper, so what is readable on the tint is readable on all of them.
Accent accent(Colour strong, Colour tint) {
  Colour deep = strong;
  for (int percent = 1; contrast(deep, tint) < kMinContrast && percent <= 100; ++percent) {
    deep = mix(strong, kBlack, percent / 100.0);
  }
  return {strong, tint, deep};
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view hash_rrggbb) {
  if (hash_rrggbb.size() != 7 || hash_rrggbb[0] != '#') return std::nullopt;
  const auto value = base::parse_number<std::uint32_t>(hash_rrggbb.substr(1), 16);
  return value ? std::optional(rgb(*value)) : std::nullopt;
}

Colour mix(Colour from, Colour to, double part) {
  return {mix(from.r, to.r, part), mix(from.g, to.g, part), mix(from.b, to.b, part)};
}

double contrast(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Palette sunny_palette() {
  return {.paper = rgb(0xFFF8EC),
          .ink = rgb(0x26231F),
          .ink_soft = rgb(0x4A443B),
          .card = rgb(0xFFFFFF),
          .line = rgb(0xEADFCB),
          .button = rgb(0xF4EADA),
          .hub = rgb(0x0B5C50),
          .on_strong = rgb(0xFFFFFF),
          .on_sun = rgb(0x26231F),
          .sun = rgb(0xE8A21A),
          .sun_soft = rgb(0xFFE8B8),
          .leaf_soft = rgb(0xDCF0E3),
          .shadow = rgb(0x5A3C0A),
          .services = {accent(rgb(0xB23A24), rgb(0xFCE6E0)), accent(rgb(0x8F4E00), rgb(0xFCEBD3)),
                       accent(rgb(0x6B5B00), rgb(0xF7F0CC)), accent(rgb(0x27692F), rgb(0xE0F1E0)),
                       accent(rgb(0x075F70), rgb(0xDAF0F3)), accent(rgb(0x234F9B), rgb(0xE3EBFA)),
                       accent(rgb(0x663C96), rgb(0xEFE6F8))}};
}

Palette high_contrast_palette() {
  Palette palette{.paper = kWhite,
                  .ink = kBlack,
                  .ink_soft = kBlack,
                  .card = kWhite,
                  .line = kBlack,
                  .button = kWhite,
                  .hub = kBlack,
                  .on_strong = kWhite,
                  .on_sun = kWhite,
                  .sun = kBlack,
                  .sun_soft = kWhite,
                  .leaf_soft = kWhite,
                  .shadow = kBlack,
                  .services = {},
                  .outlined = true};
  palette.services.fill(Accent{kBlack, kWhite, kBlack});
  return palette;
}

Palette with_hub_colour(Palette palette, Colour hub) {
  const bool readable =
      contrast(hub, palette.on_strong) >= kMinContrast && contrast(hub, palette.paper) >= kMinContrast;
  if (readable) palette.hub = hub;
  return palette;
}

RoleStyle role_style(Role role) {
  using text::Weight;
  switch (role) {
    case Role::statement:
      return {2.6, Weight::bold, 1.4, 1.9};
    case Role::title:
      return {1.8, Weight::bold, 1.35, 1.9};
    case Role::headline:
      return {1.5, Weight::bold, 1.45, 1.9};
    case Role::goal:
      return {1.25, Weight::bold, 1.5, 1.9};
    case Role::heading:
      return {1.0, Weight::bold, 1.4, 1.9};
    case Role::body:
      return {1.0, Weight::regular, 1.65, 2.0};
    case Role::label:
      return {0.85, Weight::bold, 1.3, 1.9};
    case Role::caption:
      return {0.75, Weight::regular, 1.4, 1.9};
  }
  return {1.0, Weight::regular, 1.65, 2.0};
}

}  // namespace hub::ui
