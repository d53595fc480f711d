// Touches on the window by XInput 2.2, finger by finger and finer than pixels, on an X connection of their own: GLFW
// throws away what it does not know, and each connection negotiates its own XInput version.
//
// Whoever asks for touches on a window gets them instead of the pointer events that the server makes of the first
// finger: no finger arrives twice.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "platform/contacts.h"

namespace hub::platform {

class TouchConnection {
 public:
  // `window` is an X window of that display. Nothing where the server has no XInput 2.2: fingers then arrive as the
  // pointer.
  static std::optional<TouchConnection> open(const std::string& display, unsigned long window);
  ~TouchConnection();
  TouchConnection(TouchConnection&&) noexcept;
  TouchConnection& operator=(TouchConnection&&) noexcept;

  int file() const;      // readable when something has happened that pending() does not know of yet
  bool pending() const;  // something has arrived that read() has not taken
  // Takes all that has arrived. Also cancels what the window or a device that goes away leaves open.
  void read(Contacts& contacts, base::Instant now);

 private:
  struct Impl;
  explicit TouchConnection(std::unique_ptr<Impl> inside);
  std::unique_ptr<Impl> impl_;
};

// From a device's units to the window's, along an axis that spans the screen. 0 where the axis makes no sense.
double screen_units(double device_units, double axis_min, double axis_max, int screen_units);

}  // namespace hub::platform
