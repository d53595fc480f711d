// The real app off screen on a virtual clock: frame loop, stage, drawing and pixels, driven by contacts instead of
// fingers. What replay and its monkey play on.
#pragma once

#include <memory>
#include <optional>

#include "base/clock.h"
#include "base/result.h"
#include "kiosk/frame_loop.h"
#include "platform/offscreen.h"
#include "render/frame_renderer.h"
#include "replay/invariants.h"
#include "replay/pixel_check.h"
#include "replay/virtual_display.h"

namespace hub::replay {

class VirtualKiosk {
 public:
  struct Setup {
    ui::FrameContext frame_context;  // with a snapshot that has the state's hub
    ui::UiState state;
    std::chrono::minutes time_of_day = std::chrono::hours(12);  // when it begins
    std::optional<content::Hours> hours;                        // nothing: always open
    base::ClockSource clock = base::ClockSource::battery;       // who vouches for the clock at the beginning
    int pixels_every = 1;                                       // frames that are built for one that becomes pixels
    bool check_pixels = false;  // all pixels are drawn anew after each frame, too, and must be the same
    kiosk::StaffService* staff_service = nullptr;  // outlives the kiosk; null: nobody answers staff
    kiosk::DeskService* desk = nullptr;            // the same; null: there is none
  };
  static base::Result<std::unique_ptr<VirtualKiosk>> open(Setup setup);

  const base::Clock& clock() const { return clock_; }
  base::Instant now() const { return clock_.now(); }
  render::ScreenContext& screen_context() { return *screen_context_; }
  void take_content_from(kiosk::TakeContent take_content) { loop_.take_content_from(std::move(take_content)); }
  // At its own time, which is not before that of the last one.
  void contact(const base::ContactEvent& event);
  // Drawn before they return. A size is at most max_size_px() either way; without width or height the display is
  // unplugged, and nothing is drawn before it has a size again.
  void resize(ui::Point size_px);
  void show(std::shared_ptr<const content::Snapshot> snapshot);  // the hub that shows is in it

  void press_key();  // which no kiosk answers
  // The machine's clock jumps; no time goes by. The kiosk sees it when it next wakes, or is told by notice_clock().
  void set_local(base::LocalTime time) { clock_.set_local(time); }
  void notice_clock() { press_key(); }
  // From now on, as soon as the kiosk looks.
  void vouch_for_clock(base::ClockSource source) { clock_source_ = source; }

  // What happens until then; a frame that is under way then is finished.
  void run_until(base::Instant then);
  // Until nothing moves any more. False: it still moves.
  bool settle(base::Seconds at_most);

  const ui::Scene& scene();  // of this moment; an empty one of a dark screen
  const ui::UiState& state() const { return loop_.state(); }
  double scroll_px() const { return ui::scroll_at(loop_.state(), now()); }
  const ui::FrameContext& frame_context() const { return loop_.frame_context(); }
  std::size_t frames() const { return display_.frames(); }
  std::size_t contacts() const { return contacts_; }
  std::size_t ignored_spots() const { return loop_.phantoms().size(); }
  platform::Picture picture();  // the last frame that became pixels
  // Of which only a part was drawn and all was compared; 0 where that is not asked for.
  std::size_t frames_in_part() const { return pixel_check_ ? pixel_check_->parts() : 0; }
  Invariants& invariants() { return invariants_; }
  int max_size_px() const { return offscreen_.max_size_px(); }

 private:
  VirtualKiosk(Setup setup, platform::Offscreen offscreen, std::unique_ptr<render::ScreenContext> screen_context,
               std::unique_ptr<render::FrameRenderer> frame_renderer);
  void turn();
  ui::Outcome draw(render::HubScreens& screens, const ui::FrameContext& frame_context, ui::UiState& state,
                   const ui::PrimaryPointer& finger, base::Instant now);

  base::VirtualClock clock_;
  base::ClockSource clock_source_;
  kiosk::ClockTrust clock_trust_;
  platform::Offscreen offscreen_;
  ui::Point drawn_size_px_;
  bool pixels_lost_ = true;
  bool drew_ = false;  // in this turn
  std::optional<PixelCheck> pixel_check_;
  std::unique_ptr<render::ScreenContext> screen_context_;
  std::unique_ptr<render::FrameRenderer> frame_renderer_;  // needs the context of offscreen_
  VirtualDisplay display_;
  kiosk::FrameLoop loop_;
  Invariants invariants_;
  ui::Scene nothing_;
  std::size_t contacts_ = 0;
};

}  // namespace hub::replay
