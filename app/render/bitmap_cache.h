// The textures of bitmaps that frames show: made when one shows first, dropped with the frame that does not show it any
// more.
#pragma once

#include <cstddef>
#include <vector>

#include "platform/renderer.h"
#include "ui/paint/canvas.h"

namespace hub::render {

class BitmapCache : public ui::BitmapTextures {
 public:
  // The renderer outlives it.
  explicit BitmapCache(platform::Renderer& renderer) : renderer_(renderer) {}
  ~BitmapCache() override;
  BitmapCache(const BitmapCache&) = delete;
  BitmapCache& operator=(const BitmapCache&) = delete;

  // One that is drawn much smaller than it is becomes smaller before: a screen that left out three lines of four would
  // leave out strokes of letters.
  ImTextureID texture_of(const ui::SharedBitmap& bitmap, double scale) override;
  void keep(const ui::SharedBitmap& bitmap) override;

  // After a frame: drops what it neither asked for nor kept.
  void end_frame();

  std::size_t size() const { return kept_.size(); }
  std::size_t uploads() const { return uploads_; }  // so far

 private:
  struct Kept {
    ui::SharedBitmap bitmap;  // keeps its address its own
    int halvings = 0;
    unsigned picture = 0;
    bool used = false;
  };

  platform::Renderer& renderer_;
  std::vector<Kept> kept_;  // a page of a report, a few versions: never many
  std::size_t uploads_ = 0;
};

// Half as wide and high, each pixel the mean of four; an odd last row or column is left out.
ui::Bitmap halved(const ui::Bitmap& bitmap);

}  // namespace hub::render
