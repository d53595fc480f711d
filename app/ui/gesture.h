// From contacts to one leading finger: a tap that stays where it went down, or a drag that is never a tap.
#pragma once

#include <deque>
#include <optional>

#include "base/input.h"
#include "ui/geometry.h"

namespace hub::ui {

struct Finger {
  enum class Phase {
    up,        // nobody touches
    pressing,  // down, and may still become a tap
    dragging,  // has moved further than the slop: never a tap any more
    tapped,    // went up this frame without having dragged
    let_go,    // went up this frame after a drag, or was cancelled
  };
  Phase phase = Phase::up;
  Point start;
  Point now;
  Point moved;  // since the last frame; while dragging
  bool down() const { return phase == Phase::pressing || phase == Phase::dragging; }
};

// The first finger leads; others are counted but press nothing.
class Gesture {
 public:
  void feed(const base::Input& input);

  // Takes contacts until the leading finger goes down or up, so that no press shorter than a frame is lost.
  Finger next_frame(int slop_px);

  // Contacts are left for another frame.
  bool pending() const { return !waiting_.empty(); }

 private:
  void take(const base::ContactEvent& event, int slop_px);

  std::deque<base::ContactEvent> waiting_;
  std::optional<int> leader_;
  Finger finger_;
};

}  // namespace hub::ui
