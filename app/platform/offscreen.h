// A GL context and framebuffer without display server and GPU (EGL surfaceless): snapshot, tour, publish, tests.
#pragma once

#include <memory>

#include "base/result.h"
#include "platform/picture.h"

namespace hub::platform {

class Offscreen {
 public:
  // Leaves its context current and its framebuffer bound, black. Error: no EGL or GL driver, or a size it cannot hold.
  static base::Result<Offscreen> create(int width_px, int height_px);
  ~Offscreen();
  Offscreen(Offscreen&&) noexcept;
  Offscreen& operator=(Offscreen&&) noexcept;

  // From 1 × 1 to max_size_px() either way; black afterwards.
  void resize(int width_px, int height_px);
  int max_size_px() const;

  void bind() const;  // its context and framebuffer, before Renderer::draw
  Picture read() const;

  // All of it in a colour that no screen has: what is not drawn over afterwards can be told.
  void spoil() const;

  // What glGetError() has to say since this was last asked; 0: nothing.
  unsigned take_fault() const;

 private:
  struct Impl;
  explicit Offscreen(std::unique_ptr<Impl> inside);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::platform
