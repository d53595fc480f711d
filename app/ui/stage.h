// The ui room's front door: one frame. Snapshot + state + finger → draw list and actions. Keeps the laid-out scene
// until something it depends on changes, so that a frame that repeats lays nothing out.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "content/snapshot.h"
#include "text/glyph_pages.h"
#include "text/typesetter.h"
#include "ui/gesture.h"
#include "ui/painter.h"
#include "ui/scene.h"
#include "ui/screens.h"
#include "ui/state.h"

namespace hub::ui {

// Seconds that attract shows one slide: long enough to read 60 characters twice.
inline constexpr double kAttractSlide_s = 10;

struct World {
  std::shared_ptr<const content::Snapshot> snapshot;  // null: there is no good content, the built-in page shows
  Screen screen;
  base::Date today{};
  bool high_contrast = false;
  BuiltinWords builtin;
};

struct Outcome {
  std::vector<Action> actions;             // to be applied before the next frame
  std::optional<base::Seconds> next_wake;  // when something on the screen changes by itself; nothing: never
};

class Stage {
 public:
  Stage(text::Typesetter& typesetter, text::GlyphPages& pages);
  ~Stage();

  // Between ImGui::NewFrame() and ImGui::Render().
  Outcome frame(const World& world, const UiState& state, const Finger& finger, base::Instant now,
                const Canvas& canvas);

  // The scene of a moment, laid out if it was not: for tests and checks, without drawing.
  const Scene& scene(const World& world, const UiState& state, base::Instant now);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace hub::ui
