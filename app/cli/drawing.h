// Joins text, ui and platform: draws frames of a world with whatever GL context is current.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "base/result.h"
#include "cli/lettering.h"
#include "platform/frames.h"
#include "text/faces.h"
#include "ui/stage.h"

namespace hub::cli {

// Faces, glyph pages and the stage of the hub that is shown: all that laying screens out needs, without any GL.
class Typography {
 public:
  static base::Result<std::unique_ptr<Typography>> open();

  // The stage of a hub in a snapshot; the same one until either changes.
  ui::Stage& stage(const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub);
  // Analyses every text of the hub's screens, for the next stage().
  void prepare(const ui::World& world, const std::string& hub);
  // What was prepared for the next stage(), perhaps by another thread.
  void take(std::unique_ptr<Lettering> lettering) { next_ = std::move(lettering); }

  text::GlyphPages& pages() { return pages_; }
  const text::Faces& faces() const { return faces_; }
  text::Typesetter& typesetter() { return lettering_->typesetter(); }  // of the stage that was asked for last

 private:
  explicit Typography(text::Faces faces) : faces_(std::move(faces)), pages_(faces_) {}

  text::Faces faces_;
  text::GlyphPages pages_;
  std::unique_ptr<Lettering> next_;
  std::unique_ptr<Lettering> lettering_;
  std::unique_ptr<ui::Stage> stage_;
};

class Drawing {
 public:
  // Needs a current GL context. rotate_deg: how far the picture is turned clockwise.
  static base::Result<std::unique_ptr<Drawing>> create(Typography& typography, int rotate_deg = 0);

  // Only every n-th frame becomes pixels; the others are built and forgotten. For millions of frames without a GPU.
  void thin_to_every(int frames) { pixels_every_ = frames; }

  // With letters missing in the last frame, it is wanted again at once, and then has them.
  bool wants_again() const { return again_; }

  ui::Outcome frame(const ui::World& world, ui::UiState& state, const ui::Finger& finger, base::Instant now);

 private:
  Drawing(Typography& typography, std::unique_ptr<platform::Frames> frames)
      : typography_(typography), frames_(std::move(frames)) {}

  Typography& typography_;
  std::unique_ptr<platform::Frames> frames_;
  int pixels_every_ = 1;
  int since_pixels_ = 0;
  bool again_ = false;
};

}  // namespace hub::cli
