#include "platform/renderer.h"

#include <GL/gl.h>
#include <GL/glext.h>
#include <GL/glx.h>
#include <backends/imgui_impl_opengl2.h>
#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hub::platform {

namespace {

struct GlVersion {
  int major = 0;
  int minor = 0;
  bool at_least(int want_major, int want_minor) const {
    return major > want_major || (major == want_major && minor >= want_minor);
  }
};

std::string gl_string(GLenum name) {
  const GLubyte* text = glGetString(name);
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

GlVersion current_version() {
  GlVersion version;
  const std::string text = gl_string(GL_VERSION);
  if (std::sscanf(text.c_str(), "%d.%d", &version.major, &version.minor) != 2) return {};
  return version;
}

bool has_extension(std::string_view name) {
  const std::string all = " " + gl_string(GL_EXTENSIONS) + " ";
  return all.find(" " + std::string(name) + " ") != std::string::npos;
}

// One byte a pixel in memory, where a texture can be told to read as (1, 1, 1, byte).
bool can_swizzle(const GlVersion& version) {
  if (version.at_least(3, 3)) return true;
  const bool red = version.at_least(3, 0) || has_extension("GL_ARB_texture_rg");
  return red && (has_extension("GL_ARB_texture_swizzle") || has_extension("GL_EXT_texture_swizzle"));
}

ImTextureID texture_id(GLuint name) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): a pointer or a number, as ImGui is configured
  return (ImTextureID) static_cast<std::intptr_t>(name);
}

base::Error too_old() {
  const std::string driver =
      gl_string(GL_VERSION).empty() ? "-" : gl_string(GL_RENDERER) + ", " + gl_string(GL_VERSION);
  return {{"描画ドライバーの OpenGL が古すぎます（" + driver + "）。2.0 以上が必要です。",
           "The drawing driver's OpenGL is too old (" + driver + "). 2.0 or newer is needed."},
          {"ドライバーを新しくしてください: sudo apt install libgl1-mesa-dri",
           "Update the driver: sudo apt install libgl1-mesa-dri"}};
}

}  // namespace

struct Renderer::Impl {
  PFNGLBLITFRAMEBUFFERPROC blit_framebuffer = nullptr;  // null: it is not there
  bool software = false;
  ImGuiContext* imgui = nullptr;
  bool gl3 = false;  // which of ImGui's backends
  bool swizzle = false;
  int page_size_px = 0;
  int max_picture_px = 0;
  std::vector<GLuint> names;
  std::vector<bool> stored;  // has the page been given memory?
  std::set<GLuint> pictures;
  std::vector<std::uint8_t> expanded;  // luminance and alpha, where there is no swizzle

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (imgui == nullptr) return;
    ImGuiContext* const current = ImGui::GetCurrentContext();
    ImGui::SetCurrentContext(imgui);
    gl3 ? ImGui_ImplOpenGL3_Shutdown() : ImGui_ImplOpenGL2_Shutdown();
    ImGui::SetCurrentContext(current);
    glDeleteTextures(static_cast<GLsizei>(names.size()), names.data());
    for (const GLuint picture : pictures) glDeleteTextures(1, &picture);
  }

  void store(std::size_t page) {
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    if (swizzle) {
      const std::array<GLint, 4> white = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
      glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white.data());
    }
    const GLint inside = swizzle ? GL_R8 : GL_LUMINANCE8_ALPHA8;
    const GLenum format = swizzle ? GL_RED : GL_LUMINANCE_ALPHA;
    glTexImage2D(GL_TEXTURE_2D, 0, inside, page_size_px, page_size_px, 0, format, GL_UNSIGNED_BYTE, nullptr);
    stored[page] = true;
  }

  void send(int x_px, int y_px, int width_px, int height_px, const std::uint8_t* pixels) {
    const auto size = static_cast<std::size_t>(page_size_px);
    const std::uint8_t* first = pixels + static_cast<std::size_t>(y_px) * size + static_cast<std::size_t>(x_px);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    if (swizzle) {
      glPixelStorei(GL_UNPACK_ROW_LENGTH, page_size_px);
      glTexSubImage2D(GL_TEXTURE_2D, 0, x_px, y_px, width_px, height_px, GL_RED, GL_UNSIGNED_BYTE, first);
      glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    } else {
      expanded.clear();
      for (int row = 0; row < height_px; ++row, first += size) {
        for (int x = 0; x < width_px; ++x) expanded.insert(expanded.end(), {std::uint8_t{255}, first[x]});
      }
      glTexSubImage2D(GL_TEXTURE_2D, 0, x_px, y_px, width_px, height_px, GL_LUMINANCE_ALPHA, GL_UNSIGNED_BYTE,
                      expanded.data());
    }
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  }
};

Renderer::Renderer(std::unique_ptr<Impl> inside) : impl_(std::move(inside)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

base::Result<Renderer> Renderer::create(int max_pages, int page_size_px) {
  HUB_CHECK(ImGui::GetCurrentContext() != nullptr);
  HUB_CHECK(max_pages >= 0 && page_size_px >= 1);
  const GlVersion version = current_version();
  GLint max_texture_px = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &max_texture_px);
  if (!version.at_least(2, 0) || max_texture_px < page_size_px) return too_old();

  auto inside = std::make_unique<Impl>();
  inside->gl3 = version.at_least(3, 0) && ImGui_ImplOpenGL3_Init();
  if (!inside->gl3 && !ImGui_ImplOpenGL2_Init()) return too_old();
  inside->imgui = ImGui::GetCurrentContext();
  inside->swizzle = can_swizzle(version);
  if (version.at_least(3, 0) || has_extension("GL_ARB_framebuffer_object")) {
    // Of any context, also of EGL's: libGL hands each call on to the one that is current.
    inside->blit_framebuffer = reinterpret_cast<PFNGLBLITFRAMEBUFFERPROC>(
        glXGetProcAddress(reinterpret_cast<const GLubyte*>("glBlitFramebuffer")));
  }
  inside->software = gl_string(GL_RENDERER).find("pipe") != std::string::npos;  // llvmpipe or softpipe
  inside->page_size_px = page_size_px;
  inside->max_picture_px = max_texture_px;
  inside->names.resize(static_cast<std::size_t>(max_pages));
  inside->stored.resize(inside->names.size());
  glGenTextures(max_pages, inside->names.data());
  return Renderer(std::move(inside));
}

ImTextureID Renderer::page_texture(int page) const {
  return texture_id(impl_->names.at(static_cast<std::size_t>(page)));
}

unsigned Renderer::add_picture(int width_px, int height_px, std::span<const std::uint8_t> rgba) {
  HUB_CHECK(width_px > 0 && height_px > 0);
  HUB_CHECK(rgba.size() == static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px) * 4);
  GLuint name = 0;
  glGenTextures(1, &name);
  impl_->pictures.insert(name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_px, height_px, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  return name;
}

int Renderer::max_picture_px() const { return impl_->max_picture_px; }

ImTextureID Renderer::picture_texture(unsigned picture) const { return texture_id(picture); }

void Renderer::drop_picture(unsigned picture) {
  if (impl_->pictures.erase(picture) > 0) glDeleteTextures(1, &picture);
}

void Renderer::upload(int page, int x_px, int y_px, int width_px, int height_px, std::span<const std::uint8_t> pixels) {
  const int size = impl_->page_size_px;
  HUB_CHECK(page >= 0 && static_cast<std::size_t>(page) < impl_->names.size());
  HUB_CHECK(pixels.size() == static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
  HUB_CHECK(x_px >= 0 && y_px >= 0 && width_px >= 0 && height_px >= 0);
  HUB_CHECK(x_px <= size - width_px && y_px <= size - height_px);

  const auto index = static_cast<std::size_t>(page);
  glBindTexture(GL_TEXTURE_2D, impl_->names[index]);
  if (!impl_->stored[index]) {  // new memory holds anything: the whole page goes
    impl_->store(index);
    impl_->send(0, 0, size, size, pixels.data());
  } else if (width_px > 0 && height_px > 0) {
    impl_->send(x_px, y_px, width_px, height_px, pixels.data());
  }
}

int Renderer::most_strips() const {
  constexpr int kWithGpu = 32;
  constexpr int kWithout = 1024;
  if (impl_->blit_framebuffer == nullptr) return 0;
  return impl_->software ? kWithout : kWithGpu;
}

// A copy whose two ends have a pixel in common is undefined: each strip is as broad as the move is far. The one that is
// furthest ahead comes first, so that no strip reads what another has written.
void Renderer::move(const PixelRect& to, int dx_px, int dy_px, int framebuffer_height_px) const {
  HUB_CHECK(impl_->blit_framebuffer != nullptr);
  const bool upright = std::abs(dy_px) >= std::abs(dx_px);
  const int far_px = upright ? dy_px : dx_px;
  const int step_px = std::abs(far_px);
  const int end_px = upright ? to.height_px : to.width_px;
  if (step_px == 0) return;
  glDisable(GL_SCISSOR_TEST);
  for (int done_px = 0; done_px < end_px; done_px += step_px) {
    const int broad_px = std::min(step_px, end_px - done_px);
    const int from_px = far_px > 0 ? end_px - done_px - broad_px : done_px;
    const int x0 = to.x_px + (upright ? 0 : from_px);
    const int x1 = upright ? to.x_px + to.width_px : x0 + broad_px;
    const int top = to.y_px + (upright ? from_px : 0);
    const int bottom = upright ? top + broad_px : to.y_px + to.height_px;
    const int y0 = framebuffer_height_px - bottom;  // GL counts rows from the bottom
    const int y1 = framebuffer_height_px - top;
    impl_->blit_framebuffer(x0 - dx_px, y0 + dy_px, x1 - dx_px, y1 + dy_px, x0, y0, x1, y1, GL_COLOR_BUFFER_BIT,
                            GL_NEAREST);
  }
}

void Renderer::new_frame() { impl_->gl3 ? ImGui_ImplOpenGL3_NewFrame() : ImGui_ImplOpenGL2_NewFrame(); }

void Renderer::draw(ImDrawData* data, int width_px, int height_px, Rotation rotation) {
  HUB_CHECK(data != nullptr && data->Valid);
  // One pixel of ours is one of ImGui's: glyphs are sharp only so, and fill_clip_rect() relies on it.
  HUB_CHECK(data->DisplayPos.x == 0 && data->DisplayPos.y == 0);
  HUB_CHECK(data->FramebufferScale.x == 1 && data->FramebufferScale.y == 1);
  HUB_CHECK(static_cast<int>(data->DisplaySize.x) == width_px && static_cast<int>(data->DisplaySize.y) == height_px);
  turn(*data, rotation);
  impl_->gl3 ? ImGui_ImplOpenGL3_RenderDrawData(data) : ImGui_ImplOpenGL2_RenderDrawData(data);
}

void fill_clip_rect(const ImDrawList*, const ImDrawCmd* command) {
  const ImVec4& clip = command->ClipRect;
  if (clip.z <= clip.x || clip.w <= clip.y) return;
  // Both backends set the viewport to the whole framebuffer before any command, and round a scissor like this.
  std::array<GLint, 4> viewport{};
  glGetIntegerv(GL_VIEWPORT, viewport.data());
  glScissor(static_cast<int>(clip.x), static_cast<int>(static_cast<float>(viewport[3]) - clip.w),
            static_cast<int>(clip.z - clip.x), static_cast<int>(clip.w - clip.y));

  const auto colour = static_cast<ImU32>(reinterpret_cast<std::uintptr_t>(command->UserCallbackData));
  const auto part = [colour](int shift) { return static_cast<float>((colour >> shift) & 0xFFU) / 255.0F; };
  glClearColor(part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);  // every command after this one sets its own scissor
}

}  // namespace hub::platform
