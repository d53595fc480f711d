// The frame loop: sleeps until something happens, then draws one frame. Nothing is drawn while nothing changes.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "kiosk/clock_trust.h"
#include "kiosk/desk_service.h"
#include "kiosk/display.h"
#include "kiosk/opening_hours.h"
#include "kiosk/staff_service.h"
#include "render/hub_screens.h"
#include "ui/stage.h"
#include "ui/touch/phantoms.h"

namespace hub::kiosk {

// Applies what the finger did to the state, and draws what it then shows.
using DrawFrame = std::function<ui::Outcome(render::HubScreens&, const ui::FrameContext&, ui::UiState&,
                                            const ui::PrimaryPointer&, base::Instant)>;

// Other screens that became ready since it was last asked. Null: there are none.
using TakeContent = std::function<std::unique_ptr<render::HubScreens>()>;

// A sign of life, given between two turns: after the first frame that was shown, then at least `every` (nothing: never
// again), also while nothing needs drawing.
struct Heartbeat {
  std::optional<base::Seconds> every;
  std::function<void(const ui::FrameContext&, const ui::UiState&)> give;
};

// No more than one frame while the screen shows one, also where nothing waits for the screen. A little less than that
// time, so that a screen that is waited for sets the pace by itself.
inline constexpr double kLeastOfRefresh = 0.99;

inline constexpr base::Seconds kNoticeStays{300.0};  // where nobody touches it
// The staff's panel tells what is true, if not to the second then nearly.
inline constexpr base::Seconds kFactsInterval{1.0};

class FrameLoop {
 public:
  // Shows these screens, of the state's hub; the frame context's snapshot is theirs. Without a staff service nothing
  // that staff ask for is done; it outlives the loop.
  FrameLoop(Display& display, const base::Clock& clock, DrawFrame draw, std::unique_ptr<render::HubScreens> screens,
            ui::FrameContext frame_context, ui::UiState state, StaffService* staff_service = nullptr);

  // One turn: waits, takes what happened, draws if anything on the screen may have changed. False: asked to close.
  bool turn();

  // Asked at the top of every turn, before a frame; the next frame shows what it gives.
  void take_content_from(TakeContent take_content) { take_content_ = std::move(take_content); }
  // Outside these hours, while nobody is here, the screen is dark, as long as somebody vouches for the clock (null: it
  // is right). `trust` outlives the loop.
  void keep_hours(content::Hours hours, ClockTrust* trust = nullptr);
  // Told when the hub would be closed and nobody vouches for the clock (none), and who does at last.
  using TellClock = std::function<void(base::ClockSource)>;
  void tell_clock_to(TellClock tell) { tell_clock_ = std::move(tell); }
  // The panel has the desk's pages, and the kiosk shows drafts to staff. The desk outlives the loop.
  void open_desk(DeskService& desk) { desk_ = &desk; }
  void set_heartbeat(Heartbeat heartbeat) { heartbeat_ = std::move(heartbeat); }
  // Spots of the glass that are tapped by nobody (ui/touch/phantoms.h), of an earlier run: asked now, and for every
  // other size of the screen.
  using KnownPhantoms = std::function<std::vector<ui::PhantomSpot>(ui::Point screen_px)>;
  void know_phantoms_from(KnownPhantoms known);
  std::vector<ui::PhantomSpot> phantoms() const { return phantoms_.spots(); }
  // Told between two frames when one was learnt or forgotten.
  using TellPhantom = std::function<void(const ui::PhantomNews&)>;
  void tell_phantoms_to(TellPhantom tell) { tell_phantom_ = std::move(tell); }
  // Between two turns: the next frame shows these screens, which are of the state's hub; in a preview the first frame
  // after it does.
  void show(std::unique_ptr<render::HubScreens> screens);

  render::HubScreens& screens() { return *screens_; }
  const ui::UiState& state() const { return state_; }
  const ui::FrameContext& frame_context() const { return frame_context_; }
  std::size_t frames() const { return frames_; }  // that were shown: not those that looked as the one before

 private:
  // A display that was unplugged, or is not there yet, has no size: nothing is drawn, and nothing hurries.
  bool has_display() const;
  bool may_draw() const;
  void end_notice();
  std::optional<base::Seconds> patience() const;
  base::Seconds until_allowed() const;
  void take(base::Input input);
  void take_size();
  void begin_phantoms();
  void sift(std::vector<base::ContactEvent>& contacts);
  void take_content();
  void swap_in(std::unique_ptr<render::HubScreens> screens);
  void take_desk();
  void take_preview();
  void end_preview();
  bool at_desk() const;
  void take_time();
  bool trusts_clock();
  void draw();
  void give_heartbeat();
  void refresh_facts(base::Instant now);
  ui::StaffFacts gather_facts() const;
  void apply(const ui::Action& action);
  void perform_effects();
  void perform(const ui::CheckPin& effect);
  void perform(const ui::LoadHub& effect);
  void perform(const ui::TrustClock& effect);
  void perform(const ui::DeskRequest& effect);
  void look_again_at_facts();

  Display& display_;
  const base::Clock& clock_;
  DrawFrame draw_;
  std::unique_ptr<render::HubScreens> screens_;
  ui::FrameContext frame_context_;
  ui::UiState state_;
  StaffService* staff_service_;
  DeskService* desk_ = nullptr;
  std::string desk_hub_;                           // whose desk it is
  std::unique_ptr<render::HubScreens> published_;  // while a draft's screens show: what shows after it
  std::vector<ui::Effect> effects_;                // of what was shown last or is shown next
  std::unique_ptr<render::HubScreens> chosen_;     // by staff; shown from the next frame on
  TakeContent take_content_;
  OpeningHours opening_hours_{std::nullopt};
  ClockTrust* clock_trust_ = nullptr;
  std::optional<base::Instant> notice_until_;  // nothing: there is none
  bool notice_touched_ = false;
  bool clock_doubted_ = false;    // it kept the screen lit, and that was told
  bool waits_for_clock_ = false;  // it keeps the screen lit now
  TellClock tell_clock_;
  Heartbeat heartbeat_;
  std::optional<base::Instant> heartbeat_at_;  // nothing: as soon as a frame has been shown
  bool lit_ = true;
  std::optional<base::Instant> facts_at_;  // of frame_context_.staff; nothing: they are no longer true
  ui::Phantoms phantoms_;
  KnownPhantoms known_phantoms_;
  TellPhantom tell_phantom_;
  std::optional<base::Instant> nobody_since_;  // a phantom was learnt: when the glass was really touched last
  ui::Gesture gesture_;
  bool dirty_ = true;                     // the next turn draws
  std::optional<base::Instant> wake_at_;  // when something changes by itself
  std::optional<base::Instant> next_at_;  // the next frame does not begin before
  std::size_t frames_ = 0;
};

}  // namespace hub::kiosk
