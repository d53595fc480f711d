// Shows parts of a window's framebuffer, which goes on holding what it held (GLX_MESA_copy_sub_buffer, of every driver
// of Mesa). After a swap it would hold anything, so whoever shows parts never swaps.
//
// Of 1920 × 1080 pixels with llvmpipe under Xvfb, in the processor time of both: 300 × 200 that are cleared and shown
// 0.1 ms, with a swap 1.0; all of them either way 1.9; a framebuffer object of our own that is copied to the window and
// swapped 13, because the window's rows stand the other way round.
#pragma once

#include <optional>

#include "platform/rotation.h"

struct GLFWwindow;

namespace hub::platform {

class WindowPixels {
 public:
  // Of the window whose GL context is current. Nothing: its driver shows whole frames only.
  static std::optional<WindowPixels> of(GLFWwindow* window);

  // A part of the framebuffer, after all that was drawn so far.
  void show(const PixelRect& part, Extent framebuffer) const;
  void flush() const;  // shown parts leave for the display server

 private:
  using CopySubBuffer = void (*)(void* display, unsigned long drawable, int x, int y, int width, int height);
  WindowPixels(CopySubBuffer copy, void* display, unsigned long drawable)
      : copy_(copy), display_(display), drawable_(drawable) {}

  CopySubBuffer copy_;
  void* display_;           // Xlib's, which GLFW owns
  unsigned long drawable_;  // GLX's
};

}  // namespace hub::platform
