// The screens of one hub in one snapshot, as one object.
#include "render/hub_screens.h"

#include <doctest/doctest.h>

#include <thread>

#include "support/lobby.h"
#include "support/mapped_files.h"

using namespace hub;

TEST_CASE_FIXTURE(tests::Lobby, "screens are of their own hub, and set its texts with its own readings") {
  render::HubScreens izumi(*screen_context, snapshot, "izumi");
  render::HubScreens konan(*screen_context, snapshot, "konan");
  CHECK(izumi.snapshot() == snapshot);
  CHECK(izumi.hub() == "izumi");
  CHECK(&izumi.typesetter() != &konan.typesetter());
  const ui::FrameContext here = frame_context({1920, 1080});
  const std::string of_izumi = ui::describe(izumi.stage().scene(here, state("izumi", "home"), {}));
  const std::string of_konan = ui::describe(konan.stage().scene(here, state("konan", "home"), {}));
  CHECK(of_izumi != of_konan);
}

TEST_CASE_FIXTURE(tests::Lobby, "prepared on another thread, they know their texts and show the same") {
  const ui::FrameContext here = frame_context({1920, 1080});
  const int others = tests::mappings_of("/sys.dic");
  std::unique_ptr<render::HubScreens> prepared;
  std::thread([&] { prepared = render::HubScreens::prepared(*screen_context, here, snapshot, "izumi"); }).join();
  const std::size_t texts = prepared->typesetter().texts();
  CHECK(texts > 100);
  CHECK(tests::mappings_of("/sys.dic") == others);  // 31 MB that only analysing needs
  const std::string shown = ui::describe(prepared->stage().scene(here, state("izumi", "goals"), {}));
  CHECK(prepared->typesetter().texts() == texts);
  CHECK(shown == ui::describe(scene("izumi", "goals")));
}

TEST_CASE_FIXTURE(tests::Lobby, "without content they are the built-in page") {
  render::HubScreens screens(*screen_context, nullptr, "");
  ui::FrameContext here = frame_context({1920, 1080});
  here.snapshot = nullptr;
  here.builtin = {"題", "ことば"};
  const std::string shown = ui::describe(screens.stage().scene(here, ui::fresh_state("", {}), {}));
  CHECK(shown.find("ことば") != std::string::npos);
}
