// Where two frames differ: found by comparing what they paint, not by being told what changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ui/paint/paint_list.h"
#include "ui/paint/region.h"

namespace hub::ui {

// Keeps its memory from frame to frame.
class DamageFinder {
 public:
  // Adds to `damage` all that may look different in `area`. Wherever nothing is added, both lists paint
  // what looks the same, in the same order.
  void find(std::span<const PaintItem> before, std::span<const PaintItem> now, const Rect& area, Region& damage);

 private:
  struct Named {
    std::uint64_t name = 0;  // items that look alike have the same
    std::size_t index = 0;
    bool operator<(const Named& other) const { return name != other.name ? name < other.name : index < other.index; }
  };
  static void name(std::span<const PaintItem> list, std::vector<Named>& named);
  void pair(std::span<const PaintItem> before, std::span<const PaintItem> now);
  void keep_order();
  void pair_grounds(std::span<const PaintItem> before, std::span<const PaintItem> now, const Rect& area,
                    Region& damage);

  std::vector<Named> before_, now_;
  std::vector<std::size_t> partners_;  // by item before: the one now that looks like it, or none
  std::vector<std::size_t> ends_;
  std::vector<std::size_t> previous_;
  std::vector<bool> stayed_;  // by item now
  std::vector<std::size_t> paired_;
};

}  // namespace hub::ui
