// What laying screens out needs, whatever they show, without any GL.
#pragma once

#include <memory>
#include <utility>

#include "base/result.h"
#include "content/json/letters.h"
#include "text/glyphs/faces.h"
#include "text/glyphs/glyph_atlas.h"

namespace hub::render {

// The faces, and the atlas of their glyphs' pictures.
class ScreenContext {
 public:
  static base::Result<std::unique_ptr<ScreenContext>> open();

  text::GlyphAtlas& pages() { return pages_; }
  const text::Faces& faces() const { return faces_; }
  // What content may be written with, in whatever language. Asks `this`; any thread may call it.
  content::CanDraw can_draw() const;

 private:
  explicit ScreenContext(text::Faces faces) : faces_(std::move(faces)), pages_(faces_) {}

  text::Faces faces_;
  text::GlyphAtlas pages_;
};

// The same of faces of its own, for who draws nothing yet; empty where there are none.
content::CanDraw can_draw_with_own_faces();

}  // namespace hub::render
