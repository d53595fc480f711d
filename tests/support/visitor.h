// A visitor before a screen, for tests of what fingers do: ImGui runs, nothing is drawn.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <array>
#include <string>

#include "platform/empty_font.h"
#include "support/lobby.h"

namespace hub::tests {

// One visitor before one screen: contacts in, actions applied, as the frame loop does it.
class Visitor : public Lobby {
 public:
  Visitor() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    platform::give_empty_font(*ImGui::GetIO().Fonts);
  }
  ~Visitor() { ImGui::DestroyContext(); }
  Visitor(const Visitor&) = delete;
  Visitor& operator=(const Visitor&) = delete;

  void enter(const std::string& hub, const std::string& route, ui::Point size = {1920, 1080}) {
    here = frame_context(size);
    who = state(hub, route);
    who.arrived = who.touched = now_at;
    frame();
  }

  void frame() {
    const ui::Metrics metrics = ui::metrics_for(here.screen, who.text_step);
    const ui::PrimaryPointer finger = gesture.next_frame({metrics.tap_slop_px(), metrics.palm_px()}, now_at);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(here.screen.width_px), static_cast<float>(here.screen.height_px)};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    const ui::Canvas canvas{ImGui::GetBackgroundDrawList(), textures, nullptr};
    last = screens(here.snapshot, who.hub).stage().frame(here, who, finger, now_at, canvas);
    ImGui::Render();
    drawn_at = now_at;
  }

  void touch(base::ContactEvent::Kind kind, float x, float y, int id = 1) {
    base::Input input;
    input.contacts.push_back({kind, id, x, y, now_at});
    gesture.feed(input);
    do frame();
    while (gesture.pending());
  }

  // Lets time go by, a frame at a time for as long as frames differ by themselves.
  void wait(double seconds) {
    const base::Instant until = now_at + whole(seconds);
    while (last.next_wake && drawn_at + whole(last.next_wake->count()) <= until) {
      now_at = drawn_at + std::max(whole(last.next_wake->count()), whole(1.0 / 60));
      frame();
    }
    now_at = std::max(now_at, until);
  }
  void settle() { wait(3); }
  static std::chrono::nanoseconds whole(double seconds) { return base::nanoseconds_of(base::Seconds(seconds)); }

  void tap(ui::Point at) {
    touch(base::ContactEvent::Kind::begin, static_cast<float>(at.x), static_cast<float>(at.y));
    touch(base::ContactEvent::Kind::end, static_cast<float>(at.x), static_cast<float>(at.y));
    settle();
  }

  // The middle of a box as it stands on the screen now.
  ui::Point middle(const ui::Layer& layer, const std::string& path) {
    const ui::Rect r = find_box(layer, path).rect;
    const int scrolled = layer.viewport.y == 0 ? static_cast<int>(who.scroll_px) : 0;
    return {layer.viewport.x + r.x + r.w / 2, layer.viewport.y + r.y + r.h / 2 - scrolled};
  }
  const ui::Scene& now() { return scene(here, who, now_at); }
  std::string route() const { return ui::path_of(who.route); }

  ui::FrameContext here;
  ui::UiState who;
  ui::Gesture gesture;
  ui::Outcome last;
  base::Instant now_at{};
  base::Instant drawn_at{};
  std::array<ImTextureID, text::kMaxPages> textures{};
};

}  // namespace hub::tests
