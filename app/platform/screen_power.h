// Switches the screen's light off and on: a backlight of the machine's own (the kernel's class backlight), else the
// display's power through X (DPMS), else, under a Wayland compositor whose outputs can be managed (cage from 0.2 on),
// through wlr-randr. Where there is none of these, the screen goes on showing black. Nothing that goes wrong here harms
// the kiosk.
#pragma once

#include <memory>
#include <string>

namespace hub::platform {

class ScreenPower {
 public:
  enum class Means { none, backlight, dpms, compositor };

  // Finds the means and switches the light on, whatever somebody left it at; X may no longer switch it off by itself.
  // Of the X display that DISPLAY names and the Wayland display of WAYLAND_DISPLAY; `root` is put before /sys.
  explicit ScreenPower(const std::string& root = {});
  ~ScreenPower();
  ScreenPower(const ScreenPower&) = delete;
  ScreenPower& operator=(const ScreenPower&) = delete;

  // What there is, without switching anything.
  static Means find(const std::string& root = {});

  Means means() const { return means_; }
  void set_lit(bool on);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  Means means_;
};

}  // namespace hub::platform
