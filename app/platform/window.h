// The kiosk's window: undecorated, the size of the screen, X11 (GLFW has no touch on Wayland), never a full-screen
// monitor window (that dies when the output goes off). One in a process.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "base/input.h"
#include "base/result.h"

namespace hub::platform {

struct WindowOptions {
  std::string title;
  int width_px = 0;  // 0 × 0: the size of the screen
  int height_px = 0;
  bool hide_pointer = false;  // fingers need no arrow
};

class Window {
 public:
  // Leaves its GL context current. `clock` outlives the window. Error: no display, or no GL.
  static base::Result<Window> create(const WindowOptions& options, const base::Clock& clock);
  ~Window();
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;

  int width_px() const;  // of the framebuffer, as of the last wait()
  int height_px() const;

  // Sleeps until something happens, or until the timeout; 0 returns at once, a negative timeout sleeps for as long as
  // nothing happens. Returns what happened since the last call, which may be nothing. `resized` says that a frame is
  // needed: the size changed, or the window system lost what was shown.
  base::Input wait(base::Seconds timeout);
  // Wakes wait() from another thread.
  static void wake();

  void show_frame();  // swaps; the framebuffer's contents are then undefined

 private:
  struct Inside;
  explicit Window(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace hub::platform
