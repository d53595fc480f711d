// All that shows of one hub in one snapshot: the content, its typesetter, its stage. One object, so that new content is
// swapped in whole. For one thread at a time: made on one, drawn with on another.
#pragma once

#include <memory>
#include <string>

#include "render/hub_typesetter.h"
#include "render/screen_context.h"
#include "ui/stage.h"

namespace hub::render {

class HubScreens {
 public:
  // The context outlives it. Without a snapshot it is the built-in page.
  HubScreens(ScreenContext& screen_context, std::shared_ptr<const content::Snapshot> snapshot, std::string hub);
  // The same, with every text analysed that its screens show in such frames: takes long, off the frame path, so that no
  // visitor waits for it.
  static std::unique_ptr<HubScreens> prepared(ScreenContext& screen_context, const ui::FrameContext& frame_context,
                                              std::shared_ptr<const content::Snapshot> snapshot, std::string hub);

  const std::shared_ptr<const content::Snapshot>& snapshot() const { return snapshot_; }
  const std::string& hub() const { return hub_; }
  text::Typesetter& typesetter() { return typesetter_.typesetter(); }
  ui::Stage& stage() { return stage_; }

 private:
  std::shared_ptr<const content::Snapshot> snapshot_;
  std::string hub_;
  HubTypesetter typesetter_;
  ui::Stage stage_;
};

}  // namespace hub::render
