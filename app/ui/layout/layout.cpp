#include "ui/layout/layout.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "base/utf8.h"

namespace hub::ui {

namespace {

struct Size {
  int w = 0;
  int h = 0;
};

class Layouter {
 public:
  explicit Layouter(text::Typesetter& typesetter) : typesetter_(typesetter) {}

  int natural_width(const Element& e) const;
  int height(const Element& e, int width) const;
  void place(const Element& e, const Rect& rect, int parent, const std::string& path, Layer& layer) const;

 private:
  const text::Block& block(const Element& e, int width) const {
    text::Style style = e.style;
    style.size_px = std::max(1, style.size_px);
    const int longest = static_cast<int>(measure::max_line * style.size_px);
    return typesetter_.set(e.words, e.language, style, width <= 0 ? 0 : std::min(width, longest));
  }
  int content_width(const Element& e) const;
  int content_height(const Element& e, int width) const;
  int column_width(const Element& e, int width) const {
    return std::max(0, width - e.gap_px * (e.columns - 1)) / e.columns;
  }
  int grid_row_height(const Element& e, int width) const;
  std::vector<int> row_widths(const Element& e, int width) const;
  std::vector<std::vector<std::size_t>> flow_lines(const Element& e, int width) const;
  int flow_width(const Element& child, int width) const { return std::min(natural_width(child), width); }
  int child_width(const Element& parent, const Element& child, int width) const;

  void place_column(const Element& e, const Rect& inner, int self, const std::string& path, Layer& layer) const;
  void place_row(const Element& e, const Rect& inner, int self, const std::string& path, Layer& layer) const;
  void place_flow(const Element& e, const Rect& inner, int self, const std::string& path, Layer& layer) const;
  void place_grid(const Element& e, const Rect& inner, int self, const std::string& path, Layer& layer) const;
  void place_beside(const Element& parent, const Element& child, Rect slot, int self, const std::string& path,
                    std::size_t index, Layer& layer) const;

  text::Typesetter& typesetter_;
};

Rect part_of(const Element& e) {
  if (e.bitmap == nullptr) return {};
  const Rect all = {0, 0, e.bitmap->width_px, e.bitmap->height_px};
  const Rect part = intersection(e.part, all);
  return part.w > 0 && part.h > 0 ? part : all;
}

// As tall as the width makes it, within its limit.
int picture_height(const Element& e, int width) {
  const Rect part = part_of(e);
  if (part.w <= 0) return e.icon_px;
  const auto height = static_cast<int>(static_cast<std::int64_t>(part.h) * std::max(0, width) / part.w);
  return e.icon_px > 0 ? std::min(height, e.icon_px) : height;
}

int gaps(const Element& e) { return e.gap_px * std::max(0, static_cast<int>(e.children.size()) - 1); }

int offset(Align align, int room) {
  switch (align) {
    case Align::centre:
      return room / 2;
    case Align::end:
      return room;
    default:
      return 0;
  }
}

std::string child_path(const std::string& path, const Element& child, std::size_t index) {
  const std::string name = child.key.empty() ? std::to_string(index) : child.key;
  return path.empty() ? name : path + "/" + name;
}

int Layouter::content_width(const Element& e) const {
  int width = 0;
  switch (e.kind) {
    case Kind::text:
      return block(e, 0).width_px;
    case Kind::icon:
    case Kind::code:
      return e.icon_px;
    case Kind::picture:
      return part_of(e).w;
    case Kind::row:
    case Kind::flow:
      for (const Element& child : e.children) width += natural_width(child);
      return width + gaps(e);
    case Kind::grid:
      for (const Element& child : e.children) width = std::max(width, natural_width(child));
      return width * e.columns + e.gap_px * (e.columns - 1);
    case Kind::column:
      for (const Element& child : e.children) width = std::max(width, natural_width(child));
      return width;
  }
  return width;
}

int Layouter::natural_width(const Element& e) const {
  if (e.width_px > 0) return e.width_px;
  return std::max(e.min_width_px, content_width(e) + e.pad.left + e.pad.right);
}

int Layouter::child_width(const Element& parent, const Element& child, int width) const {
  if (child.width_px > 0) return std::min(child.width_px, width);
  if (child.hug || parent.across != Align::stretch) return std::min(natural_width(child), width);
  return width;
}

std::vector<int> Layouter::row_widths(const Element& e, int width) const {
  std::vector<int> widths;
  int left = width - gaps(e);
  double shares = 0;
  for (const Element& child : e.children) {
    shares += child.grow;
    const int own = child.grow > 0 ? 0 : std::min(natural_width(child), std::max(0, left));
    widths.push_back(own);
    left -= own;
  }
  for (std::size_t i = 0; i < e.children.size() && shares > 0; ++i) {
    const double grow = e.children[i].grow;
    if (grow <= 0) continue;
    const int share = static_cast<int>(left * grow / shares);
    widths[i] = share;
    left -= share;
    shares -= grow;
  }
  return widths;
}

std::vector<std::vector<std::size_t>> Layouter::flow_lines(const Element& e, int width) const {
  std::vector<std::vector<std::size_t>> lines;
  int used = 0;
  for (std::size_t i = 0; i < e.children.size(); ++i) {
    const int own = flow_width(e.children[i], width);
    if (lines.empty() || used + e.gap_px + own > width) {
      lines.push_back({i});
      used = own;
    } else {
      lines.back().push_back(i);
      used += e.gap_px + own;
    }
  }
  return lines;
}

int Layouter::grid_row_height(const Element& e, int width) const {
  const int own = column_width(e, width);
  int tallest = 0;
  for (const Element& child : e.children) tallest = std::max(tallest, height(child, own));
  return tallest;
}

int Layouter::content_height(const Element& e, int width) const {
  int total = 0;
  switch (e.kind) {
    case Kind::text:
      return block(e, width).height_px;
    case Kind::icon:
    case Kind::code:
      return e.icon_px;
    case Kind::picture:
      return picture_height(e, width);
    case Kind::column:
      for (const Element& child : e.children) total += height(child, child_width(e, child, width));
      return total + gaps(e);
    case Kind::row: {
      const std::vector<int> widths = row_widths(e, width);
      for (std::size_t i = 0; i < widths.size(); ++i) total = std::max(total, height(e.children[i], widths[i]));
      return total;
    }
    case Kind::flow: {
      const auto lines = flow_lines(e, width);
      for (const auto& line : lines) {
        int tallest = 0;
        for (const std::size_t i : line) {
          tallest = std::max(tallest, height(e.children[i], flow_width(e.children[i], width)));
        }
        total += tallest;
      }
      return total + e.gap_px * std::max(0, static_cast<int>(lines.size()) - 1);
    }
    case Kind::grid: {
      const int rows = (static_cast<int>(e.children.size()) + e.columns - 1) / e.columns;
      return rows * grid_row_height(e, width) + e.gap_px * std::max(0, rows - 1);
    }
  }
  return total;
}

int Layouter::height(const Element& e, int width) const {
  const int inner = std::max(0, width - e.pad.left - e.pad.right);
  return std::max(e.min_height_px, content_height(e, inner) + e.pad.top + e.pad.bottom);
}

void Layouter::place(const Element& e, const Rect& rect, int parent, const std::string& path, Layer& layer) const {
  const int self = static_cast<int>(layer.boxes.size());
  Box box;
  box.rect = rect;
  box.kind = e.kind;
  box.path = path;
  box.parent = parent;
  box.box_style = e.box_style;
  box.colour = e.colour;
  box.icon = e.icon;
  box.icon_px = e.icon_px;
  box.url = e.url;
  box.bitmap = e.bitmap;
  box.part = part_of(e);
  box.mark = e.mark;
  box.tap = e.tap;
  box.hold = e.hold;
  const Rect inner = {rect.x + e.pad.left, rect.y + e.pad.top, rect.w - e.pad.left - e.pad.right,
                      rect.h - e.pad.top - e.pad.bottom};
  if (e.kind == Kind::text) {
    box.block = &block(e, inner.w);
    box.origin = {inner.x + offset(e.across, inner.w - box.block->width_px),
                  inner.y + offset(e.along, inner.h - box.block->height_px)};
  }
  layer.boxes.push_back(std::move(box));
  switch (e.kind) {
    case Kind::column:
      return place_column(e, inner, self, path, layer);
    case Kind::row:
      return place_row(e, inner, self, path, layer);
    case Kind::flow:
      return place_flow(e, inner, self, path, layer);
    case Kind::grid:
      return place_grid(e, inner, self, path, layer);
    default:
      return;
  }
}

void Layouter::place_column(const Element& e, const Rect& inner, int self, const std::string& path,
                            Layer& layer) const {
  std::vector<Size> sizes;
  double shares = 0;
  int left = inner.h - gaps(e);
  for (const Element& child : e.children) {
    const int width = child_width(e, child, inner.w);
    sizes.push_back({width, height(child, width)});
    left -= sizes.back().h;
    shares += child.grow;
  }
  int y = inner.y + (shares > 0 ? 0 : offset(e.along, std::max(0, left)));
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const Element& child = e.children[i];
    if (child.grow > 0 && left > 0) {
      const int share = static_cast<int>(left * child.grow / shares);
      sizes[i].h += share;
      left -= share;
      shares -= child.grow;
    }
    const int x = inner.x + offset(e.across, inner.w - sizes[i].w);
    place(child, {x, y, sizes[i].w, sizes[i].h}, self, child_path(path, child, i), layer);
    y += sizes[i].h + e.gap_px;
  }
}

// A child of a row or flow stands in its slot as tall as it is, or stretches with it.
void Layouter::place_beside(const Element& parent, const Element& child, Rect slot, int self, const std::string& path,
                            std::size_t index, Layer& layer) const {
  if (parent.across != Align::stretch) {
    const int own = height(child, slot.w);
    slot.y += offset(parent.across, slot.h - own);
    slot.h = own;
  }
  place(child, slot, self, child_path(path, child, index), layer);
}

void Layouter::place_row(const Element& e, const Rect& inner, int self, const std::string& path, Layer& layer) const {
  const std::vector<int> widths = row_widths(e, inner.w);
  const int used = std::accumulate(widths.begin(), widths.end(), gaps(e));
  int x = inner.x + offset(e.along, std::max(0, inner.w - used));
  for (std::size_t i = 0; i < widths.size(); ++i) {
    place_beside(e, e.children[i], {x, inner.y, widths[i], inner.h}, self, path, i, layer);
    x += widths[i] + e.gap_px;
  }
}

void Layouter::place_flow(const Element& e, const Rect& inner, int self, const std::string& path, Layer& layer) const {
  int y = inner.y;
  for (const auto& line : flow_lines(e, inner.w)) {
    int tallest = 0;
    for (const std::size_t i : line) {
      tallest = std::max(tallest, height(e.children[i], flow_width(e.children[i], inner.w)));
    }
    int x = inner.x;
    for (const std::size_t i : line) {
      const int width = flow_width(e.children[i], inner.w);
      place_beside(e, e.children[i], {x, y, width, tallest}, self, path, i, layer);
      x += width + e.gap_px;
    }
    y += tallest + e.gap_px;
  }
}

void Layouter::place_grid(const Element& e, const Rect& inner, int self, const std::string& path, Layer& layer) const {
  const int rows = (static_cast<int>(e.children.size()) + e.columns - 1) / e.columns;
  if (rows == 0) return;
  const int w = column_width(e, inner.w);
  const int h = std::max(grid_row_height(e, inner.w), (inner.h - e.gap_px * (rows - 1)) / rows);
  for (std::size_t i = 0; i < e.children.size(); ++i) {
    const int column = static_cast<int>(i) % e.columns;
    const int line = static_cast<int>(i) / e.columns;
    const Rect slot = {inner.x + column * (w + e.gap_px), inner.y + line * (h + e.gap_px), w, h};
    place(e.children[i], slot, self, child_path(path, e.children[i], i), layer);
  }
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// Furigana must stay within the lines' pitch: above it is somebody else's place. A glyph of these faces reaches
// 0.88 em above its baseline and 0.12 em below.
bool ink_leaves(const text::Block& block) {
  return std::ranges::any_of(block.glyphs, [&](const text::PlacedGlyph& glyph) {
    return glyph.y_px - glyph.size_px * 88 / 100 < -1 || glyph.y_px + glyph.size_px * 12 / 100 > block.height_px + 1;
  });
}

std::string first_line(const Box& box) {
  return box.block != nullptr && !box.block->lines.empty() ? box.block->line_text(0) : std::string();
}

void add_text_faults(const Box& box, std::vector<Fault>& found) {
  const text::Block& block = *box.block;
  const Rect ink = {box.origin.x, box.origin.y, block.width_px, block.height_px};
  if (!box.rect.contains(ink)) found.push_back({Fault::Kind::text_leaves_box, box.path, first_line(box)});
  if (ink_leaves(block)) found.push_back({Fault::Kind::glyph_leaves_text, box.path, first_line(box)});
  if (!block.missing.empty()) {
    found.push_back({Fault::Kind::missing_character, box.path, base::encode_utf8(block.missing)});
  }
}

}  // namespace

Layer lay_out(const Element& root, const Rect& viewport, text::Typesetter& typesetter) {
  const Layouter layouter(typesetter);
  Layer layer;
  layer.viewport = viewport;
  layer.height_px = std::max(viewport.h, layouter.height(root, viewport.w));
  layouter.place(root, {0, 0, viewport.w, layer.height_px}, -1, root.key, layer);
  return layer;
}

int natural_width(const Element& element, text::Typesetter& typesetter) {
  return Layouter(typesetter).natural_width(element);
}

int natural_height(const Element& element, int width_px, text::Typesetter& typesetter) {
  return Layouter(typesetter).height(element, width_px);
}

std::vector<Fault> faults(const Layer& layer) {
  std::vector<Fault> found;
  for (std::size_t i = 0; i < layer.boxes.size(); ++i) {
    const Box& box = layer.boxes[i];
    if (box.block != nullptr) add_text_faults(box, found);
    if (box.parent < 0) continue;
    const Box& parent = layer.boxes[static_cast<std::size_t>(box.parent)];
    if (!parent.rect.contains(box.rect)) found.push_back({Fault::Kind::box_leaves_parent, box.path, first_line(box)});
    for (std::size_t j = i + 1; j < layer.boxes.size(); ++j) {
      const Box& other = layer.boxes[j];
      if (other.parent == box.parent && overlap(box.rect, other.rect)) {
        found.push_back({Fault::Kind::boxes_overlap, box.path, first_line(box)});
      }
    }
  }
  return found;
}

}  // namespace hub::ui
