// The kiosk that stands in a lobby: a window, the content that it shows and follows, its staff, its service manager.
// What becomes of it goes to a log; it prints nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/message.h"
#include "config/config.h"
#include "kiosk/content_loader.h"
#include "kiosk/content_swap.h"
#include "kiosk/content_watcher.h"
#include "kiosk/desk_thread.h"
#include "kiosk/first_content.h"
#include "kiosk/frame_loop.h"
#include "kiosk/kiosk_staff_service.h"
#include "kiosk/last_good_writer.h"
#include "kiosk/log.h"
#include "kiosk/service_notifier.h"
#include "kiosk/shifted_clock.h"
#include "kiosk/shown_screen_writer.h"
#include "kiosk/window_display.h"
#include "render/frame_renderer.h"

namespace hub::kiosk {

struct KioskSetup {
  std::string content_folder;
  std::string state_folder;  // empty: nothing is remembered across starts
  std::string boot_id;       // kept_lock.h
  std::string hub;           // of the command line; empty: staff's choice, else the configuration's, else the first
  config::LoadedConfig config;
  ui::BuiltinWords builtin;
  std::shared_ptr<const ui::SetupNotice> notice;  // null: there is nothing to say at this start
  std::optional<ui::Point> window_px;             // nothing: the whole screen
  std::optional<base::Date> date;                 // nothing: the machine's
  std::optional<std::chrono::minutes> time_of_day;
  std::optional<base::ClockSource> clock;               // who vouches for the clock; nothing: as the machine has it
  base::StaffLanguage staff = base::StaffLanguage::ja;  // of what the service manager is told
};

class Kiosk {
 public:
  // Looks for content while the window opens. `log` outlives the kiosk. Error: no display, no GL or no fonts; content
  // that has errors is none.
  static base::Result<std::unique_ptr<Kiosk>> open(KioskSetup setup, Log& log);
  Kiosk(const Kiosk&) = delete;
  Kiosk& operator=(const Kiosk&) = delete;

  // Until somebody asks it to close. Once.
  void run();

 private:
  struct Opened;
  Kiosk(Opened opened, Log& log);
  std::unique_ptr<render::HubScreens> prepare(const ContentSource& content, const std::string& hub);
  void keep(const ContentSource& content, const std::string& hub);
  std::unique_ptr<render::HubScreens> take_content();
  void follow_content();
  void open_desk();
  void give_heartbeats();
  void keep_hours();
  void follow_phantoms();

  KioskSetup setup_;
  Log& log_;
  std::unique_ptr<ShiftedClock> clock_;
  std::optional<ClockTrust> clock_trust_;  // with opening hours
  base::DiskFiles files_;
  ui::FrameContext frame_context_;  // what content is made ready for
  std::unique_ptr<render::ScreenContext> screen_context_;
  platform::Window window_;
  std::unique_ptr<render::FrameRenderer> frame_renderer_;  // needs the window's context
  bool hub_unknown_ = false;                               // until staff have chosen
  ContentLoader loader_;
  LastGoodWriter last_good_writer_;
  ShownScreenWriter shown_screen_writer_;
  KioskStaffService staff_service_;
  WindowDisplay display_;
  FrameLoop loop_;
  ContentSwap content_swap_;
  std::unique_ptr<DeskThread> desk_;         // null: nothing is remembered, or there is no panel
  std::unique_ptr<ContentWatcher> watcher_;  // null: the content cannot be watched
  ServiceNotifier service_manager_;
};

}  // namespace hub::kiosk
