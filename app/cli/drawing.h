// What snapshot and tour share: a screen as a kiosk would show it, drawn without one.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/files.h"
#include "base/parse.h"
#include "cli/command.h"
#include "cli/options.h"
#include "config/config.h"
#include "config/paths.h"
#include "render/hub_screens.h"
#include "render/screenshot.h"

namespace hub::cli {

struct DrawOptions : CommonOptions {
  base::Size size{1920, 1080};
  std::string language = "ja";  // of the screen
  int text_step = 1;            // 1 … 3
  bool furigana = false;
  bool high_contrast = false;
  double diagonal_inch = 0;  // 0: as the configuration says
  double distance_m = 0;
  std::string config;              // of a kiosk; empty: none
  std::optional<base::Date> date;  // nothing: today
  std::string out;
};
void declare_drawing(Options& options, DrawOptions& values);

// One screen.
struct ScreenOptions : DrawOptions {
  std::string screen;                        // a route
  double at_s = 0;                           // seconds since the screen was entered
  double scroll_em = 0;                      // how far the page is scrolled
  std::optional<std::chrono::minutes> time;  // nothing: while the hub is open
};
// Of the content that `files` gives, into the file that the options name.
Outcome draw_screen(const base::FileReader& files, const ScreenOptions& options);

// What is drawn of, and who looks at it.
struct Scenery {
  ui::FrameContext frame_context;
  ui::UiState state;
};
Scenery scenery_of(const DrawOptions& options, const config::Config& config,
                   std::shared_ptr<const content::Snapshot> snapshot);
content::Loaded load_drawn(const base::FileReader& files, const DrawOptions& options, const config::Config& config);

class PictureMaker {
 public:
  // An Error where this machine does not draw so large.
  static base::Result<PictureMaker> open(const DrawOptions& options);

  // What draw() draws of. This outlives it.
  render::HubScreens screens_of(const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub) {
    return render::HubScreens(*context_, snapshot, hub);
  }

  base::Status draw(base::FileWriter& files, const std::string& path, render::HubScreens& screens,
                    const ui::FrameContext& frame_context, const ui::UiState& state, base::Seconds at);

 private:
  PictureMaker(std::unique_ptr<render::ScreenContext> context, std::unique_ptr<render::ScreenshotRenderer> renderer)
      : context_(std::move(context)), renderer_(std::move(renderer)) {}

  std::unique_ptr<render::ScreenContext> context_;  // outlives what draws in it
  std::unique_ptr<render::ScreenshotRenderer> renderer_;
};

}  // namespace hub::cli
