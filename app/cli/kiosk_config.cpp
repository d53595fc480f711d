#include "cli/kiosk_config.h"

#include "cli/print.h"

namespace hub::cli {

content::LoadedConfig read_config(const base::Files& files, const std::string& path, base::StaffLanguage staff) {
  if (path.empty()) return {};
  content::LoadedConfig loaded = content::load_config(files, path);
  complain(loaded.diagnostics, staff);
  return loaded;
}

void configure(ui::World& world, const content::Config& config) {
  world.screen.diagonal_inch = config.screen.diagonal_inch;
  world.screen.distance_m = config.screen.distance_m;
  world.screen.low_reach = config.screen.reach == content::Config::Screen::Reach::low;
  world.screen.bottom_mm = config.screen.bottom_mm;
  world.high_contrast = config.contrast == content::Config::Contrast::high;
  world.reduced_motion = config.motion == content::Config::Motion::reduced;
  world.timing = {config.idle.ask_s, config.idle.answer_s, config.attract.slide_s, config.staff.close_s};
  world.languages = config.languages;
  world.staff_panel = !config.staff.pin_hash.empty();
}

}  // namespace hub::cli
