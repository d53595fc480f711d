// Draws what staff want to see with the kiosk's own renderer, and finds what can be tapped on it.
#pragma once

#include <list>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/system_calls.h"
#include "config/config.h"
#include "desk/desk.h"
#include "render/hub_screens.h"
#include "render/screen_context.h"
#include "render/screenshot.h"
#include "web/draw/screen_answer.h"

namespace hub::web {

struct ScreenPlace {
  std::string state_folder;
  std::string content_folder;  // what kiosks read
  config::Config config;       // of the kiosk whose screens these are
};

class ScreenMaker {
 public:
  // `calls` and `clock` outlive it. Error: this machine has no fonts.
  static base::Result<std::unique_ptr<ScreenMaker>> create(const base::SystemCalls& calls, const base::Clock& clock,
                                                           ScreenPlace place);

  ScreenAnswer answer(const ScreenQuestion& asked);

 private:
  // The screens of one state of the content. A few are kept: staff look at the draft again and again, and go through
  // the history.
  struct Kept {
    std::string what;  // whose, of what
    std::uint64_t fingerprint = 0;
    std::shared_ptr<const content::Snapshot> snapshot;
    std::unique_ptr<render::HubScreens> screens;
    // Of a draft: a day on which its report shows. Today, where it is that; else the first of its year.
    std::optional<base::Date> day;
  };
  static constexpr std::size_t kMostKept = 3;

  ScreenMaker(const base::SystemCalls& calls, const base::Clock& clock, ScreenPlace place,
              std::unique_ptr<render::ScreenContext> context)
      : calls_(calls), clock_(clock), place_(std::move(place)), context_(std::move(context)) {}

  base::Result<Kept*> screens_of(const ScreenQuestion& question);
  // The hub's files that are not as they show, and of a draft the year of its goals.
  struct Over {
    base::FolderBytes files;
    int goal_year = 0;
  };
  base::Result<Over> files_over(const desk::Desk& desk, const ScreenWish& wish) const;
  base::Result<std::string> picture(Kept& kept, const ui::FrameContext& frame_context, const ui::UiState& state,
                                    const ScreenWish& wish);
  ScreenLayout layout(Kept& kept, const ui::FrameContext& frame_context, const ui::UiState& state,
                      const ScreenWish& wish) const;

  const base::SystemCalls& calls_;
  const base::Clock& clock_;
  ScreenPlace place_;
  std::unique_ptr<render::ScreenContext> context_;
  std::unique_ptr<render::ScreenshotRenderer> renderer_;  // made with the first picture
  std::list<Kept> kept_;                                  // the one used last first
};

}  // namespace hub::web
