// What holds for every layer of every screen.
#pragma once

#include <doctest/doctest.h>

#include "ui/layout/layout.h"
#include "ui/layout/metrics.h"
#include "ui/scene.h"

namespace hub::tests {

inline void check_no_faults(const ui::Layer& layer) {
  for (const ui::Fault& fault : ui::faults(layer)) {
    FAIL_CHECK("fault " << static_cast<int>(fault.kind) << " at " << fault.path << " " << fault.words);
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
