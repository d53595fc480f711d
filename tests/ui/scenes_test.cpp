// What holds for every screen of every hub, at every size.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "layer_checks.h"
#include "support/lobby.h"
#include "support/slow.h"

using namespace hub;
using tests::check_targets;
using tests::ground_of;
using tests::Lobby;

namespace {

void check_no_faults(const ui::Scene& scene) {
  tests::check_no_faults(scene.page);
  if (!scene.dock) return;
  tests::check_no_faults(*scene.dock);
  CHECK(scene.dock->scroll_range_px() == 0);
}

void check_contrast(const ui::Scene& scene, const ui::Layer& layer) {
  for (const ui::Box& box : layer.boxes) {
    CAPTURE(box.path);
    if (box.icon != 0) CHECK(ui::contrast(box.colour, ground_of(scene, layer, box)) >= 3);  // WCAG 1.4.11
    if (box.block == nullptr) continue;
    CHECK(ui::contrast(box.colour, ground_of(scene, layer, box)) >= ui::kMinContrast);
    // A line that no card holds may stand on a disc of the background.
    const bool bare = ground_of(scene, layer, box) == scene.backdrop.colour;
    for (const ui::Sunspot& spot : scene.backdrop.sunspots) {
      const int dx = std::max({box.origin.x - spot.centre.x, spot.centre.x - (box.origin.x + box.block->width_px), 0});
      const int dy = std::max({box.origin.y - spot.centre.y, spot.centre.y - (box.origin.y + box.block->height_px), 0});
      const bool touches = dx * dx + dy * dy < spot.radius_px * spot.radius_px;
      if (bare && touches) CHECK(ui::contrast(box.colour, spot.colour) >= ui::kMinContrast);
    }
  }
}

}  // namespace

TEST_CASE_FIXTURE(Lobby, "nothing is cut, overlaps or leaves its box at any size, text size and furigana" *
                             hub::tests::slow()) {
  for (const ui::Point size : tests::kSizes_px) {
    for (const bool furigana : {false, true}) {
      for (int step = 1; step <= 3; ++step) {
        for_each_screen([&](const std::string& hub, const std::string& route) {
          INFO(hub, " ", route, " ", size.x, " ", size.y, " ", step, " ", furigana);
          ui::UiState s = state(hub, route);
          s.text_step = step;
          s.furigana = furigana;
          check_no_faults(scene(frame_context(size), s));
        });
      }
    }
  }
}

TEST_CASE_FIXTURE(Lobby, "every language fits" * hub::tests::slow()) {
  for (const ui::Point size : tests::kSizes_px) {
    for (const std::string& language : snapshot->languages(snapshot->hubs.front())) {
      for_each_screen([&](const std::string& hub, const std::string& route) {
        INFO(hub, " ", route, " ", size.x, " ", size.y, " ", language);
        ui::UiState s = state(hub, route);
        s.language = language;
        check_no_faults(scene(frame_context(size), s));
      });
    }
  }
}

TEST_CASE_FIXTURE(Lobby, "every language fits the narrowest screen, at every text size" * hub::tests::slow()) {
  for (int step = 1; step <= 3; ++step) {
    for (const std::string& language : snapshot->languages(snapshot->hubs.front())) {
      for_each_screen([&](const std::string& hub, const std::string& route) {
        INFO(hub, " ", route, " ", step, " ", language);
        ui::UiState s = state(hub, route);
        s.language = language;
        s.text_step = step;
        check_no_faults(scene(frame_context({480, 800}), s));
      });
    }
  }
}

TEST_CASE_FIXTURE(Lobby, "unusual screens work too" * hub::tests::slow()) {
  for (const ui::Point size : {ui::Point{3840, 2160}, {2160, 3840}, {480, 800}, {1024, 600}, {1366, 768}}) {
    for_each_screen([&](const std::string& hub, const std::string& route) {
      INFO(hub, " ", route, " ", size.x, " ", size.y);
      check_no_faults(scene(frame_context(size), state(hub, route)));
    });
  }
}

TEST_CASE_FIXTURE(Lobby, "every text has a contrast of 7:1 on what it stands on, in both themes" * hub::tests::slow()) {
  for (const bool high_contrast : {false, true}) {
    for (const ui::Point size : tests::kSizes_px) {
      for_each_screen([&](const std::string& hub, const std::string& route) {
        INFO(hub, " ", route, " ", size.x, " ", size.y, " ", high_contrast);
        ui::FrameContext w = frame_context(size);
        w.high_contrast = high_contrast;
        const ui::Scene& s = scene(w, state(hub, route));
        check_contrast(s, s.page);
        if (s.dock) check_contrast(s, *s.dock);
      });
    }
  }
}

TEST_CASE_FIXTURE(Lobby, "everything a finger presses is large enough") {
  for (const ui::Point size : tests::kSizes_px) {
    const ui::Metrics metrics = ui::metrics_for(frame_context(size).screen, 1);
    for_each_screen([&](const std::string& hub, const std::string& route) {
      INFO(hub, " ", route, " ", size.x, " ", size.y);
      const ui::Scene& s = scene(frame_context(size), state(hub, route));
      check_targets(s.page, metrics);
      if (s.dock) check_targets(*s.dock, metrics);
    });
  }
}

TEST_CASE_FIXTURE(Lobby, "on a low screen the hint that a page goes on stands beside the words, never on them" *
                             hub::tests::slow()) {
  int seen = 0;
  for (const ui::Point size : {ui::Point{800, 480}, {1280, 720}, {1024, 600}}) {
    for (int step = 1; step <= 3; ++step) {
      for_each_screen([&](const std::string& hub, const std::string& route) {
        INFO(hub, " ", route, " ", size.x, " ", size.y, " ", step);
        ui::UiState s = state(hub, route);
        s.text_step = step;
        const ui::Scene& drawn = scene(frame_context(size), s);
        if (!drawn.more || !drawn.low) return;
        ++seen;
        const int margin = ui::metrics_for(frame_context(size).screen, step).margin_px();
        for (const ui::Box& box : drawn.more->boxes) {
          if (!box.box_style.fill) continue;
          CHECK(box.rect.x >= size.x - margin);
          CHECK(box.rect.right() <= size.x);
        }
      });
    }
  }
  CHECK(seen > 20);
}

TEST_CASE_FIXTURE(Lobby, "no statement ends in a lone word on a screen for lobbies") {
  for (const ui::Point size : {ui::Point{1920, 1080}, {1080, 1920}}) {
    for (const std::string hub : {"izumi", "konan"}) {
      const int slides = scene(hub, "attract", size).attract_slides;
      REQUIRE(slides >= 4);
      for (int slide = 0; slide < slides; ++slide) {
        INFO(hub, " ", size.x, " ", slide);
        const ui::FrameContext w = frame_context(size);
        const ui::Scene& shown =
            scene(w, state(hub, "attract"),
                  base::Instant(std::chrono::milliseconds(std::lround(w.timing.slide_s * (slide + 0.5) * 1000))));
        const text::Block& block = *tests::find_box(shown.page, "statement").block;
        int widest_px = 0;
        for (const text::Line& line : block.lines) widest_px = std::max(widest_px, line.width_px);
        CHECK(block.lines.back().width_px * 5 >= widest_px * 2);
      }
    }
  }
}

TEST_CASE_FIXTURE(Lobby, "lines are 40 characters at the most") {
  for_each_screen([&](const std::string& hub, const std::string& route) {
    INFO(hub, " ", route);
    for (const ui::Box& box : scene(hub, route, {3840, 2160}).page.boxes) {
      if (box.block == nullptr) continue;
      for (const text::Line& line : box.block->lines) CHECK(line.end - line.begin <= 60);  // narrow kana and digits
      REQUIRE_FALSE(box.block->glyphs.empty());
      CHECK(box.block->width_px <= 40 * box.block->glyphs.front().size_px);
    }
  });
}

TEST_CASE_FIXTURE(Lobby, "the dock stays where it is, whatever the text size") {
  for (const ui::Point size : tests::kSizes_px) {
    ui::UiState s = state("izumi", "goals");
    const ui::Rect before = scene(frame_context(size), s).dock->viewport;
    const ui::Rect button = tests::find_box(*scene(frame_context(size), s).dock, "text-size").rect;
    s.text_step = 3;
    CHECK(scene(frame_context(size), s).dock->viewport == before);
    CHECK(tests::find_box(*scene(frame_context(size), s).dock, "text-size").rect == button);
  }
}

TEST_CASE_FIXTURE(Lobby,
                  "on every dock but the narrowest, where an icon stands, the way into one's language is in words") {
  for (const ui::Point size : tests::kSizes_px) {
    for (const std::string language : {"ja", "ja-easy", "en", "zh-Hans", "ko", "vi"}) {
      CAPTURE(size.x);
      CAPTURE(language);
      ui::UiState s = state("izumi", "services/3");
      s.language = language;
      const ui::Layer& dock = *scene(frame_context(size), s).dock;
      const bool says = std::ranges::any_of(dock.boxes, [](const ui::Box& box) {
        return box.block && box.block->text.find(U"Language") != box.block->text.npos;
      });
      CHECK(says == (size.x > 480));
    }
  }
}

TEST_CASE_FIXTURE(Lobby, "the same moment gives the same boxes, and a moment that repeats sets no text") {
  const ui::FrameContext w = frame_context({1920, 1080});
  const ui::UiState s = state("izumi", "review/1/3");
  const std::string first = ui::describe(scene(w, s));
  const std::size_t settings = shown_screens->typesetter().settings();
  CHECK(ui::describe(scene(w, s)) == first);
  CHECK(shown_screens->typesetter().settings() == settings);
  ui::UiState scrolled = s;
  scrolled.scroll_px = 40;
  scene(w, scrolled);
  CHECK(shown_screens->typesetter().settings() == settings);
}

TEST_CASE_FIXTURE(Lobby, "what was prepared is never analysed again, whatever the size, text size and furigana") {
  shown_screens = render::HubScreens::prepared(*screen_context, frame_context({1920, 1080}), snapshot, "izumi");
  const std::size_t texts = shown_screens->typesetter().texts();
  CHECK(texts > 100);
  for (const ui::Point size : tests::kSizes_px) {
    for (const std::string& route : routes("izumi")) {
      if (route == "attract") continue;  // a low screen cuts its statements into slides of its own
      for (const char* language : {"ja", "en"}) {
        ui::UiState s = state("izumi", route);
        s.language = language;
        s.text_step = 3;
        s.furigana = true;
        scene(frame_context(size), s);
        INFO(route, " ", size.x, " ", language);
        CHECK(shown_screens->typesetter().texts() == texts);
      }
    }
  }
}

TEST_CASE_FIXTURE(Lobby, "a report of an earlier year is said to be one") {
  const auto says = [&](const std::string& hub, const std::string& route, const std::string& words, base::Date today) {
    ui::FrameContext w = frame_context({1920, 1080});
    w.today = today;
    return ui::describe(scene(w, state(hub, route))).find(words) != std::string::npos;
  };
  using namespace std::chrono;
  CHECK(says("izumi", "goals", "令和6年度の重点目標", tests::kToday));
  CHECK(says("izumi", "goals/1", "令和6年度の目標です", tests::kToday));
  CHECK(says("izumi", "home", "令和6年度の", tests::kToday));
  CHECK_FALSE(says("izumi", "goals", "今年度", tests::kToday));
  CHECK(says("konan", "goals", "今年度の重点目標", tests::kToday));
  CHECK(says("konan", "goals", "令和8年度", tests::kToday));
  // The last day of the fiscal year, and the first of the next.
  CHECK(says("izumi", "goals", "今年度の重点目標", 2025y / March / 31));
  CHECK(says("izumi", "goals", "令和6年度の重点目標", 2025y / April / 1));
  // A clock that stands in 2019 is not believed.
  CHECK(says("izumi", "goals", "令和6年度の重点目標", 2019y / July / 1));
  CHECK_FALSE(says("izumi", "goals", "今年度", 2019y / July / 1));
}

TEST_CASE_FIXTURE(Lobby, "a thread holds what carries its mark") {
  const std::string first = ui::describe(scene("izumi", "review/1/1"));
  CHECK(first.find("「親になる前の支援」の目的や") != std::string::npos);  // the outcome of ①②
  const std::string third = ui::describe(scene("izumi", "review/1/3"));
  CHECK(third.find("赤ちゃんを") != std::string::npos);
  CHECK(third.find("「親になる前の支援」の目的や") == std::string::npos);
}

TEST_CASE_FIXTURE(Lobby, "a text that begins in the middle of a sentence is drawn with …") {
  CHECK(ui::describe(scene("konan", "review/1/1")).find("…ら得た") != std::string::npos);
}

TEST_CASE_FIXTURE(Lobby, "a text without the chosen language says that it is Japanese") {
  ui::UiState s = state("izumi", "goals/1");
  s.language = "en";
  const ui::Scene& english = scene(frame_context({1920, 1080}), s);
  CHECK(ui::describe(english).find("language-tag") != std::string::npos);
  s.language = "ja";
  CHECK(ui::describe(scene(frame_context({1920, 1080}), s)).find("language-tag") == std::string::npos);
}

namespace {

bool is_kana(char32_t c) { return c >= 0x3041 && c <= 0x30FA; }

// A card with Japanese sentences in it, or a line that no card holds, has the tag near it.
bool is_tagged(const ui::Layer& layer, const ui::Box& box) {
  const std::size_t slash = box.path.rfind('/');
  for (std::string around = box.path.substr(0, slash == std::string::npos ? 0 : slash);;) {
    for (const ui::Box& other : layer.boxes) {
      const std::string here = around + (around.empty() ? "" : "/");
      if (other.path == here + "language-tag" || other.path == here + "rendering/language-tag") return true;
    }
    if (around.empty()) return false;
    const std::size_t up = around.rfind('/');
    around = up == std::string::npos ? "" : around.substr(0, up);
  }
}

}  // namespace

TEST_CASE_FIXTURE(Lobby, "no Japanese sentence stands on a page of another language without a word about it" *
                             hub::tests::slow()) {
  for (const std::string language : {"en", "zh-Hans", "ko", "vi"}) {
    for_each_screen([&](const std::string& hub, const std::string& route) {
      if (route == "attract") return;  // nobody has chosen a language there
      ui::UiState s = state(hub, route);
      s.language = language;
      const ui::Scene& shown = scene(frame_context({1920, 1080}), s);
      for (const ui::Box& box : shown.page.boxes) {
        if (box.block == nullptr || std::ranges::none_of(box.block->text, is_kana)) continue;
        INFO(language, " ", hub, " ", route, " ", box.path);
        CHECK(is_tagged(shown.page, box));
      }
    });
  }
}

TEST_CASE_FIXTURE(Lobby, "a hub with a URL for a service shows its QR code, others do not") {
  content::Snapshot changed = *snapshot;
  changed.hubs.front().overrides[6].url = "https://example.jp/service6";
  snapshot = std::make_shared<const content::Snapshot>(std::move(changed));
  const std::string hub = snapshot->hubs.front().id;
  for (const ui::Point size : tests::kSizes_px) {
    const ui::Scene& with = scene(hub, "services/6", size);
    CHECK(tests::find_box(with.page, "/code").url == "https://example.jp/service6");
    check_no_faults(with);
    for (const ui::Box& box : scene(hub, "services/5", size).page.boxes) CHECK(box.url.empty());
  }
}

TEST_CASE_FIXTURE(Lobby, "a report that holds only goals is shown with what it has") {
  content::Snapshot changed = *snapshot;
  for (content::Hub& hub : changed.hubs) {
    content::Report& report = hub.reports.back();
    report.period.reset();
    report.implementers.clear();
    report.purpose = {};
    report.principles.clear();
    report.services.clear();
    report.evaluation_method.clear();
    report.review.clear();
  }
  snapshot = std::make_shared<const content::Snapshot>(std::move(changed));
  for (const ui::Point size : tests::kSizes_px) {
    for_each_screen([&](const std::string& hub, const std::string& route) {
      INFO(hub, " ", route, " ", size.x);
      check_no_faults(scene(hub, route, size));
    });
  }
  CHECK(ui::describe(scene("izumi", "purpose")).find("記載がありません") != std::string::npos);
  CHECK(ui::describe(scene("izumi", "review")).find("記載がありません") != std::string::npos);
}

TEST_CASE_FIXTURE(Lobby, "attract goes through tagline, purpose and goals, and every slide fits") {
  for (const ui::Point size : tests::kSizes_px) {
    for (const content::Hub& hub : snapshot->hubs) {
      const ui::FrameContext w = frame_context(size);
      const ui::UiState s = state(hub.id, "attract");
      const int slides = scene(w, s).attract_slides;
      CHECK(slides >= 4);
      std::set<std::string> seen;
      for (int i = 0; i < slides; ++i) {
        const base::Instant now{std::chrono::seconds{static_cast<int>(ui::Timing().slide_s) * i + 1}};
        const ui::Scene& slide = scene(w, s, now);
        INFO(hub.id, " ", size.x, " ", size.y, " ", i);
        check_no_faults(slide);
        check_contrast(slide, slide.page);
        CHECK(slide.page.scroll_range_px() == 0);
        seen.insert(ui::describe(slide));
      }
      CHECK(static_cast<int>(seen.size()) == slides);
    }
  }
}

TEST_CASE_FIXTURE(Lobby,
                  "a notice for who sets the kiosk up shows as many lines as there is room for, above how it goes on") {
  ui::SetupNotice notice{"カードの設定に、直すところがあります",
                         {},
                         "ほかにもあります。スタッフ用の画面に、すべて出ます。",
                         "画面をさわると、始まります。"};
  for (int line = 1; line <= 30; ++line) {
    notice.lines.push_back(
        {std::to_string(line) + " 行目", "「画面の大きさ」に書かれた「大きい」が分かりません。",
         "「画面の大きさ = 32」のように、画面の対角線の長さを、インチの数字（3〜120）で書いてください。"});
  }
  for (const ui::Point size : tests::kSizes_px) {
    CAPTURE(size.x);
    ui::FrameContext w = frame_context(size);
    w.notice = std::make_shared<const ui::SetupNotice>(notice);
    const ui::Scene& s = screens(snapshot, "izumi").stage().scene(w, ui::fresh_state("izumi", {}), {});
    check_no_faults(s);
    CHECK(s.page.scroll_range_px() == 0);
    const std::string shown = ui::describe(s);
    CHECK(shown.find("line1") != std::string::npos);
    CHECK(shown.find("more") != std::string::npos);
    CHECK(shown.find("end") != std::string::npos);
    CHECK_FALSE(s.dock);
  }
}

TEST_CASE_FIXTURE(Lobby, "without any good content a kind page shows") {
  ui::FrameContext w = frame_context({800, 480});
  w.snapshot = nullptr;
  w.builtin = {"ただいま準備しています", "ご用の方は、スタッフに声をかけてください。"};
  const ui::Scene& s = screens(nullptr, "").stage().scene(w, ui::fresh_state("", {}), {});
  check_no_faults(s);
  CHECK(ui::describe(s).find("ただいま準備しています") != std::string::npos);
}

TEST_CASE_FIXTURE(tests::Lobby,
                  "with low reach no control is higher than 1,200 mm, and nothing is lost above" * hub::tests::slow()) {
  struct Kiosk {
    ui::Screen screen;
    double control_mm;  // the highest a control may stand
  };
  const Kiosk kiosks[] = {{{1080, 1920, 43, 0.7, true, 700}, 1200},
                          {{1080, 1920, 24, 0.7, true, 900}, 1200},
                          {{2160, 3840, 55, 0.7, true, 300}, 1200},
                          {{1080, 1920, 24, 0.7, true, 400}, 1200}};  // all of it is within reach
  for (const Kiosk& kiosk : kiosks) {
    ui::FrameContext w = frame_context({kiosk.screen.width_px, kiosk.screen.height_px});
    w.screen = kiosk.screen;
    const double mm_per_px = 1 / ui::metrics_for(w.screen, 1).px_per_mm;
    for_each_screen([&](const std::string& hub, const std::string& route) {
      if (route == "attract") return;  // a touch anywhere wakes it
      for (const int step : {1, 3}) {
        ui::UiState s = state(hub, route);
        s.text_step = step;
        const ui::Scene& shown = scene(w, s);
        INFO(hub, " ", route, " ", step, " ", kiosk.screen.bottom_mm);
        check_no_faults(shown);
        if (shown.masthead) {
          for (const ui::Box& box : shown.masthead->boxes) CHECK_FALSE(box.tap.has_value());
        }
        const double top_px = shown.page.viewport.y;
        CHECK((w.screen.height_px - top_px) * mm_per_px + kiosk.screen.bottom_mm <= kiosk.control_mm + 1);
        CHECK(shown.masthead.has_value() == (top_px > 0));
      }
    });
  }
}

TEST_CASE("a screen that hangs too high keeps a usable page all the same") {
  const ui::Metrics m = ui::metrics_for({1080, 1920, 24, 0.7, true, 1300}, 1);
  CHECK(m.screen.height_px - m.masthead_px() >= m.gap(18));
  CHECK(ui::metrics_for({1080, 1920, 24, 0.7, false, 1300}, 1).masthead_px() == 0);
}

TEST_CASE_FIXTURE(tests::Lobby, "from home every service and goal is two taps away, every thread of the review three" *
                                    hub::tests::slow()) {
  for (const ui::Point size : tests::kSizes_px) {
    for (const content::Hub& hub : snapshot->hubs) {
      const ui::FrameContext w = frame_context(size);
      // How many taps to each route: the boxes of each screen say where they lead.
      std::map<std::string, int> taps = {{"home", 0}};
      std::vector<std::string> to_visit = {"home"};
      for (std::size_t i = 0; i < to_visit.size(); ++i) {
        const std::string from = to_visit[i];
        for (const ui::Box& box : scene(w, state(hub.id, from)).page.boxes) {
          const ui::Go* go = box.tap ? box.tap->get_if<ui::Go>() : nullptr;
          if (go == nullptr) continue;
          const std::string to = ui::path_of(go->to);
          if (taps.try_emplace(to, taps.at(from) + 1).second) to_visit.push_back(to);
        }
      }
      for (const std::string& route : routes(hub.id)) {
        if (route == "attract") continue;
        INFO(hub.id, " ", route, " ", size.x, " ", size.y);
        REQUIRE(taps.contains(route));
        CHECK(taps.at(route) <= (route.starts_with("review/") ? 3 : 2));
      }
    }
  }
}
