#include "platform/rotation.h"

#include <imgui.h>

#include <cmath>
#include <utility>

#include "base/check.h"

namespace hub::platform {

namespace {

ImVec2 turned_point(ImVec2 point, ImVec2 picture, Rotation rotation) {
  switch (rotation) {
    case Rotation::none:
      break;
    case Rotation::quarter:
      return {picture.y - point.y, point.x};
    case Rotation::half:
      return {picture.x - point.x, picture.y - point.y};
    case Rotation::three_quarters:
      return {point.y, picture.x - point.x};
  }
  return point;
}

// The pixels that ImGui's backends let through: they cut the lower left corner and the size down to integers, and draw
// nothing where the rectangle is empty or inside out.
ImVec4 scissor(const ImVec4& clip, float height_px) {
  if (clip.z <= clip.x || clip.w <= clip.y) return {0, 0, 0, 0};
  const float left = std::trunc(clip.x);
  const float bottom = height_px - std::trunc(height_px - clip.w);
  return {left, bottom - std::trunc(clip.w - clip.y), left + std::trunc(clip.z - clip.x), bottom};
}

ImVec4 turned_rect(const ImVec4& rect, ImVec2 picture, Rotation rotation) {
  ImVec2 a = turned_point({rect.x, rect.y}, picture, rotation);
  ImVec2 b = turned_point({rect.z, rect.w}, picture, rotation);
  if (a.x > b.x) std::swap(a.x, b.x);
  if (a.y > b.y) std::swap(a.y, b.y);
  return {a.x, a.y, b.x, b.y};
}

}  // namespace

Rotation rotation_of(int deg) {
  HUB_CHECK(deg == 0 || deg == 90 || deg == 180 || deg == 270);
  return static_cast<Rotation>(deg / 90);
}

Extent turned(Extent extent, Rotation rotation) {
  const bool lies = rotation == Rotation::quarter || rotation == Rotation::three_quarters;
  return lies ? Extent{extent.height_px, extent.width_px} : extent;
}

PixelRect in_framebuffer(const PixelRect& part, Extent picture, Rotation rotation) {
  const int from_right_px = picture.width_px - part.x_px - part.width_px;
  const int from_bottom_px = picture.height_px - part.y_px - part.height_px;
  switch (rotation) {
    case Rotation::none:
      break;
    case Rotation::quarter:
      return {from_bottom_px, part.x_px, part.height_px, part.width_px};
    case Rotation::half:
      return {from_right_px, from_bottom_px, part.width_px, part.height_px};
    case Rotation::three_quarters:
      return {part.y_px, from_right_px, part.height_px, part.width_px};
  }
  return part;
}

Position in_picture(Position at, Extent framebuffer, Rotation rotation) {
  const double from_right_px = framebuffer.width_px - 1 - at.x_px;
  const double from_bottom_px = framebuffer.height_px - 1 - at.y_px;
  switch (rotation) {
    case Rotation::none:
      break;
    case Rotation::quarter:
      return {at.y_px, from_right_px};
    case Rotation::half:
      return {from_right_px, from_bottom_px};
    case Rotation::three_quarters:
      return {from_bottom_px, at.x_px};
  }
  return at;
}

void turn(ImDrawData& data, Rotation rotation) {
  if (rotation == Rotation::none) return;
  const ImVec2 picture = data.DisplaySize;
  for (int i = 0; i < data.CmdListsCount; ++i) {
    ImDrawList& list = *data.CmdLists[i];
    for (ImDrawVert& vertex : list.VtxBuffer) vertex.pos = turned_point(vertex.pos, picture, rotation);
    for (ImDrawCmd& command : list.CmdBuffer) {
      command.ClipRect = turned_rect(scissor(command.ClipRect, picture.y), picture, rotation);
    }
  }
  if (rotation != Rotation::half) std::swap(data.DisplaySize.x, data.DisplaySize.y);
}

}  // namespace hub::platform
