// What the desk publishes, keeps and goes back to, also where it is interrupted.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "desk_lobby.h"
#include "support/fixtures.h"
#include "support/japanese_only.h"
#include "support/old_or_new.h"
#include "support/publish_unseen.h"
#include "support/slow.h"

using namespace hub;
using tests::kDay;
using Lobby = tests::DeskLobby;
using tests::OnDisk;
using tests::open;
using tests::publish_unseen;
using tests::Silence;
using tests::work_of;
namespace fs = std::filesystem;

TEST_CASE("what is published shows, is told, and can be gone back from" * tests::slow()) {
  const Lobby lobby;
  if (tests::kSanitized) tests::keep_japanese(lobby / "content");
  const base::SystemCalls calls;
  const std::string before = tests::bytes_of(lobby / "content/izumi/reports/2024.json");
  std::string text = lobby.report_text();
  OnDisk at(lobby, calls);
  Silence silence;
  CHECK_FALSE(at.desk.publish({}, silence).ok());
  REQUIRE(open(lobby, calls, text).ok());
  const auto published = at.desk.publish({"佐藤", 0}, silence);
  REQUIRE_MESSAGE(published.ok(), published.error().what.ja);
  CHECK(published.value().number == 2);
  CHECK(published.value().what == "令和6年度の目標");
  CHECK_FALSE(at.desk.work().value());
  const auto history = at.desk.history();
  REQUIRE(history.size() == 2);
  CHECK(history[0].who == "佐藤");
  CHECK(history[0].source == "報告書.txt");
  CHECK(history[1].at.empty());
  const auto back = at.desk.go_back(1, {}, silence);
  REQUIRE_MESSAGE(back.ok(), back.error().what.ja);
  CHECK(tests::bytes_of(lobby / "content/izumi/reports/2024.json") == before);
  CHECK(at.desk.history().front().back_to == 1);
  CHECK_FALSE(at.desk.go_back(99, {}, silence).ok());
  CHECK_FALSE(fs::exists(lobby / "state/desk/izumi/publishing"));
}

TEST_CASE("a draft whose saving is interrupted anywhere is the one before or after" * tests::slow()) {
  const base::SystemCalls calls;
  const tests::Change<Lobby> change{
      "answering",
      [&](const Lobby& lobby) { REQUIRE(open(lobby, calls, lobby.doubtful_text()).ok()); },
      [](const Lobby& lobby, const base::SystemCalls& with) -> base::Status {
        OnDisk at(lobby, with);
        return at.desk.answer(0, "right", {});
      },
      [](const Lobby& lobby) { return work_of(lobby).revision() == 1; },
      [](const Lobby& lobby) { return work_of(lobby).revision() == 2; },
      [&](const Lobby& lobby) {
        OnDisk at(lobby, calls);
        CHECK(at.desk.put_off(0, {}).ok());
      }};
  CHECK(tests::kill_everywhere(change) >= 3);
  CHECK(tests::fill_disk_everywhere(change) >= 2);
}

TEST_CASE("a version whose keeping is interrupted anywhere is in the history whole, or not at all") {
  const base::SystemCalls calls;
  const base::FolderBytes before{{"izumi/hub.json", "{}"}}, after{{"izumi/hub.json", R"({"a": 1})"}};
  const auto keep = [](const Lobby& lobby, const base::SystemCalls& with,
                       const base::FolderBytes& files) -> base::Status {
    const desk::History history(with, lobby / "state/desk/izumi");
    const auto begun = history.begin({0, "2026-11-27T12:00", "", "", "", "", 0, true}, files);
    if (!begun) return begun.error();
    return history.finish(begun.value());
  };
  // Whoever comes next finds out by what shows; here the new always shows.
  const auto versions = [&](const Lobby& lobby) {
    const desk::History history(calls, lobby / "state/desk/izumi");
    CHECK(history.recover(after).ok());
    std::size_t kept = 0;
    for (const desk::PublishedVersion& one : history.list()) {
      if (one.kept && history.files(one.number)) ++kept;
    }
    return kept;
  };
  const tests::Change<Lobby> change{
      "keeping",
      [&](const Lobby& lobby) { REQUIRE(keep(lobby, calls, before).ok()); },
      [&](const Lobby& lobby, const base::SystemCalls& with) { return keep(lobby, with, after); },
      [&](const Lobby& lobby) { return versions(lobby) == 1; },
      [&](const Lobby& lobby) { return versions(lobby) == 2; },
      [&](const Lobby& lobby) {
        CHECK(keep(lobby, calls, before).ok());
        const desk::History history(calls, lobby / "state/desk/izumi");
        CHECK(history.files(history.list().front().number).value() == before);
        CHECK_FALSE(fs::exists(lobby / "state/desk/izumi/versions/begun"));
      }};
  CHECK(tests::kill_everywhere(change) >= 2);
}

TEST_CASE("what is published shows with its draft gone and its version kept, or does not, wherever it is interrupted" *
          tests::slow()) {
  const base::SystemCalls calls;
  const std::string report = "content/izumi/reports/2024.json";
  Silence silence;
  const auto desk_of = [](const Lobby& lobby, const base::SystemCalls& with, const base::Clock& clock) {
    desk::DeskSetup setup = lobby.setup();
    setup.publish = publish_unseen;
    return desk::Desk(with, clock, setup);
  };
  const base::VirtualClock clock{kDay};
  const auto shown = [&](const Lobby& lobby) { return tests::bytes_of(lobby / report); };
  std::string draft;
  int interruptions = 0;
  const std::string old = tests::bytes_of(HUB_SOURCE_DIR "/" + report);
  const tests::Change<Lobby> change{
      "publishing",
      [&](const Lobby& lobby) {
        for (const char* other : {"content/konan", "content/schema", "content/README.md"})
          fs::remove_all(lobby / other);
        REQUIRE(open(lobby, calls, lobby.report_text()).ok());
        desk::Desk desk = desk_of(lobby, calls, clock);
        const desk::Work work = work_of(lobby);
        draft = desk.hub_files(&work).value().at("izumi/reports/2024.json");
        REQUIRE(draft != old);
      },
      [&](const Lobby& lobby, const base::SystemCalls& with) -> base::Status {
        const auto done = desk_of(lobby, with, clock).publish({"佐藤", 0}, silence);
        if (!done) return done.error();
        return base::Done{};
      },
      [&](const Lobby& lobby) { return shown(lobby) == old && work_of(lobby).revision() == 1; },
      [&](const Lobby& lobby) { return shown(lobby) == draft; },
      [&](const Lobby& lobby) {
        if (++interruptions % 4 != 0) return;
        // The next one finds out what was left, and everything that shows can be gone back to.
        desk::Desk desk = desk_of(lobby, calls, clock);
        if (desk.work().value()) {
          const auto again = desk.publish({"鈴木", 0}, silence);
          CHECK_MESSAGE(again.ok(), again.error().what.ja);
        }
        CHECK(shown(lobby) == draft);
        const auto back = desk.go_back(1, {}, silence);
        CHECK_MESSAGE(back.ok(), back.error().what.ja);
        CHECK(shown(lobby) == old);
        CHECK_FALSE(fs::exists(lobby / "state/desk/izumi/publishing"));
        CHECK_FALSE(fs::exists(lobby / "state/desk/izumi/versions/begun"));
        for (const desk::PublishedVersion& one : desk.history()) CHECK(one.kept);
      },
      7};
  CHECK(tests::kill_everywhere(change) >= (tests::kSanitized ? 3 : 20));
  CHECK(tests::fill_disk_everywhere(change) >= 10 / tests::kFullStep);
}

TEST_CASE("the last ten versions are kept") {
  const Lobby lobby;
  const base::SystemCalls calls;
  const desk::History history(calls, lobby / "state/desk/izumi");
  for (int i = 0; i < 14; ++i) {
    const auto begun = history.begin({0, "", "", "", "", "", 0, true}, {{"izumi/hub.json", std::to_string(i)}});
    REQUIRE(begun);
    REQUIRE(history.finish(begun.value()).ok());
  }
  CHECK(history.list().size() == 14);
  CHECK(history.list().front().number == 14);
  CHECK(history.files(14).value().at("izumi/hub.json") == "13");
  CHECK(history.files(5));
  CHECK_FALSE(history.files(4).ok());
  CHECK_FALSE(history.list().back().kept);
}
