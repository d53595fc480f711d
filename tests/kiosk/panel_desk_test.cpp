// The panel's desk: what it shows of a draft, what answers come to, what becomes of jobs.
#include "kiosk/panel_desk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "base/sandbox.h"
#include "desk/jobs/worker.h"
#include "desk/typing.h"
#include "kiosk/panel_place.h"
#include "support/slow.h"
#include "ui/state/screen_words.h"

using namespace hub;
using tests::Panel;

namespace {

const base::Date kDay = tests::kPanelDay;

}  // namespace

TEST_CASE_FIXTURE(Panel, "what came in shows when it is there, and nothing is told twice") {
  CHECK(look().inbox.empty());
  CHECK_FALSE(panel.look());
  REQUIRE(desk.inbox().take("%PDF-1.4", "報告書.pdf", desk::CameFrom::stick, clock.local()));
  REQUIRE(look().inbox.size() == 1);
  CHECK(seen.inbox[0].name == "報告書.pdf");
  CHECK(seen.inbox[0].from == ui::DeskView::From::stick);
  CHECK(seen.inbox[0].came == kDay);
  CHECK(seen.inbox[0].size_bytes == 8);
  CHECK_FALSE(panel.look());
}

TEST_CASE_FIXTURE(Panel, "a draft shows with its questions; every answer that is offered is one to the desk") {
  open_report();
  REQUIRE(look().draft);
  const auto questions = seen.draft->questions;
  REQUIRE_FALSE(questions.empty());
  CHECK(seen.draft->source == "報告書.txt");
  CHECK_FALSE(seen.draft->found.empty());
  for (const auto& question : questions) {
    CAPTURE(question.message);
    CHECK_FALSE(question.choices.empty());
    CHECK_FALSE(question.given);
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
      ui::GiveAnswer answer;
      answer.question = question.id;
      answer.choice = static_cast<int>(i) + 1;
      if (question.choices[i].kind != ui::DeskView::Choice::Kind::answer) answer.place = 1;
      if (question.choices[i].kind == ui::DeskView::Choice::Kind::lines) answer.first_line = answer.last_line = 1;
      CAPTURE(question.choices[i].label);
      ask(answer);
      look();
      CHECK(seen.answered == ticket);
      CHECK_FALSE(seen.refused);
      ask(ui::TakeAnswerBack{question.id});
      look();
      CHECK_FALSE(seen.refused);
    }
  }
}

TEST_CASE_FIXTURE(Panel, "an answer to what is not there is refused in a sentence, and so is one to another draft") {
  open_report();
  look();
  ask(ui::GiveAnswer{"99", 1});
  CHECK(look().refused);
  REQUIRE(seen.trouble);
  CHECK_FALSE(seen.trouble->what.empty());
  REQUIRE(desk.answer(0, "right", {}).ok());  // by somebody else
  ask(ui::GiveAnswer{seen.draft->questions[1].id, 1});
  CHECK(look().refused);
  CHECK(seen.trouble->what.find("先に変えられました") != std::string::npos);
  ask(ui::GiveAnswer{seen.draft->questions[1].id, 1});
  CHECK_FALSE(look().refused);
  CHECK_FALSE(seen.trouble);
}

TEST_CASE_FIXTURE(Panel, "a job is asked for, followed, and what came of it told") {
  REQUIRE(desk.inbox().take("%PDF-1.4", "報告書.pdf", desk::CameFrom::stick, clock.local()));
  look();
  ask(ui::OpenItem{seen.inbox[0].id});
  REQUIRE(look().job);
  CHECK(seen.job->work == ui::DeskView::Work::reading);
  CHECK(seen.answered < ticket);
  REQUIRE(waiting().size() == 1);
  desk::JobProgress half;
  half.state = desk::JobProgress::State::running;
  half.fraction = 0.5;
  REQUIRE(jobs.write(waiting().front(), half).ok());
  CHECK(look().job->fraction == 0.5);
  end_job(desk::JobProgress::State::failed);
  look();
  CHECK_FALSE(seen.job);
  CHECK(seen.answered == ticket);
  CHECK(seen.refused);
  CHECK(seen.trouble->what == "読めませんでした。");
  ask(ui::OpenItem{seen.inbox[0].id});
  look();
  open_report();
  end_job(desk::JobProgress::State::done);
  look();
  CHECK_FALSE(seen.refused);
  CHECK_FALSE(seen.trouble);
  CHECK(seen.draft);
}

TEST_CASE_FIXTURE(Panel, "a machine that cannot read reports says whom to ask, and nothing that would be typed") {
  const auto no_sandbox = base::Sandbox("/nowhere/bwrap").probe();
  REQUIRE_FALSE(no_sandbox);
  REQUIRE(no_sandbox.error().remedy.ja.find("sudo") != std::string::npos);
  REQUIRE(desk.inbox().take("%PDF-1.4", "報告書.pdf", desk::CameFrom::stick, clock.local()));
  look();
  ask(ui::OpenItem{seen.inbox[0].id});
  end_job(desk::JobProgress::State::failed, no_sandbox.error());
  REQUIRE(look().trouble);
  CHECK_FALSE(ui::speaks_of_commands(seen.trouble->what));
  CHECK_FALSE(ui::speaks_of_commands(seen.trouble->remedy));
  CHECK(seen.trouble->remedy.find("画面を設置した人に") != std::string::npos);
}

TEST_CASE_FIXTURE(Panel, "a job that is stopped troubles nobody, and one that runs is found by who comes back") {
  REQUIRE(desk.inbox().take("%PDF-1.4", "報告書.pdf", desk::CameFrom::stick, clock.local()));
  look();
  ask(ui::OpenItem{seen.inbox[0].id});
  const std::string id = waiting().front();
  ask(ui::StopJob{});
  CHECK(jobs.is_cancelled(id));
  panel.leave();
  panel.enter("izumi");
  REQUIRE(look().job);
  end_job(desk::JobProgress::State::cancelled);
  look();
  CHECK_FALSE(seen.job);
  CHECK_FALSE(seen.trouble);
}

TEST_CASE_FIXTURE(Panel, "a preview is the draft's own screens; what is published is untouched" * tests::slow()) {
  ask(ui::PreviewDraft{});
  CHECK(look().refused);
  CHECK(panel.take_preview() == nullptr);
  open_report();
  look();
  ask(ui::PreviewDraft{});
  look();
  const auto screens = panel.take_preview();
  REQUIRE_MESSAGE(screens != nullptr, (seen.trouble ? seen.trouble->what : std::string()));
  CHECK(screens->hub() == "izumi");
  CHECK(screens->snapshot()->find_hub("izumi")->reports.size() >= 1);
  CHECK(panel.take_preview() == nullptr);
}

TEST_CASE_FIXTURE(Panel,
                  "a PDF from a stick is read by the job, and a question's page shows with its place" * tests::slow()) {
  const auto work = [&] { return desk::work(calls, clock, {*this / "state", *this / "content", true}); };
  const std::string pdf = tests::bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/konan-2026.pdf");
  REQUIRE(desk.inbox().take(pdf, "報告書.pdf", desk::CameFrom::stick, clock.local()));
  look();
  ask(ui::OpenItem{seen.inbox[0].id});
  REQUIRE(work());
  look();
  REQUIRE_MESSAGE(seen.draft, (seen.trouble ? seen.trouble->what : std::string()));
  CHECK(seen.answered == ticket);
  int with_page = 0;
  for (const auto& question : std::vector(seen.draft->questions)) {
    ask(ui::LookAtDesk{question.id});
    REQUIRE(work());
    look();
    look();  // the picture is there, and then in the view
  }
  for (const auto& question : seen.draft->questions) {
    if (!question.page) continue;
    ++with_page;
    CHECK(question.page->whole());
    CHECK(ui::Rect{0, 0, question.page->width_px, question.page->height_px}.contains(question.mark));
  }
  CHECK(with_page > 0);
}

TEST_CASE_FIXTURE(Panel, "izumi's PDF comes from a stick to the screen, and back to what showed, in few decisions" *
                             tests::slow()) {
  const auto work = [&] { return desk::work(calls, clock, {*this / "state", *this / "content", true}); };
  const std::string pdf = tests::bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/izumi-2024.pdf");
  REQUIRE(desk.inbox().take(pdf, "報告書.pdf", desk::CameFrom::stick, clock.local()));
  look();
  int decisions = 2;  // 報告書を入れる, the item
  ask(ui::OpenItem{seen.inbox[0].id});
  REQUIRE(work());
  REQUIRE(look().draft);
  ++decisions;  // 確かめる
  for (const auto& question : std::vector(seen.draft->questions)) {
    ui::GiveAnswer answer;
    answer.question = question.id;
    answer.choice = 1;
    ask(answer);
    CHECK_FALSE(look().refused);
    ++decisions;
  }
  for (const auto& question : seen.draft->questions) CHECK(question.given);
  ask(ui::PreviewDraft{});
  look();
  CHECK(panel.take_preview() != nullptr);
  decisions += 3;  // 画面で見る, もどる, 画面に映す
  CHECK(decisions <= 12);
  if (tests::kSanitized) return;  // every screen is drawn before one shows: minutes there, and tested in their rooms
  ask(ui::PublishDraft{});
  REQUIRE(work());
  look();
  CHECK_MESSAGE(!seen.refused, (seen.trouble ? seen.trouble->what : std::string()));
  CHECK(seen.answered == ticket);
  CHECK_FALSE(seen.draft);
  REQUIRE(seen.shown);
  CHECK(seen.shown->source == "報告書.pdf");
  CHECK(seen.shown->since == kDay);
  REQUIRE_FALSE(seen.earlier.empty());
  const int shown = seen.shown->number;
  ask(ui::GoBackTo{seen.earlier.front().id});
  REQUIRE(work());
  look();
  CHECK_MESSAGE(!seen.refused, (seen.trouble ? seen.trouble->what : std::string()));
  CHECK(seen.shown->number > shown);
}

TEST_CASE_FIXTURE(Panel, "a question that is put off comes last, also for who comes later, until it is answered") {
  open_report();
  REQUIRE(look().draft);
  REQUIRE(seen.draft->questions.size() >= 2);
  const std::string first = seen.draft->questions[0].id, second = seen.draft->questions[1].id;
  ask(ui::PutOff{first});
  CHECK_FALSE(look().refused);
  CHECK(seen.draft->questions.front().id == second);
  CHECK(seen.draft->questions.back().id == first);
  CHECK(seen.draft->questions.back().later);
  CHECK_FALSE(seen.draft->questions.back().given);
  ask(ui::PutOff{second});
  panel.leave();
  panel.enter("izumi");
  look();
  CHECK(std::ranges::count_if(seen.draft->questions, [](const auto& one) { return one.later; }) == 2);
  CHECK(seen.draft->questions.back().later);
  const std::string last = seen.draft->questions.back().id;
  ask(ui::GiveAnswer{last, 1});
  look();
  CHECK(std::ranges::count_if(seen.draft->questions, [](const auto& one) { return one.later; }) == 1);
  CHECK(seen.draft->can_publish);
  ask(ui::PutOff{"99"});
  CHECK(look().refused);
}

TEST_CASE_FIXTURE(Panel, "what follows from each place is told of the question that staff look at") {
  open_report();
  look();
  const auto with_places =
      std::ranges::find_if(seen.draft->questions, [](const auto& one) { return !one.places.empty(); });
  REQUIRE(with_places != seen.draft->questions.end());
  const std::string id = with_places->id;
  ask(ui::LookAtDesk{id});
  look();
  const auto looked_at = std::ranges::find(seen.draft->questions, id, &ui::DeskView::Question::id);
  REQUIRE(looked_at != seen.draft->questions.end());
  std::vector<std::string> groups;
  for (const ui::DeskView::Place& place : looked_at->places) {
    CAPTURE(place.label);
    CHECK_FALSE(place.note.empty());
    CHECK_FALSE(place.group.empty());
    if (groups.empty() || groups.back() != place.group) groups.push_back(place.group);
  }
  // Each part of the report once.
  std::ranges::sort(groups);
  CHECK(std::ranges::adjacent_find(groups) == groups.end());
  for (const ui::DeskView::Place& place : looked_at->line_places) CHECK_FALSE(place.note.empty());
}

TEST_CASE_FIXTURE(Panel,
                  "a draft that cannot be shown says which question keeps it, and is shown when that is answered") {
  std::string text = tests::bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/izumi-2024.txt");
  for (const std::string words : {"令和５年度", "令和６年度", "令和５年", "令和６年"}) {
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words)) text.erase(at, words.size());
  }
  const std::string file = *this / "no-year.txt";
  std::ofstream(file) << text;
  const auto read = desk::read_report(base::DiskFiles(), file, true);
  REQUIRE(read.document);
  REQUIRE(desk.open(text, "報告書.txt", read.document.value(), true).ok());
  REQUIRE(look().draft);
  CHECK_FALSE(seen.draft->can_publish);
  REQUIRE(seen.draft->notices.size() == 1);
  CHECK(seen.draft->notices[0].what.find("に答えるまで、画面に映せません。") != std::string::npos);
  const std::string id = seen.draft->notices[0].question;
  const auto needed = std::ranges::find(seen.draft->questions, id, &ui::DeskView::Question::id);
  REQUIRE(needed != seen.draft->questions.end());
  CHECK(needed->needed);
  CHECK(std::ranges::count_if(seen.draft->questions, [](const auto& one) { return one.needed; }) == 1);
  ask(ui::GiveAnswer{id, 1});
  CHECK_FALSE(look().refused);
  CHECK(seen.draft->can_publish);
  CHECK(seen.draft->notices.empty());
}

TEST_CASE_FIXTURE(Panel, "a draft begun by typing says what it is of, and what is not as the report has it") {
  const desk::Address goal{"izumi/reports/2024.json", "/goals/0/goal"};
  const auto typed = desk::type(desk, desk::SetText{goal, "ひろばの時間を、みんなで長くします。"}, {});
  REQUIRE(std::holds_alternative<desk::Typed>(typed));
  REQUIRE(look().draft);
  CHECK(seen.draft->source == "いま映っている文から");
  CHECK_FALSE(seen.draft->changes.empty());
  // Its source was opened once, and is kept.
  const std::string report = tests::bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/izumi-2024.txt");
  const auto read = desk::read_report(base::DiskFiles(), HUB_SOURCE_DIR "/tests/report/fixtures/izumi-2024.txt", true);
  REQUIRE(read.document);
  REQUIRE(desk.open(report, "報告書.txt", read.document.value(), true).ok());
  CHECK(look().draft->differing.empty());
  const auto again = desk::type(desk, desk::SetText{goal, "ひろばの時間を、みんなで長くします。"}, {});
  REQUIRE(std::holds_alternative<desk::Typed>(again));
  REQUIRE(look().draft->differing.size() == 1);
  const ui::DeskView::Change& differs = seen.draft->differing.front();
  CHECK(differs.what.find("重点目標") != std::string::npos);
  CHECK(differs.after.find("ひろばの時間") != std::string::npos);
  CHECK(std::ranges::any_of(seen.draft->notices, [](const auto& one) {
    return !one.trouble && one.what == "報告書とちがう文が 1 つあります。";
  }));
}

TEST_CASE_FIXTURE(Panel, "two texts that differ are a card of their own, whose answer can be changed and taken back") {
  const std::string report = tests::bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/izumi-2024.txt");
  const auto read = desk::read_report(base::DiskFiles(), HUB_SOURCE_DIR "/tests/report/fixtures/izumi-2024.txt", true);
  REQUIRE(read.document);
  REQUIRE(desk.open(report, "報告書.txt", read.document.value(), true).ok());
  const auto retitle = [](const std::string& file, const std::string& title) {
    const std::string was = "泉区地域子育て支援拠点事業";
    std::string json = tests::bytes_of(file);
    REQUIRE(json.find(was) != json.npos);
    std::ofstream(file) << json.replace(json.find(was), was.size(), title);
  };
  retitle(*this / "state/desk/izumi/draft/content/izumi/reports/2024.json", "わたしたちの題");
  retitle(*this / "content/izumi/reports/2024.json", "ほかの題");
  REQUIRE(look().draft);
  CHECK_FALSE(seen.draft->can_publish);
  REQUIRE(seen.draft->notices.size() == 2);
  CHECK(seen.draft->notices[1].what == "報告書とちがう文が 1 つあります。");
  const auto card = [&]() -> const ui::DeskView::Question& { return seen.draft->questions.front(); };
  const std::string id = card().id;
  CHECK(seen.draft->notices[0].question == id);
  CHECK(card().needed);
  CHECK(card().text == "わたしたちの題");
  CHECK(card().shows == "ほかの題");
  ask(ui::PutOff{id});  // it stays where it is
  CHECK(look().draft->questions.front().id == id);
  ask(ui::GiveAnswer{id, 1});
  look();
  CHECK(card().given == 1);
  CHECK(seen.draft->can_publish);
  ask(ui::GiveAnswer{id, 2});
  look();
  CHECK(card().given == 2);
  CHECK(desk.work().value()->report().find("ほかの題") != std::string::npos);
  ask(ui::TakeAnswerBack{id});
  look();
  CHECK_FALSE(card().given);
  CHECK(desk.work().value()->report().find("わたしたちの題") != std::string::npos);
  CHECK_FALSE(seen.draft->can_publish);
}
