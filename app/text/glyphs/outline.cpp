#include "text/glyphs/outline.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace hub::text {

namespace {

struct Vector {
  float x = 0;
  float y = 0;
};

Vector operator-(Vector a, Vector b) { return {a.x - b.x, a.y - b.y}; }
bool is_zero(Vector a) { return a.x == 0 && a.y == 0; }
float dot(Vector a, Vector b) { return a.x * b.x + a.y * b.y; }
float cross(Vector a, Vector b) { return a.x * b.y - a.y * b.x; }

using Contour = std::vector<Vector>;  // with the control points; the last one is followed by the first

short whole(float value) { return static_cast<short>(std::lround(value)); }

int control_points(const stbtt_vertex& vertex) {
  return vertex.type == STBTT_vcubic ? 2 : vertex.type == STBTT_vcurve ? 1 : 0;
}

// Calls each(x, y) for every point of the outline, in the order in which it is drawn.
template <class Points, class Each>
void each_point(Points& points, std::size_t begin, std::size_t end, const Each& each) {
  for (std::size_t i = begin; i < end; ++i) {
    auto& vertex = points[i];
    if (control_points(vertex) > 0) each(vertex.cx, vertex.cy);
    if (control_points(vertex) > 1) each(vertex.cx1, vertex.cy1);
    each(vertex.x, vertex.y);
  }
}

template <class Each>
void each_contour(const std::vector<stbtt_vertex>& points, const Each& each) {
  for (std::size_t begin = 0; begin < points.size();) {
    std::size_t end = begin + 1;
    while (end < points.size() && points[end].type != STBTT_vmove) ++end;
    each(begin, end);
    begin = end;
  }
}

Contour contour_of(const std::vector<stbtt_vertex>& points, std::size_t begin, std::size_t end) {
  Contour contour;
  each_point(points, begin, end, [&](short x, short y) {
    contour.push_back({static_cast<float>(x), static_cast<float>(y)});
  });
  return contour;
}

// Twice the area, positive where the contour runs counterclockwise.
float area_of(const Contour& contour) {
  float area = 0;
  for (std::size_t i = 0; i < contour.size(); ++i) area += cross(contour[i], contour[(i + 1) % contour.size()]);
  return area;
}

// Where a point goes when the edges before and after it go `by` to their right. A corner between edges shorter than
// that goes no further than they reach, and a hairpin stays.
Vector move_of(Vector in, Vector out, float by) {
  constexpr float kHairpin = 0.0625F;
  const float length_in = std::hypot(in.x, in.y);
  const float length_out = std::hypot(out.x, out.y);
  in = {in.x / length_in, in.y / length_in};
  out = {out.x / length_out, out.y / length_out};
  const float straight = 1 + dot(in, out);
  if (straight <= kHairpin) return {};
  const float shortest = std::min(length_in, length_out);
  const float turn = std::abs(cross(in, out));
  const bool reaches = std::abs(by) * turn <= shortest * straight;
  const float far = reaches ? by / straight : std::copysign(shortest / turn, by);
  return {(in.y + out.y) * far, -(in.x + out.x) * far};
}

// Every point moved. Points that stand on each other move together.
Contour moved(const Contour& contour, float by) {
  const std::size_t count = contour.size();
  Contour result = contour;
  for (std::size_t i = 0; i < count; ++i) {
    Vector in;
    Vector out;
    for (std::size_t step = 1; step < count && is_zero(in); ++step)
      in = contour[i] - contour[(i + count - step) % count];
    for (std::size_t step = 1; step < count && is_zero(out); ++step) out = contour[(i + step) % count] - contour[i];
    if (is_zero(in) || is_zero(out)) continue;
    const Vector move = move_of(in, out, by);
    result[i] = {contour[i].x + move.x, contour[i].y + move.y};
  }
  return result;
}

}  // namespace

Outline outline_of(const stbtt_fontinfo& font, int glyph) {
  stbtt_vertex* vertices = nullptr;
  const int count = stbtt_GetGlyphShape(&font, glyph, &vertices);
  Outline outline;
  if (count > 0) outline.points.assign(vertices, vertices + count);
  stbtt_FreeShape(&font, vertices);
  for (stbtt_vertex& vertex : outline.points) {
    for (short* value : {&vertex.x, &vertex.y, &vertex.cx, &vertex.cy, &vertex.cx1, &vertex.cy1}) {
      *value = static_cast<short>(*value * Outline::kFiner);
    }
  }
  return outline;
}

void embolden(float stem_units, Outline& outline) {
  float area = 0;
  each_contour(outline.points,
               [&](std::size_t begin, std::size_t end) { area += area_of(contour_of(outline.points, begin, end)); });
  // PostScript outlines run counterclockwise around the ink, TrueType's clockwise.
  const float by = std::copysign(stem_units / 2 * Outline::kFiner, stem_units * area);
  each_contour(outline.points, [&](std::size_t begin, std::size_t end) {
    const Contour contour = moved(contour_of(outline.points, begin, end), by);
    std::size_t next = 0;
    each_point(outline.points, begin, end, [&](short& x, short& y) {
      x = whole(contour[next].x);
      y = whole(contour[next].y);
      ++next;
    });
  });
}

Bitmap draw(const Outline& outline, const Placing& placing) {
  constexpr float kFlatness_px = 0.35F;  // stb_truetype's own
  const float unit_px = placing.unit_px / Outline::kFiner;
  constexpr float kFar = std::numeric_limits<float>::max();
  float left = kFar, bottom = kFar, right = -kFar, top = -kFar;
  // The box of all points, control points too, is at least as large as the ink.
  each_point(outline.points, 0, outline.points.size(), [&](short x, short y) {
    left = std::min(left, static_cast<float>(x)), right = std::max(right, static_cast<float>(x));
    bottom = std::min(bottom, static_cast<float>(y)), top = std::max(top, static_cast<float>(y));
  });
  if (right <= left || top <= bottom) return {};
  const int left_px = static_cast<int>(std::floor(left * unit_px + placing.right_px));
  const int right_px = static_cast<int>(std::ceil(right * unit_px + placing.right_px));
  const int top_px = static_cast<int>(std::ceil(top * unit_px + placing.up_px));
  const int bottom_px = static_cast<int>(std::floor(bottom * unit_px + placing.up_px));
  Bitmap bitmap{right_px - left_px, top_px - bottom_px, left_px, top_px, {}};
  bitmap.coverage.resize(static_cast<std::size_t>(bitmap.width_px) * static_cast<std::size_t>(bitmap.height_px));
  stbtt__bitmap target{bitmap.width_px, bitmap.height_px, bitmap.width_px, bitmap.coverage.data()};
  std::vector<stbtt_vertex> points = outline.points;  // stb only reads them, but says otherwise
  stbtt_Rasterize(&target, kFlatness_px, points.data(), static_cast<int>(points.size()), unit_px, unit_px,
                  placing.right_px, -placing.up_px, left_px, -top_px, 1, nullptr);
  return bitmap;
}

}  // namespace hub::text
