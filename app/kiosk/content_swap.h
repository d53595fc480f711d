// What becomes of new content, at the top of a frame: staff are told, and what may be shown is shown and kept.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/message.h"
#include "kiosk/content_loader.h"
#include "kiosk/frame_loop.h"
#include "kiosk/kiosk_staff_service.h"
#include "kiosk/last_good_writer.h"
#include "render/frame_renderer.h"

namespace hub::kiosk {

class ContentSwap {
 public:
  // What was found in the content, and what becomes of it.
  using Tell = std::function<void(const std::vector<content::Diagnostic>&, const base::Message&)>;

  // All outlive it.
  ContentSwap(ContentLoader& loader, KioskStaffService& staff_service, render::ScreenContext& screen_context,
              LastGoodWriter& last_good_writer, const base::Clock& clock, Tell tell)
      : loader_(loader),
        staff_service_(staff_service),
        screen_context_(screen_context),
        last_good_writer_(last_good_writer),
        clock_(clock),
        tell_(std::move(tell)) {}

  // `hub` is the one that shows; empty: none does.
  NewContent take(const std::string& hub);

 private:
  ContentLoader& loader_;
  KioskStaffService& staff_service_;
  render::ScreenContext& screen_context_;
  LastGoodWriter& last_good_writer_;
  const base::Clock& clock_;
  Tell tell_;
};

}  // namespace hub::kiosk
