// Turns the picture clockwise in the framebuffer, so that it stands upright on a screen that is mounted turned. On the
// way back from the glass to the picture, whole numbers are the middles of pixels.
#pragma once

struct ImDrawData;

namespace hub::platform {

enum class Rotation { none, quarter, half, three_quarters };  // clockwise

Rotation rotation_of(int deg);  // 0, 90, 180 or 270

struct Extent {
  int width_px = 0;
  int height_px = 0;
  bool operator==(const Extent&) const = default;
};

struct PixelRect {
  int x_px = 0;
  int y_px = 0;  // of the top
  int width_px = 0;
  int height_px = 0;
  bool operator==(const PixelRect&) const = default;
};

struct Position {
  double x_px = 0;
  double y_px = 0;
  bool operator==(const Position&) const = default;
};

// From the picture's size to the framebuffer's, and back.
Extent turned(Extent extent, Rotation rotation);

// Where in the framebuffer is this part of the picture?
PixelRect in_framebuffer(const PixelRect& in_picture, Extent picture, Rotation rotation);

// Where in the picture is this point of the framebuffer?
Position in_picture(Position in_framebuffer, Extent framebuffer, Rotation rotation);

// From draw data for the picture to draw data for the framebuffer: sizes, vertices, clip rectangles. Whole pixels stay
// whole pixels; clip rectangles become whole ones, as the backends would have rounded them.
void turn(ImDrawData& data, Rotation rotation);

}  // namespace hub::platform
