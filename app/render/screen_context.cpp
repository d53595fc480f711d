#include "render/screen_context.h"

#include "text/analysis/characters.h"

namespace hub::render {

namespace {

// A face of each weight, whatever the language: each falls back to all.
bool is_covered(const text::Faces& faces, char32_t c) {
  return !text::is_drawn(c) ||
         (faces.covers(c, text::Weight::regular, "ja") && faces.covers(c, text::Weight::bold, "ja"));
}

}  // namespace

base::Result<std::unique_ptr<ScreenContext>> ScreenContext::open() {
  base::Result<text::Faces> faces = text::Faces::open();
  if (!faces) return faces.error();
  return std::unique_ptr<ScreenContext>(new ScreenContext(std::move(faces).value()));
}

content::CanDraw ScreenContext::can_draw() const {
  return [this](char32_t c) { return is_covered(faces_, c); };
}

content::CanDraw can_draw_with_own_faces() {
  auto opened = text::Faces::open();
  if (!opened) return {};
  return [faces = std::make_shared<const text::Faces>(std::move(opened).value())](char32_t c) {
    return is_covered(*faces, c);
  };
}

}  // namespace hub::render
