#include "ui/hit_test.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hub::ui {

namespace {

// A layer, and where its origin stands on the screen.
struct PlacedLayer {
  PressTarget::Layer name = PressTarget::Layer::none;
  const Layer* layer = nullptr;  // null: there is none
  Point origin;

  Rect rect_of(const Box& box) const { return intersection(moved(box.rect, origin), layer->viewport); }
};

int whole(double scroll_px) { return static_cast<int>(std::lround(scroll_px)); }

PlacedLayer dock_of(const LaidOut& page) {
  if (!page.scene.dock) return {};
  const Layer& dock = *page.scene.dock;
  return {PressTarget::Layer::dock, &dock, {dock.viewport.x, dock.viewport.y}};
}

PlacedLayer band_of(const LaidOut& page) {
  if (!page.scene.band) return {};
  const Layer& band = *page.scene.band;
  return {PressTarget::Layer::band, &band, {band.viewport.x, band.viewport.y}};
}

PlacedLayer page_of(const LaidOut& page, double scroll_px) {
  const Layer& layer = page.scene.page;
  return {PressTarget::Layer::page, &layer, {layer.viewport.x, layer.viewport.y - whole(scroll_px)}};
}

// The pill, and what a finger may miss it by.
std::optional<Rect> hint_of_more(const LaidOut& page, double scroll_px) {
  const Scene& scene = page.scene;
  if (!has_more_below(scene, scroll_px)) return std::nullopt;
  const auto pill = std::ranges::find_if(scene.more->boxes, [](const Box& b) { return b.box_style.fill.has_value(); });
  const Rect rect = moved(pill->rect, {scene.more->viewport.x, scene.more->viewport.y});
  return intersection(grown(rect, page.metrics.tap_slop_px()), scene.page.viewport);
}

bool can_be_pressed(const Box& box) { return (box.tap || box.hold) && box.rect.w > 0 && box.rect.h > 0; }

std::optional<PressTarget> hit(const PlacedLayer& placed, Point at) {
  if (placed.layer == nullptr) return std::nullopt;
  const std::vector<Box>& boxes = placed.layer->boxes;
  const auto top = std::find_if(boxes.rbegin(), boxes.rend(), [&](const Box& box) {
    return can_be_pressed(box) && placed.rect_of(box).contains(at);
  });
  if (top == boxes.rend()) return std::nullopt;
  return PressTarget{placed.name, top->path};
}

std::optional<PressedBox> find(const PlacedLayer& placed, const std::string& path) {
  if (placed.layer == nullptr) return std::nullopt;
  const std::vector<Box>& boxes = placed.layer->boxes;
  const auto top = std::find_if(boxes.rbegin(), boxes.rend(),
                                [&](const Box& box) { return can_be_pressed(box) && box.path == path; });
  if (top == boxes.rend()) return std::nullopt;
  const Rect rect = placed.rect_of(*top);
  if (rect.w <= 0 || rect.h <= 0) return std::nullopt;
  return PressedBox{rect, &*top};
}

}  // namespace

PressTarget hit_test(const LaidOut& page, double scroll_px, Point at) {
  if (const auto target = hit(dock_of(page), at)) return *target;
  if (const auto target = hit(band_of(page), at)) return *target;
  const std::optional<Rect> more = hint_of_more(page, scroll_px);
  if (more && more->contains(at)) return {PressTarget::Layer::more, {}};
  return hit(page_of(page, scroll_px), at).value_or(PressTarget{});
}

std::optional<PressedBox> find_target(const LaidOut& page, double scroll_px, const PressTarget& target) {
  switch (target.layer) {
    case PressTarget::Layer::none:
      break;
    case PressTarget::Layer::dock:
      return find(dock_of(page), target.path);
    case PressTarget::Layer::band:
      return find(band_of(page), target.path);
    case PressTarget::Layer::page:
      return find(page_of(page, scroll_px), target.path);
    case PressTarget::Layer::more:
      if (const auto rect = hint_of_more(page, scroll_px)) return PressedBox{*rect, nullptr};
      break;
  }
  return std::nullopt;
}

}  // namespace hub::ui
