// A display on a virtual clock: waiting moves the clock instead of sleeping, and a frame that is shown takes until the
// next vsync of a 60 Hz screen. Runs the frame loop faster than real time, and the same way every time.
#pragma once

#include <cstddef>
#include <deque>
#include <limits>

#include "kiosk/frame_loop.h"

namespace hub::replay {

inline constexpr int kVirtualFrames_per_s = 60;

class VirtualDisplay : public kiosk::Display {
 public:
  // The clock outlives the display, which alone moves it.
  VirtualDisplay(base::VirtualClock& clock, ui::Point size_px) : clock_(clock), size_px_(size_px) {}

  ui::Point size_px() const override { return size_px_; }
  // Ends at the next contact, the end of the timeout or the limit, whichever is first. Contacts whose time is past
  // (they happened while a frame was drawn) come at once, with the time at which they happened.
  base::Input wait(std::optional<base::Seconds> timeout) override;
  void show_frame() override;

  // Happens at its own time; contacts are given in the order of their times.
  void contact(const base::ContactEvent& event) { contacts_.push_back(event); }
  void resize(ui::Point size_px);  // without width or height: it is unplugged
  // Something that is nothing to the kiosk: a key, a device that came or went. The next wait ends at once.
  void wake() { woken_ = true; }

  // No wait goes beyond this moment.
  void limit_waits(base::Instant to) { limit_ = to; }
  // A wait for which nothing has moved any more ends at once, without moving the clock. What changes slower than ten
  // times a second (a clock that ticks, a slide that turns) does not move.
  void stop_at_rest(bool stop) { stops_at_rest_ = stop; }
  bool rested() const { return rested_; }  // the last wait was such a wait

  std::size_t frames() const { return frames_; }

 private:
  base::VirtualClock& clock_;
  ui::Point size_px_;
  std::deque<base::ContactEvent> contacts_;
  base::Instant limit_ = base::Instant::max();
  bool resized_ = false;
  bool woken_ = false;
  bool stops_at_rest_ = false;
  bool rested_ = false;
  std::size_t frames_ = 0;
};

}  // namespace hub::replay
