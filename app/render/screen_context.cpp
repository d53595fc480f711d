#include "render/screen_context.h"

namespace hub::render {

base::Result<std::unique_ptr<ScreenContext>> ScreenContext::open() {
  base::Result<text::Faces> faces = text::Faces::open();
  if (!faces) return faces.error();
  return std::unique_ptr<ScreenContext>(new ScreenContext(std::move(faces).value()));
}

}  // namespace hub::render
