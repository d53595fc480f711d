#include "platform/library_versions.h"

#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <imgui.h>

namespace hub::platform {

namespace {

std::string gl_string(GLenum name) {
  const GLubyte* text = glGetString(name);
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> library_versions() {
  int major = 0;
  int minor = 0;
  int revision = 0;
  glfwGetVersion(&major, &minor, &revision);
  return {{"Dear ImGui", IMGUI_VERSION},
          {"GLFW", std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(revision)}};
}

std::string gl_name() { return gl_string(GL_RENDERER) + ", " + gl_string(GL_VERSION); }

}  // namespace hub::platform
