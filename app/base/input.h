// Fingers come in from outside: the window, a script or a test turn what they have into these events.
#pragma once

#include <vector>

#include "base/clock.h"

namespace hub::base {

// One contact (a finger, or the mouse button held down) beginning, moving or ending. After its begin every contact has
// exactly one end or cancel; nothing is told of it before or after. Positions are in pixels of the picture, origin top
// left, already scaled and rotated with the screen.
struct ContactEvent {
  enum class Kind { begin, move, end, cancel };
  Kind kind = Kind::move;
  int id = 0;  // 0 is the mouse; touches count from 1, and use a number again that is free
  float x_px = 0;
  float y_px = 0;
  Instant time{};
  float size_px = 0;  // the longer axis of what touches; 0: the device does not say
};

// All that happened since the last frame.
struct Input {
  std::vector<ContactEvent> contacts;  // in the order they happened
  bool resized = false;
  bool close_asked = false;  // by a signal or a script that is over; nobody in a lobby can ask
};

}  // namespace hub::base
