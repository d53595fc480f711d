// From the kiosk's configuration to the frames that its screens are drawn in.
#pragma once

#include "config/config.h"
#include "ui/frame_context.h"

namespace hub::render {

// Everything but the screen's size in pixels, the content and the day.
void configure(ui::FrameContext& frame_context, const config::Config& config);

}  // namespace hub::render
