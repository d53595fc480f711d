// Several people type, machines fail, and what was typed is never lost.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <random>

#include "config/paths.h"
#include "support/faults.h"
#include "support/old_or_new.h"
#include "support/slow.h"
#include "typing_lobby.h"

using namespace hub;
using desk::Statement;
using tests::hub_at;
using tests::report_at;
using tests::TypingDesk;
using tests::TypingLobby;

namespace {

const std::string kList = "/goals/1/activities";

desk::TypedBy seen(const desk::DraftMark& mark, const std::string& who = "鈴木") {
  desk::TypedBy by;
  by.who = who;
  by.seen = mark;
  return by;
}

}  // namespace

TEST_CASE("two people in one text: the second gets both, and what each typed is there") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const std::string before = at.at(tests::kTypedHub, "/tagline").japanese;
  const desk::DraftMark none = at.texts().mark;
  const desk::Typed first = at.typed(desk::SetText{hub_at("/tagline"), "佐藤の文"}, seen(none, "佐藤"));
  const desk::TypedConflict conflict = at.conflict(desk::SetText{hub_at("/tagline"), "鈴木の文"}, seen(none));
  CHECK(conflict.ours == "鈴木の文");
  CHECK(conflict.theirs == "佐藤の文");
  CHECK(conflict.before == before);
  CHECK(conflict.who == "佐藤");
  CHECK(conflict.at == hub_at("/tagline"));
  CHECK(conflict.mark == first.mark);
  CHECK_FALSE(conflict.message.remedy.ja.empty());
  CHECK(at.at(tests::kTypedHub, "/tagline").japanese == "佐藤の文");
  CHECK(at.texts().mark == first.mark);
  const desk::Typed second = at.typed(desk::SetText{hub_at("/tagline"), "鈴木の文"}, seen(conflict.mark));
  // And back: of a revision that an undo has made, all is known as well.
  REQUIRE(desk::undo_typed(at.desk, {}).ok());
  CHECK(at.conflict(desk::SetText{hub_at("/tagline"), "鈴木の文、つづき"}, seen(second.mark)).theirs == "佐藤の文");
  at.typed(desk::SetText{hub_at("/tagline"), "田中の文"}, seen(first.mark));
  CHECK_FALSE(desk::undo_typed(at.desk, seen(first.mark)).ok());
  // What both have typed alike is no conflict that anybody wants to hear of.
  CHECK_FALSE(at.typed(desk::SetText{hub_at("/tagline"), "田中の文"}, seen(at.texts().mark)).changed);
}

TEST_CASE("people in different texts never meet, also where the entries have moved meanwhile") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const std::string third = at.in_report(kList + "/2/text/0").japanese;
  const desk::DraftMark none = at.texts().mark;
  at.typed(desk::SetText{hub_at("/hours"), "毎日"}, seen(none));
  at.typed(desk::SetText{report_at("/goals/0/goal"), "ほかの目標"}, seen(none));
  const desk::DraftMark mark = at.texts().mark;
  at.typed(desk::AddEntry{report_at(kList), 0, "はじめの取組。"}, seen(mark, "佐藤"));
  at.typed(desk::Remove{report_at(kList + "/1")}, seen(at.texts().mark, "佐藤"));
  at.typed(desk::AddEntry{report_at(kList), 0, "その前の取組。"}, seen(at.texts().mark, "佐藤"));
  // It was the third, and is the fourth.
  const desk::Typed typed = at.typed(desk::SetText{report_at(kList + "/2/text/0"), third + "追記"}, seen(mark));
  REQUIRE(typed.at);
  CHECK(typed.at->pointer == kList + "/3/text/0");
  CHECK(at.in_report(kList + "/3/text/0").japanese == third + "追記");
  // The one that is gone comes back as a conflict, with the words.
  const desk::TypedConflict gone =
      at.conflict(desk::SetText{report_at(kList + "/0/text/0"), "まだ書いています"}, seen(mark));
  CHECK(gone.gone);
  CHECK(gone.ours == "まだ書いています");
  CHECK(gone.theirs.empty());
  CHECK_FALSE(gone.before.empty());
  // One that was changed meanwhile is not taken away unseen.
  const desk::TypedConflict changed = at.conflict(desk::Remove{report_at(kList + "/2")}, seen(mark));
  CHECK(changed.theirs.find("追記") != std::string::npos);
  CHECK(at.typed(desk::SetText{hub_at("/contact"), "電話"}, seen(mark)).changed);
}

TEST_CASE("a translation of Japanese that has changed meanwhile is kept, and counts as older") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.typed(desk::SetText{hub_at("/contact"), "電話"});
  const desk::DraftMark mark = at.texts().mark;
  at.typed(desk::SetText{report_at("/purpose"), "目的が変わりました。"}, seen(mark));
  at.typed(desk::SetText{report_at("/purpose"), "Of the words before.", "en"}, seen(mark));
  for (const desk::Rendering& one : at.in_report("/purpose").renderings) {
    CHECK(one.state == desk::Rendering::State::older);
    if (one.language == "en") CHECK(one.words == "Of the words before.");
  }
}

TEST_CASE("a page of a draft that was published or given up is asked about unless it saw what stands there") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.typed(desk::SetText{hub_at("/contact"), "電話"});
  const desk::DraftMark old = at.texts().mark;
  const std::string tagline = at.at(tests::kTypedHub, "/tagline").japanese;
  REQUIRE(at.desk.discard().ok());
  const desk::SetText edit{hub_at("/tagline"), "新しい文"};
  CHECK(at.conflict(edit, seen(old)).theirs == tagline);
  desk::TypedBy by = seen(old);
  by.saw = "ほかの文";
  at.conflict(edit, by);
  CHECK_FALSE(at.desk.work().value());
  by.saw = tagline;
  CHECK(at.typed(edit, by).changed);
  CHECK(at.texts().mark.draft != old.draft);
  // A report was opened under a page of what showed.
  REQUIRE(at.desk.discard().ok());
  at.open("izumi-2024.txt");
  CHECK(at.typed(edit, seen({})).changed);
  at.conflict({desk::SetText{report_at("/goals/0/goal"), "まったくちがう目標"}}, seen({"0123456789ab", 1}));
}

TEST_CASE("of very many steps the oldest become one, and nothing that was typed is lost") {
  const std::string report = R"({"title": "題", "goals": [{"number": 1, "goal": "目標", "activities": []}]})";
  desk::Work work("izumi", {}, {report::Document::Kind::text, report, {}, {}, {}}, {});
  const auto type = [&](desk::Step step) {
    desk::WorkStep typed;
    typed.step = std::move(step);
    typed.typed = desk::TypedNote{{desk::kReportFile, "/title"}, "", ""};
    REQUIRE(work.type(std::move(typed), false).ok());
  };
  const std::string list = "/goals/0/activities";
  for (int i = 0; i < 500; ++i) {
    desk::ReportEditor editor(desk::kReportFile, work.report());
    if (i % 5 == 0) {
      editor.insert(list, 0, {{}, {"取組" + std::to_string(i)}});
    } else if (i % 5 == 4) {
      editor.remove(list + "/0");
    } else {
      editor.set_text("/title", "題" + std::to_string(i));
    }
    type(editor.step());
  }
  CHECK(work.steps().size() == desk::kMostSteps);
  CHECK(work.revision() == 501);
  const auto read = desk::Work::from_files(work.to_files());
  REQUIRE(read);
  CHECK(read.value().report() == work.report());
  CHECK(work.as_of(work.revision() - 50));
  CHECK_FALSE(work.as_of(50));
  for (std::size_t left = work.steps().size(); left > 0; --left) work.undo();
  CHECK(work.steps().empty());
  CHECK(desk::edits_between("r", report, work.report()).empty());
}

TEST_CASE("marks are words, and nothing else is one") {
  const desk::DraftMark mark{"8c1f02aa93d4", 17};
  CHECK(desk::word_of(mark) == "8c1f02aa93d4:17");
  CHECK(desk::mark_from("8c1f02aa93d4:17") == mark);
  CHECK(desk::mark_from(":0") == desk::DraftMark());
  for (const char* wrong : {"", "8c1f", "8c1f:", "8c1f:-1", "8c1f:x", "../x:1", "8c1f:1:2", "8c1f:99999999999"}) {
    CAPTURE(wrong);
    CHECK_FALSE(desk::mark_from(wrong));
  }
  CHECK(desk::address_from("izumi/hub.json#/tagline", "r") == hub_at("/tagline"));
  CHECK(desk::address_from("/goals/0/goal", tests::kTypedReport) == report_at("/goals/0/goal"));
  for (const char* wrong : {"", "izumi/hub.json", "izumi/hub.json#", "#/tagline", "tagline"}) {
    CAPTURE(wrong);
    CHECK_FALSE(desk::address_from(wrong, "r"));
  }
}

TEST_CASE("two faces write at once: all that each was told is saved is there" * tests::slow()) {
  const TypingLobby lobby;
  constexpr int kEdits = 20;
  const auto write = [&](const std::string& pointer, const std::string& who) {
    TypingDesk at(lobby);
    std::string last;
    desk::DraftMark mark = at.texts().mark;
    for (int i = 0; i < kEdits; ++i) {
      const std::string words = who + std::to_string(i);
      desk::TypedOutcome outcome = base::Error{};
      // On a busy machine one that waits for the other is told to try again, and does.
      for (int tries = 0; tries < 20 && std::holds_alternative<base::Error>(outcome); ++tries) {
        outcome = at.type(desk::SetText{hub_at(pointer), words}, seen(mark, who));
      }
      const auto* typed = std::get_if<desk::Typed>(&outcome);
      if (!typed) return false;
      mark = typed->mark;
    }
    return true;
  };
  const pid_t other = ::fork();
  REQUIRE(other >= 0);
  if (other == 0) ::_exit(write("/hours", "佐藤") ? 0 : 1);
  CHECK(write("/contact", "鈴木"));
  int state = 0;
  REQUIRE(::waitpid(other, &state, 0) == other);
  CHECK(WIFEXITED(state));
  CHECK(WEXITSTATUS(state) == 0);
  const TypingDesk at(lobby);
  CHECK(at.work().steps().size() == 2 * kEdits);
  CHECK(at.at(tests::kTypedHub, "/hours").japanese == "佐藤19");
  CHECK(at.at(tests::kTypedHub, "/contact").japanese == "鈴木19");
}

namespace {

base::Status status_of(const desk::TypedOutcome& outcome) {
  if (const auto* error = std::get_if<base::Error>(&outcome)) return *error;
  if (std::holds_alternative<desk::TypedConflict>(outcome)) return base::Error{{"conflict", "conflict"}, {}};
  return base::Done{};
}

// Edits of a kind each, on a draft that has one step; `begins`: on what shows.
void interrupt(const std::string& name, const desk::TypedEdit& edit, bool begins) {
  const tests::Change<TypingLobby> change{
      name,
      [&](const TypingLobby& lobby) {
        if (!begins) TypingDesk(lobby).typed(desk::SetText{hub_at("/contact"), "電話 045-000-0000"});
      },
      [&](const TypingLobby& lobby, const base::SystemCalls& calls) -> base::Status {
        return status_of(TypingDesk(lobby, calls).type(edit));
      },
      [&](const TypingLobby& lobby) {
        const auto work = TypingDesk(lobby).desk.work();
        REQUIRE(work);
        return begins ? !work.value() : work.value() && work.value()->steps().size() == 1;
      },
      [&](const TypingLobby& lobby) {
        const auto work = TypingDesk(lobby).desk.work();
        REQUIRE(work);
        return work.value() && work.value()->steps().size() == (begins ? 1 : 2);
      },
      [&](const TypingLobby& lobby) {
        TypingDesk(lobby).typed(desk::SetText{hub_at("/url"), "https://example.jp/"});
      }};
  CHECK(tests::kill_everywhere(change) >= 3);
  CHECK(tests::fill_disk_everywhere(change) >= 2);
}

}  // namespace

TEST_CASE("an edit that is interrupted anywhere is made or not" * tests::slow()) {
  interrupt("the first words", desk::SetText{hub_at("/tagline"), "新しい文"}, true);
  interrupt("words", desk::SetText{report_at("/goals/0/goal"), "新しい目標"}, false);
  interrupt("splitting", desk::SplitEntry{report_at(kList + "/0/text/0"), 3}, false);
  interrupt("a reading", desk::SetReading{"躊躇", "ちゅうちょ"}, false);
}

namespace {

// What anybody could do next, by chance.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }
  bool once_in(std::size_t count) { return below(count) == 0; }

  desk::TypedEdit edit(const desk::Texts& texts) {
    const Statement& one = texts.statements[below(texts.statements.size())];
    const bool entry = one.kind == Statement::Kind::entry;
    const desk::Address list{one.entry.file, one.entry.pointer.substr(0, one.entry.pointer.rfind('/'))};
    switch (below(10)) {
      case 0:
        return desk::AddEntry{list, below(5), words(), entry && once_in(2) ? std::vector{1} : std::vector<int>()};
      case 1:
        return desk::Remove{entry && once_in(2) ? one.entry : one.address};
      case 2:
        return desk::MoveEntry{one.entry, entry ? other_list(texts) : list, below(5)};
      case 3:
        return desk::SplitEntry{one.address, below(30)};
      case 4:
        return desk::JoinEntry{one.entry};
      case 5:
        return desk::SetMarks{one.entry, {static_cast<int>(below(4)) + 1}};
      case 6:
        return desk::SetReading{once_in(2) ? "子育て" : "躊躇",
                                once_in(3) ? std::nullopt : std::optional<std::string>("ちゅうちょ")};
      case 7:
        return desk::SetText{one.address, once_in(3) ? "" : words(), "en"};
      case 8:
        return desk::ConfirmRendering{one.address, "en"};
      default:
        return desk::SetText{one.address, once_in(8) ? "" : words()};
    }
  }

 private:
  std::string words() {
    static const std::vector<std::string> some = {
        "子どもの育ちを支える。", "親子",  "ほっとできる場を、", "地域《ちいき》で", "①遊ぶ", "１か所", "￥100",
        "https://example.jp/",    "ら得た"};
    return some[below(some.size())] + std::to_string(below(100));
  }
  desk::Address other_list(const desk::Texts& texts) {
    for (int tries = 0; tries < 50; ++tries) {
      const Statement& one = texts.statements[below(texts.statements.size())];
      if (one.kind != Statement::Kind::entry) continue;
      return {one.entry.file, one.entry.pointer.substr(0, one.entry.pointer.rfind('/'))};
    }
    return report_at(kList);
  }

  std::mt19937 random_;
};

bool loads(const TypingDesk& at) {
  const base::DiskFiles disk;
  const auto preview = at.desk.preview(disk, at.work());
  REQUIRE(preview);
  const content::Loaded loaded = config::load_content(preview.value(), preview.value().folder(), "izumi");
  for (const content::Diagnostic& one : loaded.diagnostics) {
    if (one.severity == content::Diagnostic::Severity::error) MESSAGE(one.pointer, ": ", one.what.ja);
  }
  return loaded.snapshot != nullptr;
}

}  // namespace

TEST_CASE("200 edits and undos by chance: every state loads, and all undone is the start" * tests::slow()) {
  constexpr int kSequences = tests::kSanitized ? 20 : 200;
  constexpr int kLength = 6;
  int made = 0, refused = 0;
  const TypingLobby lobby;
  TypingDesk at(lobby);
  for (unsigned seed = 1; seed <= kSequences; ++seed) {
    CAPTURE(seed);
    REQUIRE(at.desk.discard().ok());
    Chance chance(seed);
    desk::Texts texts;
    for (int i = 0; i < kLength; ++i) {
      if (i % 2 == 0) texts = at.texts();  // whoever types does not always see what was done last
      if (chance.once_in(5)) {
        static_cast<void>(desk::undo_typed(at.desk, {}));
        continue;
      }
      const desk::TypedOutcome outcome = at.type(chance.edit(texts));
      REQUIRE_FALSE(std::holds_alternative<desk::TypedConflict>(outcome));
      if (std::holds_alternative<base::Error>(outcome)) {
        ++refused;
        CHECK_FALSE(std::get<base::Error>(outcome).what.ja.empty());
        continue;
      }
      made += std::get<desk::Typed>(outcome).changed ? 1 : 0;
      if (at.desk.work().value()) REQUIRE(loads(at));
    }
    if (!at.desk.work().value()) continue;
    // What each revision was can still be told.
    const desk::Work work = at.work();
    for (int revision = 1; revision <= work.revision(); ++revision) CHECK(work.as_of(revision));
    const auto first = work.as_of(1);
    desk::Work undone = work;
    for (std::size_t left = work.steps().size(); left > 0; --left) undone.undo();
    CHECK(undone.steps().empty());
    for (const auto& file : undone.files()) {
      const std::string &name = file.first, &bytes = file.second;
      CAPTURE(name);
      const std::string shown = name == desk::kReportFile ? tests::bytes_of(lobby / ("content/" + tests::kTypedReport))
                                                          : tests::bytes_of(lobby / ("content/" + name));
      CHECK(desk::edits_between(name, shown, bytes).empty());
      CHECK(desk::edits_between(name, first->files.at(name), bytes).empty());
    }
    CHECK(at.desk.changes(undone).empty());
  }
  CHECK(made > kSequences);
  CHECK(refused > kSequences / 2);
}
