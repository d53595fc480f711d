// What stands between the kiosk and the glass: a display server and a compositor that may hang.
#include "platform/compositor.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <wayland-server-core.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "platform/window.h"
#include "support/disk_place.h"
#include "x_server.h"

using hub::platform::Window;

namespace {

// A wait on a thread of its own.
class Waiter {
 public:
  explicit Waiter(const std::function<void()>& wait)
      : thread_([this, wait] {
          id_ = gettid();
          wait();
          returned_ = true;
        }) {}
  ~Waiter() { thread_.join(); }
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;

  bool returned() const { return returned_; }
  // Goes on until it has returned or sleeps.
  bool sleeps() const {
    while (!returned_) {
      std::ifstream file("/proc/self/task/" + std::to_string(id_) + "/stat");
      std::string stat;
      std::getline(file, stat);
      const std::size_t name_end = stat.rfind(") ");
      if (id_ != 0 && name_end != std::string::npos && stat[name_end + 2] == 'S') return !returned_;
    }
    return false;
  }

 private:
  std::atomic<pid_t> id_ = 0;
  std::atomic<bool> returned_ = false;
  std::thread thread_;
};

// A compositor that does nothing but answer, when it is given a turn.
struct Compositor {
  Compositor() {
    setenv("XDG_RUNTIME_DIR", place.path.c_str(), 1);
    REQUIRE(wl_display_add_socket(display, "wayland-test") == 0);
    setenv("WAYLAND_DISPLAY", "wayland-test", 1);
  }
  ~Compositor() {
    unsetenv("WAYLAND_DISPLAY");
    wl_display_destroy_clients(display);
    wl_display_destroy(display);
  }
  Compositor(const Compositor&) = delete;
  Compositor& operator=(const Compositor&) = delete;
  void take_turn() const {
    wl_event_loop_dispatch(wl_display_get_event_loop(display), 1);
    wl_display_flush_clients(display);
  }

  hub::test::DiskPlace place;
  wl_display* display = wl_display_create();
};

}  // namespace

TEST_CASE("without a compositor nobody waits for one") {
  setenv("XDG_RUNTIME_DIR", "/tmp", 1);
  for (const char* name : {static_cast<const char*>(nullptr), "", "wayland-nobody"}) {
    if (name == nullptr) {
      unsetenv("WAYLAND_DISPLAY");
    } else {
      setenv("WAYLAND_DISPLAY", name, 1);
    }
    hub::platform::wait_for_compositor();
  }
  unsetenv("WAYLAND_DISPLAY");
}

TEST_CASE("a compositor that hangs is waited for until it answers, each time") {
  const Compositor compositor;
  for (int round = 0; round < 3; ++round) {
    const Waiter waiter([] { hub::platform::wait_for_compositor(); });
    CHECK(waiter.sleeps());
    while (!waiter.returned()) compositor.take_turn();
  }
}

TEST_CASE("a compositor that ends is waited for no longer") {
  std::optional<Compositor> compositor(std::in_place);
  const Waiter waiter([] { hub::platform::wait_for_compositor(); });
  CHECK(waiter.sleeps());
  compositor.reset();
}

TEST_CASE("a display server that hangs is waited for until it answers, and so is the compositor behind it") {
  hub::tests::XServer server(160, 128);
  if (!server.why_not().empty()) {
    MESSAGE("not tested: " << server.why_not());
    return;
  }
  const hub::base::SystemClock clock;
  auto window = Window::create({"hub-kiosk"}, clock);
  REQUIRE(window.ok());
  window.value().wait_for_answer();

  SUBCASE("the display server") {
    server.halt();
    const Waiter waiter([&] { window.value().wait_for_answer(); });
    CHECK(waiter.sleeps());
    server.go_on();
  }
  SUBCASE("the compositor") {
    const Compositor compositor;
    const Waiter waiter([&] { window.value().wait_for_answer(); });
    CHECK(waiter.sleeps());
    while (!waiter.returned()) compositor.take_turn();
  }
}
