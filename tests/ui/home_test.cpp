// home: every door is on the screen before anybody scrolls, and what visitors ask first stands where they look first.
#include <doctest/doctest.h>

#include "layer_checks.h"
#include "support/lobby.h"
#include "support/slow.h"

using namespace hub;
using tests::find_box;
using tests::Lobby;

namespace {

constexpr const char* kDoors[] = {"doors/purpose", "doors/services", "doors/goals", "doors/review"};

// From the smallest upright display to a large one; the official 7-inch ones among them.
constexpr ui::Point kDisplays_px[] = {{480, 800},  {720, 1280},  {600, 1024},  {800, 480},   {1024, 600}, {1280, 720},
                                      {1280, 800}, {1080, 1920}, {1920, 1080}, {2160, 3840}, {3840, 2160}};

// Which stand whole in the viewport, and not under the fade of a page that goes on.
int whole_doors(const ui::Scene& scene) {
  const int hidden = scene.more && !scene.low ? scene.more->viewport.h : 0;
  int whole = 0;
  for (const char* door : kDoors) {
    if (find_box(scene.page, door).rect.bottom() <= scene.page.viewport.h - hidden) ++whole;
  }
  return whole;
}

// The first door, which a finger must at least find.
bool first_is_whole(const ui::Scene& scene) {
  return find_box(scene.page, kDoors[0]).rect.bottom() <= scene.page.viewport.h;
}

// Doors beside each other are equally high.
bool rows_are_even(const ui::Scene& scene) {
  for (const char* one : kDoors) {
    for (const char* other : kDoors) {
      const ui::Rect a = find_box(scene.page, one).rect, b = find_box(scene.page, other).rect;
      const bool beside = a.y < b.bottom() && b.y < a.bottom();
      if (beside && (a.y != b.y || a.h != b.h)) return false;
    }
  }
  return true;
}

// The shipped content, of which every hub says when it is open and how it is reached.
std::shared_ptr<const content::Snapshot> with_visiting() {
  auto snapshot = std::make_shared<content::Snapshot>(*tests::shipped_content());
  for (content::Hub& hub : snapshot->hubs) {
    hub.hours = content::Text({{"ja", "火曜日から土曜日の9:30〜16:00（日曜日、月曜日、祝日は休み）"},
                               {"en", "Tuesday to Saturday, 9:30–16:00 (closed on Sundays, Mondays and holidays)"}});
    hub.contact = content::Text("電話 045-123-4567");
    hub.url = "https://example.jp/hub";
    content::Hours opening;
    for (std::size_t day = 2; day <= 6; ++day) {
      opening.week[day] = {{std::chrono::minutes(570), std::chrono::minutes(960)}};
    }
    opening.week[6].push_back({std::chrono::minutes(1020), std::chrono::minutes(1080)});
    hub.opening = opening;
  }
  return snapshot;
}

}  // namespace

TEST_CASE("all four doors stand on home without scrolling, whatever the language and the letters" * tests::slow()) {
  for (const auto& content : {tests::shipped_content(), with_visiting()}) {
    Lobby lobby(content);
    for (const content::Hub& hub : content->hubs) {
      for (const ui::Point size : kDisplays_px) {
        for (const std::string& language : content->languages(hub)) {
          for (int step = 1; step <= 3; ++step) {
            for (const bool furigana : {false, true}) {
              INFO(hub.id, " ", size.x, "x", size.y, " ", language, " ", step, " ", furigana);
              ui::UiState s = lobby.state(hub.id, "home");
              s.language = language;
              s.text_step = step;
              s.furigana = furigana;
              const ui::Scene& scene = lobby.scene(lobby.frame_context(size), s);
              CHECK(whole_doors(scene) >= (step < 3 ? 4 : 2));
              CHECK(first_is_whole(scene));
              CHECK(rows_are_even(scene));
            }
          }
        }
      }
    }
  }
}

TEST_CASE("home says when the hub is open today, and about says all of it") {
  Lobby lobby(with_visiting());
  const auto words_of = [&](const char* route, const char* path, base::Date today, const char* language) {
    ui::FrameContext frame_context = lobby.frame_context({1920, 1080});
    frame_context.today = today;
    ui::UiState s = lobby.state("konan", route);
    s.language = language;
    const ui::Box& line = find_box(lobby.scene(frame_context, s).page, path);
    std::string words;
    for (std::size_t i = 0; i < line.block->lines.size(); ++i) words += line.block->line_text(i);
    return words;
  };
  const auto day = [](unsigned of_month) {
    return base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{of_month}};
  };
  const auto has = [](const std::string& words, const std::string& part) { return words.find(part) != words.npos; };
  CHECK(has(words_of("home", "visiting/hours/1", day(25), "ja"), "9:30"));
  CHECK(has(words_of("home", "visiting/hours/1", day(25), "en"), "Today: 9:30–16:00"));
  CHECK(has(words_of("home", "visiting/hours/1", day(28), "en"), "Today: 9:30–16:00, 17:00–18:00"));
  CHECK(has(words_of("home", "visiting/hours/1", day(29), "ja"), "休み"));
  CHECK(has(words_of("home", "visiting/contact/1", day(25), "ja"), "045-123-4567"));
  CHECK(has(words_of("about", "about.visit/hours/1", day(25), "ja"), "祝日"));
  // What nobody translated says that it is Japanese.
  ui::UiState english = lobby.state("konan", "home");
  english.language = "en";
  find_box(lobby.scene(lobby.frame_context({1920, 1080}), english).page, "visiting/language-tag");
  // A clock that is wrong does not say what day it is.
  const base::Date wrong{std::chrono::year{2019}, std::chrono::January, std::chrono::day{1}};
  CHECK(has(words_of("home", "visiting/hours/1", wrong, "en"), "Tuesday to Saturday"));
  const ui::Scene& about = lobby.scene("konan", "about");
  CHECK(find_box(about.page, "about.visit/qr/code").url == "https://example.jp/hub");
}
