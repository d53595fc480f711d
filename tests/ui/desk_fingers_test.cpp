// Fingers on the panel's pages of the desk.
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
using ui::Route;

namespace {

// Staff before the panel, as the frame loop lets them.
struct DeskVisitor : tests::Visitor {
  void open(ui::DeskView view, ui::Point size = {1920, 1080}) {
    enter("izumi", "home", size);
    here = tests::with_desk(here, view);
    who.route = {Route::Page::staff};
    who.staff.open = true;
    frame();
  }
  // Brought to the middle of the page first, where no hint stands on it.
  void press(const std::string& path) {
    const ui::Layer& page = now().page;
    const ui::Rect box = tests::find_box(page, path).rect;
    const double wanted = box.y + box.h / 2.0 - page.viewport.h / 2.0;
    who.scroll_px = ui::bounded(wanted, 0.0, 1.0 * page.scroll_range_px());
    frame();
    const auto seen = ui::find_box(now(), who.scroll_px, path);
    REQUIRE_MESSAGE((seen && seen->press), path);
    tap(*seen->press);
  }
};

}  // namespace

TEST_CASE_FIXTURE(DeskVisitor, "fingers walk from the panel to a question and back, on wide and on small screens") {
  for (const ui::Point size : {ui::Point{1920, 1080}, {480, 800}, {800, 480}}) {
    CAPTURE(size.x);
    open(tests::drafted_desk(), size);
    press("entries/open");
    CHECK(who.staff.desk.page == DeskPage::inbox);
    press("draft/go-on");
    CHECK(who.staff.desk.page == DeskPage::draft);
    press("questions/check");
    CHECK(who.staff.desk.of == "q1");
    press("answers/choice2");
    CHECK(who.staff.desk.page == DeskPage::lines);
    press("lines/line3");
    CHECK(who.staff.desk.first_line == 3);
    press("actions/take");
    CHECK(who.staff.desk.of == "q2");
    press("answers/choice1");
    CHECK(who.staff.desk.page == DeskPage::places);
    press("place2");
    CHECK(who.staff.desk.of == "q3");
    press("next");
    CHECK(who.staff.desk.page == DeskPage::draft);
    tap(middle(*now().dock, "back"));
    CHECK(who.staff.desk.page == DeskPage::inbox);
  }
}

TEST_CASE_FIXTURE(DeskVisitor, "an answer that leaves its question open stays on its card, where it is said") {
  open(tests::typed_desk());
  press("entries/open");
  press("draft/go-on");
  press("questions/check");
  REQUIRE(who.staff.desk.of == "q1");
  const ui::Box& open_note = tests::find_box(now().page, "given/open");
  std::string said;
  for (std::size_t i = 0; i < open_note.block->lines.size(); ++i) said += open_note.block->line_text(i);
  CHECK(said.starts_with("この質問には、まだつづきがあります。"));
  CHECK(said.ends_with("「これでよい」を選ぶと終わります。"));
  press("answers/choice3");
  CHECK(who.staff.desk.of == "q1");
  press("answers/choice2");
  press("lines/line3");
  press("actions/take");
  CHECK(who.staff.desk.of == "q1");
  press("answers/choice1");
  CHECK(who.staff.desk.of == "q2");
}

TEST_CASE_FIXTURE(DeskVisitor, "what keeps a draft from showing leads to its question, on wide and on small screens") {
  for (const ui::Point size : {ui::Point{1920, 1080}, {480, 800}}) {
    CAPTURE(size.x);
    open(tests::colliding_desk(), size);
    who.staff.desk.page = DeskPage::draft;
    frame();
    const bool wide = size.x > size.y;  // a sentence stands on one line
    const auto says = [&](const char* words) { return ui::describe(now()).find(words) != std::string::npos; };
    if (wide) CHECK(says("そのうち1つは「あとで」にしました。"));
    const auto way_of = [&](const std::string& notice) { return notice + (wide ? "/0/way" : "/way"); };
    press(way_of("notice1"));
    CHECK(who.staff.desk.of == "c1");
    CHECK(says("いま映っている文"));
    if (wide) CHECK(says("これに答えるまで、画面に映せません。"));
    press("next");
    CHECK(who.staff.desk.of == "q1");
    tap(middle(*now().dock, "back"));
    press(way_of("notice2"));
    CHECK(who.staff.desk.of == "q3");
  }
}

TEST_CASE_FIXTURE(DeskVisitor, "a page of the report is seen as a part and whole") {
  open(tests::drafted_desk());
  who.staff.desk.page = DeskPage::question;
  who.staff.desk.of = "q1";
  frame();
  const ui::Rect part = tests::find_box(now().page, "bitmap").part;
  CHECK(part.w < 620);
  CHECK(part.contains(ui::Rect{62, 310, 470, 44}));
  press("evidence/picture");
  CHECK(tests::find_box(now().page, "bitmap").part == ui::Rect{0, 0, 620, 877});
}

TEST_CASE_FIXTURE(DeskVisitor, "a view that lost what a page is about shows the nearest that there is") {
  open(tests::answered_desk());
  who.staff.desk.page = DeskPage::question;
  who.staff.desk.of = "gone";
  frame();
  CHECK(ui::describe(now()).find("読み取った内容") != std::string::npos);
  here.desk = std::make_shared<const ui::DeskView>(tests::empty_desk());
  frame();
  CHECK(ui::describe(now()).find("この機械にさしてください") != std::string::npos);
  who.staff.desk.page = DeskPage::version;
  frame();
  CHECK(ui::describe(now()).find("戻せる画面は、まだありません") != std::string::npos);
}

TEST_CASE_FIXTURE(DeskVisitor, "a kiosk without a desk has a panel without its entries") {
  open(tests::empty_desk());
  CHECK(ui::find_box(now(), 0, "desk"));
  here.desk = nullptr;
  frame();
  CHECK_FALSE(ui::find_box(now(), 0, "desk"));
}
