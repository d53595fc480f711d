// A display on which nothing is seen, for the frame loop's tests.
#pragma once

#include <optional>

#include "base/clock.h"
#include "kiosk/display.h"

namespace hub::tests {

// Time goes by while the loop waits; it is asked to close when `until_s` is over.
struct WaitingDisplay : kiosk::Display {
  explicit WaitingDisplay(base::VirtualClock& c) : clock(c) {}
  ui::Point size_px() const override { return {1920, 1080}; }
  base::Input wait(std::optional<base::Seconds> timeout) override {
    const double now_s = base::Seconds(clock.now().time_since_epoch()).count();
    base::Input input;
    input.close_asked = !timeout || now_s + timeout->count() > until_s;
    if (!input.close_asked) clock.advance(*timeout);
    return input;
  }
  void show_frame() override {}
  base::VirtualClock& clock;
  double until_s = 1;
};

}  // namespace hub::tests
