#include "kiosk/frame_loop.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/check.h"
#include "kiosk/heap.h"
#include "ui/state/screen_words.h"
#include "ui/touch/phantom_record.h"

namespace hub::kiosk {

FrameLoop::FrameLoop(Display& display, const base::Clock& clock, DrawFrame draw,
                     std::unique_ptr<render::HubScreens> screens, ui::FrameContext frame_context, ui::UiState state,
                     StaffService* staff_service)
    : display_(display),
      clock_(clock),
      draw_(std::move(draw)),
      screens_(std::move(screens)),
      frame_context_(std::move(frame_context)),
      state_(std::move(state)),
      staff_service_(staff_service) {
  HUB_CHECK(screens_->hub() == state_.hub);
  frame_context_.snapshot = screens_->snapshot();
  if (frame_context_.notice) notice_until_ = clock_.now() + base::nanoseconds_of(kNoticeStays);
}

// What is left until the next frame may be drawn.
base::Seconds FrameLoop::until_allowed() const {
  if (!next_at_) return base::Seconds(0);
  return std::max(base::Seconds(0), base::Seconds(*next_at_ - clock_.now()));
}

bool FrameLoop::has_display() const {
  const ui::Point size = display_.size_px();
  return size.x > 0 && size.y > 0;
}

bool FrameLoop::may_draw() const { return has_display() && until_allowed().count() <= 0; }

std::optional<base::Seconds> FrameLoop::patience() const {
  const bool draws = has_display();
  if (draws && (dirty_ || gesture_.pending())) return until_allowed();
  constexpr base::Instant kNever = base::Instant::max();
  base::Instant next = kNever;
  for (const auto& due : {draws ? wake_at_ : std::nullopt, draws ? gesture_.next_change() : std::nullopt,
                          opening_hours_.next_look(), heartbeat_.every ? heartbeat_at_ : std::nullopt,
                          phantoms_.next_change(), frame_context_.snapshot ? notice_until_ : std::nullopt,
                          waits_for_clock_ ? clock_trust_->next_look() : std::nullopt,
                          desk_ != nullptr && state_.staff.open ? desk_->next_look() : std::nullopt}) {
    if (due) next = std::min(next, *due);
  }
  if (next == kNever) return std::nullopt;
  return std::max(until_allowed(), base::Seconds(next - clock_.now()));
}

void FrameLoop::take(base::Input input) {
  take_size();
  sift(input.contacts);
  gesture_.feed(input);
  notice_touched_ = notice_touched_ || (notice_until_ && !input.contacts.empty());
  // What is touched while nothing shows presses nothing, also afterwards.
  while (!has_display() && gesture_.pending()) gesture_.next_frame({}, clock_.now());
  if (input.resized || gesture_.pending()) dirty_ = true;
  for (const auto& due : {wake_at_, gesture_.next_change()}) {
    if (due && clock_.now() >= *due) dirty_ = true;
  }
}

void FrameLoop::take_size() {
  const ui::Point size = display_.size_px();
  ui::Screen& screen = frame_context_.screen;
  if (!has_display() || (size.x == screen.width_px && size.y == screen.height_px)) return;
  screen.width_px = size.x;
  screen.height_px = size.y;
  begin_phantoms();  // they are somewhere else on it
  dirty_ = true;
}

void FrameLoop::know_phantoms_from(KnownPhantoms known) {
  known_phantoms_ = std::move(known);
  begin_phantoms();
}

void FrameLoop::begin_phantoms() {
  phantoms_ = ui::Phantoms();
  const ui::Point size = {frame_context_.screen.width_px, frame_context_.screen.height_px};
  if (known_phantoms_) phantoms_.know(known_phantoms_(size), clock_.now());
}

// In the staff's touch test every contact shows, and what was learnt is learnt anew.
void FrameLoop::sift(std::vector<base::ContactEvent>& contacts) {
  if (state_.staff.touch_test) {
    phantoms_.forget_all();
  } else {
    phantoms_.sift(contacts, clock_.now(), ui::metrics_for(frame_context_.screen, state_.text_step).tap_slop_px());
  }
  for (const ui::PhantomNews& news : phantoms_.take_news()) {
    if (news.learnt) nobody_since_ = news.last_real;
    if (tell_phantom_) tell_phantom_(news);
  }
}

void FrameLoop::show(std::unique_ptr<render::HubScreens> screens) {
  HUB_CHECK(screens->hub() == state_.hub);
  if (published_) {
    published_ = std::move(screens);
    return;
  }
  swap_in(std::move(screens));
  frame_context_.staff.reset();  // what the panel told was of other content
}

// The only place where other content comes to show.
void FrameLoop::swap_in(std::unique_ptr<render::HubScreens> screens) {
  screens_ = std::move(screens);
  frame_context_.snapshot = screens_->snapshot();
  trim_heap();  // of what showed before
  dirty_ = true;
}

void FrameLoop::take_content() {
  if (chosen_) {
    apply(ui::HubAnswered{true});
    show(std::move(chosen_));
  }
  std::unique_ptr<render::HubScreens> fresh = take_content_ ? take_content_() : nullptr;
  if (!fresh) return;
  // There was no good content at all, or not of this hub.
  if (fresh->hub() != state_.hub) {
    apply(ui::DeskAction(ui::LeavePreview{}));
    end_preview();
    apply(ui::ContentCame{fresh->hub()});
  }
  show(std::move(fresh));
}

bool FrameLoop::at_desk() const { return state_.staff.desk.page != ui::DeskPage::none; }

// While the panel is open, and until it has left the screen.
void FrameLoop::take_desk() {
  if (desk_ == nullptr) return;
  if (!state_.staff.open) {
    if (!frame_context_.desk || state_.transition) return;
    frame_context_.desk.reset();
    return desk_->leave();
  }
  if (!frame_context_.desk || desk_hub_ != state_.hub) desk_->enter(desk_hub_ = state_.hub);
  take_preview();
  std::shared_ptr<const ui::DeskView> view = desk_->view();
  if (view == frame_context_.desk) return;
  frame_context_.desk = std::move(view);
  dirty_ = true;
}

void FrameLoop::take_preview() {
  std::unique_ptr<render::HubScreens> draft = desk_->take_preview();
  if (!draft) return;
  if (state_.staff.desk.waits != ui::DeskWait::preview) return;  // whoever waited for it has left
  // Without any content there is nothing to come back to.
  if (draft->hub() != state_.hub) return apply(ui::DeskAction(ui::DeskAnswered{true}));
  apply(ui::DeskAction(ui::PreviewCame{}));
  published_ = std::exchange(screens_, nullptr);
  swap_in(std::move(draft));
}

// What is published shows again before the next frame is drawn. Nobody is left in a preview.
void FrameLoop::end_preview() {
  if (!published_) return;
  const auto ends = ui::preview_ends(state_, frame_context_.timing);
  if (ends && clock_.now() >= *ends && !gesture_.pending()) {
    apply(ui::DeskAction(ui::LeavePreview{}));
    apply(ui::NextVisitor{});
  }
  if (state_.staff.desk.preview) return;
  swap_in(std::exchange(published_, nullptr));
}

void FrameLoop::keep_hours(content::Hours hours, ClockTrust* trust) {
  opening_hours_ = OpeningHours(std::move(hours));
  clock_trust_ = trust;
}

// Asked only when the hub would be closed.
bool FrameLoop::trusts_clock() {
  if (clock_trust_ == nullptr) return true;
  const base::ClockSource source = clock_trust_->source();
  const bool doubted = source == base::ClockSource::none;
  if (doubted != std::exchange(clock_doubted_, doubted) && tell_clock_) tell_clock_(source);
  return !doubted;
}

// A clock that is before its time, or that nobody vouches for, decides nothing: the screen stays on.
void FrameLoop::take_time() {
  const content::Hub* const hub = frame_context_.snapshot ? frame_context_.snapshot->find_hub(state_.hub) : nullptr;
  const bool due = opening_hours_.closed(clock_) && hub != nullptr && content::is_plausible(clock_.today(), *hub);
  const bool closed = due && trusts_clock();
  waits_for_clock_ = due && !closed;
  if (closed != std::exchange(frame_context_.closed, closed)) dirty_ = true;
}

void FrameLoop::give_heartbeat() {
  if (!heartbeat_.give || frames_ == 0) return;
  if (heartbeat_at_ && (!heartbeat_.every || clock_.now() < *heartbeat_at_)) return;
  heartbeat_.give(frame_context_, state_);
  heartbeat_at_ = clock_.now() + base::nanoseconds_of(heartbeat_.every.value_or(base::Seconds(0)));
}

// The touch that ends it presses nothing of what shows next. Without content nothing would: it stays.
void FrameLoop::end_notice() {
  if (!notice_until_ || !frame_context_.snapshot) return;
  const bool touched = notice_touched_ && !gesture_.pending() && !gesture_.next_change();
  if (!touched && clock_.now() < *notice_until_) return;
  notice_until_.reset();
  frame_context_.notice.reset();
  dirty_ = true;
}

bool FrameLoop::turn() {
  const base::Input input = display_.wait(patience());
  if (input.close_asked) return false;
  take(input);
  // Whoever touches sees it before anything else of this turn is done.
  const bool touched = gesture_.pending() && may_draw();
  if (touched) draw();
  take_content();
  end_preview();
  take_desk();
  take_time();
  if (!touched && dirty_ && may_draw()) draw();
  end_notice();
  // After the frame that hears the end of the last tap that was still taken for a finger's.
  if (nobody_since_ && !gesture_.pending()) apply(ui::NobodyTouched{*std::exchange(nobody_since_, std::nullopt)});
  give_heartbeat();
  return true;
}

void FrameLoop::draw() {
  frame_context_.today = clock_.today();
  const base::Instant now = clock_.now();
  refresh_facts(now);
  const ui::Metrics metrics = ui::metrics_for(frame_context_.screen, state_.text_step);
  const ui::PrimaryPointer finger = gesture_.next_frame({metrics.tap_slop_px(), metrics.palm_px()}, now);
  // A frame that began a little late does not delay all that follow.
  const auto least = base::nanoseconds_of(base::Seconds(kLeastOfRefresh / display_.refresh_hz()));
  next_at_ = (next_at_ && now < *next_at_ + least ? *next_at_ : now) + least;
  dirty_ = false;
  ui::Outcome outcome = draw_(*screens_, frame_context_, state_, finger, now);
  std::ranges::move(outcome.effects, std::back_inserter(effects_));
  // A display without light may keep a frame waiting; one that goes out has shown black before.
  if (!state_.dark && !lit_) display_.set_lit(lit_ = true);
  if (outcome.changed) {
    display_.show_frame();
    ++frames_;
  }
  if (state_.dark && lit_) display_.set_lit(lit_ = false);
  wake_at_.reset();
  if (outcome.next_wake) {
    wake_at_ = now + base::nanoseconds_of(*outcome.next_wake);
  }
  perform_effects();
  end_preview();
  look_again_at_facts();
}

// While the panel shows, and until it has left the screen.
void FrameLoop::refresh_facts(base::Instant now) {
  if (staff_service_ == nullptr) return;
  if (!state_.staff.open) {
    if (!state_.transition) frame_context_.staff.reset();
    return;
  }
  // The desk's pages show none of them, and are not laid out anew for them.
  if (frame_context_.staff && at_desk()) return;
  if (frame_context_.staff && facts_at_ && now - *facts_at_ < kFactsInterval) return;
  ui::StaffFacts facts = gather_facts();
  facts_at_ = now;
  if (!frame_context_.staff || *frame_context_.staff != facts)
    frame_context_.staff = std::make_shared<const ui::StaffFacts>(std::move(facts));
}

// What the service knows, and what only the loop does.
ui::StaffFacts FrameLoop::gather_facts() const {
  ui::StaffFacts facts = staff_service_->facts(frames_);
  const auto add = [&](const base::Error& error) {
    ui::ScreenWords words = ui::screen_words(error);
    facts.notes.push_back({false, "", 0, std::move(words.what), std::move(words.remedy)});
  };
  for (const ui::PhantomSpot& spot : phantoms_.spots()) {
    add(ui::about_phantom(spot, {frame_context_.screen.width_px, frame_context_.screen.height_px}));
  }
  if (clock_trust_ != nullptr && clock_trust_->source() == base::ClockSource::none) {
    add(clock_in_doubt());
    facts.doubtful_time = std::chrono::floor<std::chrono::minutes>(base::time_of_day(clock_.local()));
  }
  return facts;
}

void FrameLoop::apply(const ui::Action& action) {
  ui::Applied applied = ui::apply(std::move(state_), action, clock_.now());
  state_ = std::move(applied.state);
  std::ranges::move(applied.effects, std::back_inserter(effects_));
  dirty_ = true;
}

// What the frame that was just shown announced: it is done now, and the next frame shows what came of it.
void FrameLoop::perform_effects() {
  for (const ui::Effect& effect : std::exchange(effects_, {})) {
    if (staff_service_ != nullptr) std::visit([this](const auto& what) { perform(what); }, effect);
  }
}

void FrameLoop::perform(const ui::CheckPin& effect) {
  apply(ui::PinAnswered{staff_service_->pin_matches(effect.pin.view(), state_.staff_lock.wrong_tries + 1)});
}

void FrameLoop::perform(const ui::LoadHub& effect) {
  chosen_ = staff_service_->choose_hub(effect.id);
  if (!chosen_) apply(ui::HubAnswered{false});
  facts_at_.reset();  // the panel tells what came of it; until then it shows what it showed
  dirty_ = true;
}

void FrameLoop::perform(const ui::TrustClock&) {
  if (clock_trust_ != nullptr) clock_trust_->confirm();
  facts_at_.reset();
  dirty_ = true;
}

void FrameLoop::perform(const ui::DeskRequest& effect) {
  if (desk_ != nullptr) desk_->ask(effect);
}

void FrameLoop::look_again_at_facts() {
  if (staff_service_ == nullptr || !state_.staff.open || !facts_at_ || at_desk()) return;
  const base::Instant next = *facts_at_ + base::nanoseconds_of(kFactsInterval);
  wake_at_ = wake_at_ ? std::min(*wake_at_, next) : next;
}

}  // namespace hub::kiosk
