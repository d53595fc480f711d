// What the panel's desk shows around a draft: what came in, versions, sticks, many screens, the editor.
#include <doctest/doctest.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "desk/jobs/worker.h"
#include "desk/store/editor_door.h"
#include "desk/store/shown_screen.h"
#include "desk/store/stick_news.h"
#include "kiosk/panel_place.h"
#include "support/slow.h"

using namespace hub;
using tests::Panel;

namespace {

namespace fs = std::filesystem;

}  // namespace

TEST_CASE_FIXTURE(Panel, "a file that is surely no report says so before it is opened") {
  REQUIRE(desk.inbox().take("\xD0\xCF\x11\xE0 old", "報告書.doc", desk::CameFrom::stick, clock.local()));
  REQUIRE(desk.inbox().take("%PDF-1.4", "報告書.pdf", desk::CameFrom::stick, clock.local()));
  REQUIRE(look().inbox.size() == 2);
  for (const ui::DeskView::Item& item : seen.inbox) {
    CHECK(item.unreadable.empty() == item.name.ends_with(".pdf"));
    if (!item.unreadable.empty()) CHECK(item.unreadable.find("保存") != std::string::npos);
  }
}

TEST_CASE_FIXTURE(Panel, "the kiosk opens no file that came in: who brought it has looked at it") {
  std::vector<std::string> files;
  for (const char* bytes : {"\xD0\xCF\x11\xE0 old", "%PDF-1.4", "words alone"}) {
    const auto item = desk.inbox().take(bytes, "報告書", desk::CameFrom::stick, clock.local());
    REQUIRE(item);
    files.push_back(desk.inbox().path_of(item.value()));
  }
  const int watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  REQUIRE(watch >= 0);
  for (const std::string& file : files) REQUIRE(::inotify_add_watch(watch, file.c_str(), IN_OPEN | IN_ACCESS) >= 0);
  const auto opened = [&] {
    char events[4096];
    return ::read(watch, events, sizeof events) > 0;
  };
  REQUIRE(look().inbox.size() == 3);
  ask(ui::LookAtDesk{});
  look();
  CHECK_FALSE(opened());
  CHECK(std::ranges::count_if(seen.inbox, [](const auto& item) { return item.unreadable.empty(); }) == 2);
  std::ifstream(files.front()).get();  // which is seen
  CHECK(opened());
  ::close(watch);
}

TEST_CASE_FIXTURE(Panel, "versions are drawn for who looks at them, once, and are small" * tests::slow()) {
  const desk::History history(calls, *this / "state/desk/izumi");
  for (int i = 0; i < 2; ++i) {
    const auto begun = history.begin({0, "2026-11-27T12:00", "", "", "", "", 0, true}, desk.hub_files(nullptr).value());
    REQUIRE(begun);
    REQUIRE(history.finish(begun.value()).ok());
  }
  look();
  CHECK(waiting().empty());
  ask(ui::LookAtDesk{{}, true});
  const auto work = [&] { return desk::work(calls, clock, {*this / "state", *this / "content", true}); };
  int drawn = 0;
  for (look(), look(); !waiting().empty(); look(), look(), look()) {
    REQUIRE(work());
    REQUIRE(++drawn <= 2);
  }
  CHECK(drawn == 2);
  REQUIRE(seen.shown);
  REQUIRE(seen.shown->picture);
  REQUIRE(seen.earlier.size() == 1);
  REQUIRE(seen.earlier[0].picture);
  CHECK(seen.shown->picture->width_px == 480);
  CHECK(seen.shown->picture->height_px == 288);  // of 800 × 480
  panel.leave();
  panel.enter("izumi");
  look();
  CHECK_FALSE(seen.shown->picture);
  ask(ui::LookAtDesk{{}, true});
  look();
  CHECK(seen.shown->picture);
  look();
  CHECK(waiting().empty());
}

TEST_CASE_FIXTURE(Panel, "a version that cannot be drawn is asked for once, and shows without a picture") {
  const desk::History history(calls, *this / "state/desk/izumi");
  const auto begun = history.begin({0, "2026-11-27T12:00", "", "", "", "", 0, true}, desk.hub_files(nullptr).value());
  REQUIRE(begun);
  REQUIRE(history.finish(begun.value()).ok());
  look();
  ask(ui::LookAtDesk{{}, true});
  look();
  look();
  end_job(desk::JobProgress::State::failed);
  for (int i = 0; i < 4; ++i) look();
  CHECK(waiting().empty());
  CHECK_FALSE(seen.shown->picture);
  CHECK_FALSE(seen.trouble);
}

TEST_CASE_FIXTURE(Panel, "without content there is no desk, and nothing is asked of one") {
  panel.enter("");
  CHECK(look() == ui::DeskView());
  ask(ui::PublishDraft{});
  CHECK(look().refused);
  CHECK(waiting().empty());
}

TEST_CASE_FIXTURE(Panel, "what became of today's stick is said; yesterday's is no news") {
  const std::string folder = desk.paths().folder;
  desk::StickNews news{
      "2026-11-27T09:00", {}, {{"USB メモリーは空です。", "The stick is empty."}, {"もう一度。", "Again."}}};
  CHECK_FALSE(look().stick);
  REQUIRE(desk::write_stick_news(calls, folder, news).ok());
  REQUIRE(look().stick);
  CHECK(seen.stick->trouble);
  CHECK(seen.stick->what == "USB メモリーは空です。もう一度。");
  news.items = {"20261127-090000-001"};
  news.said = {{"受け取りました。", "Taken."}};
  REQUIRE(desk::write_stick_news(calls, folder, news).ok());
  REQUIRE(look().stick);
  CHECK_FALSE(seen.stick->trouble);
  CHECK(seen.stick->what == "受け取りました。");
  news.at = "2026-11-26T09:00";
  REQUIRE(desk::write_stick_news(calls, folder, news).ok());
  CHECK_FALSE(look().stick);
}

TEST_CASE_FIXTURE(Panel, "one of many screens says what shows to whoever stands before it, and one alone does not") {
  CHECK(look().code.empty());
  kiosk::PanelDeskSetup among_many = setup();
  among_many.screen_name = "izumi-1";
  kiosk::PanelDesk other(clock, among_many);
  other.enter("izumi");
  auto view = other.look();
  REQUIRE(view);
  CHECK(view->code.empty());  // nothing has shown yet
  REQUIRE(desk::write_shown_screen(calls, *this / "state",
                                   {"izumi", std::string(64, 'a'), "2026-11-27T09:00", "2026-11-27T12:00", "0.1.0"})
              .ok());
  other.leave();
  other.enter("izumi");
  view = other.look();
  REQUIRE(view);
  CHECK(view->code.find(R"("screen":"izumi-1","hub":"izumi")") != std::string::npos);
}

TEST_CASE_FIXTURE(Panel, "a kiosk without a link for it has no editor") {
  CHECK_FALSE(look().editor);
  ask(ui::StartEditor{});
  CHECK(look().refused);
  CHECK_FALSE(desk::editor_wish(calls, *this / "state"));
}

TEST_CASE_FIXTURE(Panel, "staff start the editor by a file, see how it is, and stop it") {
  using State = ui::DeskView::Editor::State;
  kiosk::PanelDeskSetup with = setup();
  const std::string run = *this / "run";
  with.editor = kiosk::PanelEditorSetup{run, "boot-1"};
  kiosk::PanelDesk editing(clock, with);
  editing.enter("izumi");
  const auto state = [&] {
    if (auto changed = editing.look()) seen = *std::move(changed);
    REQUIRE(seen.editor);
    return seen.editor->state;
  };
  CHECK(state() == State::off);
  CHECK_FALSE(editing.look());
  editing.ask({1, ui::StartEditor{}});
  CHECK(state() == State::starting);
  const auto wish = desk::editor_wish(calls, *this / "state");
  REQUIRE(wish);
  CHECK(wish->boot == "boot-1");
  CHECK(wish->hub == "izumi");
  desk::EditorNow now;
  now.addresses = {"http://192.168.1.20:8137/"};
  now.code = "00112233445566778899aabbccddeeff";
  REQUIRE(desk::write_editor_now(calls, run, now).ok());
  CHECK(state() == State::on);
  CHECK_FALSE(editing.look());
  now.devices = {"iPhone"};
  REQUIRE(desk::write_editor_now(calls, run, now).ok());
  CHECK(state() == State::on);
  CHECK(seen.editor->devices == now.devices);
  editing.ask({2, ui::StopEditor{}});
  CHECK(state() == State::ending);
  CHECK_FALSE(desk::editor_wish(calls, *this / "state"));
  fs::remove_all(run);
  CHECK(state() == State::off);
  CHECK_FALSE(seen.editor->trouble);
  // What was wanted before the machine was switched off is not wanted any more.
  REQUIRE(desk::want_editor(calls, *this / "state", {"boot-0", "izumi"}).ok());
  CHECK(state() == State::off);
  CHECK_FALSE(seen.editor->trouble);
  // Nothing starts it.
  editing.ask({3, ui::StartEditor{}});
  CHECK(state() == State::starting);
  clock.advance(base::Seconds(100));
  CHECK(state() == State::off);
  CHECK(seen.editor->trouble);
}
