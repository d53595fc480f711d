// Staff before the panel with a stick and a finger: from the report's file to what shows. Frame loop, screens, desk and
// inbox are the real ones on a virtual clock; what takes long is done by the program that systemd starts for it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "compare.h"
#include "desk/desk.h"
#include "kiosk/content_loader.h"
#include "kiosk/panel_desk.h"
#include "replay/virtual_kiosk.h"
#include "replay/virtual_staff.h"
#include "support/fixtures.h"
#include "support/japanese_only.h"
#include "support/program.h"
#include "support/slow.h"
#include "ui/state/desk_view.h"
#include "ui/visible_text.h"

using namespace hub;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Question = ui::DeskView::Question;
using Kind = base::ContactEvent::Kind;

const base::Date kDay = std::chrono::year(2026) / 11 / 27;

// The panel's desk, looked at with every turn of the loop instead of by a thread: nothing has to be waited for.
class DeskInTurns : public kiosk::DeskService {
 public:
  explicit DeskInTurns(const std::unique_ptr<replay::VirtualKiosk>& kiosk) : kiosk_(kiosk) {}
  void work_at(std::unique_ptr<kiosk::BlockingDesk> desk) { desk_ = std::move(desk); }

  void enter(const std::string& hub) override { desk_->enter(hub); }
  void ask(const ui::DeskRequest& request) override { desk_->ask(request); }
  std::shared_ptr<const ui::DeskView> view() override {
    if (auto changed = desk_->look()) view_ = std::make_shared<const ui::DeskView>(*std::move(changed));
    return view_;
  }
  std::optional<base::Instant> next_look() const override { return kiosk_->now() + std::chrono::milliseconds(250); }
  std::unique_ptr<render::HubScreens> take_preview() override { return desk_->take_preview(); }
  void leave() override { desk_->leave(); }

 private:
  const std::unique_ptr<replay::VirtualKiosk>& kiosk_;
  std::unique_ptr<kiosk::BlockingDesk> desk_;
  std::shared_ptr<const ui::DeskView> view_ = std::make_shared<const ui::DeskView>();
};

class Walk : public tests::DiskPlace {
 public:
  // A kiosk of this hub, whose newest report is a year older than the one that comes.
  Walk(const std::string& hub, ui::Point size) : hub_(hub) {
    fs::copy(HUB_SOURCE_DIR "/content", *this / "content", fs::copy_options::recursive);
    // Without a PIN there is no panel, and a stick brings no reports.
    const tests::Answer pin = tests::shell("printf '2960\\n2960\\n' | $KIOSK pin --lang en");
    REQUIRE(pin.status == 0);
    const json config = {{"hub", hub},
                         {"staff", {{"pin", pin.out.substr(0, pin.out.find('\n'))}}},
                         {"reports", {{"sandbox", "if_possible"}}}};
    std::ofstream(*this / "kiosk.json") << config.dump();
    tests::keep_japanese(*this / "content");  // the others are drawn in their rooms
    make_reports_older();
    replay::VirtualKiosk::Setup setup;
    setup.frame_context.screen.width_px = size.x;
    setup.frame_context.screen.height_px = size.y;
    setup.frame_context.today = kDay;
    setup.frame_context.staff_panel = true;
    setup.frame_context.snapshot = config::load_content(base::DiskFiles(), *this / "content", hub).snapshot;
    REQUIRE(setup.frame_context.snapshot);
    setup.state = ui::fresh_state(hub, {});
    setup.state.route = {ui::Route::Page::home};
    setup.staff_service = &staff_;
    setup.desk = &desk_;
    const ui::FrameContext frame_context = setup.frame_context;
    auto opened = replay::VirtualKiosk::open(std::move(setup));
    REQUIRE(opened);
    kiosk_ = std::move(opened).value();
    staff_.work_at(*kiosk_);
    kiosk::PanelDeskSetup panel;
    panel.state_folder = *this / "state";
    panel.content_folder = *this / "content";
    panel.can_draw = kiosk_->screen_context().can_draw();
    panel.frame_context = frame_context;
    panel.screen_context = &kiosk_->screen_context();
    desk_.work_at(std::make_unique<kiosk::PanelDesk>(kiosk_->clock(), std::move(panel)));
    loader_ = std::make_unique<kiosk::ContentLoader>(
        kiosk::ContentLoader::Setup{*this / "content", hub, 0, frame_context, &kiosk_->screen_context()});
    loader_->look([] { return false; });
    loader_->take();
    kiosk_->take_content_from([this]() -> std::unique_ptr<render::HubScreens> {
      auto fresh = loader_->take();
      return fresh ? std::move(fresh->screens) : nullptr;
    });
    kiosk_->settle(base::Seconds(5));
  }

  // The stick's folder, as systemd's service hands it on.
  void plug_in(const std::string& report, const std::string& name) {
    fs::create_directories(*this / "stick");
    fs::copy_file(std::string(HUB_SOURCE_DIR "/") + report, *this / ("stick/" + name));
    const tests::Answer taken = beside("stick '" + (*this / "stick") + "'");
    REQUIRE_MESSAGE(taken.status == 0, taken.says());
    look();
  }

  // A content folder that somebody has prepared: what shows, with other words in the place of some.
  void plug_in_content(const std::string& file, const std::string& words, const std::string& others) {
    fs::create_directories(*this / "stick");
    fs::copy(*this / "content", *this / "stick/content", fs::copy_options::recursive);
    std::string text = read("stick/content/" + file);
    REQUIRE(text.find(words) != text.npos);
    std::ofstream(*this / ("stick/content/" + file)) << text.replace(text.find(words), words.size(), others);
    const tests::Answer taken = beside("stick '" + (*this / "stick") + "'");
    REQUIRE_MESSAGE(taken.status == 0, taken.says());
    look();
  }

  void open_panel() {
    const auto badge = find("head/0/0") ? find("head/0/0") : find("head/0");
    REQUIRE(badge);
    press(*badge, 3.2);
    REQUIRE(kiosk_->state().route.page == ui::Route::Page::staff);
    for (const char* key : {"pad/2", "pad/5", "pad/8", "pad/0", "pad/enter"}) tap(key);
    REQUIRE(kiosk_->state().staff.open);
    decisions_ = 0;
  }

  // A finger that drags the page until it can press the box, and presses it: one decision.
  void tap(const std::string& what) {
    CAPTURE(what);
    for (int drags = 0; drags < 60; ++drags) {
      const auto box = ui::find_box(kiosk_->scene(), kiosk_->scroll_px(), what);
      REQUIRE_MESSAGE(box, ui::describe(kiosk_->scene()));
      const ui::Layer& page = kiosk_->scene().page;
      const bool on_page = page_has(what);
      const int middle = box->rect.y + box->rect.h / 2;
      const ui::Rect seen = page.viewport;
      const bool in_reach = middle > seen.y + seen.h / 10 && middle < seen.bottom() - seen.h / 4;
      const double at_px = kiosk_->scroll_px();
      if (!on_page || in_reach || !can_scroll(middle > seen.y + seen.h / 2)) {
        REQUIRE_MESSAGE(box->press, what);
        press(*box->press, 0.08);
        ++decisions_;
        return;
      }
      drag(middle > seen.y + seen.h / 2 ? -seen.h / 3 : seen.h / 3);
      if (kiosk_->scroll_px() == at_px) {
        REQUIRE_MESSAGE(box->press, what);
        press(*box->press, 0.08);
        ++decisions_;
        return;
      }
    }
    FAIL("it cannot be reached");
  }

  // What systemd's path unit starts when a request waits.
  void work() {
    for (int jobs = 0; jobs < 20 && fs::exists(*this / "state/desk/waiting"); ++jobs) {
      const tests::Answer done = beside("work --one");
      REQUIRE_MESSAGE(done.status == 0, done.says());
      look();
    }
    kiosk_->settle(base::Seconds(5));
  }

  void content_changes() {
    loader_->look([] { return false; });
    look();
  }

  // The answer of the card that shows which has these words; `place`: of those that are listed then.
  void answer(const std::string& label, const std::string& group = "", const std::string& place = "") {
    const Question& question = card();
    CAPTURE(question.message);
    CAPTURE(label);
    const auto at = std::ranges::find(question.choices, label, &ui::DeskView::Choice::label);
    REQUIRE(at != question.choices.end());
    const auto is_place = [&](const ui::DeskView::Place& one) { return one.group == group && one.label == place; };
    const auto there = std::ranges::find_if(question.places, is_place);
    const auto number = [](auto from, auto to) { return std::to_string(to - from + 1); };
    const std::string choice = number(question.choices.begin(), at);
    const std::string second = place.empty() ? "" : number(question.places.begin(), there);
    if (!place.empty()) REQUIRE(there != question.places.end());
    tap("answers/choice" + choice);
    if (!place.empty()) tap("places/place" + second);
    work();  // a picture of the next card's page
  }

  const Question& card() const {
    const std::string& id = kiosk_->state().staff.desk.of;
    const auto& questions = view().draft->questions;
    const auto at = std::ranges::find(questions, id, &Question::id);
    REQUIRE(at != questions.end());
    return *at;
  }

  std::string shown() { return ui::describe(kiosk_->scene()); }
  bool shows(const std::string& words) {
    std::string all;
    for (const ui::VisibleText& one : ui::visible_texts(kiosk_->scene(), kiosk_->scroll_px())) all += one.words;
    return tests::contains(all, words);
  }

  bool shows_year(int year) const {
    const auto& reports = kiosk_->frame_context().snapshot->find_hub(hub_)->reports;
    return std::ranges::any_of(reports, [&](const content::Report& one) { return one.goal_year == year; });
  }

  const ui::DeskView& view() const { return *kiosk_->frame_context().desk; }
  const ui::UiState& state() const { return kiosk_->state(); }
  replay::VirtualKiosk& kiosk() { return *kiosk_; }
  int decisions() const { return decisions_; }
  desk::Work draft() const {
    const base::SystemCalls calls;
    auto work = desk::Desk(calls, kiosk_->clock(), {*this / "state", *this / "content", hub_}).work();
    REQUIRE((work && work.value()));
    return *std::move(work).value();
  }

 private:
  tests::Answer beside(const std::string& what) const {
    return tests::shell("LIBGL_ALWAYS_SOFTWARE=1 $KIOSK " + what + " --content '" + (*this / "content") +
                        "' --state '" + (*this / "state") + "' --config '" + (*this / "kiosk.json") + "'");
  }

  void make_reports_older() const {
    const fs::path reports = *this / ("content/" + hub_ + "/reports");
    fs::remove(*this / ("content/" + hub_ + "/acknowledged.json"));
    std::vector<fs::path> all;
    for (const auto& one : fs::directory_iterator(reports)) all.push_back(one.path());
    std::ranges::sort(all);
    for (const fs::path& one : all) {
      json report = json::parse(tests::bytes_of(one.string()));
      const int year = report["goalYear"].get<int>() - 1;
      report["goalYear"] = year;
      report["reviewYear"] = year - 1;
      report.erase("period");
      fs::remove(one);
      std::ofstream(reports / (std::to_string(year) + ".json")) << report.dump(2);
    }
  }

  std::optional<ui::Point> find(const std::string& what) {
    const auto box = ui::find_box(kiosk_->scene(), kiosk_->scroll_px(), what);
    return box ? box->press : std::nullopt;
  }
  bool page_has(const std::string& what) {
    return std::ranges::any_of(kiosk_->scene().page.boxes,
                               [&](const ui::Box& box) { return box.path.ends_with(what); });
  }
  bool can_scroll(bool down) {
    const int range = kiosk_->scene().page.scroll_range_px();
    return down ? kiosk_->scroll_px() < range - 1 : kiosk_->scroll_px() > 1;
  }

  void contact(Kind kind, double x, double y) {
    kiosk_->contact({kind, 1, static_cast<float>(x), static_cast<float>(y), kiosk_->now()});
  }
  void pass(double seconds) { kiosk_->run_until(kiosk_->now() + base::nanoseconds_of(base::Seconds(seconds))); }
  void press(ui::Point at, double seconds) {
    contact(Kind::begin, at.x, at.y);
    pass(seconds);
    contact(Kind::end, at.x, at.y);
    look();
  }
  // Slowly, and held at its end: the page stays where the finger leaves it.
  void drag(int by_px) {
    const ui::Rect page = kiosk_->scene().page.viewport;
    const double x = page.x + page.w - 2, from = page.y + page.h / 2.0 - by_px / 2.0;
    contact(Kind::begin, x, from);
    for (int step = 1; step <= 20; ++step) {
      pass(0.02);
      contact(Kind::move, x, from + by_px * step / 20.0);
    }
    pass(0.3);
    contact(Kind::end, x, from + by_px);
    look();
  }
  void look() {
    pass(0.3);
    kiosk_->settle(base::Seconds(5));
    for (const base::Message& fault : kiosk_->invariants().take_faults()) FAIL_CHECK(fault.ja);
  }

  std::string hub_;
  replay::VirtualStaff staff_;
  std::unique_ptr<replay::VirtualKiosk> kiosk_;
  DeskInTurns desk_{kiosk_};
  std::unique_ptr<kiosk::ContentLoader> loader_;
  int decisions_ = 0;
};

// Without translations, which come from what the hub has said before.
json japanese(const json& value) {
  if (value.is_object() && value.contains("ja")) return value["ja"];
  json said = value;
  if (said.is_structured()) {
    for (auto& one : said) one = japanese(one);
  }
  return said;
}

void check_same(const json& expected, const std::string& got) {
  const tests::Comparison comparison = tests::compare(japanese(expected), japanese(json::parse(got)));
  CHECK_MESSAGE(comparison.wrong.empty(), tests::described(comparison));
}

}  // namespace

TEST_CASE("izumi's report comes from a stick to the screen by fingers alone, in few decisions" * tests::slow()) {
  for (const ui::Point size : {ui::Point{1920, 1080}, {480, 800}}) {
    CAPTURE(size.x);
    Walk staff("izumi", size);
    staff.open_panel();
    staff.plug_in("tests/report/fixtures/izumi-2024.pdf", "令和6年度 報告書.pdf");
    staff.tap("entries/open");
    REQUIRE(staff.view().inbox.size() == 1);
    CHECK(staff.view().inbox[0].name == "令和6年度 報告書.pdf");
    staff.tap("items/item1");
    staff.work();
    REQUIRE_MESSAGE(staff.view().draft, staff.shown());
    if (!staff.view().draft->questions.empty()) staff.tap("questions/check");
    staff.work();
    while (staff.state().staff.desk.page == ui::DeskPage::question) staff.answer(staff.card().choices.front().label);
    staff.tap("actions/preview");
    CHECK(staff.state().staff.desk.preview);
    CHECK(staff.shows_year(2024));
    staff.tap("leave");
    staff.tap("actions/publish");
    // Nobody draws every screen twice: that is tested in its room.
    if (tests::kSanitized) return;
    staff.work();
    CHECK(staff.state().staff.desk.page == ui::DeskPage::done);
    CHECK_MESSAGE(staff.shows("映しました"), staff.shown());
    MESSAGE(staff.decisions(), " decisions");
    CHECK(staff.decisions() <= 12);
    const json expected = tests::read_json("tests/content/expected/izumi-2024.json");
    check_same(expected, staff.read("content/izumi/reports/2024.json"));
    staff.content_changes();
    CHECK(staff.shows_year(2024));
    // What showed before can be gone back to, and both are known by a picture.
    staff.tap("actions/history");
    staff.work();
    REQUIRE(staff.view().shown);
    CHECK(staff.view().shown->picture);
    REQUIRE(staff.view().earlier.size() == 1);
    CHECK(staff.view().earlier[0].picture);
  }
}

TEST_CASE("a prepared content folder comes from a stick to the screen by the same fingers" * tests::slow()) {
  Walk staff("izumi", {1920, 1080});
  const std::string tagline = "安心して生み育て、子育てに喜びを感じられるまちへ";
  staff.open_panel();
  staff.plug_in_content("izumi/hub.json", tagline, "みんなで育てる、みんなのひろば");
  staff.tap("entries/open");
  REQUIRE(staff.view().inbox.size() == 1);
  CHECK(staff.view().inbox[0].name == "content フォルダー");
  CHECK(staff.view().inbox[0].unreadable.empty());
  staff.tap("items/item1");
  staff.work();
  REQUIRE_MESSAGE(staff.view().draft, staff.shown());
  CHECK(staff.view().draft->questions.empty());
  CHECK(staff.view().draft->can_publish);
  REQUIRE(staff.view().draft->changes.size() == 1);
  CHECK(staff.view().draft->changes[0].after == "みんなで育てる、みんなのひろば");
  staff.tap("actions/preview");
  CHECK(staff.state().staff.desk.preview);
  staff.tap("leave");
  staff.tap("actions/publish");
  if (tests::kSanitized) return;  // as above
  staff.work();
  CHECK_MESSAGE(staff.shows("映しました"), staff.shown());
  CHECK(tests::contains(staff.read("content/izumi/hub.json"), "みんなで育てる、みんなのひろば"));
}

TEST_CASE("konan's lost beginning is asked about with its page" * tests::slow()) {
  Walk staff("konan", {1920, 1080});
  staff.open_panel();
  staff.plug_in("tests/report/fixtures/konan-2026.pdf", "報告書.pdf");
  staff.tap("entries/open");
  staff.tap("items/item1");
  staff.work();
  REQUIRE(staff.view().draft);
  const auto& questions = staff.view().draft->questions;
  const auto midway = std::ranges::find_if(
      questions, [](const Question& one) { return tests::contains(one.message, "書き出しが欠けて"); });
  REQUIRE_MESSAGE(midway != questions.end(), staff.shown());
  const std::string id = midway->id;
  staff.tap("questions/check");
  staff.work();
  // Whatever comes before it can wait.
  while (staff.card().id != id) {
    staff.tap("next");
    staff.work();
    REQUIRE(staff.state().staff.desk.page == ui::DeskPage::question);
  }
  REQUIRE(staff.card().page);
  CHECK(staff.card().mark.w > 0);
  CHECK(ui::find_box(staff.kiosk().scene(), staff.kiosk().scroll_px(), "evidence/picture"));
  staff.answer("報告書でもこうなっている");
  const auto& after = staff.view().draft->questions;
  const auto answered = std::ranges::find(after, id, &Question::id);
  REQUIRE(answered != after.end());
  CHECK(answered->given);
}

TEST_CASE("a made-up report with six doubts becomes what a careful reader would read in it, by touch alone" *
          tests::slow()) {
  Walk staff("izumi", {800, 480});
  staff.open_panel();
  staff.plug_in("tests/walk/midori-six-doubts.txt", "報告書.txt");
  staff.tap("entries/open");
  staff.tap("items/item1");
  staff.work();
  REQUIRE_MESSAGE(staff.view().draft, staff.shown());
  REQUIRE(staff.view().draft->questions.size() == 6);
  staff.tap("questions/check");
  staff.tap("next");  // あとで: it comes last
  staff.answer("はじめに「……」を付ける");
  staff.answer("これでよい");  // the place of what has no heading
  staff.answer("③のもの");
  staff.answer("これでよい");  // the year, which the title does not say
  staff.answer("「…と人とのつながりを広げ、」と「地域ぐるみの子育て支援を…」は 1 つの文");
  // More entries might be one: the card stays until somebody says that it is done.
  CHECK(staff.card().given_words.find("は 1 つの文") != std::string::npos);
  CHECK_FALSE(staff.card().given);
  staff.answer("これでよい");
  CHECK(staff.card().later);
  // Its sentence has become whole meanwhile.
  staff.answer("報告書でもこうなっている");
  CHECK(staff.state().staff.desk.page == ui::DeskPage::draft);
  CHECK(staff.view().draft->can_publish);
  for (const Question& question : staff.view().draft->questions) CHECK(question.given);
  check_same(tests::read_json("tests/walk/midori-six-doubts.expected.json"), staff.draft().report());
}
