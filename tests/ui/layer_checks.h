// What holds for every layer of every screen.
#pragma once

#include <doctest/doctest.h>

#include "ui/layout/layout.h"
#include "ui/layout/metrics.h"
#include "ui/scene.h"

namespace hub::tests {

// What is wrong, and what whoever has changed a screen or a text does about it.
inline const char* what_of(ui::Fault::Kind kind) {
  switch (kind) {
    case ui::Fault::Kind::text_leaves_box:
      return "the text does not fit its box: make it shorter, or its place in the screen's file larger";
    case ui::Fault::Kind::glyph_leaves_text:
      return "furigana stands above its text: give the text's style a larger line height";
    case ui::Fault::Kind::missing_character:
      return "no face has these characters: write others, or add a face to fonts/manifest.csv";
    case ui::Fault::Kind::box_leaves_parent:
      return "the box leaves the one around it: make it smaller, or let it wrap or scroll";
    case ui::Fault::Kind::boxes_overlap:
      return "the box stands on its neighbour: one of the two is wider or taller than its place";
  }
  return "";
}

inline void check_no_faults(const ui::Layer& layer) {
  for (const ui::Fault& fault : ui::faults(layer)) {
    FAIL_CHECK(fault.path << " \"" << fault.words << "\": " << std::string(what_of(fault.kind)));
  }
}

inline void check_targets(const ui::Layer& layer, const ui::Metrics& metrics) {
  for (const ui::Box& box : layer.boxes) {
    if (!box.tap) continue;
    CAPTURE(box.path);
    CHECK(box.rect.w >= metrics.target_px());
    CHECK(box.rect.h >= metrics.target_px());
  }
}

// The colour a box stands on: of the nearest box around it that has one, else the scene's.
inline ui::Colour ground_of(const ui::Scene& scene, const ui::Layer& layer, const ui::Box& box) {
  for (const ui::Box* at = &box;; at = &layer.boxes[static_cast<std::size_t>(at->parent)]) {
    if (at->box_style.fill) return *at->box_style.fill;
    if (at->parent < 0) return scene.backdrop.colour;
  }
}

}  // namespace hub::tests
