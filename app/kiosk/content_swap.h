// What becomes of new content, at the top of a frame: staff are told, and what may be shown is shown and kept.
#pragma once

#include <string>

#include "base/clock.h"
#include "kiosk/content_loader.h"
#include "kiosk/frame_loop.h"
#include "kiosk/kiosk_staff_service.h"
#include "kiosk/last_good_writer.h"
#include "kiosk/log.h"
#include "render/frame_renderer.h"

namespace hub::kiosk {

class ContentSwap {
 public:
  // All outlive it.
  ContentSwap(ContentLoader& loader, KioskStaffService& staff_service, render::ScreenContext& screen_context,
              LastGoodWriter& last_good_writer, const base::Clock& clock, Log& log)
      : loader_(loader),
        staff_service_(staff_service),
        screen_context_(screen_context),
        last_good_writer_(last_good_writer),
        clock_(clock),
        log_(log) {}

  // `hub` is the one that shows; empty: none does.
  NewContent take(const std::string& hub);

 private:
  ContentLoader& loader_;
  KioskStaffService& staff_service_;
  render::ScreenContext& screen_context_;
  LastGoodWriter& last_good_writer_;
  const base::Clock& clock_;
  Log& log_;
};

}  // namespace hub::kiosk
