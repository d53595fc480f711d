// One frame of ImGui after the other, drawn into whatever framebuffer is bound. Owns the ImGui context and the
// renderer.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/clock.h"
#include "platform/renderer.h"

namespace hub::platform {

class Frames {
 public:
  // Needs a current GL context. `rotate_deg` is 0, 90, 180 or 270: how far each picture is turned clockwise in the
  // framebuffer.
  static base::Result<std::unique_ptr<Frames>> create(int max_pages, int page_size_px, int rotate_deg = 0);
  ~Frames();
  Frames(const Frames&) = delete;
  Frames& operator=(const Frames&) = delete;

  std::span<const ImTextureID> page_textures() const { return textures_; }
  Renderer& renderer() { return *renderer_; }

  // The size is the picture's. ImGui hears of no finger: it only draws.
  void begin(int width_px, int height_px, base::Instant now);
  // What this frame shows; between begin() and end().
  ImDrawList& draw_list();
  // Between begin() and end(): what is drawn is drawn on pixels of the picture that were moved before. `to` becomes
  // what was (dx, dy) before it. Only where the renderer can.
  void move(const PixelRect& to, int dx_px, int dy_px);
  // What ImGui was told since begin() becomes pixels, or is only made ready to; pages must have been uploaded by then.
  void end(bool to_pixels = true);

 private:
  Frames();

  std::unique_ptr<Renderer> renderer_;
  std::vector<ImTextureID> textures_;
  Rotation rotation_ = Rotation::none;
  base::Instant last_{};
  int width_px_ = 0;
  int height_px_ = 0;
};

}  // namespace hub::platform
