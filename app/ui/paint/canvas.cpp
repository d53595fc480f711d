#include "ui/paint/canvas.h"

#include <utility>

namespace hub::ui {

namespace {

ImVec2 vec(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }
ImVec2 top_left(const Rect& rect) { return vec(rect.x, rect.y); }
ImVec2 bottom_right(const Rect& rect) { return vec(rect.right(), rect.bottom()); }

// Which part of `from` shows in `piece` of `to`. What is stretched in a direction is the same all along it.
Rect part_of(const PaintItem& item, const Rect& piece) {
  Rect part = item.from;
  if (part.w == item.to.w) {
    part.x += item.flip_x ? item.to.right() - piece.right() : piece.x - item.to.x;
    part.w = piece.w;
  }
  if (part.h == item.to.h) {
    part.y += item.flip_y ? item.to.bottom() - piece.bottom() : piece.y - item.to.y;
    part.h = piece.h;
  }
  return part;
}

class Drawer {
 public:
  explicit Drawer(const Canvas& canvas) : canvas_(canvas), list_(*canvas.list) {}

  void draw(const PaintItem& item, const Rect& piece) {
    switch (item.kind) {
      case PaintItem::Kind::fill:
        return fill(item, piece);
      case PaintItem::Kind::sprite:
        return sprite(item, piece);
      case PaintItem::Kind::gradient:
      case PaintItem::Kind::disc:
      case PaintItem::Kind::picture:
      case PaintItem::Kind::outline:
        break;
    }
    list_.PushClipRect(top_left(piece), bottom_right(piece), true);
    shape(item);
    list_.PopClipRect();
  }

 private:
  void fill(const PaintItem& item, const Rect& piece) {
    if (canvas_.fill_clip_rect == nullptr || piece.w * piece.h < kLargeArea_px || !item.is_opaque()) {
      list_.AddRectFilled(top_left(piece), bottom_right(piece), item.colour);
      return;
    }
    list_.PushClipRect(top_left(piece), bottom_right(piece), true);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the only way to hand a callback of ImGui a number
    list_.AddCallback(canvas_.fill_clip_rect, reinterpret_cast<void*>(static_cast<std::uintptr_t>(item.colour)));
    list_.PopClipRect();
  }

  void sprite(const PaintItem& item, const Rect& piece) {
    constexpr float kScale = 1.0F / text::kPageSize_px;
    const Rect part = part_of(item, piece);
    ImVec2 first = {static_cast<float>(part.x) * kScale, static_cast<float>(part.y) * kScale};
    ImVec2 last = {static_cast<float>(part.right()) * kScale, static_cast<float>(part.bottom()) * kScale};
    if (item.flip_x) std::swap(first.x, last.x);
    if (item.flip_y) std::swap(first.y, last.y);
    list_.AddImage(canvas_.page_textures[item.page], top_left(piece), bottom_right(piece), first, last, item.colour);
  }

  // Whole; what is not to be touched is clipped.
  void shape(const PaintItem& item) {
    if (item.kind == PaintItem::Kind::gradient) {
      list_.AddRectFilledMultiColor(top_left(item.to), bottom_right(item.to), item.colour, item.top_right,
                                    item.bottom_right, item.bottom_left);
    } else if (item.kind == PaintItem::Kind::disc) {
      list_.AddCircleFilled({item.centre_x, item.centre_y}, item.radius, item.colour, item.segments);
    } else if (item.kind == PaintItem::Kind::outline) {
      list_.AddRect(top_left(item.from), bottom_right(item.from), item.colour, item.radius, 0,
                    static_cast<float>(item.line_px));
    } else if (canvas_.bitmaps != nullptr) {
      const auto across = static_cast<float>(item.bitmap->width_px);
      const auto along = static_cast<float>(item.bitmap->height_px);
      list_.AddImage(canvas_.bitmaps->texture_of(item.bitmap, item.scale), top_left(item.to), bottom_right(item.to),
                     {static_cast<float>(item.from.x) / across, static_cast<float>(item.from.y) / along},
                     {static_cast<float>(item.from.right()) / across, static_cast<float>(item.from.bottom()) / along},
                     item.colour);
    }
  }

  const Canvas& canvas_;
  ImDrawList& list_;
};

}  // namespace

void draw(std::span<const PaintItem> list, std::span<const PaintPiece> pieces, const Canvas& canvas) {
  Drawer drawer(canvas);
  for (const PaintPiece& piece : pieces) drawer.draw(list[piece.item], piece.rect);
}

}  // namespace hub::ui
