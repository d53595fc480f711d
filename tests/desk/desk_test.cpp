// The desk as its faces use it: a report comes in, is asked about, answered, shown, and taken back.
#include "desk/desk.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "desk/json/desk_json.h"
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

TEST_CASE("a report becomes a draft that is picked up where it was left") {
  const Lobby lobby;
  const base::SystemCalls calls;
  CHECK_FALSE(OnDisk(lobby, calls).desk.work().value());
  REQUIRE(open(lobby, calls, lobby.doubtful_text()).ok());
  const desk::Work work = work_of(lobby);
  CHECK(work.revision() == 1);
  CHECK(work.source().name == "報告書.txt");
  REQUIRE_FALSE(work.reading().questions.empty());
  OnDisk at(lobby, calls);
  REQUIRE(at.desk.answer(0, "right", {"佐藤", 1}).ok());
  CHECK(work_of(lobby).revision() == 2);
  CHECK(work_of(lobby).state_of(0) == desk::Work::State::answered);
  CHECK(work_of(lobby).steps().front().who == "佐藤");
  const auto document = at.desk.sources().document(work.source().sha256);
  REQUIRE(document);
  CHECK(document.value().lines.size() > 20);
  CHECK(desk::status_json(at.desk, work_of(lobby)).find("\"answered\": 1") != std::string::npos);
  CHECK(desk::questions_json(work_of(lobby)).find("\"choices\"") != std::string::npos);
}

TEST_CASE("a desk is of a hub of the content, and of nothing else that a name can say") {
  const Lobby lobby;
  const base::SystemCalls calls;
  const base::VirtualClock clock{kDay};
  for (const std::string hub : {"izumi", "konan"}) {
    CHECK(desk::Desk(calls, clock, {lobby / "state", lobby / "content", hub}).known().ok());
  }
  for (const std::string hub : {"nowhere", "../izumi", "", ".", "izumi/reports", "common"}) {
    CAPTURE(hub);
    const base::Status known = desk::Desk(calls, clock, {lobby / "state", lobby / "content", hub}).known();
    REQUIRE_FALSE(known);
    CHECK_FALSE(known.error().remedy.ja.empty());
  }
}

TEST_CASE("two faces at once: the second is refused, and nothing of the first is lost") {
  const Lobby lobby;
  const base::SystemCalls calls;
  REQUIRE(open(lobby, calls, lobby.doubtful_text()).ok());
  OnDisk at(lobby, calls);
  REQUIRE(at.desk.answer(0, "right", {"", 1}).ok());
  const base::Status second = at.desk.put_off(1, {"", 1});
  REQUIRE_FALSE(second);
  CHECK(second.error().what.ja.find("先に変えられました") != std::string::npos);
  CHECK(second.error().what.ja.find(work_of(lobby).steps().back().label.ja) != std::string::npos);
  CHECK(work_of(lobby).state_of(0) == desk::Work::State::answered);
  CHECK(work_of(lobby).revision() == 2);
  // One that has answers is not replaced unseen, either.
  CHECK_FALSE(open(lobby, calls, lobby.report_text()).ok());
  CHECK(work_of(lobby).revision() == 2);
  CHECK(open(lobby, calls, lobby.report_text(), true).ok());
  CHECK(work_of(lobby).steps().empty());
}

TEST_CASE("an answer can be taken back, also when others came after it") {
  const Lobby lobby;
  const base::SystemCalls calls;
  REQUIRE(open(lobby, calls, lobby.doubtful_text()).ok());
  const std::string before = work_of(lobby).report();
  OnDisk at(lobby, calls);
  const int count = static_cast<int>(work_of(lobby).reading().questions.size());
  REQUIRE(count >= 2);
  for (int i = 0; i < count; ++i) {
    const auto choices = desk::choices_for(work_of(lobby).asked(i));
    REQUIRE_FALSE(choices.empty());
    CHECK(at.desk.answer(i, choices.back().id, {}).ok());
  }
  for (int i = 0; i < count; ++i) {
    const auto again = at.desk.take_back(i, {});
    REQUIRE(again);
    CHECK(work_of(lobby).state_of(i) == desk::Work::State::open);
  }
  CHECK(work_of(lobby).report() == before);
  CHECK_FALSE(at.desk.answer(count, "right", {}).ok());
  CHECK_FALSE(at.desk.answer(-1, "right", {}).ok());
  CHECK_FALSE(at.desk.answer(0, "nonsense", {}).ok());
}

TEST_CASE("what follows from an answer is said before it is given") {
  const Lobby lobby;
  const base::SystemCalls calls;
  REQUIRE(open(lobby, calls, lobby.doubtful_text()).ok());
  bool changes = false;
  for (const desk::OpenQuestion& one : desk::Desk::questions_of(work_of(lobby))) {
    CHECK(one.choices.front().consequence.ja == "下書きの文は変わりません。");
    for (const desk::Choice& choice : one.choices) {
      CHECK(choice.consequence.ja.empty() != choice.group.empty());
      changes = changes || choice.consequence.ja.find("。後: 「……") != std::string::npos;
    }
  }
  CHECK(changes);  // the sentence that has lost its beginning
}

TEST_CASE("lines that a person chose go where they say, and away from where they stood") {
  const Lobby lobby;
  const base::SystemCalls calls;
  REQUIRE(open(lobby, calls, lobby.doubtful_text()).ok());
  const desk::Work work = work_of(lobby);
  OnDisk at(lobby, calls);
  const auto places = desk::places_for(work.asked(0));
  REQUIRE_FALSE(places.empty());
  const auto document = at.desk.sources().document(work.source().sha256);
  REQUIRE(document);
  const report::Place last = document.value().lines.back().place;
  CHECK(at.desk.put_lines(0, last, last, places.front().id, {}).ok());
  CHECK(work_of(lobby).steps().size() == 1);
  CHECK(work_of(lobby).steps().front().words);
  CHECK_FALSE(at.desk.put_lines(0, {9, 999}, last, places.front().id, {}).ok());
  CHECK_FALSE(at.desk.put_lines(0, last, last, "/nowhere", {}).ok());
  REQUIRE(at.desk.undo({}).ok());
  CHECK(work_of(lobby).report() == work.report());
}

TEST_CASE("what was published meanwhile goes into the draft where it touches nothing of it, and is asked about else") {
  const std::string base = R"({"title": "題", "purpose": "目的", "principles": ["一", "二"]})";
  const std::string draft = R"({"title": "題", "purpose": "新しい目的", "principles": ["一", "二"]})";
  const std::string shows = R"({"title": "直した題", "purpose": "ほかの目的", "principles": ["一", "二"]})";
  const desk::Meanwhile both = desk::meanwhile("r", base, draft, shows);
  REQUIRE(both.moves_over.size() == 1);
  CHECK(both.moves_over[0].pointer == "/title");
  REQUIRE(both.collisions.size() == 1);
  CHECK(both.collisions[0].pointer == "/purpose");
  CHECK(both.collisions[0].ours == "\"新しい目的\"");
  CHECK(both.collisions[0].theirs == "\"ほかの目的\"");
  CHECK(desk::meanwhile("r", base, draft, draft).collisions.empty());  // both did the same
  CHECK(desk::meanwhile("r", base, draft, base).moves_over.empty());
  CHECK(desk::meanwhile("r", "", draft, "").collisions.empty());
  CHECK(desk::meanwhile("r", "", draft, shows).collisions.size() == 2);  // a report that was not there before
}

TEST_CASE("what collides is told at one place of both, as closely as the two allow") {
  const std::string base = R"({"goals": [{"goal": "一", "marks": [1]}]})";
  const std::string longer = R"({"goals": [{"goal": "一", "marks": [1]}, {"goal": "二"}]})";
  const std::string other = R"({"goals": [{"goal": "ほか", "marks": [1]}]})";
  for (const bool ours_is_longer : {true, false}) {
    const std::string &draft = ours_is_longer ? longer : other, &shows = ours_is_longer ? other : longer;
    const desk::Meanwhile found = desk::meanwhile("r", base, draft, shows);
    CHECK(found.moves_over.empty());
    REQUIRE(found.collisions.size() == 1);
    CHECK(found.collisions[0].pointer == "/goals");
    CHECK(desk::words_of(found.collisions[0].ours) == (ours_is_longer ? "一 二" : "ほか"));
    CHECK(desk::words_of(found.collisions[0].theirs) == (ours_is_longer ? "ほか" : "一 二"));
  }
  // Both have written a report that was not there: what is the same in both is no question.
  const desk::Meanwhile both = desk::meanwhile("r", "", base, other);
  REQUIRE(both.collisions.size() == 1);
  CHECK(both.collisions[0].pointer == "/goals/0/goal");
  CHECK(desk::words_of(R"({"ja": "日本語", "en": "Japanese"})") == "日本語");
  CHECK(desk::words_of("") == "");
}

TEST_CASE("a draft over which something else was published is not shown unseen" * tests::slow()) {
  const Lobby lobby;
  const base::SystemCalls calls;
  REQUIRE(open(lobby, calls, lobby.report_text()).ok());
  const std::string path = lobby / "content/izumi/reports/2024.json";
  std::string shows = tests::bytes_of(path);
  const std::string title = "泉区地域子育て支援拠点事業";
  REQUIRE(shows.find(title) != std::string::npos);
  shows.replace(shows.find(title), title.size(), "泉区の地域子育て支援拠点事業");
  std::ofstream(path) << shows;
  OnDisk at(lobby, calls);
  Silence silence;
  // The draft says what it said when it was begun: what others changed is taken over.
  CHECK(at.desk.collisions(work_of(lobby)).value().empty());
  const std::string file = lobby / ("state/desk/izumi/draft/content/izumi/reports/2024.json");
  std::string ours = tests::bytes_of(file);
  ours.replace(ours.find(title), title.size(), "泉区地域子育て支援拠点の事業");
  std::ofstream(file) << ours;
  REQUIRE(at.desk.collisions(work_of(lobby)).value().size() == 1);
  const auto refused = at.desk.publish({}, silence);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.ja.find("泉区の地域子育て支援拠点事業") != std::string::npos);
  CHECK(refused.error().what.ja.find("泉区地域子育て支援拠点の事業") != std::string::npos);
  CHECK(tests::bytes_of(path) == shows);
  // Whichever is chosen can be taken back, and is still known to who comes later.
  REQUIRE(at.desk.keep_ours(desk::kReportFile, "/title", {}).ok());
  CHECK(at.desk.collisions(work_of(lobby)).value().empty());
  REQUIRE(at.desk.ask_again(desk::kReportFile, "/title", {}).ok());
  CHECK(at.desk.collisions(work_of(lobby)).value().size() == 1);
  REQUIRE(at.desk.take_theirs(desk::kReportFile, "/title", {}).ok());
  CHECK(at.desk.collisions(work_of(lobby)).value().empty());
  REQUIRE(at.desk.keep_ours(desk::kReportFile, "/title", {}).ok());
  CHECK(work_of(lobby).report().find("拠点の事業") != std::string::npos);
  CHECK(at.desk.collisions(work_of(lobby)).value().empty());
  REQUIRE(at.desk.undo({}).ok());
  CHECK(at.desk.collisions(work_of(lobby)).value().size() == 1);
  REQUIRE(at.desk.take_theirs(desk::kReportFile, "/title", {}).ok());
  CHECK_FALSE(at.desk.keep_ours(desk::kReportFile, "/purpose", {}).ok());
  if (tests::kSanitized) return;  // once is enough there: every screen is drawn
  CHECK(at.desk.publish({}, silence).ok());
  CHECK(tests::bytes_of(path).find("泉区の地域子育て支援拠点事業") != std::string::npos);
}

TEST_CASE("a text that was kept over another one is asked about once more when yet another one shows") {
  const Lobby lobby;
  const base::SystemCalls calls;
  REQUIRE(open(lobby, calls, lobby.report_text()).ok());
  const auto retitled = [](const std::string& path, const std::string& title) {
    nlohmann::ordered_json report = nlohmann::ordered_json::parse(tests::bytes_of(path));
    report["title"] = title;
    std::ofstream(path) << report.dump(2);
  };
  const std::string shows = lobby / "content/izumi/reports/2024.json";
  retitled(lobby / "state/desk/izumi/draft/content/izumi/reports/2024.json", "わたしたちの題");
  retitled(shows, "ほかの題");
  OnDisk at(lobby, calls);
  REQUIRE(at.desk.keep_ours(desk::kReportFile, "/title", {}).ok());
  REQUIRE(at.desk.collisions(work_of(lobby)).value().empty());
  retitled(shows, "またほかの題");
  REQUIRE(at.desk.collisions(work_of(lobby)).value().size() == 1);
  CHECK(desk::words_of(at.desk.collisions(work_of(lobby)).value()[0].theirs) == "またほかの題");
}

TEST_CASE("who writes with an old revision is told what was done, and what was not") {
  const Lobby lobby;
  const base::SystemCalls calls;
  REQUIRE(open(lobby, calls, lobby.doubtful_text()).ok());
  OnDisk at(lobby, calls);
  const int revision = work_of(lobby).revision();
  const auto first = desk::choices_for(work_of(lobby).asked(0)).front(),
             last = desk::choices_for(work_of(lobby).asked(1)).front();
  REQUIRE(at.desk.answer(0, first.id, {}).ok());
  const base::Status refused = at.desk.answer(1, last.id, {"", revision});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.ja.find("「" + first.label.ja + "」") != std::string::npos);
  CHECK(refused.error().what.ja.find("いまの「" + last.label.ja + "」は、まだ入れていません") != std::string::npos);
  const base::Status words = at.desk.put_words(1, {{}, {"打ちこんだ文です。"}}, "/purpose", {"", revision});
  REQUIRE_FALSE(words);
  CHECK(words.error().what.ja.find("いまの「打ちこんだ文です。」は") != std::string::npos);
}

namespace {

std::string without(std::string text, const std::string& part) {
  std::size_t at = text.find(part);
  REQUIRE(at != text.npos);
  for (; at != text.npos; at = text.find(part)) text.erase(at, part.size());
  return text;
}

// What keeps the draft from showing, and the question about it.
const report::Question& only_hindrance(const Lobby& lobby, const desk::Work& work, int& question) {
  const base::SystemCalls calls;
  const auto found = OnDisk(lobby, calls).desk.hindrances(work);
  REQUIRE(found);
  REQUIRE_FALSE(found.value().empty());
  for (const desk::Hindrance& one : found.value()) {
    CAPTURE(one.what.ja);
    REQUIRE(one.question);
    question = *one.question;
  }
  return work.reading().questions[static_cast<std::size_t>(question)];
}

bool may_show(const Lobby& lobby) {
  const base::SystemCalls calls;
  const auto found = OnDisk(lobby, calls).desk.hindrances(work_of(lobby));
  return found && found.value().empty();
}

}  // namespace

TEST_CASE("a report without a year is asked for it, and shows when one was chosen") {
  const Lobby lobby;
  const base::SystemCalls calls;
  std::string text = lobby.report_text();
  for (const char* words : {"令和５年度", "令和６年度", "令和５年", "令和６年"}) text = without(text, words);
  REQUIRE(open(lobby, calls, text).ok());
  int question = -1;
  CHECK(only_hindrance(lobby, work_of(lobby), question).field == "/goalYear");
  const std::vector<desk::Choice> choices = desk::choices_for(work_of(lobby).asked(question));
  CHECK(std::ranges::none_of(choices, [](const desk::Choice& one) { return one.id == "right"; }));
  REQUIRE(OnDisk(lobby, calls).desk.answer(question, "year:2026", {}).ok());
  CHECK(may_show(lobby));
}

TEST_CASE("a report with six services is asked for the seventh, which its lines can give") {
  const Lobby lobby;
  const base::SystemCalls calls;
  std::string text = lobby.report_text();
  const std::string third = "３　子育てに関する情報の収集及び提供に関すること（情報収集・提供事業）";
  const std::size_t at = text.find(third);
  REQUIRE(at != text.npos);
  text.replace(at, third.size(), "");
  REQUIRE(open(lobby, calls, text).ok());
  int question = -1;
  CHECK(only_hindrance(lobby, work_of(lobby), question).field == "/services");
  OnDisk desk(lobby, calls);
  REQUIRE(desk.desk
              .put_words(question, {{}, {"子育てに関する情報の収集及び提供に関すること（情報収集・提供事業）"}},
                         "/services#3", {})
              .ok());
  CHECK(may_show(lobby));
  const auto report = nlohmann::json::parse(work_of(lobby).report());
  REQUIRE(report["services"].size() == 7);
  CHECK(report["services"][2]["number"] == 3);
  CHECK(report["services"][2]["program"] == "情報収集・提供事業");
  CHECK(report["services"][2]["description"] == "子育てに関する情報の収集及び提供に関すること");
}

TEST_CASE("letters that are lost keep a draft from showing, and their question takes the sentence out") {
  for (const char* lost : {"\uFFFD", "\uE123"}) {
    const Lobby lobby;
    const base::SystemCalls calls;
    std::string text = lobby.report_text();
    const std::string words = "共通認識を持った";
    REQUIRE(text.find(words) != text.npos);
    text.insert(text.find(words), lost);
    REQUIRE(open(lobby, calls, text).ok());
    int question = -1;
    CHECK(only_hindrance(lobby, work_of(lobby), question).kind == report::Question::Kind::lost);
    REQUIRE(OnDisk(lobby, calls).desk.answer(question, "omit", {}).ok());
    CHECK(may_show(lobby));
  }
}

TEST_CASE("what shows is in the history also where its line could not be written any more") {
  const Lobby lobby;
  const base::SystemCalls calls;
  OnDisk at(lobby, calls);
  const desk::History history(calls, lobby / "state/desk/izumi");
  const auto files = at.desk.hub_files(nullptr);
  REQUIRE(files);
  REQUIRE(history.begin({0, "2026-11-27T12:00", "", "報告書.pdf", "", "", 0, true}, files.value()));
  CHECK(history.list().empty());
  REQUIRE(at.desk.history().size() == 1);
  CHECK(at.desk.history()[0].number == 1);
  CHECK(at.desk.history()[0].source == "報告書.pdf");
  const base::DiskFiles disk;
  CHECK(at.desk.preview_of(disk, 1));
  // What was begun and does not show is no version.
  std::ofstream(lobby / "content/izumi/reports/2024.json", std::ios::app) << "\n";
  CHECK(at.desk.history().empty());
}

TEST_CASE("a version's content is its own alone, beside what is not the hub's") {
  const Lobby lobby;
  const base::SystemCalls calls;
  OnDisk at(lobby, calls);
  const desk::History history(calls, lobby / "state/desk/izumi");
  base::FolderBytes files = at.desk.hub_files(nullptr).value();
  const auto begun = history.begin({0, "2026-11-27T12:00", "", "", "", "", 0, true}, files);
  REQUIRE(begun);
  REQUIRE(history.finish(begun.value()).ok());
  std::ofstream(lobby / "content/izumi/reports/2031.json") << "{}";
  const base::DiskFiles disk;
  const auto version = at.desk.preview_of(disk, 1);
  REQUIRE(version);
  const std::string reports = version.value().folder() + "/izumi/reports";
  CHECK_FALSE(version.value().exists(reports + "/2031.json"));
  CHECK_FALSE(version.value().read(reports + "/2031.json", 100));
  CHECK(version.value().list(reports).value().size() == 1);
  CHECK(version.value().read(reports + "/2024.json", 1 << 20));
  CHECK(version.value().exists(version.value().folder() + "/common/services.json"));
  CHECK_FALSE(at.desk.preview_of(disk, 2));
}

TEST_CASE("what somebody writes into the draft's files by hand is a step like any other") {
  const Lobby lobby;
  const base::SystemCalls calls;
  REQUIRE(open(lobby, calls, lobby.doubtful_text()).ok());
  const std::string file =
      lobby / ("state/desk/izumi/draft/content/" + desk::report_path("izumi", work_of(lobby).report()));
  std::string json = tests::bytes_of(file);
  const std::string title = "地域子育て支援拠点事業";
  REQUIRE(json.find(title) != std::string::npos);
  json.replace(json.find(title), title.size(), "地域子育て支援拠点の事業");
  std::ofstream(file) << json;
  CHECK(work_of(lobby).report().find("拠点の事業") != std::string::npos);
  REQUIRE(work_of(lobby).steps().size() == 1);
  std::ofstream(file) << "{";
  const auto broken = OnDisk(lobby, calls).desk.work();
  REQUIRE_FALSE(broken);
  CHECK(broken.error().what.ja.find("izumi/reports/") != std::string::npos);
}
