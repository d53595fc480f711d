// Joins text, ui and platform: draws frames with whatever GL context is current.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <utility>

#include "base/result.h"
#include "platform/frames.h"
#include "render/bitmap_cache.h"
#include "render/hub_screens.h"
#include "ui/paint/kept_frame.h"

namespace hub::render {

class FrameRenderer {
 public:
  // Needs a current GL context; the screen context outlives it. rotate_deg: how far the picture is turned clockwise.
  static base::Result<std::unique_ptr<FrameRenderer>> create(ScreenContext& screen_context, int rotate_deg = 0);

  // Only every n-th frame becomes pixels; the others are built and forgotten. For millions of frames without a GPU.
  void thin_to_every(int frames) { pixels_every_ = frames; }

  // With letters missing in the last frame, it is wanted again at once, and then has them.
  bool wants_again() const { return again_; }

  const BitmapCache& bitmaps() const { return bitmaps_; }

  // Into the framebuffer that is bound. The screens are those of the context's snapshot and the state's hub, made with
  // the same screen context.
  enum class Pixels {
    lost,  // the framebuffer holds anything: the frame is drawn whole
    kept,  // it holds what the last frame drew: only what differs from that is drawn
  };
  ui::Outcome frame(HubScreens& screens, const ui::FrameContext& frame_context, ui::UiState& state,
                    const ui::PrimaryPointer& finger, base::Instant now, Pixels pixels = Pixels::lost);

  // The last frame once more, whole, into the framebuffer that is bound: as it would be without any that was kept.
  void draw_whole_again();

  // Where the last frame may look different from what the framebuffer held; good until the next.
  std::span<const ui::Rect> changed() const { return kept_.changed(); }
  // How much of it was drawn, and not moved.
  std::int64_t drawn_px() const { return kept_.drawn_px(); }

 private:
  FrameRenderer(ScreenContext& screen_context, std::unique_ptr<platform::Frames> frames)
      : screen_context_(screen_context), frames_(std::move(frames)), bitmaps_(frames_->renderer()) {}

  ui::Canvas canvas();

  ScreenContext& screen_context_;
  std::unique_ptr<platform::Frames> frames_;
  BitmapCache bitmaps_;
  ui::KeptFrame kept_;
  ui::Screen screen_;  // of the last frame
  base::Instant now_;
  int pixels_every_ = 1;
  int since_pixels_ = 0;
  bool again_ = false;
};

}  // namespace hub::render
