#include "platform/offscreen.h"

#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>

namespace hub::platform {

namespace {

// What GL 1.1, all that libGL promises to export, does not have.
struct FramebufferCalls {
  PFNGLGENFRAMEBUFFERSPROC gen_framebuffers = nullptr;
  PFNGLBINDFRAMEBUFFERPROC bind_framebuffer = nullptr;
  PFNGLFRAMEBUFFERRENDERBUFFERPROC framebuffer_renderbuffer = nullptr;
  PFNGLCHECKFRAMEBUFFERSTATUSPROC check_framebuffer_status = nullptr;
  PFNGLGENRENDERBUFFERSPROC gen_renderbuffers = nullptr;
  PFNGLBINDRENDERBUFFERPROC bind_renderbuffer = nullptr;
  PFNGLRENDERBUFFERSTORAGEPROC renderbuffer_storage = nullptr;

  bool load() {
    const auto get = [](auto& call, const char* name) {
      call = reinterpret_cast<std::remove_reference_t<decltype(call)>>(eglGetProcAddress(name));
      return call != nullptr;
    };
    return get(gen_framebuffers, "glGenFramebuffers") && get(bind_framebuffer, "glBindFramebuffer") &&
           get(framebuffer_renderbuffer, "glFramebufferRenderbuffer") &&
           get(check_framebuffer_status, "glCheckFramebufferStatus") && get(gen_renderbuffers, "glGenRenderbuffers") &&
           get(bind_renderbuffer, "glBindRenderbuffer") && get(renderbuffer_storage, "glRenderbufferStorage");
  }
};

base::Error no_driver(const char* call) {
  std::array<char, 16> code{};
  std::snprintf(code.data(), code.size(), "0x%04x", static_cast<unsigned>(eglGetError()));
  return {{std::string("画面なしで絵を描けません（") + call + " " + code.data() + "）。",
           std::string("Cannot draw without a display (") + call + " " + code.data() + ")."},
          {"描画ドライバーを入れてください: sudo apt install libegl1 libgl1 libgl1-mesa-dri",
           "Install the drawing driver: sudo apt install libegl1 libgl1 libgl1-mesa-dri"}};
}

base::Error bad_size(int width_px, int height_px, int max_px) {
  const std::string size = std::to_string(width_px) + "x" + std::to_string(height_px);
  const std::string max = std::to_string(max_px);
  return {{"絵の大きさ " + size + " では描けません。", "Cannot draw a picture of " + size + "."},
          {"幅と高さを 1〜" + max + " にしてください。", "Choose a width and a height from 1 to " + max + "."}};
}

}  // namespace

struct Offscreen::Impl {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
  FramebufferCalls gl;
  GLuint framebuffer = 0;
  GLuint colour = 0;
  int max_px = 0;
  int width_px = 0;
  int height_px = 0;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  // The display is one for the whole process (EGL hands out the same again), so it is never terminated; what the
  // context owns goes with it.
  ~Impl() {
    if (context == EGL_NO_CONTEXT) return;
    if (eglGetCurrentContext() == context) {
      eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    }
    eglDestroyContext(display, context);
  }

  // Returns the name of the call that failed, or nothing.
  const char* open() {
    display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY) return "eglGetPlatformDisplay";
    if (!eglInitialize(display, nullptr, nullptr)) return "eglInitialize";
    if (!eglBindAPI(EGL_OPENGL_API)) return "eglBindAPI";

    const std::array<EGLint, 5> wanted = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (!eglChooseConfig(display, wanted.data(), &config, 1, &count) || count == 0) return "eglChooseConfig";

    // No version asked for: the driver gives its newest compatible one, 2.1 on a Raspberry Pi 3, 3.1 or more elsewhere.
    context = eglCreateContext(display, config, EGL_NO_CONTEXT, nullptr);
    if (context == EGL_NO_CONTEXT) return "eglCreateContext";
    if (!eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) return "eglMakeCurrent";
    if (!gl.load()) return "eglGetProcAddress";

    std::array<GLint, 2> viewport{};
    GLint renderbuffer = 0;
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport.data());
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &renderbuffer);
    max_px = std::min({viewport[0], viewport[1], renderbuffer});
    gl.gen_framebuffers(1, &framebuffer);
    gl.gen_renderbuffers(1, &colour);
    return nullptr;
  }

  bool fits(int width, int height) const { return width >= 1 && height >= 1 && width <= max_px && height <= max_px; }

  bool make_storage(int width, int height) {
    width_px = width;
    height_px = height;
    gl.bind_renderbuffer(GL_RENDERBUFFER, colour);
    gl.renderbuffer_storage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    gl.bind_framebuffer(GL_FRAMEBUFFER, framebuffer);
    gl.framebuffer_renderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
    if (gl.check_framebuffer_status(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return false;
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    return true;
  }
};

Offscreen::Offscreen(std::unique_ptr<Impl> inside) : impl_(std::move(inside)) {}
Offscreen::~Offscreen() = default;
Offscreen::Offscreen(Offscreen&&) noexcept = default;
Offscreen& Offscreen::operator=(Offscreen&&) noexcept = default;

base::Result<Offscreen> Offscreen::create(int width_px, int height_px) {
  auto inside = std::make_unique<Impl>();
  if (const char* failed = inside->open()) return no_driver(failed);
  if (!inside->fits(width_px, height_px)) return bad_size(width_px, height_px, inside->max_px);
  if (!inside->make_storage(width_px, height_px)) return no_driver("glCheckFramebufferStatus");
  return Offscreen(std::move(inside));
}

void Offscreen::resize(int width_px, int height_px) {
  HUB_CHECK(impl_->fits(width_px, height_px));
  bind();
  HUB_CHECK(impl_->make_storage(width_px, height_px));
}

int Offscreen::max_size_px() const { return impl_->max_px; }

void Offscreen::bind() const {
  if (eglGetCurrentContext() != impl_->context) {
    HUB_CHECK(eglMakeCurrent(impl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl_->context));
  }
  impl_->gl.bind_framebuffer(GL_FRAMEBUFFER, impl_->framebuffer);
}

unsigned Offscreen::take_fault() const {
  bind();
  const GLenum first = glGetError();
  // Each kind of error is kept until it is asked for.
  for (GLenum error = first; error != GL_NO_ERROR; error = glGetError()) {
    if (error == GL_CONTEXT_LOST) break;  // says the same for ever
  }
  return first;
}

void Offscreen::spoil() const {
  bind();
  glDisable(GL_SCISSOR_TEST);
  glClearColor(1, 0, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

Picture Offscreen::read() const {
  bind();
  const auto width = static_cast<std::size_t>(impl_->width_px);
  const auto height = static_cast<std::size_t>(impl_->height_px);
  // RGBA is what is stored: reading RGB makes Mesa convert pixel by pixel.
  std::vector<std::uint8_t> rgba(width * height * 4);
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, impl_->width_px, impl_->height_px, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());

  Picture picture{impl_->width_px, impl_->height_px, std::vector<std::uint8_t>(width * height * 3)};
  std::uint8_t* to = picture.rgb.data();
  for (std::size_t row = height; row-- > 0;) {  // GL counts rows from the bottom
    const std::uint8_t* from = rgba.data() + row * width * 4;
    for (std::size_t x = 0; x < width; ++x, from += 4, to += 3) std::copy_n(from, 3, to);
  }
  return picture;
}

}  // namespace hub::platform
