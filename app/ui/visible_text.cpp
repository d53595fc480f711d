#include "ui/visible_text.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace hub::ui {

namespace {

// A layer and how far what it holds is moved.
struct Shown {
  const Layer* layer = nullptr;
  int scrolled_px = 0;

  Rect place(const Rect& rect) const {
    return {layer->viewport.x + rect.x, layer->viewport.y + rect.y - scrolled_px, rect.w, rect.h};
  }
};

int whole(double scroll_px) { return static_cast<int>(std::lround(scroll_px)); }

std::vector<Shown> as_read(const Scene& scene, double scroll_px) {
  std::vector<Shown> layers = {{&scene.page, whole(scroll_px)}};
  if (scene.band) layers.push_back({&*scene.band, 0});
  if (scene.dock) layers.push_back({&*scene.dock, 0});
  return layers;
}

std::vector<Shown> as_touched(const Scene& scene, double scroll_px) {
  std::vector<Shown> layers;
  if (scene.dock) layers.push_back({&*scene.dock, 0});
  if (scene.band) layers.push_back({&*scene.band, 0});
  if (has_more_below(scene, scroll_px)) layers.push_back({&*scene.more, 0});
  layers.push_back({&scene.page, whole(scroll_px)});
  return layers;
}

std::string seen_words(const Shown& shown, const Box& box) {
  const text::Block& block = *box.block;
  if (block.lines.empty()) return {};
  const int line_height_px = block.height_px / static_cast<int>(block.lines.size());
  std::optional<std::size_t> from, to;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const int top = box.origin.y + static_cast<int>(i) * line_height_px;
    const Rect line = shown.place({box.origin.x + block.lines[i].x_px, top, block.lines[i].width_px, line_height_px});
    if (!shown.layer->viewport.contains(line)) continue;
    if (!from) from = block.lines[i].begin;
    to = block.lines[i].end;
  }
  if (!from) return {};
  std::u32string words = block.text.substr(*from, *to - *from);
  // What only steers line breaks is not seen.
  std::erase_if(words, [](char32_t c) { return c == U'\u2060' || c == U'\u200B'; });
  return base::encode_utf8(words);
}

bool path_ends(std::string_view path, std::string_view end) {
  return path.ends_with(end) && (path.size() == end.size() || path[path.size() - end.size() - 1] == '/');
}

}  // namespace

std::vector<VisibleText> visible_texts(const Scene& scene, double scroll_px) {
  std::vector<VisibleText> texts;
  for (const Shown& shown : as_read(scene, scroll_px)) {
    for (const Box& box : shown.layer->boxes) {
      if (box.block == nullptr) continue;
      std::string words = seen_words(shown, box);
      if (!words.empty()) texts.push_back({box.path, std::move(words)});
    }
  }
  return texts;
}

std::optional<VisibleBox> find_box(const Scene& scene, double scroll_px, std::string_view path_end) {
  for (const Shown& shown : as_touched(scene, scroll_px)) {
    for (const Box& box : shown.layer->boxes) {
      if (!path_ends(box.path, path_end)) continue;
      VisibleBox seen;
      seen.rect = shown.place(box.rect);
      seen.whole = shown.layer->viewport.contains(seen.rect);
      const Rect part = intersection(seen.rect, shown.layer->viewport);
      if (part.w > 0 && part.h > 0) seen.press = Point{part.x + part.w / 2, part.y + part.h / 2};
      return seen;
    }
  }
  return std::nullopt;
}

std::vector<Rect> visible_targets(const Scene& scene, double scroll_px) {
  std::vector<Rect> targets;
  for (const Shown& shown : as_touched(scene, scroll_px)) {
    const bool hint = scene.more && shown.layer == &*scene.more;
    for (const Box& box : shown.layer->boxes) {
      if (!box.tap && !(hint && box.box_style.fill)) continue;
      const Rect part = intersection(shown.place(box.rect), shown.layer->viewport);
      if (part.w > 0 && part.h > 0) targets.push_back(part);
    }
  }
  return targets;
}

}  // namespace hub::ui
