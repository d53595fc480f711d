// What the pictures of these tests are drawn with: an offscreen framebuffer, an ImGui context and a renderer.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <utility>

#include "platform/offscreen.h"
#include "platform/renderer.h"

namespace hub::tests {

inline constexpr int kPage_px = 64;
inline constexpr int kPages = 3;

class Stage {
 public:
  Stage(int width_px, int height_px)
      : width_px_(width_px),
        height_px_(height_px),
        offscreen_(platform::Offscreen::create(width_px, height_px).value()),
        imgui_(ImGui::CreateContext()),
        renderer_(platform::Renderer::create(kPages, kPage_px).value()) {
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetStyle().AntiAliasedFill = false;
  }
  ~Stage() {
    offscreen_.bind();
    { const platform::Renderer gone = std::move(renderer_); }
    ImGui::DestroyContext(imgui_);
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  platform::Offscreen& offscreen() { return offscreen_; }
  platform::Renderer& renderer() { return renderer_; }

  void resize(int width_px, int height_px) {
    width_px_ = width_px;
    height_px_ = height_px;
    offscreen_.resize(width_px, height_px);
  }

  platform::Picture frame(const std::function<void(ImDrawList&)>& draw) {
    offscreen_.bind();
    ImGui::GetIO().DisplaySize = {static_cast<float>(width_px_), static_cast<float>(height_px_)};
    renderer_.new_frame();
    ImGui::NewFrame();
    draw(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    renderer_.draw(ImGui::GetDrawData(), width_px_, height_px_);
    return offscreen_.read();
  }

 private:
  int width_px_;
  int height_px_;
  platform::Offscreen offscreen_;
  ImGuiContext* imgui_;
  platform::Renderer renderer_;
};

// A pixel as 0xRRGGBB, so that doctest prints it as it is written.
inline std::uint32_t pixel(const platform::Picture& picture, int x_px, int y_px) {
  const auto at =
      (static_cast<std::size_t>(y_px) * static_cast<std::size_t>(picture.width_px) + static_cast<std::size_t>(x_px)) *
      3;
  return static_cast<std::uint32_t>(picture.rgb.at(at) << 16 | picture.rgb.at(at + 1) << 8 | picture.rgb.at(at + 2));
}

inline void fill(ImDrawList& list, float x0, float y0, float x1, float y1, ImU32 colour) {
  list.PushClipRect({x0, y0}, {x1, y1});
  // ImGui keeps the colour in a pointer.
  list.AddCallback(platform::fill_clip_rect, reinterpret_cast<void*>(static_cast<std::uintptr_t>(colour)));
  list.PopClipRect();
}

}  // namespace hub::tests
