// Staff at the desk: what a touch asks for, which page it leads to, and that nobody is left in a preview.
#include "ui/state/desk_state.h"

#include <doctest/doctest.h>

#include "layer_checks.h"
#include "support/desk_view.h"
#include "support/slow.h"
#include "support/staff_facts.h"
#include "support/visitor.h"
#include "ui/visible_text.h"

using namespace hub;
using ui::DeskPage;
using ui::DeskWait;
using ui::Route;

namespace {

base::Instant at(double seconds) { return base::Instant(base::nanoseconds_of(base::Seconds(seconds))); }

struct Desk {
  ui::UiState state = ui::fresh_state("izumi", at(0));
  std::vector<ui::Effect> effects;  // all so far
  double now_s = 0;

  Desk() {
    act(ui::Go{{Route::Page::staff}});
    state.staff.open = true;
  }
  void act(const ui::Action& action) {
    ui::Applied applied = ui::apply(std::move(state), action, at(now_s));
    state = std::move(applied.state);
    for (ui::Effect& effect : applied.effects) effects.push_back(std::move(effect));
  }
  void answer(const std::string& question, int choice, int place, const std::string& next) {
    ui::AnswerAndGoOn action;
    action.answer.question = question;
    action.answer.choice = choice;
    action.answer.place = place;
    action.next = next;
    act(action);
  }
  // The last of this kind.
  template <class What>
  const What* asked() const {
    const What* found = nullptr;
    for (const ui::Effect& effect : effects) {
      const auto* request = std::get_if<ui::DeskRequest>(&effect);
      if (const auto* what = request == nullptr ? nullptr : request->what.get_if<What>()) found = what;
    }
    return found;
  }
  template <class What>
  const What* last_asked() const {
    const auto* request = effects.empty() ? nullptr : std::get_if<ui::DeskRequest>(&effects.back());
    return request == nullptr ? nullptr : request->what.get_if<What>();
  }
  void see(ui::DeskView view) {
    if (const auto seen = ui::desk_sees(state, &view)) act(*seen);
  }
  // The desk has carried out, or refused, all that it was asked for.
  void answered(bool refused = false) {
    ui::DeskView view;
    view.answered = state.desk_requests;
    view.refused = refused;
    see(view);
  }
  const ui::DeskPageState& desk() const { return state.staff.desk; }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "coming to the desk asks it to look once, and tickets count up") {
  act(ui::ShowDesk{DeskPage::inbox});
  REQUIRE(last_asked<ui::LookAtDesk>() != nullptr);
  CHECK_FALSE(last_asked<ui::LookAtDesk>()->versions);
  act(ui::ShowDesk{DeskPage::draft});
  CHECK(effects.size() == 1);
  act(ui::AskDesk{ui::OpenItem{"a1"}});
  REQUIRE(effects.size() == 2);
  CHECK(std::get<ui::DeskRequest>(effects[1]).ticket == std::get<ui::DeskRequest>(effects[0]).ticket + 1);
}

TEST_CASE("nobody asks the desk for anything through a closed door") {
  for (const ui::DeskAction& action :
       {ui::DeskAction(ui::ShowDesk{DeskPage::inbox}), ui::DeskAction(ui::AskDesk{ui::PublishDraft{}}),
        ui::DeskAction(ui::AskDesk{ui::GoBackTo{"1"}}), ui::DeskAction(ui::PreviewCame{})}) {
    Desk one;
    one.state.staff = {};
    one.act(action);
    CHECK(one.effects.empty());
    CHECK(one.state.staff == ui::StaffPageState{});
  }
}

TEST_CASE_FIXTURE(Desk, "a report is read once, waited for, and then shows what was found") {
  act(ui::ShowDesk{DeskPage::inbox});
  act(ui::AskDesk{ui::OpenItem{"a1"}});
  CHECK(desk().waits == DeskWait::reading);
  act(ui::AskDesk{ui::OpenItem{"a2"}});  // a second touch
  CHECK(effects.size() == 2);
  ui::DeskView early;
  early.answered = state.desk_requests - 1;
  see(early);
  CHECK(desk().waits == DeskWait::reading);
  answered();
  CHECK(desk().waits == DeskWait::none);
  CHECK(desk().page == DeskPage::draft);
}

TEST_CASE_FIXTURE(Desk, "reading that is stopped or refused stays where it was begun") {
  act(ui::ShowDesk{DeskPage::inbox});
  act(ui::AskDesk{ui::OpenItem{"a1"}});
  act(ui::AskDesk{ui::StopJob{}});
  CHECK(last_asked<ui::StopJob>() != nullptr);
  CHECK(desk().waits == DeskWait::reading);
  answered(true);
  CHECK(desk().waits == DeskWait::none);
  CHECK(desk().page == DeskPage::inbox);
}

TEST_CASE_FIXTURE(Desk, "an answer is given and the next card shows; after the last one the draft") {
  act(ui::ShowDesk{DeskPage::draft});
  act(ui::ShowDesk{DeskPage::question, "q1"});
  answer("q1", 2, 0, "q2");
  const ui::GiveAnswer* given = asked<ui::GiveAnswer>();
  REQUIRE(given != nullptr);
  CHECK(given->question == "q1");
  CHECK(given->choice == 2);
  CHECK(desk().page == DeskPage::question);
  CHECK(desk().of == "q2");
  act(ui::ShowDesk{DeskPage::places, "q2", 1});
  answer("q2", 1, 4, "");
  CHECK(asked<ui::GiveAnswer>()->place == 4);
  CHECK(desk().page == DeskPage::draft);
  act(ui::AskDesk{ui::TakeAnswerBack{"q1"}});
  CHECK(last_asked<ui::TakeAnswerBack>()->question == "q1");
}

TEST_CASE_FIXTURE(Desk, "the desk hears that pictures of versions are wanted, also where it is said what shows") {
  for (const DeskPage page : {DeskPage::shown, DeskPage::history}) {
    act(ui::ShowDesk{page});
    REQUIRE(last_asked<ui::LookAtDesk>() != nullptr);
    CHECK(last_asked<ui::LookAtDesk>()->versions);
  }
  act(ui::ShowDesk{DeskPage::draft});
  act(ui::AskDesk{ui::PublishDraft{}});
  answered();
  REQUIRE(last_asked<ui::LookAtDesk>() != nullptr);
  CHECK(last_asked<ui::LookAtDesk>()->versions);
}

TEST_CASE_FIXTURE(Desk, "a question that is put off gives way to the next one; after the last one the draft shows") {
  act(ui::ShowDesk{DeskPage::draft});
  act(ui::ShowDesk{DeskPage::question, "q1"});
  act(ui::PutOffAndGoOn{"q1", "q2"});
  REQUIRE(asked<ui::PutOff>() != nullptr);
  CHECK(asked<ui::PutOff>()->question == "q1");
  CHECK(last_asked<ui::LookAtDesk>()->question == "q2");
  CHECK(desk().of == "q2");
  act(ui::PutOffAndGoOn{"q2", ""});
  CHECK(asked<ui::PutOff>()->question == "q2");
  CHECK(desk().page == DeskPage::draft);
}

TEST_CASE_FIXTURE(Desk, "lines that were chosen are still known where their place is chosen, and gone after that") {
  act(ui::ShowDesk{DeskPage::lines, "q1", 2});
  act(ui::ChooseLine{4});
  act(ui::ChooseLine{6});
  act(ui::ShowDesk{DeskPage::places, "q1", 2});
  CHECK(desk().first_line == 4);
  CHECK(desk().last_line == 6);
  answer("q1", 2, 1, "q2");
  CHECK(desk().first_line == 0);
  act(ui::ShowDesk{DeskPage::places, "q2", 1});
  CHECK(desk().first_line == 0);
}

TEST_CASE_FIXTURE(Desk, "the desk hears which question staff look at") {
  act(ui::ShowDesk{DeskPage::draft});
  CHECK(last_asked<ui::LookAtDesk>()->question.empty());
  act(ui::ShowDesk{DeskPage::question, "q2"});
  REQUIRE(last_asked<ui::LookAtDesk>() != nullptr);
  CHECK(last_asked<ui::LookAtDesk>()->question == "q2");
  act(ui::ShowDesk{DeskPage::lines, "q2", 1});
  CHECK(effects.size() == 2);
  answer("q2", 1, 0, "q3");
  REQUIRE(last_asked<ui::LookAtDesk>() != nullptr);
  CHECK(last_asked<ui::LookAtDesk>()->question == "q3");
}

TEST_CASE_FIXTURE(Desk, "two lines are chosen in any order, and a third begins anew") {
  act(ui::ShowDesk{DeskPage::draft});
  act(ui::ShowDesk{DeskPage::lines, "q1", 2});
  act(ui::ChooseLine{5});
  CHECK(desk().first_line == 5);
  CHECK(desk().last_line == 5);
  act(ui::ChooseLine{3});
  CHECK(desk().first_line == 3);
  CHECK(desk().last_line == 5);
  act(ui::ChooseLine{9});
  CHECK(desk().first_line == 9);
  CHECK(desk().last_line == 9);
  act(ui::ForgetLines{});
  CHECK(desk().first_line == 0);
  act(ui::Back{});
  CHECK(desk().page == DeskPage::question);
  CHECK(desk().of == "q1");
}

TEST_CASE("もどる leads from every page of the desk to the panel, and from there home") {
  for (const DeskPage page :
       {DeskPage::shown, DeskPage::inbox, DeskPage::replace, DeskPage::draft, DeskPage::question, DeskPage::places,
        DeskPage::lines, DeskPage::changes, DeskPage::done, DeskPage::history, DeskPage::version}) {
    Desk one;
    one.act(ui::ShowDesk{page, "q1", 1});
    int steps = 0;
    while (one.desk().page != DeskPage::none && steps < 10) one.act(ui::Back{}), ++steps;
    CHECK(one.desk().page == DeskPage::none);
    CHECK(one.state.route.page == Route::Page::staff);
    one.act(ui::Back{});
    CHECK(one.state.route.page == Route::Page::home);
    CHECK_FALSE(one.state.staff.open);
  }
}

TEST_CASE_FIXTURE(Desk, "the preview shows every page, and もどる or the badge lead back to the card, nothing else") {
  act(ui::ShowDesk{DeskPage::draft});
  act(ui::PreviewCame{});
  CHECK_FALSE(desk().preview);  // nobody waits for it
  act(ui::AskDesk{ui::PreviewDraft{}});
  CHECK(desk().waits == DeskWait::preview);
  answered();
  CHECK(desk().waits == DeskWait::preview);  // its screens come by themselves
  act(ui::PreviewCame{});
  CHECK(desk().preview);
  CHECK(state.route.page == Route::Page::home);
  act(ui::Go{{Route::Page::services}});
  act(ui::Go{{Route::Page::service, 3}});
  CHECK(state.staff.open);
  act(ui::Back{});
  CHECK(state.route.page == Route::Page::services);
  act(ui::Back{});
  CHECK(state.route.page == Route::Page::home);
  act(ui::SetLanguage{"en"});
  act(ui::Back{});
  CHECK_FALSE(desk().preview);
  CHECK(desk().previewed);
  CHECK(desk().page == DeskPage::draft);
  CHECK(state.route.page == Route::Page::staff);
  CHECK(state.language == "ja");
  act(ui::AskDesk{ui::PreviewDraft{}});
  act(ui::PreviewCame{});
  act(ui::Go{{Route::Page::staff}});
  CHECK_FALSE(desk().preview);
  CHECK(state.staff.open);
}

TEST_CASE_FIXTURE(Desk, "a draft that was previewed is another one after an answer") {
  act(ui::ShowDesk{DeskPage::draft});
  act(ui::AskDesk{ui::PreviewDraft{}});
  act(ui::PreviewCame{});
  act(ui::LeavePreview{});
  CHECK(desk().previewed);
  act(ui::ShowDesk{DeskPage::question, "q1"});
  answer("q1", 1, 0, "");
  CHECK_FALSE(desk().previewed);
}

TEST_CASE_FIXTURE(Desk, "publishing and going back end where it is said what shows") {
  act(ui::ShowDesk{DeskPage::draft});
  act(ui::AskDesk{ui::PublishDraft{}});
  answered();
  CHECK(desk().page == DeskPage::done);
  CHECK_FALSE(desk().went_back);
  act(ui::ShowDesk{DeskPage::history});
  act(ui::ShowDesk{DeskPage::version, "v2"});
  act(ui::AskDesk{ui::GoBackTo{"v2"}});
  CHECK(last_asked<ui::GoBackTo>()->version == "v2");
  answered();
  CHECK(desk().page == DeskPage::done);
  CHECK(desk().went_back);
  act(ui::ShowDesk{DeskPage::version, "v3"});
  act(ui::AskDesk{ui::GoBackTo{"v3"}});
  answered(true);
  CHECK(desk().page == DeskPage::version);
}

TEST_CASE_FIXTURE(Desk, "whoever leaves takes nothing along but the count of requests") {
  const ui::Action ways[] = {ui::Go{{Route::Page::home}}, ui::NextVisitor{0}, ui::Darken{0}};
  for (const ui::Action& way : ways) {
    Desk one;
    one.act(ui::ShowDesk{DeskPage::draft});
    one.act(ui::AskDesk{ui::PublishDraft{}});
    const int asked = one.state.desk_requests;
    one.act(way);
    CHECK(one.state.staff == ui::StaffPageState{});
    CHECK(one.state.desk_requests == asked);
  }
}

TEST_CASE_FIXTURE(Desk, "the desk's pages wait for who reads; the preview ends like the panel") {
  const ui::Timing timing{60, 15, 10, 40};
  act(ui::ShowDesk{DeskPage::question, "q1"});
  CHECK_FALSE(ui::idle_action(state, {}, timing, at(119)));
  const auto due = ui::idle_action(state, {}, timing, at(500));
  REQUIRE(due);
  CHECK(due->at == at(120));
  CHECK(due->action.is<ui::NextVisitor>());
  CHECK_FALSE(ui::preview_ends(state, timing));
  act(ui::AskDesk{ui::PreviewDraft{}});
  act(ui::PreviewCame{});
  CHECK(ui::preview_ends(state, timing) == at(40));
  CHECK(ui::next_idle_action(state, timing) == at(40));
  CHECK_FALSE(ui::idle_action(state, {}, timing, at(500)));  // whoever draws the frames ends it before one
}

TEST_CASE_FIXTURE(Desk, "the editor is started and stopped from its page, and nobody waits for it there") {
  act(ui::ShowDesk{DeskPage::editor});
  act(ui::AskDesk{ui::StartEditor{}});
  CHECK(last_asked<ui::StartEditor>() != nullptr);
  CHECK(desk().waits == DeskWait::none);
  CHECK(desk().page == DeskPage::editor);
  act(ui::AskDesk{ui::StopEditor{}});
  CHECK(last_asked<ui::StopEditor>() != nullptr);
  act(ui::Back{});
  CHECK(desk().page == DeskPage::none);
}

namespace {

void check_screens(tests::Lobby& lobby, ui::Point size) {
  for (int step = 1; step <= 3; ++step) {
    for (const tests::DeskScreen& screen : tests::desk_screens()) {
      INFO(screen.name, " ", size.x, "x", size.y, " ", step);
      const ui::FrameContext w = tests::with_desk(lobby.frame_context(size), screen.view);
      ui::UiState s = lobby.state("izumi", "staff");
      s.text_step = step;
      s.furigana = step == 2;
      s.language = step == 3 ? "en" : "ja";
      s.staff.open = true;
      s.staff.desk = screen.at;
      const ui::Scene& drawn = lobby.scene(w, s);
      tests::check_no_faults(drawn.page);
      tests::check_targets(drawn.page, ui::metrics_for(w.screen, step));
    }
  }
}

}  // namespace

TEST_CASE_FIXTURE(tests::Lobby, "the desk's pages fit every size and text size, and a finger fits what is pressed" *
                                    hub::tests::slow()) {
  for (const ui::Point size : tests::kSizes_px) check_screens(*this, size);
  check_screens(*this, {3840, 2160});
}

TEST_CASE_FIXTURE(tests::Lobby, "the desk's words are readable on what they stand on" * hub::tests::slow()) {
  for (const bool high_contrast : {false, true}) {
    for (const tests::DeskScreen& screen : tests::desk_screens()) {
      ui::FrameContext w = tests::with_desk(frame_context({1280, 720}), screen.view);
      w.high_contrast = high_contrast;
      ui::UiState s = state("izumi", "staff");
      s.staff.open = true;
      s.staff.desk = screen.at;
      const ui::Scene& drawn = scene(w, s);
      for (const ui::Box& box : drawn.page.boxes) {
        INFO(screen.name, " ", box.path, " ", high_contrast);
        if (box.block != nullptr)
          CHECK(ui::contrast(box.colour, tests::ground_of(drawn, drawn.page, box)) >= ui::kMinContrast);
        if (box.icon != 0) CHECK(ui::contrast(box.colour, tests::ground_of(drawn, drawn.page, box)) >= 3);
      }
    }
  }
}

TEST_CASE_FIXTURE(tests::Lobby, "the preview is the kiosk's own page under a band, and all of it can be reached" *
                                    hub::tests::slow()) {
  for (const ui::Point size : tests::kSizes_px) {
    for (int step = 1; step <= 3; ++step) {
      for (const char* route : {"home", "services/3", "goals", "review/1/1", "about"}) {
        INFO(route, " ", size.x, "x", size.y, " ", step);
        ui::FrameContext w = frame_context(size);
        w.staff_panel = true;
        ui::UiState s = state("izumi", route);
        s.text_step = step;
        const std::vector<ui::Box> published = scene(w, s).page.boxes;
        s.staff.open = s.staff.desk.preview = true;
        s.staff.desk.page = DeskPage::draft;
        const ui::Scene& drawn = scene(w, s);
        REQUIRE(drawn.band);
        tests::check_no_faults(*drawn.band);
        tests::check_targets(*drawn.band, ui::metrics_for(w.screen, step));
        for (const ui::Box& box : drawn.band->boxes) {
          if (box.block != nullptr)
            CHECK(ui::contrast(box.colour, tests::ground_of(drawn, *drawn.band, box)) >= ui::kMinContrast);
        }
        REQUIRE(drawn.page.boxes.size() == published.size());
        for (std::size_t i = 0; i < published.size(); ++i) CHECK(drawn.page.boxes[i].rect == published[i].rect);
        CHECK(drawn.page.viewport.y == drawn.band->viewport.bottom());
        CHECK(drawn.page.viewport.h + drawn.page.scroll_range_px() == drawn.page.height_px);
      }
    }
  }
}
