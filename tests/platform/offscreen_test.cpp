#include "platform/offscreen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "child.h"
#include "support/slow.h"

using hub::platform::Offscreen;

TEST_SUITE_BEGIN("offscreen");

TEST_CASE("a new picture is black and has the size asked for") {
  const auto made = Offscreen::create(37, 21);
  REQUIRE(made.ok());
  const auto picture = made.value().read();
  CHECK(picture.width_px == 37);
  CHECK(picture.height_px == 21);
  CHECK(picture.rgb.size() == 37 * 21 * 3);
  CHECK(std::all_of(picture.rgb.begin(), picture.rgb.end(), [](int byte) { return byte == 0; }));
}

TEST_CASE("its size can change, also to the largest screen we draw") {
  auto made = Offscreen::create(8, 8);
  REQUIRE(made.ok());
  made.value().resize(3840, 2160);
  CHECK(made.value().read().rgb.size() == std::size_t{3840} * 2160 * 3);
  made.value().resize(1, 1);
  CHECK(made.value().read().rgb.size() == 3);
}

TEST_CASE("two of them live side by side and move") {
  auto first = Offscreen::create(4, 4);
  auto second = Offscreen::create(5, 5);
  REQUIRE(first.ok());
  REQUIRE(second.ok());
  CHECK(first.value().read().width_px == 4);
  CHECK(second.value().read().width_px == 5);
  Offscreen moved = std::move(first).value();
  moved = std::move(second).value();
  CHECK(moved.read().width_px == 5);
}

TEST_CASE("a size it cannot hold is an error that names it") {
  for (const auto& [width_px, height_px] : {std::pair{0, 10}, {10, 0}, {-1, 10}, {1 << 20, 10}, {10, 1 << 20}}) {
    const auto made = Offscreen::create(width_px, height_px);
    REQUIRE(!made.ok());
    const std::string size = std::to_string(width_px) + "x" + std::to_string(height_px);
    CHECK(made.error().what.ja.find(size) != std::string::npos);
    CHECK(made.error().what.en.find(size) != std::string::npos);
    CHECK(!made.error().remedy.ja.empty());
    CHECK(!made.error().remedy.en.empty());
  }
}

// The driver reads these once in a process, so each needs a process of its own.
TEST_CASE("no driver is an error that says what to install") {
  if (!hub::tests::is_child()) {
    CHECK(hub::tests::run_cases("no driver is*", {{"__EGL_VENDOR_LIBRARY_FILENAMES", "/nowhere"}}) == 0);
    return;
  }
  const auto made = Offscreen::create(8, 8);
  REQUIRE(!made.ok());
  CHECK(made.error().what.en.find("Cannot draw") != std::string::npos);
  CHECK(made.error().remedy.ja.find("libgl1-mesa-dri") != std::string::npos);
  CHECK(made.error().remedy.en.find("libgl1-mesa-dri") != std::string::npos);
}

TEST_CASE("without LLVM" * hub::tests::slow()) {
  CHECK(hub::tests::run_suite("renderer,rotation", {{"GALLIUM_DRIVER", "softpipe"}, {"LIBGL_ALWAYS_SOFTWARE", "1"}}) ==
        0);
}

TEST_CASE("with the GL 2.1 of a Raspberry Pi 3" * hub::tests::slow()) {
  CHECK(hub::tests::run_suite("renderer,rotation",
                              {{"HUB_TEST_BACKEND", "imgui_impl_opengl2"},
                               {"MESA_GL_VERSION_OVERRIDE", "2.1"},
                               {"MESA_EXTENSION_OVERRIDE", "-GL_ARB_texture_swizzle -GL_EXT_texture_swizzle"}}) == 0);
}

TEST_CASE("with the GL 3.1 of a Raspberry Pi 4" * hub::tests::slow()) {
  CHECK(hub::tests::run_suite("renderer,rotation", {{"MESA_GL_VERSION_OVERRIDE", "3.1COMPAT"}}) == 0);
}

TEST_SUITE_END();
