#include "render/screen_context.h"

namespace hub::render {

base::Result<std::unique_ptr<ScreenContext>> ScreenContext::open() {
  base::Result<text::Faces> faces = text::Faces::open();
  if (!faces) return faces.error();
  return std::unique_ptr<ScreenContext>(new ScreenContext(std::move(faces).value()));
}

ui::Stage& ScreenContext::stage(const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub) {
  if (typesetter_ && typesetter_->is_of(snapshot, hub)) return *stage_;
  stage_.reset();
  const bool prepared = next_ && next_->is_of(snapshot, hub);
  typesetter_ = prepared ? std::move(next_) : std::make_unique<HubTypesetter>(faces_, snapshot, hub);
  next_.reset();
  stage_ = std::make_unique<ui::Stage>(typesetter_->typesetter(), pages_);
  return *stage_;
}

void ScreenContext::prepare(const ui::FrameContext& frame_context, const std::string& hub) {
  auto typesetter = std::make_unique<HubTypesetter>(faces_, frame_context.snapshot, hub);
  typesetter->prepare(frame_context);
  take(std::move(typesetter));
}

}  // namespace hub::render
