// Joins text, ui and platform: draws frames of a world with whatever GL context is current.
#pragma once

#include <memory>

#include "base/result.h"
#include "platform/renderer.h"
#include "text/analysis.h"
#include "text/faces.h"
#include "ui/stage.h"

namespace hub::cli {

// A machine without a screen: lays scenes out, draws nothing. One for each hub that is shown, since a hub's own
// readings belong to its texts.
class Typography {
 public:
  static base::Result<std::unique_ptr<Typography>> open();

  // The stage of a hub in a snapshot; the same one until either changes.
  ui::Stage& stage(const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub);
  text::GlyphPages& pages() { return pages_; }
  const text::Typesetter& typesetter() const { return *typesetter_; }

 private:
  explicit Typography(text::Faces faces) : faces_(std::move(faces)), pages_(faces_) {}

  text::Faces faces_;
  text::GlyphPages pages_;
  std::shared_ptr<const content::Snapshot> snapshot_;
  std::string hub_;
  std::unique_ptr<text::Analyser> analyser_;
  std::unique_ptr<text::Typesetter> typesetter_;
  std::unique_ptr<ui::Stage> stage_;
};

class Drawing {
 public:
  // Needs a current GL context, and keeps an ImGui context of its own.
  static base::Result<std::unique_ptr<Drawing>> create(Typography& typography);
  ~Drawing();
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;

  ui::Outcome frame(const ui::World& world, const ui::UiState& state, const ui::Finger& finger, base::Instant now);

 private:
  explicit Drawing(Typography& typography);

  Typography& typography_;
  std::unique_ptr<platform::Renderer> renderer_;
  std::vector<ImTextureID> textures_;
  base::Instant last_frame_{};
};

}  // namespace hub::cli
