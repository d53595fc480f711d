// The kiosk's window: undecorated, the size of the screen, X11 (GLFW has no touch on Wayland), never a full-screen
// monitor window (that dies when the output goes off). Nobody in front of it can close it or type or drop anything into
// it: it listens to contacts only. One in a process, which ends with exit status 1 when the display server does.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "base/clock.h"
#include "base/input.h"
#include "base/result.h"
#include "platform/rotation.h"

namespace hub::platform {

struct WindowOptions {
  std::string title;
  int width_px = 0;  // of the window on the screen. 0 × 0: the size of the screen, and the pointer is hidden
  int height_px = 0;
  int rotate_deg =
      0;  // 0, 90, 180 or 270: how far the picture is turned clockwise, to stand upright on a turned screen
};

class Window {
 public:
  // Leaves its GL context current. `clock` outlives the window. Error: no display, or no GL.
  static base::Result<Window> create(const WindowOptions& options, const base::Clock& clock);
  ~Window();
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;

  int width_px() const;  // of the picture, as of the last wait()
  int height_px() const;
  double refresh_hz() const;  // of the screen, as its mode says; 60 where nothing says it

  // Sleeps until something happens (which may be that the machine's clock was set), or until the timeout; 0 returns at
  // once, a negative timeout sleeps for as long as nothing happens. Returns what happened since the last call, which
  // may be nothing. `resized` says that a frame is needed: the size changed, or the window system lost what was shown.
  base::Input wait(base::Seconds timeout);
  // Wakes wait(), the next one if none sleeps. From any thread, as long as the window stays where it is.
  void wake() const;

  // From now on SIGTERM, SIGINT and SIGHUP wake wait(), which then says that somebody asks to close; a second signal
  // ends the process at once.
  void close_on_signals() const;

  // Whether the framebuffer holds the frame that was shown last, so that the next one need only draw what differs.
  // Never where the driver cannot show a part of a frame (window_pixels.h), nor after a wait() that said `resized`.
  bool keeps_frame() const;
  // Shows what was drawn: all of it, or, where the frame before was kept, these parts of the picture.
  void show_frame(std::span<const PixelRect> drawn);
  void show_frame();

  // Returns once the display server has answered, and the compositor it draws for, where there is one: for as long as
  // they do not, what we draw is not seen.
  void wait_for_answer() const;

 private:
  struct Impl;
  explicit Window(std::unique_ptr<Impl> inside);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::platform
