// A GL context and framebuffer without display server and GPU (EGL surfaceless): snapshot, tour, publish, tests.
#pragma once

#include <memory>

#include "base/result.h"
#include "platform/picture.h"

namespace hub::platform {

class Offscreen {
 public:
  static base::Result<Offscreen> create(int width_px, int height_px);
  ~Offscreen();
  Offscreen(Offscreen&&) noexcept;
  Offscreen& operator=(Offscreen&&) noexcept;

  void resize(int width_px, int height_px);
  void bind() const;  // its framebuffer, before Renderer::draw
  Picture read() const;

 private:
  struct Inside;
  explicit Offscreen(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace hub::platform
