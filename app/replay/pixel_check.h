// Whether pixels that are kept from frame to frame, of which each frame draws only what changed, are those of the whole
// frame, byte by byte.
#pragma once

#include <cstddef>
#include <vector>

#include "base/message.h"
#include "platform/offscreen.h"
#include "render/frame_renderer.h"

namespace hub::replay {

class PixelCheck {
 public:
  // Both were drawn with just now. Leaves the framebuffer as it found it, or, after a fault, as it should be.
  void after_frame(platform::Offscreen& offscreen, render::FrameRenderer& frame_renderer);

  // How many frames were compared of which only a part had been drawn.
  std::size_t parts() const { return parts_; }
  std::vector<base::Message> take_faults();

 private:
  std::size_t parts_ = 0;
  std::vector<base::Message> faults_;
};

}  // namespace hub::replay
