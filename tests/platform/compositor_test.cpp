#include "platform/compositor.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <utility>

#include "hanging.h"

using hub::platform::wait_for_compositor;
using hub::tests::Compositor;
using hub::tests::Waiter;

TEST_CASE("without a compositor nobody waits for one") {
  setenv("XDG_RUNTIME_DIR", "/tmp", 1);
  unsetenv("WAYLAND_DISPLAY");
  const auto waits = [] { return Waiter([] { wait_for_compositor(); }).sleeps(); };
  CHECK_FALSE(waits());
  for (const char* name : {"", "wayland-nobody"}) {
    setenv("WAYLAND_DISPLAY", name, 1);
    CHECK_FALSE(waits());
  }
  unsetenv("WAYLAND_DISPLAY");
}

TEST_CASE("a compositor that hangs is waited for until it answers, each time") {
  const Compositor compositor;
  for (int round = 0; round < 3; ++round) {
    const Waiter waiter([] { wait_for_compositor(); });
    CHECK(waiter.sleeps());
    while (!waiter.returned()) compositor.take_turn();
  }
}

TEST_CASE("a compositor that ends is waited for no longer") {
  std::optional<Compositor> compositor(std::in_place);
  const Waiter waiter([] { wait_for_compositor(); });
  CHECK(waiter.sleeps());
  compositor.reset();  // hangs from here on when the waiter does
}
