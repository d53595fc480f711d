// Typing into the draft, or into what shows: what there is to edit, and each edit.
#include "desk/typing.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "desk/json/typing_json.h"
#include "support/slow.h"
#include "typing_lobby.h"

using namespace hub;
using desk::Rendering;
using desk::Statement;
using tests::hub_at;
using tests::report_at;
using tests::TypingDesk;
using tests::TypingLobby;

namespace {

bool has(const std::string& words, const std::string& part) { return words.find(part) != std::string::npos; }

Rendering rendering_of(const Statement& statement, const std::string& language) {
  for (const Rendering& one : statement.renderings) {
    if (one.language == language) return one;
  }
  FAIL("no rendering in ", language);
  return {};
}

const std::string kEntry = "/goals/0/activities/1";

}  // namespace

TEST_CASE("what shows can be edited, in the order of the report and then of the screens") {
  const TypingLobby lobby;
  const TypingDesk at(lobby);
  const desk::Texts texts = at.texts(desk::WithReadings::yes);
  CHECK(texts.mark == desk::DraftMark());
  CHECK(texts.languages.front() == "ja");
  CHECK(texts.languages.size() == 6);
  CHECK(texts.differing == 0);
  const auto place = [&](const std::string& pointer) {
    const auto found =
        std::ranges::find(texts.statements, pointer, [](const Statement& one) { return one.address.pointer; });
    REQUIRE(found != texts.statements.end());
    return found - texts.statements.begin();
  };
  const std::vector<std::string> order = {"/title",
                                          "/purpose",
                                          "/principles/0",
                                          "/services/0/description",
                                          "/evaluationMethod/0",
                                          "/review/0/goal",
                                          "/review/0/activities/0/text/0",
                                          "/review/0/outcomes/0/text/0",
                                          "/review/0/challenges/0/text/0",
                                          "/review/1/goal",
                                          "/goals/0/goal",
                                          "/goals/0/activities/0/text/0",
                                          "/name",
                                          "/tagline",
                                          "/hours",
                                          "/contact",
                                          "/services/1/name",
                                          "/services/7/explanation"};
  for (std::size_t i = 1; i < order.size(); ++i) {
    CAPTURE(order[i]);
    CHECK(place(order[i - 1]) < place(order[i]));
  }
  const auto find = [&](const std::string& pointer) {
    return texts.statements[static_cast<std::size_t>(place(pointer))];
  };
  const Statement entry = find("/review/0/outcomes/0/text/0");
  CHECK(entry.kind == Statement::Kind::entry);
  CHECK(entry.section == Statement::Section::review);
  CHECK(entry.goal_number == 1);
  CHECK(entry.list == Statement::List::outcomes);
  CHECK(entry.entry == report_at("/review/0/outcomes/0"));
  CHECK(entry.of_report);
  CHECK_FALSE(entry.marks.empty());
  CHECK_FALSE(entry.readings.empty());
  CHECK(std::ranges::all_of(entry.readings, &desk::WordReading::reviewed));  // of the shipped content all are
  const desk::WordReading& word = entry.readings.front();
  const std::u32string plain = base::decode_utf8(entry.plain);
  CHECK(base::encode_utf8(plain.substr(word.begin, word.end - word.begin)) == word.word);
  CHECK(find("/hours").japanese.empty());
  CHECK(find("/hours").own);
  CHECK_FALSE(find("/services/1/name").own);
  CHECK(find("/services/1/name").japanese == "親子の居場所");
  CHECK(rendering_of(find("/tagline"), "en").state == Rendering::State::made);
  CHECK_FALSE(std::filesystem::exists(lobby / "state/desk/izumi/draft"));
  CHECK(has(desk::texts_json(texts), "\"at\": \"izumi/reports/2024.json#/goals/0/goal\""));
}

TEST_CASE("the first edit begins the draft, a second is a step, and each is undone") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const std::string goal = at.in_report("/goals/1/goal").japanese;
  const desk::Typed first =
      at.typed(desk::SetText{report_at("/goals/1/goal"), goal + "！"}, {"佐藤", desk::DraftMark(), false});
  CHECK(first.changed);
  CHECK_FALSE(first.mark.draft.empty());
  CHECK(at.texts().mark == first.mark);
  CHECK(at.in_report("/goals/1/goal").japanese == goal + "！");
  const desk::WorkStep step = at.work().steps().front();
  CHECK(step.question == -1);
  CHECK(step.who == "佐藤");
  CHECK(step.label.ja == "次の重点目標②の目標の文: 書きかえ");
  const auto changes = at.desk.changes(at.work());
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].pointer == "/goals/1/goal");
  CHECK_FALSE(at.typed(desk::SetText{report_at("/goals/1/goal"), goal + "！"}).changed);
  CHECK(at.texts().mark == first.mark);
  at.typed(desk::SetText{hub_at("/hours"), "火～土曜日 9:30～16:00"});
  CHECK(at.work().steps().size() == 2);
  REQUIRE(desk::undo_typed(at.desk, {}).ok());
  CHECK(at.at(tests::kTypedHub, "/hours").japanese.empty());
  REQUIRE(desk::undo_typed(at.desk, {}).ok());
  CHECK(at.in_report("/goals/1/goal").japanese == goal);
  CHECK(at.desk.changes(at.work()).empty());
  CHECK_FALSE(desk::undo_typed(at.desk, {}).ok());
}

TEST_CASE("letters that only look right are mended, and what no screen shows is refused with a sentence") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const desk::Typed typed = at.typed(desk::SetText{hub_at("/tagline"), " か\u3099んばる⼦どもとﾊﾟﾊﾟ\n"});
  CHECK(at.at(tests::kTypedHub, "/tagline").japanese == "がんばる子どもとパパ");
  CHECK(typed.notices.size() == 3);
  const std::string before = at.at(tests::kTypedHub, "/tagline").japanese;
  for (const auto& one : std::vector<std::pair<std::string, std::string>>{{"一行目\n二行目", "改行"},
                                                                          {"鐘\x07が鳴る", "U+0007"},
                                                                          {"逆\u202Eさま", "U+202E"},
                                                                          {"失\uFFFDう", "U+FFFD"},
                                                                          {"\xFF\xFE", "U+FFFD"},
                                                                          {"外字\uE000", "U+E000"},
                                                                          {"", "空にできません"},
                                                                          {" \u3000", "空にできません"},
                                                                          {"地域《ちいき", "》"}}) {
    const std::string &words = one.first, &says = one.second;
    CAPTURE(words);
    const base::Error error = at.refused(desk::SetText{hub_at("/tagline"), words});
    CHECK(has(error.what.ja, says));
    CHECK_FALSE(error.remedy.ja.empty());
    CHECK_FALSE(error.what.en.empty());
  }
  CHECK(at.at(tests::kTypedHub, "/tagline").japanese == before);
  std::string long_goal;
  for (int i = 0; i < 2000; ++i) long_goal += "長い";
  CHECK_FALSE(at.refused(desk::SetText{report_at("/goals/0/goal"), long_goal}).remedy.ja.empty());
  CHECK(at.work().steps().size() == 1);
}

TEST_CASE("nobody types where no text is") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  for (const desk::Address& place :
       {report_at("/goalYear"), report_at("/goals/9/goal"), report_at("/goals/00/goal"),
        report_at("/goals/0/activities/99/text/0"), hub_at("/id"), hub_at("/services/8/name"), hub_at("/colour"),
        desk::Address{"konan/hub.json", "/tagline"}, desk::Address{"izumi/readings.json", "/readings/地域"},
        desk::Address{"izumi/../izumi/hub.json", "/tagline"}, desk::Address{"common/services.json", "/services/0/name"},
        desk::Address{"izumi/reports/1999.json", "/title"}, report_at("/principles/-")}) {
    CAPTURE(desk::word_of(place));
    CHECK(has(at.refused(desk::SetText{place, "文"}).what.ja, desk::word_of(place)));
    at.refused(desk::Remove{place});
    at.refused(desk::JoinEntry{place});
    at.refused(desk::SplitEntry{place, 1});
    at.refused(desk::SetMarks{place, {1}});
    at.refused(desk::MoveEntry{place, report_at("/goals/0/activities"), 0});
    at.refused(desk::AddEntry{place, 0, "文"});
    at.refused(desk::AddGoal{place, "文"});
    at.refused(desk::SetValue{place, "{}"});
    at.refused(desk::ConfirmRendering{place, "en"});
  }
  at.refused(desk::SetText{report_at("/goals/0/goal"), "words", "tlh"});
  at.refused(desk::SetText{report_at("/goals/0/goal"), "words", "renderedFrom"});
  at.refused(desk::Remove{report_at("/title")});
  CHECK_FALSE(at.desk.work().value());
}

TEST_CASE("a translation is older than its Japanese until each is typed again or found right") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const desk::Address place = report_at("/purpose");
  const Statement before = at.in_report("/purpose");
  REQUIRE(before.renderings.size() == 5);
  for (const Rendering& one : before.renderings) CHECK(one.state == Rendering::State::made);
  at.typed(desk::SetText{place, before.japanese + "ね。"});
  for (const Rendering& one : at.in_report("/purpose").renderings) {
    CHECK(one.state == Rendering::State::older);
    CHECK(one.words == rendering_of(before, one.language).words);
  }
  const auto warned = [&] {
    const auto found = desk::findings(at.desk, at.work(), inspect::Depth::reading);
    REQUIRE(found);
    return std::ranges::any_of(found.value(), [&](const desk::FieldFinding& one) { return one.at == place; });
  };
  CHECK(warned());
  at.typed(desk::SetText{place, "We help, don't we.", "en"});
  CHECK(rendering_of(at.in_report("/purpose"), "en").state == Rendering::State::made);
  CHECK(rendering_of(at.in_report("/purpose"), "ko").state == Rendering::State::older);
  CHECK(warned());
  for (const char* language : {"ja-easy", "zh-Hans", "ko"}) at.typed(desk::ConfirmRendering{place, language});
  CHECK(rendering_of(at.in_report("/purpose"), "ko").state == Rendering::State::made);
  CHECK(rendering_of(at.in_report("/purpose"), "vi").state == Rendering::State::older);
  at.typed(desk::SetText{place, "", "vi"});
  CHECK(rendering_of(at.in_report("/purpose"), "vi").state == Rendering::State::missing);
  CHECK_FALSE(warned());  // all that are left are of the new words
  at.typed(desk::SetText{place, "Chúng tôi.", "vi"});
  CHECK_FALSE(warned());
  for (const Rendering& one : at.in_report("/purpose").renderings) CHECK(one.state == Rendering::State::made);
  const auto changes = at.desk.changes(at.work());
  CHECK(std::ranges::any_of(changes, [](const desk::StatementChange& one) { return one.pointer == "/purpose"; }));
  while (!at.work().steps().empty()) REQUIRE(desk::undo_typed(at.desk, {}).ok());
  CHECK(at.desk.changes(at.work()).empty());
}

TEST_CASE("a text in Japanese alone gets its first translation, and loses it") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.typed(desk::SetText{hub_at("/hours"), "毎日"});
  CHECK(rendering_of(at.at(tests::kTypedHub, "/hours"), "en").state == Rendering::State::none);
  at.typed(desk::SetText{hub_at("/hours"), "Every day", "en"});
  CHECK(rendering_of(at.at(tests::kTypedHub, "/hours"), "en").state == Rendering::State::made);
  CHECK(rendering_of(at.at(tests::kTypedHub, "/hours"), "ko").state == Rendering::State::missing);
  const auto changes = at.desk.changes(at.work());
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].file == tests::kTypedHub);
  CHECK(changes[1].what.ja == "開いている時間（英語）: 文が加わります");
  at.typed(desk::SetText{hub_at("/hours"), "", "en"});
  CHECK(rendering_of(at.at(tests::kTypedHub, "/hours"), "ko").state == Rendering::State::none);
  at.typed(desk::SetText{hub_at("/hours"), ""});
  CHECK(at.desk.changes(at.work()).empty());
  at.refused(desk::SetText{hub_at("/contact"), "Call us", "en"});  // nothing to translate yet
}

TEST_CASE("entries come, go, move, part, join and are marked") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const std::string list = "/goals/1/activities";
  const auto said = [&] {
    std::vector<std::string> all;
    for (const Statement& one : at.texts().statements) {
      if (one.address.pointer.starts_with(list + "/")) all.push_back(one.japanese);
    }
    return all;
  };
  const std::vector<std::string> before = said();
  REQUIRE(before.size() >= 3);
  const desk::Typed added = at.typed(desk::AddEntry{report_at(list), 1, "新しい取組。", {2}});
  REQUIRE(added.at);
  CHECK(added.at->pointer == list + "/1/text/0");
  CHECK(said()[1] == "新しい取組。");
  CHECK(said()[2] == before[1]);
  const desk::Typed split = at.typed(desk::SplitEntry{report_at(list + "/1/text/0"), 3});
  CHECK(said()[1] == "新しい");
  CHECK(said()[2] == "取組。");
  CHECK(split.at->pointer == list + "/2/text/0");
  CHECK(at.in_report(list + "/2/text/0").marks == std::vector<int>{2});
  at.typed(desk::SetMarks{report_at(list + "/2"), {3, 1}});
  CHECK(at.in_report(list + "/2/text/0").marks == std::vector<int>{1, 3});
  at.typed(desk::JoinEntry{report_at(list + "/1")});
  CHECK(said()[1] == "新しい取組。");
  CHECK(at.in_report(list + "/1/text/0").marks == std::vector<int>{1, 2, 3});
  const desk::Typed moved = at.typed(desk::MoveEntry{report_at(list + "/1"), report_at(list), 0});
  CHECK(moved.at->pointer == list + "/0");
  CHECK(said()[0] == "新しい取組。");
  at.typed(desk::Remove{report_at(list + "/0")});
  CHECK(said() == before);
  at.refused(desk::SplitEntry{report_at(list + "/0/text/0"), 0});
  at.refused(desk::SplitEntry{report_at(list + "/0/text/0"), 100'000});
  at.refused(desk::SetMarks{report_at(list + "/0"), {0}});
  at.refused(desk::SetMarks{report_at(list + "/0"), {21}});
  at.refused(desk::MoveEntry{report_at(list + "/0"), report_at("/principles"), 0});
  const std::string last = list + "/" + std::to_string(before.size() - 1);
  CHECK(has(at.refused(desk::JoinEntry{report_at(last)}).what.ja, "次の文がありません"));
  while (!at.work().steps().empty()) REQUIRE(desk::undo_typed(at.desk, {}).ok());
  CHECK(said() == before);
}

TEST_CASE("translations of an entry go only with the words that they were of") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const Statement first = at.in_report("/principles/0");
  REQUIRE(rendering_of(first, "en").state == Rendering::State::made);
  const desk::Typed split = at.typed(desk::SplitEntry{report_at("/principles/0"), 5});
  REQUIRE(split.notices.size() == 1);
  CHECK(has(split.notices[0].ja, "訳"));
  CHECK(rendering_of(at.in_report("/principles/2"), "en").state == Rendering::State::made);
  at.typed(desk::MoveEntry{report_at("/principles/2"), report_at("/principles"), 0});
  CHECK(rendering_of(at.in_report("/principles/0"), "en").state == Rendering::State::made);
}

TEST_CASE("goals are added, and go with all they have; the last one stays") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const desk::Typed added = at.typed(desk::AddGoal{report_at("/goals"), "もう一つの目標"});
  CHECK(at.at(tests::kTypedReport, added.at->pointer).japanese == "もう一つの目標");
  at.typed(desk::Remove{report_at("/goals/0")});
  at.typed(desk::Remove{report_at("/goals/0")});
  CHECK(at.in_report("/goals/0/goal").japanese == "もう一つの目標");
  at.refused(desk::Remove{report_at("/goals/0")});
  const auto snapshot = desk::findings(at.desk, at.work(), inspect::Depth::reading);
  REQUIRE(snapshot);
  CHECK(std::ranges::none_of(snapshot.value(), &desk::FieldFinding::refuses));
}

TEST_CASE("a list that may be missing goes with its last entry, and comes with its first") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.typed(desk::Remove{report_at("/implementers/1")});
  at.typed(desk::Remove{report_at("/implementers/0")});
  CHECK(at.work().report().find("implementers") == std::string::npos);
  at.typed(desk::AddEntry{report_at("/implementers"), 0, "泉区"});
  CHECK(at.in_report("/implementers/0").japanese == "泉区");
  at.typed(desk::Remove{report_at("/purpose")});
  CHECK(at.in_report("/title").japanese.size() > 0);
  at.typed(desk::SetText{report_at("/purpose"), "目的"});
  CHECK(at.in_report("/purpose").japanese == "目的");
}

TEST_CASE("the hub says something of a service itself, and goes back to what all say") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const auto service = [&](const std::string& part) { return at.at(tests::kTypedHub, "/services/6/" + part); };
  const Statement common = service("explanation");
  at.typed(desk::SetText{hub_at("/services/6/explanation"), "ここだけの説明です。"});
  CHECK(service("explanation").own);
  CHECK(service("explanation").japanese == "ここだけの説明です。");
  CHECK(rendering_of(service("explanation"), "en").state == Rendering::State::older);
  const std::string second = service("situations/1").japanese;
  at.typed(desk::SetText{hub_at("/services/6/situations/0"), "ここだけの場面"});
  CHECK(service("situations/0").own);
  CHECK(service("situations/1").japanese == second);
  at.typed(desk::AddEntry{hub_at("/services/6/situations"), 99, "もう一つ"});
  at.typed(desk::SetText{hub_at("/services/6/url"), "https://www.example.jp/"});
  CHECK(service("url").value == "https://www.example.jp/");
  at.refused(desk::SetText{hub_at("/services/6/url"), "www"});
  for (int left = 4; left > 0; --left) at.typed(desk::Remove{hub_at("/services/6/situations/0")});
  CHECK_FALSE(service("situations/0").own);
  at.typed(desk::Remove{hub_at("/services/6/explanation")});
  at.typed(desk::Remove{hub_at("/services/6/url")});
  CHECK(service("explanation").japanese == common.japanese);
  CHECK_FALSE(service("explanation").own);
  CHECK(at.work().files().at(tests::kTypedHub).find("services") == std::string::npos);
}

TEST_CASE("hours for the machine are of its form") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.typed(desk::SetValue{hub_at("/opening"), R"({"every_day": ["9:30-16:00"], "sun": []})"});
  CHECK(at.at(tests::kTypedHub, "/opening").value == R"({"every_day":["9:30-16:00"],"sun":[]})");
  for (const char* wrong : {"{", R"({"every_day": ["late"]})", R"({"someday": []})", "3"}) {
    CAPTURE(wrong);
    CHECK_FALSE(at.refused(desk::SetValue{hub_at("/opening"), wrong}).remedy.ja.empty());
  }
  at.typed(desk::SetValue{hub_at("/opening"), ""});
  CHECK(at.at(tests::kTypedHub, "/opening").value.empty());
}

TEST_CASE("readings are hiragana, the hub's own, and reviewed from then on") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.typed(desk::SetText{report_at("/goals/0/goal"), "躊躇しない暮らしへ"});
  const auto readings = [&] {
    for (const Statement& one : at.texts(desk::WithReadings::yes).statements) {
      if (one.address == report_at("/goals/0/goal")) return one.readings;
    }
    return std::vector<desk::WordReading>();
  };
  REQUIRE(readings().size() == 2);
  CHECK(readings()[0].word == "躊躇");
  CHECK_FALSE(readings()[0].reviewed());
  for (const char* wrong : {"ﾁｭｳﾁｮ?", "チュウチョ", "chuucho", "躊躇", "ちゅう ちょ"}) {
    CAPTURE(wrong);
    const base::Error error = at.refused(desk::SetReading{"躊躇", wrong});
    CHECK(has(error.what.ja, "躊躇"));
    CHECK_FALSE(error.remedy.ja.empty());
  }
  CHECK_FALSE(at.refused(desk::SetReading{"取り組み", "とりくむ"}).what.ja.empty());
  at.refused(desk::SetReading{"", "あ"});
  at.typed(desk::SetReading{"躊躇", "ちゅうちょ"});
  CHECK(readings()[0].reviewed());
  CHECK(readings()[0].reading == "ちゅうちょ");
  const auto changes = at.desk.changes(at.work());
  CHECK(changes.back().what.ja == "「躊躇」のふりがな: 文が加わります");
  at.typed(desk::SetReading{"躊躇", ""});
  CHECK_FALSE(readings()[0].reviewed());  // the dictionary's again
  at.typed(desk::SetReading{"躊躇", std::nullopt});
  CHECK_FALSE(readings()[0].reviewed());
  CHECK_FALSE(at.typed(desk::SetReading{"躊躇", std::nullopt}).changed);
  std::filesystem::remove(lobby / "content/izumi/readings.json");
  REQUIRE(at.desk.discard().ok());
  at.typed(desk::SetReading{"躊躇", "ちゅうちょ"});
  CHECK(has(at.work().files().at("izumi/readings.json"), "readings.schema.json"));
}

TEST_CASE("typing that goes on in one text is one step") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  const std::string before = at.at(tests::kTypedHub, "/tagline").japanese;
  desk::TypedBy by{"佐藤", std::nullopt, false};
  at.typed(desk::SetText{hub_at("/tagline"), "あ"}, by);
  by.goes_on = true;
  at.typed(desk::SetText{hub_at("/tagline"), "あい"}, by);
  at.typed(desk::SetText{hub_at("/tagline"), "あいう"}, by);
  CHECK(at.work().steps().size() == 1);
  CHECK(at.work().revision() == 4);
  at.typed(desk::SetText{hub_at("/tagline"), "A", "en"}, by);
  at.typed(desk::SetText{hub_at("/tagline"), "か"}, {"鈴木", std::nullopt, true});
  CHECK(at.work().steps().size() == 3);
  for (int i = 0; i < 3; ++i) REQUIRE(desk::undo_typed(at.desk, {}).ok());
  CHECK(at.at(tests::kTypedHub, "/tagline").japanese == before);
}

TEST_CASE("an answer is not taken back from under what was typed on it") {
  const TypingLobby lobby;
  TypingDesk at(lobby);
  at.open("konan-2026.txt");
  const desk::Work work = at.work();
  int answered = -1;
  for (int i = 0; i < static_cast<int>(work.reading().questions.size()) && answered < 0; ++i) {
    for (const desk::Choice& choice : desk::choices_for(work.asked(i))) {
      if (choice.step.edits.size() != 1 || choice.step.edits[0].pointer.find("/text") == std::string::npos) continue;
      REQUIRE(at.desk.answer(i, choice.id, {}).ok());
      answered = i;
      break;
    }
  }
  REQUIRE(answered >= 0);
  const std::string pointer = at.work().steps().back().step.edits[0].pointer + "/0";
  const desk::Address place{desk::report_path("izumi", at.work().report()), pointer};
  at.typed(desk::SetText{place, "手で直した文。"});
  const auto refused = at.desk.take_back(answered, {});
  REQUIRE_FALSE(refused);
  CHECK(has(refused.error().what.ja, "手で直した文"));
  CHECK(at.at(place.file, pointer).japanese == "手で直した文。");
  REQUIRE(desk::undo_typed(at.desk, {}).ok());
  CHECK(at.desk.take_back(answered, {}).ok());
}
