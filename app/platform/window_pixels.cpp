#include "platform/window_pixels.h"

#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_GLX
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
#include <X11/Xlib.h>

namespace hub::platform {

std::optional<WindowPixels> WindowPixels::of(GLFWwindow* window) {
  if (glfwGetWindowAttrib(window, GLFW_CONTEXT_CREATION_API) != GLFW_NATIVE_CONTEXT_API) return std::nullopt;
  if (glfwExtensionSupported("GLX_MESA_copy_sub_buffer") != GLFW_TRUE) return std::nullopt;
  const auto copy = reinterpret_cast<CopySubBuffer>(glfwGetProcAddress("glXCopySubBufferMESA"));
  const GLXWindow drawable = glfwGetGLXWindow(window);
  if (copy == nullptr || drawable == None) return std::nullopt;
  return WindowPixels(copy, glfwGetX11Display(), drawable);
}

// GLX counts rows from the bottom.
void WindowPixels::show(const PixelRect& part, Extent framebuffer) const {
  copy_(display_, drawable_, part.x_px, framebuffer.height_px - part.y_px - part.height_px, part.width_px,
        part.height_px);
}

void WindowPixels::flush() const { XFlush(static_cast<::Display*>(display_)); }

}  // namespace hub::platform
