// What is kept of a frame and what is drawn anew are together the whole frame, byte by byte, whatever a monkey does.
// More of it, by hand:
//
//   HUB_PIXEL_EVENTS=1000000 HUB_PIXEL_SEEDS=3 build/release/tests/test_replay -tc="*byte by byte*"
#include <doctest/doctest.h>

#include <cstdlib>

#include "config/paths.h"
#include "render/screen_context.h"
#include "replay/monkey.h"
#include "replay/script_player.h"
#include "replay/virtual_desk.h"
#include "support/lobby.h"
#include "support/slow.h"

using namespace hub;

namespace {

std::size_t number_from(const char* variable, std::size_t otherwise) {
  const char* const set = std::getenv(variable);
  return set == nullptr ? otherwise : std::strtoul(set, nullptr, 10);
}

content::Loaded load(const base::FileReader& reader) {
  return config::load_content(reader, HUB_SOURCE_DIR "/content", "izumi", render::can_draw_with_own_faces());
}

// A kiosk with staff and a desk, each of whose frames is looked at.
struct Watched {
  explicit Watched(ui::Point size_px, const replay::Script& script) {
    replay::VirtualKiosk::Setup setup;
    setup.frame_context.snapshot = load(base::DiskFiles()).snapshot;
    setup.frame_context.screen = {size_px.x, size_px.y};
    setup.frame_context.today = script.date.value_or(tests::kToday);
    setup.frame_context.staff_panel = script.staff;
    setup.state = ui::fresh_state("izumi", {});
    setup.state.route = *ui::parse_route(script.start);
    setup.state.language = script.language;
    setup.state.text_step = script.text_size;
    setup.state.furigana = script.furigana;
    setup.staff_service = &staff;
    setup.desk = &desk;
    setup.check_pixels = true;
    kiosk = replay::VirtualKiosk::open(std::move(setup)).value();
    staff.work_at(*kiosk);
    desk.work_at(*kiosk);
    kiosk->take_content_from([this] { return desk.take_content(); });
  }
  replay::ReplayReport play_monkey(std::uint64_t seed, std::size_t events) {
    return replay::Monkey(*kiosk, staff, seed, events, load).play();
  }
  replay::ReplayReport play(const replay::Script& script) {
    return replay::ScriptPlayer(*kiosk, [](const std::string&) { return nullptr; }).play(script);
  }

  replay::VirtualStaff staff;
  replay::VirtualDesk desk;
  std::unique_ptr<replay::VirtualKiosk> kiosk;
};

void check(const Watched& watched, const replay::ReplayReport& report) {
  CHECK(watched.kiosk->frames_in_part() > 0);
  CHECK(report.failures_left_out == 0);
  for (const replay::ReplayFailure& failure : report.failures) {
    CAPTURE(failure.step);
    FAIL_CHECK(failure.what.en);
  }
}

constexpr ui::Point kSizes_px[] = {{800, 480}, {480, 800}};

}  // namespace

TEST_CASE("whatever a monkey does, what is kept of a frame and what is drawn are the whole, byte by byte" *
          tests::slow()) {
  const std::size_t events = number_from("HUB_PIXEL_EVENTS", tests::kSanitized ? 200 : 800);
  const std::size_t seeds = number_from("HUB_PIXEL_SEEDS", 1);
  for (const ui::Point size : kSizes_px) {
    for (std::size_t seed = 1; seed <= seeds; ++seed) {
      CAPTURE(size.x);
      CAPTURE(seed);
      replay::Script nothing;
      nothing.staff = true;
      Watched watched(size, nothing);
      check(watched, watched.play_monkey(seed, events));
    }
  }
}

TEST_CASE("whatever a script does, what is kept of a frame and what is drawn are the whole, byte by byte" *
          tests::slow()) {
  struct Played {
    const char* name;
    ui::Point size_px;
  };
  const base::DiskFiles files;
  for (const Played& played : {Played{"service-6", {1920, 1080}},
                               {"goal-2", {1080, 1920}},
                               {"thread-3", {1920, 1080}},
                               {"ask-staff", {480, 800}},
                               {"desk", {1080, 1920}}}) {
    CAPTURE(played.name);
    const auto loaded = replay::load_script(files, HUB_SOURCE_DIR "/tests/replay/" + std::string(played.name) + ".json",
                                            content::find_languages(files, config::strings_folder()));
    REQUIRE(loaded.script);
    Watched watched(played.size_px, *loaded.script);
    check(watched, watched.play(*loaded.script));
  }
}
