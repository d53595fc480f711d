#include "platform/frames.h"

#include <algorithm>
#include <utility>

#include "platform/empty_font.h"

namespace hub::platform {

Frames::Frames() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // a kiosk writes nothing
  io.LogFilename = nullptr;
  io.GetClipboardTextFn = nullptr;  // nothing goes from one visitor to the next
  io.SetClipboardTextFn = nullptr;
  give_empty_font(*io.Fonts);
}

Frames::~Frames() {
  renderer_.reset();
  ImGui::DestroyContext();
}

base::Result<std::unique_ptr<Frames>> Frames::create(int max_pages, int page_size_px, int rotate_deg) {
  std::unique_ptr<Frames> frames(new Frames);
  frames->rotation_ = rotation_of(rotate_deg);
  base::Result<Renderer> renderer = Renderer::create(max_pages, page_size_px);
  if (!renderer) return renderer.error();
  frames->renderer_ = std::make_unique<Renderer>(std::move(renderer).value());
  for (int page = 0; page < max_pages; ++page) frames->textures_.push_back(frames->renderer_->page_texture(page));
  return frames;
}

void Frames::begin(int width_px, int height_px, base::Instant now) {
  constexpr float kShortest_s = 0.001F;  // ImGui wants time to pass
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = std::max(kShortest_s, std::chrono::duration<float>(now - last_).count());
  io.DisplaySize = {static_cast<float>(width_px), static_cast<float>(height_px)};
  last_ = now;
  width_px_ = width_px;
  height_px_ = height_px;
  renderer_->new_frame();
  ImGui::NewFrame();
}

ImDrawList& Frames::draw_list() { return *ImGui::GetBackgroundDrawList(); }

void Frames::move(const PixelRect& to, int dx_px, int dy_px) {
  const Extent picture{width_px_, height_px_};
  const PixelRect from = {to.x_px - dx_px, to.y_px - dy_px, to.width_px, to.height_px};
  const PixelRect there = in_framebuffer(to, picture, rotation_);
  const PixelRect here = in_framebuffer(from, picture, rotation_);
  renderer_->move(there, there.x_px - here.x_px, there.y_px - here.y_px, turned(picture, rotation_).height_px);
}

void Frames::end(bool to_pixels) {
  ImGui::Render();
  if (to_pixels) renderer_->draw(ImGui::GetDrawData(), width_px_, height_px_, rotation_);
}

}  // namespace hub::platform
