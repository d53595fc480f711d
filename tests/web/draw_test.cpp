// The screens that staff see in the browser are the kiosk's own, with what a visitor can tap on them.
#include <doctest/doctest.h>
#include <sys/socket.h>

#include <algorithm>
#include <thread>

#include "browser.h"
#include "support/slow.h"
#include "web/draw/draw_process.h"
#include "web/draw/screen_maker.h"
#include "web/draw/small_picture.h"

using namespace hub;
using namespace hub::tests;
using web::ScreenQuestion;
using web::ScreenWish;

namespace {

struct Drawer : Editor {
  web::ScreenAnswer ask(const ScreenWish& wish, ScreenQuestion::Wants wants = ScreenQuestion::Wants::layout) {
    if (!maker) {
      auto made = web::ScreenMaker::create(calls, clock, {*this / "state", content(), {}});
      REQUIRE(made);
      maker = std::move(made).value();
    }
    return maker->answer({wants, "izumi", wish});
  }
  web::ScreenLayout layout(const ScreenWish& wish) {
    const web::ScreenAnswer answer = ask(wish);
    REQUIRE(std::holds_alternative<web::ScreenLayout>(answer));
    return std::get<web::ScreenLayout>(answer);
  }
  std::unique_ptr<web::ScreenMaker> maker;
};

ScreenWish at(const char* route) {
  ScreenWish wish;
  wish.route = route;
  return wish;
}

const web::TapTarget* leading_to(const web::ScreenLayout& layout, const std::string& route) {
  const auto found =
      std::ranges::find_if(layout.targets, [&](const web::TapTarget& one) { return one.to.route == route; });
  return found == layout.targets.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a wish is the query of an address, and comes back from it") {
  ScreenWish wish;
  wish.of = ScreenWish::Of::version;
  wish.version = 3;
  wish.size = {800, 1280};
  wish.route = "services/3";
  wish.language = "zh-Hans";
  wish.date = "2027-04-01";
  wish.sheet = "language";
  wish.phrase = 2;
  wish.text_step = 3;
  wish.furigana = true;
  wish.scroll_px = 120;
  wish.width_px = 240;
  CHECK(web::encoded(fields_of(web::wish_from(fields_of(wish)))) == web::encoded(fields_of(wish)));
  CHECK(fields_of(ScreenWish()).all().empty());
  const ScreenWish nonsense = web::wish_from({{"size", "9x9"},
                                              {"route", "<x>"},
                                              {"text", "7"},
                                              {"scroll", "-3"},
                                              {"of", "0"},
                                              {"date", "2026-02-31"},
                                              {"width", "1"},
                                              {"lang", std::string(99, 'a')}});
  CHECK(fields_of(nonsense).all().empty());
}

TEST_CASE("answers come back from their bytes, whatever those are") {
  web::ScreenLayout layout;
  layout.wish = at("goals/1");
  layout.targets = {{-3, 4, 500, 60, "目標 & <1>\n", at("home")}};
  layout.scroll_range_px = 700;
  layout.page_px = 900;
  layout.languages = {"ja", "en"};
  layout.words = "泉区";
  const web::ScreenAnswer back = web::answer_from(web::to_bytes(web::ScreenAnswer(layout)));
  REQUIRE(std::holds_alternative<web::ScreenLayout>(back));
  CHECK(web::to_bytes(back) == web::to_bytes(web::ScreenAnswer(layout)));
  CHECK(std::get<web::ScreenLayout>(back).targets.front().says == "目標 & <1>\n");
  CHECK(std::get<std::string>(web::answer_from("picture\n\x89PNG")) == "\x89PNG");
  const web::ScreenAnswer error =
      web::answer_from(web::to_bytes(web::ScreenAnswer(base::Error{{"だめ", "no"}, {"こう", "so"}})));
  CHECK(std::get<base::Error>(error).remedy.ja == "こう");
  for (const char* bytes : {"", "x", "layout\n", "error\n", "layout\n%zz\n", "error\n%zz\n"}) {
    CHECK(std::holds_alternative<base::Error>(web::answer_from(bytes)));
  }
  CHECK_FALSE(web::question_from(""));
  CHECK_FALSE(web::question_from("%"));
  CHECK(
      web::question_from(web::to_bytes(ScreenQuestion{ScreenQuestion::Wants::layout, "izumi", at("x")}))->wish.route ==
      "x");
}

TEST_CASE("one goes through the screens as a visitor does" * slow()) {
  Drawer drawer;
  const web::ScreenLayout home = drawer.layout(at("home"));
  CHECK(home.words.find("子育て") != std::string::npos);
  CHECK(home.languages.size() == 6);
  const web::TapTarget* services = leading_to(home, "services");
  REQUIRE(services != nullptr);
  CHECK(services->width > 100);
  CHECK(services->x >= 0);
  CHECK_FALSE(services->says.empty());
  const web::ScreenLayout page = drawer.layout(services->to);
  CHECK(page.wish.route == "services");
  REQUIRE(leading_to(page, "services/1") != nullptr);
  CHECK(leading_to(page, "home") != nullptr);
  // The dock's buttons: larger letters, furigana, another language.
  CHECK(std::ranges::any_of(home.targets, [](const auto& one) { return one.to.text_step == 2; }));
  CHECK(std::ranges::any_of(home.targets, [](const auto& one) { return one.to.furigana; }));
  CHECK(std::ranges::any_of(home.targets, [](const auto& one) { return one.to.sheet == "language"; }));
  CHECK(drawer.layout(at("attract")).targets.front().to.route == "home");
  // Nothing that is no visitor's, and nothing that there is not.
  CHECK(drawer.layout(at("staff")).wish.route == "home");
  CHECK(drawer.layout(at("goals/99")).wish.route == "home");
}

TEST_CASE("a long page goes on below" * slow()) {
  Drawer drawer;
  ScreenWish wish = at("purpose");
  wish.size = {800, 480};
  wish.text_step = 3;
  const web::ScreenLayout page = drawer.layout(wish);
  REQUIRE(page.scroll_range_px > 0);
  const auto more = std::ranges::find_if(page.targets, [](const auto& one) { return one.to.scroll_px > 0; });
  REQUIRE(more != page.targets.end());
  CHECK(drawer.layout(more->to).words != page.words);
}

TEST_CASE("the draft is seen as it would show, and what shows as it is" * slow()) {
  Drawer drawer;
  Browser browser(drawer);
  browser.enter();
  browser.to_the_end(
      browser.upload("/izumi/upload", "報告書.txt", bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/konan-2026.txt")));
  REQUIRE(drawer.desk().work().value());
  ScreenWish shown = at("goals");
  shown.of = ScreenWish::Of::shown;
  CHECK(drawer.layout(at("goals")).words != drawer.layout(shown).words);
  browser.to_the_end(browser.post("/izumi/publish", {{"revision", "0"}}));
  ScreenWish before = at("goals");
  before.of = ScreenWish::Of::version;
  before.version = 1;
  CHECK(drawer.layout(before).words != drawer.layout(shown).words);
  CHECK(drawer.layout(at("goals")).words == drawer.layout(shown).words);
  before.version = 77;
  CHECK(std::holds_alternative<base::Error>(drawer.ask(before)));
}

TEST_CASE("a picture is the screen's, or a small one of few bytes" * slow()) {
  Drawer drawer;
  const web::ScreenAnswer large = drawer.ask(at("home"), ScreenQuestion::Wants::picture);
  REQUIRE(std::holds_alternative<std::string>(large));
  ScreenWish wish = at("home");
  wish.width_px = 560;
  const web::ScreenAnswer small = drawer.ask(wish, ScreenQuestion::Wants::picture);
  REQUIRE(std::holds_alternative<std::string>(small));
  CHECK(std::get<std::string>(small).starts_with("\x89PNG"));
  CHECK(std::get<std::string>(small).size() < 40'000);
}

TEST_CASE("a smaller picture is the mean of what it stands for") {
  platform::Picture picture{
      4, 2, {0, 0, 0, 10, 10, 10, 200, 0, 0, 200, 0, 0, 20, 20, 20, 30, 30, 30, 200, 0, 0, 200, 0, 0}};
  const platform::Picture half = web::smaller(picture, 2);
  CHECK(half.width_px == 2);
  CHECK(half.height_px == 1);
  CHECK(half.rgb == std::vector<std::uint8_t>{15, 15, 15, 200, 0, 0});
  CHECK(web::smaller(picture, 4).rgb == picture.rgb);
  CHECK(web::smaller(picture, 0).rgb == picture.rgb);
}

TEST_CASE("the program that draws answers what it is asked until nobody does" * slow()) {
  Editor editor;
  int ends[2];
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
  base::FileDescriptor ours(ends[0]);
  const base::FileDescriptor theirs(ends[1]);
  std::thread drawing([&] {
    CHECK(
        web::draw_screens(editor.calls, editor.clock, {editor / "state", editor.content(), {}}, theirs.number()).ok());
  });
  REQUIRE(web::write_message(ours.number(), "no question"));
  auto answer = web::read_message(ours.number());
  REQUIRE(answer);
  CHECK(std::holds_alternative<base::Error>(web::answer_from(*answer)));
  REQUIRE(web::write_message(ours.number(),
                             web::to_bytes(ScreenQuestion{ScreenQuestion::Wants::layout, "izumi", at("home")})));
  answer = web::read_message(ours.number());
  REQUIRE(answer);
  CHECK(std::holds_alternative<web::ScreenLayout>(web::answer_from(*answer)));
  REQUIRE(web::write_message(ours.number(),
                             web::to_bytes(ScreenQuestion{ScreenQuestion::Wants::layout, "../izumi", at("home")})));
  answer = web::read_message(ours.number());
  REQUIRE(answer);
  CHECK(std::holds_alternative<base::Error>(web::answer_from(*answer)));
  ours.close();
  drawing.join();
}
