// The ui room's front door: one frame. What the finger did changes the state, then the state is drawn. Keeps the pages
// it laid out until something they depend on changes, so that a frame that repeats lays nothing out.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "text/glyphs/glyph_atlas.h"
#include "text/typesetter.h"
#include "ui/frame_context.h"
#include "ui/paint/canvas.h"
#include "ui/scene.h"
#include "ui/state/state.h"
#include "ui/touch/gesture.h"

namespace hub::ui {

struct Outcome {
  std::optional<base::Seconds> next_wake;  // when something on the screen changes by itself; nothing: never
  std::vector<Effect> effects;             // what the kiosk is to do after this frame was shown
  bool changed = true;                     // it looks different from the frame before, which goes on showing else
};

class Stage {
 public:
  Stage(text::Typesetter& typesetter, text::GlyphAtlas& pages);
  ~Stage();

  // Applies what the finger did in this frame to the state, and draws what the state then shows on the canvas.
  Outcome frame(const FrameContext& frame_context, UiState& state, const PrimaryPointer& finger, base::Instant now,
                const Canvas& canvas);

  // How many pixels the last frame paints where it is drawn whole (PieceFinder::flat_px).
  std::int64_t flat_px() const;

  // The scene of a moment, laid out if it was not: for tests and checks, without drawing.
  const Scene& scene(const FrameContext& frame_context, const UiState& state, base::Instant now);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::ui
