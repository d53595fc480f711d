// Draws ImGui's draw lists with the GL context that is current: ImGui's GL3 backend, or its GL2 backend where the
// context has less than GL 3.0 (Raspberry Pi 3). Owns the textures of the glyph pages and of pictures.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include <imgui.h>

#include "base/result.h"
#include "platform/rotation.h"

namespace hub::platform {

class Renderer {
 public:
  // Needs a current GL context and a current ImGui context. Error: the context is too old.
  static base::Result<Renderer> create(int max_pages, int page_size_px);
  ~Renderer();
  Renderer(Renderer&&) noexcept;
  Renderer& operator=(Renderer&&) noexcept;

  // A page's texture; sampled NEAREST, white with the page's bytes as alpha.
  ImTextureID page_texture(int page) const;

  // `pixels` is the whole page (page_size_px² bytes); only the rectangle is sent.
  void upload(int page, int x_px, int y_px, int width_px, int height_px, std::span<const std::uint8_t> pixels);

  // A picture of its own, rows from the top, 4 bytes a pixel (RGBA); sampled LINEAR. Its number, until it is dropped.
  // Either side is at most max_picture_px().
  unsigned add_picture(int width_px, int height_px, std::span<const std::uint8_t> rgba);
  int max_picture_px() const;
  ImTextureID picture_texture(unsigned picture) const;
  void drop_picture(unsigned picture);

  // Pixels of the framebuffer that is bound can be moved where the driver copies between framebuffers (GL 3.0 or
  // ARB_framebuffer_object), in at most so many strips; 0: they cannot. A strip costs 2 µs and what it copies where
  // there is no GPU, and a pass of its own where there is one.
  int most_strips() const;
  // The pixels of `to` become those that were (dx, dy) before them. All is inside the framebuffer, which is so high.
  void move(const PixelRect& to, int dx_px, int dy_px, int framebuffer_height_px) const;

  void new_frame();  // before ImGui::NewFrame()
  // Into the framebuffer that is bound, which has the picture's size turned. A rotation rewrites the data.
  void draw(ImDrawData* data, int width_px, int height_px, Rotation rotation = Rotation::none);

 private:
  struct Impl;
  explicit Renderer(std::unique_ptr<Impl> inside);
  std::unique_ptr<Impl> impl_;
};

// As an ImDrawCallback: fills the command's clip rectangle with one opaque colour by a scissored clear, which costs far
// less than a blended quad where there is no GPU. The colour is an ImU32 in UserCallbackData.
void fill_clip_rect(const ImDrawList* list, const ImDrawCmd* command);

}  // namespace hub::platform
