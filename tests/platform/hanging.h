// A compositor that answers only when it is given a turn, and somebody who waits.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>
#include <wayland-server-core.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <thread>

#include "support/disk_place.h"

namespace hub::tests {

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

// WAYLAND_DISPLAY names it.
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

  tests::DiskPlace place;
  wl_display* display = wl_display_create();
};

}  // namespace hub::tests
