// What a kiosk draws on and hears fingers from.
#pragma once

#include <optional>

#include "base/clock.h"
#include "base/input.h"
#include "ui/geometry/geometry.h"

namespace hub::kiosk {

// What the loop stands on: a window, or a script on a virtual clock.
class Display {
 public:
  virtual ~Display() = default;
  virtual ui::Point size_px() const = 0;
  virtual double refresh_hz() const { return 60; }
  // Sleeps until something happens or the timeout is over (nothing: for as long as nothing happens).
  virtual base::Input wait(std::optional<base::Seconds> timeout) = 0;
  virtual void show_frame() = 0;
  // The screen's light; on at first.
  virtual void set_lit(bool) {}
};

}  // namespace hub::kiosk
