#include "render/hub_screens.h"

#include <utility>

namespace hub::render {

HubScreens::HubScreens(ScreenContext& screen_context, std::shared_ptr<const content::Snapshot> snapshot,
                       std::string hub)
    : snapshot_(std::move(snapshot)),
      hub_(std::move(hub)),
      typesetter_(screen_context.faces(), snapshot_, hub_),
      stage_(typesetter_.typesetter(), screen_context.pages()) {}

std::unique_ptr<HubScreens> HubScreens::prepared(ScreenContext& screen_context, const ui::FrameContext& frame_context,
                                                 std::shared_ptr<const content::Snapshot> snapshot, std::string hub) {
  auto screens = std::make_unique<HubScreens>(screen_context, std::move(snapshot), std::move(hub));
  screens->typesetter_.prepare(frame_context);
  return screens;
}

}  // namespace hub::render
