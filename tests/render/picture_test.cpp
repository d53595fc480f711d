// Every screen of both hubs at four sizes: its boxes and lines exactly, its picture as an eye sees it.
#include <doctest/doctest.h>

#include <algorithm>

#include "render/screenshot.h"
#include "support/desk_view.h"
#include "support/golden.h"
#include "support/lobby.h"
#include "support/slow.h"
#include "support/staff_facts.h"

using namespace hub;

namespace {

struct Pictures : tests::Lobby {
  explicit Pictures(std::shared_ptr<const content::Snapshot> content = tests::shipped_content())
      : Lobby(std::move(content)) {
    auto opened = render::ScreenshotRenderer::open(*screen_context);
    REQUIRE(opened.ok());
    show = std::move(opened).value();
  }

  platform::Picture draw(const ui::FrameContext& w, const ui::UiState& s) {
    return show->draw(screens(w.snapshot, s.hub), w, s, base::Seconds(0));
  }

  // tests/golden/<screen>/<hub>-<size>-<how>
  void check(const std::string& route, const std::string& how, const ui::FrameContext& w, const ui::UiState& s) {
    std::string folder = route;
    std::ranges::replace(folder, '/', '-');
    const std::string size = std::to_string(w.screen.width_px) + "x" + std::to_string(w.screen.height_px);
    const std::string name = folder + "/" + s.hub + "-" + size + how;
    INFO(name);
    tests::check_golden_text(name, ui::describe(scene(w, s)));
    tests::check_golden_picture(name, draw(w, s));
  }

  std::unique_ptr<render::ScreenshotRenderer> show;
};

}  // namespace

TEST_CASE_FIXTURE(Pictures, "screens look as they did when they were looked at" * hub::tests::slow()) {
  for (const ui::Point size : tests::kSizes_px) {
    for_each_screen([&](const std::string& hub, const std::string& route) {
      check(route, "", frame_context(size), state(hub, route));
    });
  }
}

TEST_CASE_FIXTURE(Pictures, "large text, furigana, other languages, sheets, scrolled pages and strong contrast too" *
                                hub::tests::slow()) {
  struct Case {
    const char* how;
    const char* route;
    ui::Point size;
    void (*choose)(ui::FrameContext&, ui::UiState&);
  };
  const Case cases[] = {
      {"-text3", "goals/2", {1920, 1080}, [](ui::FrameContext&, ui::UiState& s) { s.text_step = 3; }},
      {"-text3", "home", {800, 480}, [](ui::FrameContext&, ui::UiState& s) { s.text_step = 3; }},
      {"-narrowest", "services", {480, 800}, [](ui::FrameContext&, ui::UiState& s) { s.furigana = true; }},
      {"-furigana", "goals", {1920, 1080}, [](ui::FrameContext&, ui::UiState& s) { s.furigana = true; }},
      {"-furigana", "purpose", {1080, 1920}, [](ui::FrameContext&, ui::UiState& s) { s.furigana = true; }},
      {"-en", "services", {1920, 1080}, [](ui::FrameContext&, ui::UiState& s) { s.language = "en"; }},
      {"-vi", "home", {1080, 1920}, [](ui::FrameContext&, ui::UiState& s) { s.language = "vi"; }},
      {"-zh-Hans", "services/6", {1920, 1080}, [](ui::FrameContext&, ui::UiState& s) { s.language = "zh-Hans"; }},
      {"-ko", "goals/1", {1920, 1080}, [](ui::FrameContext&, ui::UiState& s) { s.language = "ko"; }},
      {"-languages", "goals", {1920, 1080}, [](ui::FrameContext&, ui::UiState& s) { s.sheet = ui::Sheet::language; }},
      {"-staff", "services", {1920, 1080}, [](ui::FrameContext&, ui::UiState& s) { s.sheet = ui::Sheet::staff; }},
      {"-phrases-vi",
       "services",
       {480, 800},
       [](ui::FrameContext&, ui::UiState& s) {
         s.language = "vi";
         s.sheet = ui::Sheet::staff;
       }},
      {"-phrase-vi",
       "services",
       {1920, 1080},
       [](ui::FrameContext&, ui::UiState& s) {
         s.language = "vi";
         s.sheet = ui::Sheet::phrase;
         s.phrase = 2;
       }},
      {"-en", "goals/1", {480, 800}, [](ui::FrameContext&, ui::UiState& s) { s.language = "en"; }},
      {"-ja-easy",
       "home",
       {720, 1280},
       [](ui::FrameContext&, ui::UiState& s) {
         s.language = "ja-easy";
         s.furigana = true;
       }},
      {"-scrolled", "about", {800, 480}, [](ui::FrameContext&, ui::UiState& s) { s.scroll_px = 300; }},
      {"-contrast", "services", {1920, 1080}, [](ui::FrameContext& w, ui::UiState&) { w.high_contrast = true; }},
  };
  for (const Case& one : cases) {
    ui::FrameContext w = frame_context(one.size);
    ui::UiState s = state("izumi", one.route);
    one.choose(w, s);
    check(one.route, one.how, w, s);
  }
}

TEST_CASE_FIXTURE(Pictures, "what whoever sets the kiosk up is to mend") {
  const auto notice = std::make_shared<const ui::SetupNotice>(ui::SetupNotice{
      "カードの設定に、直すところがあります",
      {{"12 行目", "「画面の向き」に書かれた「45」が分かりません。",
        "「画面の向き = 90」のように、時計回りの角度を 0、90、180、270 のどれかで書いてください。"},
       {"40 行目", "1234 のような順番の暗証番号は、だれもが最初に試します。", "順番でない数字にしてください。"},
       {"46 行目", "Wi-Fi の名前が書かれていないので、つなげません。",
        "「Wi-Fiの名前 = 」のあとに、Wi-Fi の名前（SSID）を、大文字と小文字もそのまま書いてください。"}},
      "このほかにもあります。ここに出たところを直すと、次に出ます。",
      "画面をさわると、始まります。直すときは、電源を抜き、カードをパソコンに入れて、hub-kiosk.txt "
      "を書きかえてください。"});
  for (const ui::Point size : {ui::Point{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}, {480, 800}}) {
    ui::FrameContext w = frame_context(size);
    w.notice = notice;
    check("notice", "", w, state("izumi", "home"));
  }
}

TEST_CASE_FIXTURE(Pictures, "the staff's pad and panel" * hub::tests::slow()) {
  for (const ui::Point size : {ui::Point{1920, 1080}, {800, 480}}) {
    ui::FrameContext w = frame_context(size);
    w.staff_panel = true;
    ui::UiState s = state("izumi", "staff");
    s.staff.typed = 3;
    check("staff", "-pad", w, s);
    w.staff = std::make_shared<const ui::StaffFacts>(tests::calm_facts());
    s.staff = {};
    s.staff.open = true;
    check("staff", "-panel", w, s);
    w.staff = std::make_shared<const ui::StaffFacts>(tests::troubled_facts());
    check("staff", "-trouble", w, s);
    w.staff = std::make_shared<const ui::StaffFacts>(tests::doubtful_facts());
    check("staff", "-doubt", w, s);
  }
}

TEST_CASE_FIXTURE(Pictures, "the desk's pages of the panel, on wide, tall and small screens" * hub::tests::slow()) {
  const auto look = [&](const tests::DeskScreen& screen, ui::Point size, int text_step, const std::string& how,
                        double scroll_px = 0) {
    ui::FrameContext w = frame_context(size);
    w.staff_panel = true;
    w.staff = std::make_shared<const ui::StaffFacts>(tests::calm_facts());
    w.desk = std::make_shared<const ui::DeskView>(screen.view);
    ui::UiState s = state("izumi", "staff");
    s.text_step = text_step;
    s.staff.open = true;
    s.staff.desk = screen.at;
    s.scroll_px = scroll_px;
    check("desk", "-" + screen.name + how, w, s);
  };
  for (const tests::DeskScreen& screen : tests::desk_screens()) {
    for (const ui::Point size :
         {ui::Point{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}, {480, 800}, {720, 1280}}) {
      look(screen, size, 1, "");
    }
    look(screen, {1280, 720}, 3, "-text3");
    if (screen.name != "shown-many") continue;
    // The code stands below what shows.
    look(screen, {1280, 720}, 1, "-scrolled", 520);
    look(screen, {480, 800}, 1, "-scrolled", 940);
  }
}

TEST_CASE_FIXTURE(Pictures, "the preview's band over the kiosk's own pages" * hub::tests::slow()) {
  for (const ui::Point size : {ui::Point{1920, 1080}, {480, 800}, {800, 480}}) {
    for (const char* route : {"home", "goals"}) {
      ui::FrameContext w = frame_context(size);
      w.staff_panel = true;
      ui::UiState s = state("izumi", route);
      s.staff.open = s.staff.desk.preview = true;
      check("desk", std::string("-preview-") + route, w, s);
    }
  }
}

TEST_CASE("goals that continue over three years" * hub::tests::slow()) {
  Pictures pictures(tests::three_years());
  const auto check = [&](const char* route, ui::Point size, const char* how, int text_step, bool furigana) {
    ui::FrameContext w = pictures.frame_context(size);
    w.today = base::Date{std::chrono::year{2024}, std::chrono::November, std::chrono::day{21}};
    ui::UiState s = pictures.state("kamome", route);
    s.text_step = text_step;
    s.furigana = furigana;
    pictures.check(route, how, w, s);
  };
  for (const ui::Point size : tests::kSizes_px) {
    for (const char* route : {"review", "review/2/1", "review/2/years"}) check(route, size, "", 1, false);
  }
  check("review/2/years", {1080, 1920}, "-text3-furigana", 3, true);
  check("review/2/1", {1920, 1080}, "-furigana", 1, true);
}

TEST_CASE_FIXTURE(Pictures, "the same moment gives the same pixels" * hub::tests::slow()) {
  const ui::FrameContext w = frame_context({1280, 720});
  const ui::UiState s = state("konan", "review/1/1");
  const platform::Picture first = draw(w, s);
  draw(frame_context({800, 480}), state("izumi", "home"));
  CHECK(draw(w, s).rgb == first.rgb);
}

TEST_CASE_FIXTURE(Pictures, "what is drawn is on the screen: no glyph is missing from the pages" * hub::tests::slow()) {
  // A large text with furigana in four languages at once still finds room in the pages.
  ui::FrameContext w = frame_context({3840, 2160});
  ui::UiState s = state("izumi", "review/2/1");
  s.text_step = 3;
  s.furigana = true;
  const platform::Picture picture = draw(w, s);
  int dark = 0;
  for (std::size_t i = 0; i < picture.rgb.size(); i += 3) dark += picture.rgb[i] < 0x60 ? 1 : 0;
  CHECK(dark > 50'000);
}

TEST_CASE_FIXTURE(Pictures, "a dark screen is black, whatever was on it") {
  ui::FrameContext w = frame_context({800, 480});
  w.closed = true;
  for (const char* route : {"attract", "goals"}) {
    ui::UiState s = state("izumi", route);
    s.dark = true;
    CHECK(std::ranges::all_of(draw(w, s).rgb, [](auto value) { return value == 0; }));
    s.dark = false;
    CHECK(std::ranges::any_of(draw(w, s).rgb, [](auto value) { return value != 0; }));
  }
}
