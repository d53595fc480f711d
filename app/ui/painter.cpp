#include "ui/painter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/layout/qr.h"

namespace hub::ui {

namespace {

// Below this a fill by callback costs more than it saves.
constexpr int kLargeArea_px = 64 * 64;
constexpr int kMostRadius_px = text::kPageSize_px - 2;  // a corner's picture fits a page
constexpr int kSunspotSegments = 96;
constexpr int kDotSegments = 24;

ImVec2 vec(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }

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

Painter::Painter(text::GlyphAtlas& pages, const text::Faces& faces, const Canvas& canvas, const Metrics& metrics,
                 const Palette& palette)
    : list_(*canvas.list),
      pages_(pages),
      faces_(faces),
      canvas_(canvas),
      metrics_(metrics),
      palette_(palette),
      clip_{0, 0, metrics.screen.width_px, metrics.screen.height_px} {
  list_.PushClipRect(vec(clip_.x, clip_.y), vec(clip_.right(), clip_.bottom()));
}

Painter::~Painter() { list_.PopClipRect(); }

void Painter::clip(const Rect& rect) {
  clip_ = intersection(rect, {0, 0, metrics_.screen.width_px, metrics_.screen.height_px});
  list_.PopClipRect();
  list_.PushClipRect(vec(clip_.x, clip_.y), vec(clip_.right(), clip_.bottom()));
}

ImU32 Painter::packed(Colour c, double opacity) const {
  return IM_COL32(c.r, c.g, c.b, static_cast<int>(std::lround(opacity * opacity_ * 255)));
}

void Painter::backdrop(const Backdrop& backdrop, const Rect& area, Point by) {
  fill(moved(area, by), backdrop.colour);
  for (const Sunspot& spot : backdrop.sunspots) {
    list_.AddCircleFilled(vec(spot.centre.x + by.x, spot.centre.y + by.y), static_cast<float>(spot.radius_px),
                          packed(spot.colour), kSunspotSegments);
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
  list_.AddRectFilledMultiColor(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), corner(Side::left, Side::top),
                                corner(Side::right, Side::top), corner(Side::right, Side::bottom),
                                corner(Side::left, Side::bottom));
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
    const ImVec2 centre(static_cast<float>(rect.x + rect.w / 2.0 + radius * std::sin(angle)),
                        static_cast<float>(rect.y + rect.h / 2.0 - radius * std::cos(angle)));
    const bool left = i >= box_style.ring_of - box_style.ring_left;
    list_.AddCircleFilled(centre, static_cast<float>(dot), packed(left ? colour : palette_.line), kDotSegments);
  }
}

void Painter::fill(const Rect& rect, Colour colour) {
  const Rect seen = intersection(rect, clip_);
  if (seen.w == 0 || seen.h == 0) return;
  const ImVec2 from = vec(seen.x, seen.y);
  const ImVec2 to = vec(seen.right(), seen.bottom());
  if (canvas_.fill_clip_rect == nullptr || seen.w * seen.h < kLargeArea_px || opacity_ < 1) {
    list_.AddRectFilled(from, to, packed(colour));
    return;
  }
  list_.PushClipRect(from, to, true);
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the only way to hand a callback of ImGui a number
  list_.AddCallback(canvas_.fill_clip_rect, reinterpret_cast<void*>(static_cast<std::uintptr_t>(packed(colour))));
  list_.PopClipRect();
}

void Painter::round_fill(const Rect& rect, int radius_px, Colour colour) {
  const int r = std::max(0, std::min({radius_px, rect.w / 2, rect.h / 2, kMostRadius_px}));
  if (r == 0) return fill(rect, colour);
  const text::Sprite corner = pages_.shape(shape_key(kCorner, r, 0), r, r, paint_corner);
  const ImU32 c = packed(colour);
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
  const ImU32 c = packed(palette_.shadow, measure::shadow_opacity);
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
  const ImU32 c = packed(colour);
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
        list_.AddRectFilled(vec(left + x * module, top + y * module), vec(left + end * module, top + (y + 1) * module),
                            packed(colour));
      }
      x = end + 1;
    }
  }
}

// Fitted into the rectangle, in its middle; a place that is marked has a frame around it.
void Painter::picture(const Box& box, const Rect& rect) {
  const Rect& part = box.part;
  if (canvas_.bitmaps == nullptr || !box.bitmap->whole() || part.w <= 0 || rect.w <= 0 || rect.h <= 0) return;
  const double scale = std::max(1.0 * part.w / rect.w, 1.0 * part.h / rect.h);
  const auto px = [&](int of_bitmap) { return static_cast<int>(std::lround(of_bitmap / scale)); };
  const Rect shown = {rect.x + (rect.w - px(part.w)) / 2, rect.y + (rect.h - px(part.h)) / 2, px(part.w), px(part.h)};
  const auto across = static_cast<float>(box.bitmap->width_px);
  const auto along = static_cast<float>(box.bitmap->height_px);
  list_.AddImage(canvas_.bitmaps->texture_of(box.bitmap, scale), vec(shown.x, shown.y),
                 vec(shown.right(), shown.bottom()),
                 {static_cast<float>(part.x) / across, static_cast<float>(part.y) / along},
                 {static_cast<float>(part.right()) / across, static_cast<float>(part.bottom()) / along},
                 IM_COL32(255, 255, 255, static_cast<int>(std::lround(opacity_ * 255))));
  const Rect marked = intersection(box.mark, part);
  if (marked.w <= 0 || marked.h <= 0) return;
  const int air = metrics_.gap(measure::mark_air);
  const Rect frame = intersection(
      grown({shown.x + px(marked.x - part.x), shown.y + px(marked.y - part.y), px(marked.w), px(marked.h)}, air),
      shown);
  const int line = std::max(2, metrics_.gap(measure::mark_line));
  list_.AddRect(vec(frame.x, frame.y), vec(frame.right(), frame.bottom()), packed(box.colour), static_cast<float>(air),
                0, static_cast<float>(line));
}

void Painter::sprite(const text::Sprite& s, Point at, ImU32 colour, bool flip_x, bool flip_y) {
  if (s.width_px == 0) return;
  constexpr float kScale = 1.0f / text::kPageSize_px;
  ImVec2 uv0 = {static_cast<float>(s.x_px) * kScale, static_cast<float>(s.y_px) * kScale};
  ImVec2 uv1 = {static_cast<float>(s.x_px + s.width_px) * kScale, static_cast<float>(s.y_px + s.height_px) * kScale};
  if (flip_x) std::swap(uv0.x, uv1.x);
  if (flip_y) std::swap(uv0.y, uv1.y);
  list_.AddImage(canvas_.page_textures[s.page], vec(at.x, at.y), vec(at.x + s.width_px, at.y + s.height_px), uv0, uv1,
                 colour);
}

void Painter::stretch(const text::Sprite& s, const Rect& from, const Rect& to, ImU32 colour) {
  if (s.width_px == 0 || to.w <= 0 || to.h <= 0) return;
  constexpr float kScale = 1.0f / text::kPageSize_px;
  const int x = s.x_px + from.x;
  const int y = s.y_px + from.y;
  list_.AddImage(canvas_.page_textures[s.page], vec(to.x, to.y), vec(to.right(), to.bottom()),
                 {static_cast<float>(x) * kScale, static_cast<float>(y) * kScale},
                 {static_cast<float>(x + from.w) * kScale, static_cast<float>(y + from.h) * kScale}, colour);
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
  const ImU32 top = packed(background, towards_bottom ? 0 : 1);
  const ImU32 bottom = packed(background, towards_bottom ? 1 : 0);
  list_.AddRectFilledMultiColor(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), top, top, bottom, bottom);
}

}  // namespace hub::ui
