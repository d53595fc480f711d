// A content folder that staff have prepared: it becomes a draft, is looked at as one, and shows.
#include <doctest/doctest.h>

#include <algorithm>

#include "desk/store/folder_item.h"
#include "support/publish_unseen.h"
#include "typing_lobby.h"

using namespace hub;
using desk::ContentFiles;
using tests::kTypedHub;
using tests::kTypedReport;
using tests::TypingDesk;
using tests::TypingLobby;

namespace {

constexpr const char* kName = desk::kContentFolderName;

struct Brought : TypingLobby {
  // What shows, as files of the hub.
  ContentFiles files() const { return at.desk.hub_files(nullptr).value(); }
  static std::string with(std::string json, const std::string& from, const std::string& to) {
    REQUIRE(json.find(from) != json.npos);
    return json.replace(json.find(from), from.size(), to);
  }
  std::string refused(const ContentFiles& brought) {
    const base::Status done = at.desk.open_folder(brought, kName, false);
    REQUIRE_FALSE(done);
    CHECK_FALSE(done.error().what.en.empty());
    CHECK_FALSE(at.desk.work().value());
    return done.error().what.ja + done.error().remedy.ja;
  }
  bool changes(const std::string& words) {
    const auto all = at.desk.changes(at.work());
    return std::ranges::any_of(
        all, [&](const desk::StatementChange& one) { return one.after.find(words) != std::string::npos; });
  }

  TypingDesk at{*this};
};

bool has(const std::string& words, const char* part) { return words.find(part) != std::string::npos; }

}  // namespace

TEST_CASE_FIXTURE(Brought, "what a folder says otherwise is the draft's, by statement, and what it lacks stays") {
  ContentFiles brought = files();
  const std::string tagline = at.at(kTypedHub, "/tagline").japanese, goal = at.in_report("/goals/0/goal").japanese;
  brought[kTypedHub] = with(brought[kTypedHub], tagline, "みんなのひろば");
  brought[kTypedReport] = with(brought[kTypedReport], goal, "だれもが集える場をつくります。");
  brought.erase("izumi/readings.json");
  brought["konan/hub.json"] = "{}";  // another hub's
  REQUIRE(at.desk.open_folder(brought, kName, false).ok());
  CHECK(at.work().source().name == kName);
  CHECK(at.work().reading().questions.empty());
  CHECK(changes("みんなのひろば"));
  CHECK(changes("だれもが集える場をつくります。"));
  CHECK(at.desk.hindrances(at.work()).value().empty());
  const desk::Work draft = at.work();
  const ContentFiles as_draft = at.desk.hub_files(&draft).value();
  CHECK(as_draft.contains("izumi/readings.json"));
  CHECK_FALSE(as_draft.contains("konan/hub.json"));
}

TEST_CASE_FIXTURE(Brought, "a folder that says what shows already changes nothing") {
  REQUIRE(at.desk.open_folder(files(), kName, false).ok());
  CHECK(at.desk.changes(at.work()).empty());
  CHECK(at.work().steps().empty());
}

TEST_CASE_FIXTURE(Brought, "next year's report is the draft's own, and older ones come along") {
  ContentFiles brought = files();
  const auto of_year = [&](int year) {
    return with(with(brought[kTypedReport], "\"goalYear\": 2024", "\"goalYear\": " + std::to_string(year)),
                "\"reviewYear\": 2023", "\"reviewYear\": " + std::to_string(year - 1));
  };
  const std::string older = of_year(2022), newer = of_year(2025);
  brought["izumi/reports/2022.json"] = older;
  brought["izumi/reports/2025.json"] = newer;
  REQUIRE(at.desk.open_folder(brought, kName, false).ok());
  CHECK(desk::report_path("izumi", at.work().report()) == "izumi/reports/2025.json");
  const desk::Work draft = at.work();
  const ContentFiles as_draft = at.desk.hub_files(&draft).value();
  CHECK(as_draft.contains("izumi/reports/2022.json"));
  CHECK(as_draft.contains("izumi/reports/2024.json"));
  CHECK(as_draft.contains("izumi/reports/2025.json"));
}

TEST_CASE_FIXTURE(Brought, "a folder that cannot be read is refused with its place, and a draft stays what it is") {
  ContentFiles brought = files();
  ContentFiles broken = brought;
  broken[kTypedHub] = with(broken[kTypedHub], ",", "");
  CHECK(has(refused(broken), "content フォルダーの「拠点のことば（hub）」の "));
  broken = brought;
  broken[kTypedReport] = std::string(100'000, '[');
  CHECK(has(refused(broken), "「2024年度の報告書」の"));
  broken = brought;
  broken["izumi/reports/2030.json"] = brought[kTypedReport];
  CHECK(has(refused(broken), "2024年度の目標と書かれています"));
  CHECK(has(refused({}), "この拠点の報告書も、拠点のことばもありません"));
  CHECK(has(refused({{"konan/hub.json", "{}"}}), "この拠点の報告書も"));
  // What is wrong with what it says keeps it from showing, as with every draft.
  broken = brought;
  broken[kTypedReport] = with(broken[kTypedReport], "\"goals\"", "\"gaols\"");
  REQUIRE(at.desk.open_folder(broken, kName, false).ok());
  CHECK_FALSE(at.desk.hindrances(at.work()).value().empty());
  // Nobody's answers are lost without being asked.
  at.typed(desk::SetText{tests::hub_at("/tagline"), "書いたことば"});
  CHECK_FALSE(at.desk.open_folder(brought, kName, false).ok());
  CHECK(at.desk.open_folder(brought, kName, true).ok());
}

TEST_CASE_FIXTURE(Brought, "it shows by the same publishing, and what showed can come back") {
  desk::DeskSetup setup = this->setup();
  setup.publish = tests::publish_unseen;
  desk::Desk desk(at.own_calls, at.clock, setup);
  ContentFiles brought = files();
  const std::string tagline = at.at(kTypedHub, "/tagline").japanese;
  brought[kTypedHub] = with(brought[kTypedHub], tagline, "みんなのひろば");
  REQUIRE(desk.open_folder(brought, kName, false).ok());
  tests::Silence silence;
  const auto shown = desk.publish({}, silence);
  REQUIRE_MESSAGE(shown, shown.error().what.ja);
  CHECK(shown.value().source == kName);
  CHECK(has(desk.hub_files(nullptr).value().at(kTypedHub), "みんなのひろば"));
  REQUIRE(desk.go_back(1, {}, silence));
  CHECK_FALSE(has(desk.hub_files(nullptr).value().at(kTypedHub), "みんなのひろば"));
}

TEST_CASE("what lies in the inbox of a folder is its files, and nothing else is taken for them") {
  const ContentFiles files{{"izumi/hub.json", "{}"}, {"izumi/reports/2026.json", "{\"goalYear\": 2026}"}};
  const auto again = desk::files_of_folder(desk::folder_bytes(files));
  REQUIRE(again);
  CHECK(again.value() == files);
  CHECK_FALSE(desk::files_of_folder("%PDF-1.7").ok());
  CHECK_FALSE(desk::files_of_folder("").ok());
}
