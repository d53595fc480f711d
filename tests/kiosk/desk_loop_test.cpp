// The frame loop and the desk: what staff ask for is passed on, what the desk shows is shown, and a preview ends with
// what is published, whatever happens.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "kiosk/frame_loop.h"
#include "waiting_display.h"

using namespace hub;
using base::Seconds;
using ui::DeskPage;
using ui::Route;

namespace {

struct NoStaff : kiosk::StaffService {
  bool pin_matches(std::string_view, int) override { return false; }
  std::unique_ptr<render::HubScreens> choose_hub(const std::string&) override { return nullptr; }
  ui::StaffFacts facts(std::size_t) override { return ++told, ui::StaffFacts(); }
  int told = 0;
};

struct FakeDesk : kiosk::DeskService {
  explicit FakeDesk(const base::Clock& c) : clock(c) {}
  void enter(const std::string& hub) override { entered.push_back(hub); }
  void ask(const ui::DeskRequest& request) override { asked.push_back(request); }
  std::shared_ptr<const ui::DeskView> view() override {
    if (look_at && clock.now() >= *look_at) look_at.reset();
    return shown;
  }
  std::optional<base::Instant> next_look() const override { return look_at; }
  std::unique_ptr<render::HubScreens> take_preview() override { return std::move(preview); }
  void leave() override { ++left; }

  const base::Clock& clock;
  std::vector<std::string> entered;
  std::vector<ui::DeskRequest> asked;
  std::shared_ptr<const ui::DeskView> shown = std::make_shared<const ui::DeskView>();
  std::optional<base::Instant> look_at;
  std::unique_ptr<render::HubScreens> preview;
  int left = 0;
};

struct AtDesk {
  base::VirtualClock clock{base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}}};
  tests::WaitingDisplay display{clock};
  NoStaff staff;
  FakeDesk desk{clock};
  std::unique_ptr<render::ScreenContext> screen_context = render::ScreenContext::open().value();
  std::shared_ptr<const content::Snapshot> published = std::make_shared<const content::Snapshot>();
  std::shared_ptr<const content::Snapshot> draft = std::make_shared<const content::Snapshot>();
  std::vector<ui::Action> actions;  // of the next frame
  struct Frame {
    ui::UiState state;
    std::shared_ptr<const content::Snapshot> snapshot;
    std::shared_ptr<const ui::DeskView> view;
  };
  std::vector<Frame> frames;
  kiosk::FrameLoop loop = make();

  std::unique_ptr<render::HubScreens> screens(std::shared_ptr<const content::Snapshot> of,
                                              const std::string& hub = "izumi") {
    return std::make_unique<render::HubScreens>(*screen_context, std::move(of), hub);
  }
  kiosk::FrameLoop make() {
    const auto draw = [this](render::HubScreens& drawn, const ui::FrameContext& frame_context, ui::UiState& state,
                             const ui::PrimaryPointer&, base::Instant now) {
      CHECK(drawn.snapshot() == frame_context.snapshot);
      CHECK(drawn.hub() == state.hub);
      ui::Outcome outcome;
      for (const ui::Action& action : actions) {
        ui::Applied applied = ui::apply(std::move(state), action, now);
        state = std::move(applied.state);
        std::ranges::move(applied.effects, std::back_inserter(outcome.effects));
      }
      actions.clear();
      if (const auto due = ui::next_idle_action(state, frame_context.timing)) outcome.next_wake = *due - now;
      frames.push_back({state, frame_context.snapshot, frame_context.desk});
      return outcome;
    };
    ui::UiState state = ui::fresh_state("izumi", clock.now());
    state.route = {Route::Page::staff};
    state.staff.open = true;
    state.staff.desk.page = DeskPage::draft;
    return {display, clock, draw, screens(published), ui::FrameContext{}, state, &staff};
  }
  void run(double until_s) {
    display.until_s = until_s;
    while (loop.turn()) {
    }
  }
  void act(const ui::DeskAction& action) {
    actions = {ui::Action(action)};
    loop.show(screens(published));  // a frame is wanted
    display.until_s += 0.1;
    run(display.until_s);
  }
  void enter_preview() {
    loop.open_desk(desk);
    act(ui::AskDesk{ui::PreviewDraft{}});
    desk.preview = screens(draft);
    desk.look_at = clock.now();
    run(display.until_s + 0.5);
    REQUIRE(loop.state().staff.desk.preview);
  }
};

}  // namespace

TEST_CASE_FIXTURE(AtDesk, "requests are passed on once, and a new view shows at once; the same one draws nothing") {
  loop.open_desk(desk);
  act(ui::AskDesk{ui::OpenItem{"a1"}});
  REQUIRE(desk.asked.size() == 1);
  CHECK(desk.asked[0].what.get_if<ui::OpenItem>()->id == "a1");
  CHECK(desk.entered == std::vector<std::string>{"izumi"});
  CHECK(frames.back().view == desk.shown);
  const std::size_t drawn = frames.size();
  desk.look_at = clock.now() + std::chrono::seconds(1);
  run(1.05);
  CHECK(frames.size() == drawn);
  ui::DeskView reading;
  reading.job = ui::DeskView::Job{};
  desk.shown = std::make_shared<const ui::DeskView>(reading);
  desk.look_at = clock.now() + std::chrono::milliseconds(200);
  run(1.4);
  CHECK(frames.size() == drawn + 1);
  CHECK(frames.back().view == desk.shown);
}

TEST_CASE_FIXTURE(AtDesk, "without a desk nothing is asked and nothing is shown") {
  act(ui::AskDesk{ui::OpenItem{"a1"}});
  CHECK(frames.back().view == nullptr);
}

TEST_CASE_FIXTURE(AtDesk, "the desk is told when staff have left, and pages of the desk are not drawn every second") {
  loop.open_desk(desk);
  run(30);
  CHECK(staff.told == 1);
  CHECK(frames.size() == 1);
  actions = {ui::NextVisitor{0}, ui::Rest{0}};
  loop.show(screens(published));
  run(31);
  loop.show(screens(published));
  run(31);
  CHECK(desk.left == 1);
  CHECK(loop.frame_context().desk == nullptr);
  run(40);
  CHECK(desk.left == 1);
}

TEST_CASE_FIXTURE(AtDesk, "the draft's screens show to who waits for them, and what is published after the way back") {
  enter_preview();
  CHECK(frames.back().snapshot == draft);
  CHECK(frames.back().state.route.page == Route::Page::home);
  actions = {ui::DeskAction(ui::LeavePreview{})};
  desk.shown = std::make_shared<const ui::DeskView>();  // a frame is wanted
  desk.look_at = clock.now();
  run(display.until_s + 0.5);
  CHECK(frames.back().snapshot == published);
  CHECK(loop.state().route.page == Route::Page::staff);
  CHECK(loop.state().staff.open);
  CHECK(loop.state().staff.desk.page == DeskPage::draft);
}

TEST_CASE_FIXTURE(AtDesk, "nobody is left in a preview, and no visitor's page ever shows a draft") {
  enter_preview();
  run(200);
  CHECK_FALSE(loop.state().staff.open);
  CHECK(loop.state().route.page == Route::Page::attract);
  CHECK(loop.frame_context().snapshot == published);
  for (const AtDesk::Frame& frame : frames) {
    if (!frame.state.staff.desk.preview) CHECK(frame.snapshot == published);
    if (!frame.state.staff.open) CHECK(frame.snapshot == published);
  }
}

TEST_CASE_FIXTURE(AtDesk, "content that comes during a preview shows after it") {
  enter_preview();
  const auto newer = std::make_shared<const content::Snapshot>();
  loop.show(screens(newer));
  desk.look_at = clock.now();
  run(display.until_s + 0.2);
  CHECK(loop.frame_context().snapshot == draft);
  run(200);
  CHECK(loop.frame_context().snapshot == newer);
}

TEST_CASE_FIXTURE(AtDesk, "screens that come too late, or of another hub, do not show") {
  loop.open_desk(desk);
  desk.preview = screens(draft);
  desk.look_at = clock.now();
  run(0.5);
  CHECK(loop.frame_context().snapshot == published);
  act(ui::AskDesk{ui::PreviewDraft{}});
  desk.preview = screens(draft, "konan");
  desk.look_at = clock.now();
  run(display.until_s + 0.5);
  CHECK(loop.frame_context().snapshot == published);
  CHECK(loop.state().staff.desk.waits == ui::DeskWait::none);
}
