// What becomes of new content, at the top of a frame: staff are told, and what may be shown is handed over and kept.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "kiosk/content_loader.h"
#include "kiosk/kiosk_staff_service.h"
#include "kiosk/last_good_writer.h"
#include "kiosk/log.h"
#include "kiosk/shown_screen_writer.h"

namespace hub::kiosk {

class ContentSwap {
 public:
  // All outlive it.
  ContentSwap(ContentLoader& loader, KioskStaffService& staff_service, LastGoodWriter& last_good_writer,
              ShownScreenWriter& shown_screen_writer, const base::Clock& clock, Log& log)
      : loader_(loader),
        staff_service_(staff_service),
        last_good_writer_(last_good_writer),
        shown_screen_writer_(shown_screen_writer),
        clock_(clock),
        log_(log) {}

  // What is to show from now on; null: what shows. `hub` is the one that shows; empty: none does.
  std::unique_ptr<render::HubScreens> take(const std::string& hub);

 private:
  ContentLoader& loader_;
  KioskStaffService& staff_service_;
  LastGoodWriter& last_good_writer_;
  ShownScreenWriter& shown_screen_writer_;
  const base::Clock& clock_;
  Log& log_;
};

}  // namespace hub::kiosk
