// What laying screens out needs, without any GL.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "base/result.h"
#include "render/hub_typesetter.h"
#include "text/glyphs/faces.h"
#include "ui/stage.h"

namespace hub::render {

// Faces, the glyph atlas and the stage of the hub that is shown.
class ScreenContext {
 public:
  static base::Result<std::unique_ptr<ScreenContext>> open();

  // The stage of a hub in a snapshot; the same one until either changes.
  ui::Stage& stage(const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub);
  // Analyses every text of the hub's screens, for the next stage().
  void prepare(const ui::FrameContext& frame_context, const std::string& hub);
  // What was prepared for the next stage(), perhaps by another thread.
  void take(std::unique_ptr<HubTypesetter> typesetter) { next_ = std::move(typesetter); }

  text::GlyphAtlas& pages() { return pages_; }
  const text::Faces& faces() const { return faces_; }
  text::Typesetter& typesetter() { return typesetter_->typesetter(); }  // of the stage that was asked for last

 private:
  explicit ScreenContext(text::Faces faces) : faces_(std::move(faces)), pages_(faces_) {}

  text::Faces faces_;
  text::GlyphAtlas pages_;
  std::unique_ptr<HubTypesetter> next_;
  std::unique_ptr<HubTypesetter> typesetter_;
  std::unique_ptr<ui::Stage> stage_;
};

}  // namespace hub::render
