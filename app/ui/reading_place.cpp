#include "ui/reading_place.h"

#include <algorithm>
#include <cmath>

namespace hub::ui {

namespace {

int line_top(const Box& box, std::size_t line) {
  const int line_height_px = box.block->height_px / static_cast<int>(box.block->lines.size());
  return box.origin.y + static_cast<int>(line) * line_height_px;
}

}  // namespace

void find_reading_place(const Layer& layer, double scroll_px, ReadingPlace& place) {
  place.path.clear();
  place.part = 0;
  place.below_px = 0;
  if (scroll_px <= 0) return;
  const int top = static_cast<int>(std::lround(scroll_px));
  const Box* found = nullptr;
  int found_y = 0;
  for (const Box& box : layer.boxes) {
    if (box.block == nullptr || box.block->text.empty()) continue;
    for (std::size_t i = 0; i < box.block->lines.size(); ++i) {
      const int y = line_top(box, i);
      if (y < top || (found != nullptr && y >= found_y)) continue;
      found = &box;
      found_y = y;
      place.part = static_cast<double>(box.block->lines[i].begin) / static_cast<double>(box.block->text.size());
      break;
    }
  }
  if (found == nullptr) return;
  place.path = found->path;
  place.below_px = found_y - top;
}

double scroll_to(const Layer& layer, const ReadingPlace& place, double held_px) {
  const double range = layer.scroll_range_px();
  const auto box = std::ranges::find_if(layer.boxes, [&](const Box& one) {
    return one.block != nullptr && !one.block->lines.empty() && one.path == place.path;
  });
  if (box == layer.boxes.end()) return bounded(held_px, 0.0, range);
  // The line that holds the same part of the words.
  const double at = place.part * static_cast<double>(box->block->text.size()) + 0.5;
  std::size_t line = 0;
  while (line + 1 < box->block->lines.size() && static_cast<double>(box->block->lines[line + 1].begin) <= at) ++line;
  return bounded(static_cast<double>(line_top(*box, line) - place.below_px), 0.0, range);
}

}  // namespace hub::ui
