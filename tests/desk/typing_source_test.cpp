// Whether what is typed still is what the report says, and what is wrong with it.
#include <doctest/doctest.h>

#include <algorithm>

#include "desk/json/typing_json.h"
#include "support/publish_unseen.h"
#include "support/slow.h"
#include "typing_lobby.h"

using namespace hub;
using desk::SourceWords;
using desk::Statement;
using tests::hub_at;
using tests::publish_unseen;
using tests::report_at;
using tests::Silence;
using tests::TypingDesk;
using tests::TypingLobby;

namespace {

bool has(const std::string& words, const std::string& part) { return words.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("of a report that nobody has touched nothing differs, whatever it came from") {
  for (const char* fixture : {"izumi-2024.txt", "konan-2026.txt"}) {
    CAPTURE(fixture);
    const TypingLobby lobby;
    TypingDesk at(lobby);
    at.open(fixture);
    const desk::Texts texts = at.texts();
    CHECK(texts.source_name == "報告書.txt");
    CHECK(texts.differing == 0);
    int compared = 0;
    for (const Statement& one : texts.statements) {
      if (!one.of_report) continue;
      CAPTURE(desk::word_of(one.address));
      REQUIRE(one.source);
      if (one.japanese.empty()) continue;
      CHECK(one.source->same == SourceWords::Same::yes);
      CHECK(one.source->place.line > 0);
      ++compared;
    }
    CHECK(compared > 30);
  }
}

TEST_CASE("a text that was changed is counted, with both, and no longer when it is as it was") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.open("izumi-2024.txt");
  const std::string goal = at.in_report("/goals/0/goal").japanese;
  at.typed(desk::SetText{report_at("/goals/0/goal"), goal + "そうです"});
  at.typed(desk::AddEntry{report_at("/goals/0/activities"), 0, "報告書にない、まったく新しい取組をします。"});
  // What is only put together or apart otherwise says nothing else.
  at.typed(desk::SplitEntry{report_at("/principles/0"), 5});
  at.typed(desk::JoinEntry{report_at("/principles/0")});
  at.typed(desk::SplitEntry{report_at("/review/0/activities/0/text/0"), 10});
  at.typed(desk::MoveEntry{report_at("/review/0/challenges/0"), report_at("/review/0/outcomes"), 0});
  at.typed(desk::SetText{hub_at("/tagline"), "拠点のことば"});
  const auto differing = desk::differing_statements(at.desk, at.work());
  REQUIRE(differing.size() == 2);
  CHECK(desk::differing_sentence(2).ja == "報告書とちがう文が 2 つあります。");
  CHECK(desk::differing_sentence(0).ja.empty());
  CHECK(at.texts().differing == 2);
  const auto changed = std::ranges::find(differing, report_at("/goals/0/goal"), &Statement::address);
  REQUIRE(changed != differing.end());
  CHECK(changed->source->words == goal);
  CHECK(has(changed->source->marked_ours, "【そうです】"));
  CHECK(changed->source->place.line > 0);
  const auto added = std::ranges::find(differing, report_at("/goals/0/activities/0/text/0"), &Statement::address);
  REQUIRE(added != differing.end());
  CHECK(has(added->source->marked_ours, "【報告書にない"));
  CHECK(has(desk::texts_json(at.texts()), "\"same\": false"));
  at.typed(desk::SetText{report_at("/goals/0/goal"), goal});
  at.typed(desk::Remove{report_at("/goals/0/activities/0")});
  CHECK(desk::differing_statements(at.desk, at.work()).empty());
}

TEST_CASE("after publishing, what shows still knows its report; the history says how many texts differ" *
          tests::slow()) {
  const TypingLobby lobby;
  TypingDesk first(lobby);
  first.open("izumi-2024.txt");
  const std::string goal = first.in_report("/goals/0/goal").japanese;
  first.typed(desk::SetText{report_at("/goals/0/goal"), goal + "そうです"});
  desk::DeskSetup setup = lobby.setup();
  setup.publish = publish_unseen;
  desk::Desk desk(first.own_calls, first.clock, setup);
  Silence silence;
  const auto published = desk.publish({"佐藤", 0}, silence);
  REQUIRE_MESSAGE(published.ok(), published.error().what.ja);
  CHECK(published.value().differing == 1);
  CHECK(desk.history().front().differing == 1);
  TypingDesk at(lobby);
  CHECK_FALSE(at.desk.work().value());
  const desk::Texts texts = at.texts();
  CHECK(texts.source_name == "報告書.txt");
  CHECK(texts.differing == 1);
  const Statement shown = at.in_report("/goals/0/goal");
  REQUIRE(shown.source);
  CHECK(shown.source->same == SourceWords::Same::no);
  CHECK(shown.source->words == goal);
  // The correction of the correction.
  at.typed(desk::SetText{report_at("/goals/0/goal"), goal});
  CHECK(at.texts().differing == 0);
  CHECK(at.work().source().name == "報告書.txt");
  CHECK(at.desk.changes(at.work()).size() == 1);
}

TEST_CASE("of a report that is not kept nothing is said") {
  const TypingLobby lobby;
  const TypingDesk at(lobby);
  for (const Statement& one : at.texts().statements) CHECK_FALSE(one.source);
}

TEST_CASE("a text is looked at while it is typed, and nothing is saved") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.open("izumi-2024.txt");
  const auto made = desk::TextChecker::make(at.desk);
  REQUIRE(made);
  const desk::TextChecker& checker = made.value();
  CHECK(checker.mark() == at.texts().mark);
  const desk::Address goal = report_at("/goals/0/goal");
  const std::string japanese = at.in_report("/goals/0/goal").japanese;
  const auto same = checker.check(goal, "ja", japanese + " ");
  CHECK(same.as_saved == japanese);
  REQUIRE(same.source);
  CHECK(same.source->same == SourceWords::Same::yes);
  CHECK_FALSE(same.readings.empty());
  const auto other = checker.check(goal, "ja", japanese + "ね");
  REQUIRE(other.source);
  CHECK(other.source->same == SourceWords::Same::no);
  CHECK(has(other.source->marked_ours, "【ね】"));
  CHECK(has(desk::checked_json(other), "\"same\": false"));
  const auto finds = [&](const std::string& language, const std::string& words, const std::string& says, bool refuses) {
    CAPTURE(words);
    const auto checked = checker.check(goal, language, words);
    return std::ranges::any_of(checked.findings, [&](const desk::FieldFinding& one) {
      return one.at == goal && one.language == language && one.refuses == refuses && has(one.what.ja, says) &&
             !one.remedy.ja.empty();
    });
  };
  CHECK(finds("ja", "", "空にできません", true));
  CHECK(finds("ja", "一行\n二行", "改行", true));
  CHECK(finds("ja", "地域《ちいき", "》", true));
  CHECK(finds("ja", "絵文字\U0001FAE8です", "1FAE8", true));
  CHECK(finds("ja", "ら得た意見をもとに", "切れている", false));
  CHECK(finds("en", "Tom <b>&amp;</b>", "&amp;", false));
  CHECK(finds("tlh", "nuqneH", "tlh", true));
  CHECK(checker.check(goal, "en", "A goal").findings.empty());
  CHECK_FALSE(checker.check(hub_at("/tagline"), "ja", "ひとこと").source);
  CHECK(checker.check(hub_at("/tagline"), "ja", "ひとこと").findings.empty());
  CHECK_FALSE(checker.check(hub_at("/nowhere"), "ja", "ひとこと").findings.empty());
  CHECK(at.work().steps().empty());
}

TEST_CASE("every finding of the draft leads to its field" * tests::slow()) {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.typed(desk::SetText{report_at("/goals/0/goal"), "ら得た意見をもとにして"});
  at.typed(desk::SetText{report_at("/review/0/outcomes/1/text/0"), "①と書いてある成果。"});
  at.typed(desk::SetText{report_at("/purpose"), "目的が変わりました。"});
  at.typed(desk::SetText{report_at("/purpose"), "Tom &amp; Jerry", "en"});
  at.typed(desk::SetText{hub_at("/tagline"), "絵文字\U0001FAE8です"});
  const auto found = desk::findings(at.desk, at.work(), inspect::Depth::letters);
  REQUIRE(found);
  const auto leads_to = [&](const desk::Address& place, const std::string& language) {
    return std::ranges::any_of(found.value(), [&](const desk::FieldFinding& one) {
      return one.at == place && one.language == language && !one.what.ja.empty() && !one.remedy.ja.empty();
    });
  };
  CHECK(leads_to(report_at("/goals/0/goal"), ""));
  CHECK(leads_to(report_at("/review/0/outcomes/1/text/0"), ""));
  CHECK(leads_to(report_at("/purpose"), ""));  // older translations
  CHECK(leads_to(report_at("/purpose"), "en"));
  CHECK(leads_to(hub_at("/tagline"), "ja"));  // a letter that nobody draws
  CHECK(has(desk::findings_json(found.value()), "\"at\": \"izumi/reports/2024.json#/goals/0/goal\""));
}
