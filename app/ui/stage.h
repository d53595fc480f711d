// The ui room's front door: one frame. What the finger did changes the state, then the state is drawn. Keeps the pages
// it laid out until something they depend on changes, so that a frame that repeats lays nothing out.
#pragma once

#include <memory>
#include <optional>

#include "base/clock.h"
#include "text/glyph_pages.h"
#include "text/typesetter.h"
#include "ui/gesture.h"
#include "ui/painter.h"
#include "ui/scene.h"
#include "ui/state.h"
#include "ui/world.h"

namespace hub::ui {

struct Outcome {
  std::optional<base::Seconds> next_wake;  // when something on the screen changes by itself; nothing: never
};

class Stage {
 public:
  Stage(text::Typesetter& typesetter, text::GlyphPages& pages);
  ~Stage();

  // Between ImGui::NewFrame() and ImGui::Render(): applies what the finger did in this frame to the state, and draws
  // what the state then shows.
  Outcome frame(const World& world, UiState& state, const Finger& finger, base::Instant now, const Canvas& canvas);

  // The scene of a moment, laid out if it was not: for tests and checks, without drawing.
  const Scene& scene(const World& world, const UiState& state, base::Instant now);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace hub::ui
