#include "ui/layout/theme.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace hub;
using ui::Colour;
using ui::Palette;

namespace {

struct Pair {
  std::string name;
  Colour text;
  Colour ground;
};

// Every pair of colours that may stand on each other as text and ground.
std::vector<Pair> pairs_of(const Palette& p) {
  std::vector<std::pair<std::string, Colour>> grounds = {
      {"paper", p.paper}, {"card", p.card}, {"button", p.button}, {"sun-soft", p.sun_soft}, {"leaf-soft", p.leaf_soft}};
  for (std::size_t i = 0; i < p.services.size(); ++i) {
    grounds.emplace_back("tint " + std::to_string(i + 1), p.services[i].tint);
  }
  std::vector<Pair> pairs;
  for (const auto& [name, ground] : grounds) {
    pairs.push_back({"ink on " + name, p.ink, ground});
    pairs.push_back({"ink-soft on " + name, p.ink_soft, ground});
  }
  for (std::size_t i = 0; i < p.services.size(); ++i) {
    const ui::Accent& accent = p.services[i];
    const std::string name = "s" + std::to_string(i + 1);
    pairs.push_back({name + " on its tint", accent.deep, accent.tint});
    pairs.push_back({name + " on card", accent.deep, p.card});
    pairs.push_back({name + " on paper", accent.deep, p.paper});
    pairs.push_back({"words on " + name, p.on_strong, accent.deep});
  }
  pairs.push_back({"words on hub", p.on_strong, p.hub});
  pairs.push_back({"hub on card", p.hub, p.card});
  pairs.push_back({"hub on paper", p.hub, p.paper});
  return pairs;
}

}  // namespace

TEST_CASE("contrast is WCAG's") {
  CHECK(ui::contrast(ui::rgb(0x000000), ui::rgb(0xFFFFFF)) == doctest::Approx(21));
  CHECK(ui::contrast(ui::rgb(0x777777), ui::rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.01));
  CHECK(ui::contrast(ui::rgb(0x123456), ui::rgb(0x123456)) == doctest::Approx(1));
}

TEST_CASE("every pair of the themes has a contrast of 7:1") {
  for (const Palette& palette : {ui::sunny_palette(), ui::high_contrast_palette()}) {
    for (const Pair& pair : pairs_of(palette)) {
      CAPTURE(pair.name);
      CHECK(ui::contrast(pair.text, pair.ground) >= ui::kMinContrast);
    }
  }
}

TEST_CASE("icons on their discs have the 3:1 of pictures (WCAG 1.4.11)") {
  for (const Palette& p : {ui::sunny_palette(), ui::high_contrast_palette()}) {
    for (const ui::Accent& accent : p.services) CHECK(ui::contrast(p.on_strong, accent.strong) >= 3);
    CHECK(ui::contrast(p.on_sun, p.sun) >= 3);
  }
}

TEST_CASE("a hub's own colour is taken only when it can be read") {
  const Palette p = ui::sunny_palette();
  CHECK(ui::with_hub_colour(p, ui::rgb(0x5B2A86)).hub == ui::rgb(0x5B2A86));
  CHECK(ui::with_hub_colour(p, ui::rgb(0xE8A21A)).hub == p.hub);
}

TEST_CASE("colours are read as #RRGGBB") {
  CHECK(ui::parse_colour("#0B5C50") == ui::rgb(0x0B5C50));
  for (const char* wrong : {"", "0B5C50", "#0B5C5", "#0B5C500", "#0B5C5G", "#-B5C50"}) {
    CHECK_FALSE(ui::parse_colour(wrong).has_value());
  }
}

TEST_CASE("nothing visitors read is under 0.7 em, and statements are 2.4 em at least") {
  using ui::Role;
  for (const Role role : {Role::statement, Role::title, Role::headline, Role::goal, Role::heading, Role::body,
                          Role::label, Role::caption}) {
    CHECK(ui::role_style(role).size_em >= 0.7);
    CHECK(ui::role_style(role).pitch_furigana >= 1.9);  // room for letters of half size above
  }
  CHECK(ui::role_style(Role::statement).size_em >= 2.4);
}
