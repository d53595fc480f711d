#include "ui/painter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/layout/qr.h"

namespace hub::ui {

namespace {

constexpr int kMostRadius_px = text::kPageSize_px - 2;  // a corner's picture fits a page
constexpr int kSunspotSegments = 96;
constexpr int kDotSegments = 24;

std::uint64_t shape_key(std::uint64_t kind, int a, int b) {
  return kind << 56 | static_cast<std::uint64_t>(a) << 28 | static_cast<std::uint64_t>(b);
}
constexpr std::uint64_t kCorner = 1;
constexpr std::uint64_t kShadow = 2;

std::size_t at(int x, int y, int width_px) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px) + static_cast<std::size_t>(x);
}

std::uint8_t coverage(double value) { return static_cast<std::uint8_t>(std::lround(bounded(value, 0.0, 1.0) * 255)); }

// The top left quarter of a disc.
void paint_corner(std::span<std::uint8_t> out, int width_px, int height_px) {
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) {
      const double distance = std::hypot(width_px - x - 0.5, height_px - y - 0.5);
      out[at(x, y, width_px)] = coverage(width_px - distance + 0.5);
    }
  }
}

// A rounded square's soft shadow: smooth from the blur inside its edge to the blur outside it.
void paint_shadow(std::span<std::uint8_t> out, int side_px, int radius_px, int blur_px) {
  const double half = side_px / 2.0 - blur_px - radius_px;  // of the square that the round corners stand on
  for (int y = 0; y < side_px; ++y) {
    for (int x = 0; x < side_px; ++x) {
      const double dx = std::max(0.0, std::abs(x + 0.5 - side_px / 2.0) - half);
      const double dy = std::max(0.0, std::abs(y + 0.5 - side_px / 2.0) - half);
      const double outside = std::hypot(dx, dy) - radius_px;  // negative inside
      const double t = bounded((blur_px - outside) / (2.0 * blur_px), 0.0, 1.0);
      out[at(x, y, side_px)] = coverage(t * t * (3 - 2 * t));
    }
  }
}

}  // namespace

Painter::Painter(text::GlyphAtlas& pages, const text::Faces& faces, PaintList& list, const Metrics& metrics,
                 const Palette& palette)
    : list_(list),
      pages_(pages),
      faces_(faces),
      metrics_(metrics),
      palette_(palette),
      clip_{0, 0, metrics.screen.width_px, metrics.screen.height_px} {}

void Painter::clip(const Rect& rect) {
  clip_ = intersection(rect, {0, 0, metrics_.screen.width_px, metrics_.screen.height_px});
}

PaintItem& Painter::add(PaintItem::Kind kind, const Rect& to, PackedColour colour) {
  PaintItem& item = list_.emplace_back();
  item.kind = kind;
  item.to = to;
  item.clip = clip_;
  item.colour = colour;
  return item;
}

PackedColour Painter::packed(Colour c, double opacity) const {
  const auto alpha = static_cast<PackedColour>(std::lround(opacity * opacity_ * 255));
  return PackedColour{c.r} | PackedColour{c.g} << 8 | PackedColour{c.b} << 16 | alpha << 24;
}

void Painter::backdrop(const Backdrop& backdrop, const Rect& area, Point by) {
  fill(moved(area, by), backdrop.colour);
  for (const Sunspot& spot : backdrop.sunspots) {
    disc(spot.centre.x + by.x, spot.centre.y + by.y, spot.radius_px, packed(spot.colour), kSunspotSegments);
  }
}

void Painter::layer(const Layer& layer, Point at, int pressed, double opacity) {
  opacity_ = opacity;
  for (std::size_t i = 0; i < layer.boxes.size(); ++i) {
    const Box& one = layer.boxes[i];
    box(one, moved(one.rect, at), at, static_cast<int>(i) == pressed);
  }
  opacity_ = 1;
}

void Painter::edge(const Rect& rect, Side dark) {
  const auto corner = [&](Side one, Side other) {
    return packed(palette_.shadow, dark == one || dark == other ? measure::shadow_opacity : 0);
  };
  PaintItem& item = add(PaintItem::Kind::gradient, rect, corner(Side::left, Side::top));
  item.top_right = corner(Side::right, Side::top);
  item.bottom_right = corner(Side::right, Side::bottom);
  item.bottom_left = corner(Side::left, Side::bottom);
}

void Painter::box(const Box& box, Rect rect, Point offset, bool pressed) {
  const int spread = metrics_.gap(measure::shadow_blur + measure::shadow_down);
  const Rect reach = {rect.x - spread, rect.y - spread, rect.w + 2 * spread, rect.h + 2 * spread};
  if (intersection(reach, clip_).h == 0 || intersection(reach, clip_).w == 0) return;
  if (pressed) {
    const int dx = static_cast<int>(std::lround(rect.w * (1 - measure::pressed_scale) / 2));
    const int dy = static_cast<int>(std::lround(rect.h * (1 - measure::pressed_scale) / 2));
    rect = {rect.x + dx, rect.y + dy, rect.w - 2 * dx, rect.h - 2 * dy};
  }
  const auto shade = [&](Colour c) { return pressed ? mix(c, palette_.ink, measure::pressed_darker) : c; };
  if (box.box_style.shadow) shadow(rect, box.box_style.radius_px);
  Rect body = rect;
  if (box.box_style.border) {
    round_fill(rect, box.box_style.radius_px, *box.box_style.border);
    const int b = box.box_style.border_px;
    body = {rect.x + b, rect.y + b, rect.w - 2 * b, rect.h - 2 * b};
  }
  if (box.box_style.fill)
    round_fill(body, box.box_style.radius_px - box.box_style.border_px, shade(*box.box_style.fill));
  if (box.box_style.ring_of > 0) ring(rect, box.box_style, box.colour);
  if (box.block != nullptr) text(*box.block, {box.origin.x + offset.x, box.origin.y + offset.y}, box.colour);
  if (box.icon != 0) icon(box.icon, box.icon_px, rect, box.colour);
  if (!box.url.empty()) code(box.url, rect, box.colour);
  if (box.bitmap != nullptr) picture(box, rect);
}

// Clockwise from the top; what is over is taken away there first.
void Painter::ring(const Rect& rect, const BoxStyle& box_style, Colour colour) {
  const double dot = rect.w * measure::ring_dot;
  const double radius = rect.w / 2.0 - dot;
  for (int i = 0; i < box_style.ring_of; ++i) {
    const double angle = 2 * std::numbers::pi * i / box_style.ring_of;
    const bool left = i >= box_style.ring_of - box_style.ring_left;
    disc(rect.x + rect.w / 2.0 + radius * std::sin(angle), rect.y + rect.h / 2.0 - radius * std::cos(angle), dot,
         packed(left ? colour : palette_.line), kDotSegments);
  }
}

void Painter::fill(const Rect& rect, Colour colour) {
  if (rect.w > 0 && rect.h > 0) add(PaintItem::Kind::fill, rect, packed(colour));
}

void Painter::disc(double x, double y, double radius_px, PackedColour colour, int segments) {
  const auto from = [&](double middle) { return static_cast<int>(std::floor(middle - radius_px)) - 1; };
  const auto to = [&](double middle) { return static_cast<int>(std::ceil(middle + radius_px)) + 1; };  // its soft edge
  PaintItem& item = add(PaintItem::Kind::disc, {from(x), from(y), to(x) - from(x), to(y) - from(y)}, colour);
  item.centre_x = static_cast<float>(x);
  item.centre_y = static_cast<float>(y);
  item.radius = static_cast<float>(radius_px);
  item.segments = segments;
}

void Painter::round_fill(const Rect& rect, int radius_px, Colour colour) {
  const int r = std::max(0, std::min({radius_px, rect.w / 2, rect.h / 2, kMostRadius_px}));
  if (r == 0) return fill(rect, colour);
  const text::Sprite corner = pages_.shape(shape_key(kCorner, r, 0), r, r, paint_corner);
  const PackedColour c = packed(colour);
  sprite(corner, {rect.x, rect.y}, c);
  sprite(corner, {rect.right() - r, rect.y}, c, true, false);
  sprite(corner, {rect.x, rect.bottom() - r}, c, false, true);
  sprite(corner, {rect.right() - r, rect.bottom() - r}, c, true, true);
  fill({rect.x + r, rect.y, rect.w - 2 * r, r}, colour);
  fill({rect.x, rect.y + r, rect.w, rect.h - 2 * r}, colour);
  fill({rect.x + r, rect.bottom() - r, rect.w - 2 * r, r}, colour);
}

void Painter::shadow(const Rect& rect, int radius_px) {
  const int blur = std::max(1, metrics_.gap(measure::shadow_blur));
  const int r = std::max(0, std::min({radius_px, rect.w / 2, rect.h / 2}));
  const int edge = r + 2 * blur;  // from the outer end of the blur to where the shadow is even
  const int side = 2 * edge + 1;
  const text::Sprite s = pages_.shape(shape_key(kShadow, r, blur), side, side,
                                      [&](auto out, int w, int) { paint_shadow(out, w, r, blur); });
  const int down = metrics_.gap(measure::shadow_down);
  const Rect outer = {rect.x - blur, rect.y - blur + down, rect.w + 2 * blur, rect.h + 2 * blur};
  if (outer.w < 2 * edge || outer.h < 2 * edge) return;
  const PackedColour c = packed(palette_.shadow, measure::shadow_opacity);
  const int right = outer.right() - edge;
  const int bottom = outer.bottom() - edge;
  const int across = outer.w - 2 * edge;
  const int along = outer.h - 2 * edge;
  stretch(s, {0, 0, edge, edge}, {outer.x, outer.y, edge, edge}, c);
  stretch(s, {edge + 1, 0, edge, edge}, {right, outer.y, edge, edge}, c);
  stretch(s, {0, edge + 1, edge, edge}, {outer.x, bottom, edge, edge}, c);
  stretch(s, {edge + 1, edge + 1, edge, edge}, {right, bottom, edge, edge}, c);
  stretch(s, {edge, 0, 1, edge}, {outer.x + edge, outer.y, across, edge}, c);
  stretch(s, {edge, edge + 1, 1, edge}, {outer.x + edge, bottom, across, edge}, c);
  stretch(s, {0, edge, edge, 1}, {outer.x, outer.y + edge, edge, along}, c);
  stretch(s, {edge + 1, edge, edge, 1}, {right, outer.y + edge, edge, along}, c);
}

void Painter::text(const text::Block& block, Point origin, Colour colour) {
  const PackedColour c = packed(colour);
  for (const text::PlacedGlyph& glyph : block.glyphs) {
    const Point pen = {origin.x + glyph.x_px, origin.y + glyph.y_px};
    if (pen.y + glyph.size_px < clip_.y || pen.y - 2 * glyph.size_px > clip_.bottom()) continue;
    const text::Sprite& s = pages_.glyph(glyph.face, glyph.glyph, glyph.size_px);
    sprite(s, {pen.x + s.left_px, pen.y - s.top_px}, c);
  }
}

void Painter::icon(char32_t code_point, int size_px, const Rect& rect, Colour colour) {
  const text::FaceId face = faces_.face_for(code_point, text::Weight::icon, "");
  const text::Sprite& s = pages_.glyph(face, faces_.glyph_index(face, code_point), size_px);
  sprite(s, {rect.x + (rect.w - s.width_px) / 2, rect.y + (rect.h - s.height_px) / 2}, packed(colour));
}

void Painter::code(const std::string& url, const Rect& rect, Colour colour) {
  const QrCode qr = make_qr(url);
  if (qr.side == 0) return;
  const int module = std::max(1, std::min(rect.w, rect.h) / (qr.side + 2 * kQuietZone));
  const int left = rect.x + (rect.w - module * qr.side) / 2;
  const int top = rect.y + (rect.h - module * qr.side) / 2;
  for (int y = 0; y < qr.side; ++y) {
    for (int x = 0; x < qr.side;) {
      int end = x;
      while (end < qr.side && qr.at(end, y)) ++end;
      if (end > x) {
        fill({left + x * module, top + y * module, (end - x) * module, module}, colour);
      }
      x = end + 1;
    }
  }
}

// Fitted into the rectangle, in its middle; a place that is marked has a frame around it.
void Painter::picture(const Box& box, const Rect& rect) {
  const Rect& part = box.part;
  if (!box.bitmap->whole() || part.w <= 0 || rect.w <= 0 || rect.h <= 0) return;
  const double scale = std::max(1.0 * part.w / rect.w, 1.0 * part.h / rect.h);
  const auto px = [&](int of_bitmap) { return static_cast<int>(std::lround(of_bitmap / scale)); };
  const Rect shown = {rect.x + (rect.w - px(part.w)) / 2, rect.y + (rect.h - px(part.h)) / 2, px(part.w), px(part.h)};
  PaintItem& item = add(PaintItem::Kind::picture, shown, packed({255, 255, 255}));
  item.from = part;
  item.bitmap = box.bitmap;
  item.scale = scale;
  const Rect marked = intersection(box.mark, part);
  if (marked.w <= 0 || marked.h <= 0) return;
  const int air = metrics_.gap(measure::mark_air);
  const Rect frame = intersection(
      grown({shown.x + px(marked.x - part.x), shown.y + px(marked.y - part.y), px(marked.w), px(marked.h)}, air),
      shown);
  const int line = std::max(2, metrics_.gap(measure::mark_line));
  PaintItem& outline = add(PaintItem::Kind::outline, grown(frame, line), packed(box.colour));
  outline.from = frame;
  outline.radius = static_cast<float>(air);
  outline.line_px = line;
}

void Painter::sprite(const text::Sprite& s, Point at, PackedColour colour, bool flip_x, bool flip_y) {
  if (s.width_px == 0) return;
  PaintItem& item = add(PaintItem::Kind::sprite, {at.x, at.y, s.width_px, s.height_px}, colour);
  item.from = {s.x_px, s.y_px, s.width_px, s.height_px};
  item.page = s.page;
  item.serial = s.serial;
  item.flip_x = flip_x;
  item.flip_y = flip_y;
}

void Painter::stretch(const text::Sprite& s, const Rect& from, const Rect& to, PackedColour colour) {
  if (s.width_px == 0 || to.w <= 0 || to.h <= 0) return;
  PaintItem& item = add(PaintItem::Kind::sprite, to, colour);
  item.from = moved(from, {s.x_px, s.y_px});
  item.page = s.page;
  item.serial = s.serial;
}

void Painter::page_end(const Rect& rect, Colour background, bool low) {
  if (low) {
    const int short_px = rect.h * 3 / 10;
    return fade({rect.x, rect.bottom() - short_px, rect.w, short_px}, background, true);
  }
  const int plain_px = rect.h * 5 / 8;
  fade({rect.x, rect.y, rect.w, rect.h - plain_px}, background, true);
  fill({rect.x, rect.bottom() - plain_px, rect.w, plain_px}, background);
}

void Painter::fade(const Rect& rect, Colour background, bool towards_bottom) {
  const PackedColour top = packed(background, towards_bottom ? 0 : 1);
  const PackedColour bottom = packed(background, towards_bottom ? 1 : 0);
  PaintItem& item = add(PaintItem::Kind::gradient, rect, top);
  item.top_right = top;
  item.bottom_right = bottom;
  item.bottom_left = bottom;
}

}  // namespace hub::ui
