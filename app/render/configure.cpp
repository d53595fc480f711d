#include "render/configure.h"

namespace hub::render {

void configure(ui::FrameContext& frame_context, const config::Config& config) {
  frame_context.screen.diagonal_inch = config.screen.diagonal_inch;
  frame_context.screen.distance_m = config.screen.distance_m;
  frame_context.screen.low_reach = config.screen.reach == config::Config::Screen::Reach::low;
  frame_context.screen.bottom_mm = config.screen.bottom_mm;
  frame_context.high_contrast = config.contrast == config::Config::Contrast::high;
  frame_context.reduced_motion = config.motion == config::Config::Motion::reduced;
  frame_context.timing = {config.idle.ask_s, config.idle.answer_s, config.attract.slide_s, config.staff.close_s};
  frame_context.languages = config.languages;
  frame_context.staff_panel = !config.staff.pin_hash.empty();
}

}  // namespace hub::render
