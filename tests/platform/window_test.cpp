#include "platform/window.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "child.h"
#include "hanging.h"
#include "settle.h"
#include "stage.h"
#include "support/needs.h"
#include "support/slow.h"
#include "x_client.h"
#include "x_server.h"

using hub::base::ContactEvent;
using hub::base::Input;
using hub::base::Seconds;
using hub::platform::Window;
using hub::platform::WindowOptions;
using hub::tests::settle;
using hub::tests::XServer;
using Kind = ContactEvent::Kind;

namespace {

double cpu_s() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double s_between(hub::base::Instant from, hub::base::Instant to) { return Seconds(to - from).count(); }

// What the test that runs this one as a child has set.
int number_in(const char* variable) {
  const char* const value = std::getenv(variable);
  return value == nullptr ? 0 : std::atoi(value);
}

const hub::base::SystemClock kClock;

// A display server; each case opens a window on it.
struct OnScreen {
  const XServer server{800, 480};
};

Window open_window() {
  Window window = Window::create({"hub-kiosk"}, kClock).value();
  settle(window);
  return window;
}

}  // namespace

TEST_SUITE_BEGIN("window");

TEST_CASE("without a display a window is an error that says so") {
  if (!hub::tests::is_child()) {
    CHECK(hub::tests::run_cases("without a display*", {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}}) == 0);
    return;
  }
  const hub::base::SystemClock clock;
  const auto window = Window::create({"hub-kiosk"}, clock);
  REQUIRE(!window.ok());
  CHECK(window.error().what.ja.find("画面を開けません") != std::string::npos);
  CHECK(window.error().what.en.find("Cannot open the display") != std::string::npos);
  CHECK(!window.error().remedy.ja.empty());
}

TEST_CASE_FIXTURE(OnScreen, "a window covers the screen, and asks for its first frame" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = Window::create({"hub-kiosk"}, kClock).value();
  CHECK(window.width_px() == 800);
  CHECK(window.height_px() == 480);
  CHECK(window.wait(Seconds(0)).resized);
}

TEST_CASE_FIXTURE(OnScreen, "while nothing happens a window sleeps for the whole time and works for none of it" *
                                hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  const auto before = kClock.now();
  const double cpu_before_s = cpu_s();
  const Input input = window.wait(Seconds(0.5));
  CHECK(input.contacts.empty());
  CHECK(!input.resized);
  CHECK(s_between(before, kClock.now()) > 0.4);
  CHECK(cpu_s() - cpu_before_s < 0.05);
}

TEST_CASE_FIXTURE(OnScreen, "another thread wakes a window" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    window.wake();
  });
  const Input input = window.wait(Seconds(-1));  // hangs when nobody wakes it
  other.join();
  CHECK(input.contacts.empty());
  CHECK(!input.resized);
}

TEST_CASE_FIXTURE(OnScreen,
                  "a click begins and ends where the pointer is, and hovering is nothing" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  server.xdotool("mousemove 10 10 mousemove 300 200 mousemove 123 45");
  CHECK(settle(window).contacts.empty());
  const auto before = kClock.now();
  server.xdotool("click 1");
  const auto contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 2);
  CHECK(contacts[0].kind == Kind::begin);
  CHECK(contacts[1].kind == Kind::end);
  for (const ContactEvent& contact : contacts) {
    CHECK(contact.id == 0);
    CHECK(contact.x_px == 123);
    CHECK(contact.y_px == 45);
    CHECK(contact.time >= before);
    CHECK(contact.time <= kClock.now());
  }
}

TEST_CASE_FIXTURE(OnScreen, "a drag is begin, moves, end" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  server.xdotool("mousemove 700 400 mousedown 1 mousemove 650 300 mousemove 10 20 mouseup 1 mousemove 400 400");
  const auto contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 4);
  CHECK(contacts[0].kind == Kind::begin);
  CHECK(contacts[0].x_px == 700);
  CHECK(contacts[0].y_px == 400);
  CHECK(contacts[1].kind == Kind::move);
  CHECK(contacts[1].x_px == 650);
  CHECK(contacts[1].y_px == 300);
  CHECK(contacts[2].kind == Kind::move);
  CHECK(contacts[2].x_px == 10);
  CHECK(contacts[2].y_px == 20);
  CHECK(contacts[3].kind == Kind::end);
  CHECK(contacts[3].x_px == 10);
  CHECK(contacts[3].y_px == 20);
}

TEST_CASE_FIXTURE(OnScreen, "other buttons, the wheel and keys do nothing" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  server.xdotool("mousemove 200 200 click 2 click 3 click 4 click 5 key Escape key alt+F4 key F11");
  const Input input = settle(window);
  CHECK(input.contacts.empty());
  CHECK(!input.resized);
  CHECK(!input.close_asked);
}

TEST_CASE_FIXTURE(OnScreen,
                  "nobody can close a window or drop a file into it, and it shows no pointer" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  hub::tests::ask_to_close("hub-kiosk");
  const Input input = settle(window);
  CHECK(!input.close_asked);
  CHECK(input.contacts.empty());
  CHECK(hub::tests::has_property("hub-kiosk", "WM_PROTOCOLS"));
  CHECK(!hub::tests::has_property("hub-kiosk", "XdndAware"));
  server.xdotool("mousemove 200 200");
  CHECK(!hub::tests::pointer_shows());
  server.xdotool("click 1");
  CHECK(settle(window).contacts.size() == 2);  // it is still there
}

TEST_CASE_FIXTURE(OnScreen, "a press that something else interrupts is no tap" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  server.xdotool("mousemove 200 200 mousedown 1 windowfocus 1 mouseup 1");  // 1: whatever is under the pointer
  const auto contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 2);
  CHECK(contacts[0].kind == Kind::begin);
  CHECK(contacts[1].kind == Kind::cancel);
}

TEST_CASE_FIXTURE(OnScreen, "a window's new size is followed" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  server.xdotool("search --name hub-kiosk windowsize 600 400");
  CHECK(settle(window).resized);
  CHECK(window.width_px() == 600);
  CHECK(window.height_px() == 400);
}

TEST_CASE_FIXTURE(OnScreen, "a display server that hangs is waited for until it answers" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  server.halt();
  const hub::tests::Waiter waiter([&] { window.wait_for_answer(); });
  CHECK(waiter.sleeps());
  server.go_on();
}

TEST_CASE_FIXTURE(OnScreen, "a compositor that hangs is waited for until it answers" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  const hub::tests::Compositor compositor;
  const hub::tests::Waiter waiter([&] { window.wait_for_answer(); });
  CHECK(waiter.sleeps());
  while (!waiter.returned()) compositor.take_turn();  // hangs when it does not return
}

TEST_CASE_FIXTURE(OnScreen, "a window shows frame after frame" * hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  const auto frames = hub::platform::Frames::create(1, 64);
  REQUIRE(frames.ok());
  for (int frame = 0; frame < 3; ++frame) {
    frames.value()->begin(window.width_px(), window.height_px(), kClock.now());
    hub::tests::fill(*ImGui::GetBackgroundDrawList(), 0, 0, 800, 480, IM_COL32(255, 248, 236, 255));
    frames.value()->end();
    window.show_frame();
  }
}

// Each colour fills the whole framebuffer; parts of it show.
TEST_CASE_FIXTURE(OnScreen, "a part of a frame is shown beside what shows already, and drawn on what was there" *
                                hub::tests::slow()) {
  HUB_NEEDS(server);
  Window window = open_window();
  const auto frames = hub::platform::Frames::create(1, 64);
  REQUIRE(frames.ok());
  const auto fill = [&](float x0, float y0, float x1, float y1, ImU32 colour) {
    frames.value()->begin(window.width_px(), window.height_px(), kClock.now());
    hub::tests::fill(*ImGui::GetBackgroundDrawList(), x0, y0, x1, y1, colour);
    frames.value()->end();
  };
  const auto shown = [](int x_px, int y_px) { return hub::tests::shown_pixel("hub-kiosk", x_px, y_px); };
  CHECK_FALSE(window.keeps_frame());
  fill(0, 0, 800, 480, IM_COL32(0, 0, 200, 255));
  window.show_frame(std::vector<hub::platform::PixelRect>{});  // nothing shows yet: it is all new
  window.wait_for_answer();
  CHECK(shown(0, 0) == 0x0000C8);
  CHECK(shown(799, 479) == 0x0000C8);
  REQUIRE(window.keeps_frame());

  fill(10, 20, 110, 50, IM_COL32(200, 0, 0, 255));
  window.show_frame(std::vector<hub::platform::PixelRect>{{10, 20, 60, 30}, {700, 400, 10, 10}});
  window.wait_for_answer();
  for (const auto& [x_px, y_px] : {std::pair{10, 20}, {69, 20}, {10, 49}, {69, 49}})
    CHECK(shown(x_px, y_px) == 0xC80000);
  for (const auto& [x_px, y_px] : {std::pair{9, 20}, {70, 20}, {10, 19}, {10, 50}, {705, 405}}) {
    CHECK(shown(x_px, y_px) == 0x0000C8);
  }
  window.show_frame(std::vector<hub::platform::PixelRect>{{0, 0, 800, 480}});
  window.wait_for_answer();
  CHECK(shown(109, 49) == 0xC80000);
  CHECK(shown(110, 49) == 0x0000C8);

  server.xdotool("search --name hub-kiosk windowsize 600 400");
  CHECK(settle(window).resized);
  CHECK_FALSE(window.keeps_frame());
}

TEST_CASE("a window may be given a size") {
  const XServer server(800, 480);
  HUB_NEEDS(server);
  const WindowOptions options{"hub-kiosk", 480, 320};
  const auto window = Window::create(options, kClock);
  REQUIRE(window.ok());
  CHECK(window.value().width_px() == 480);
  CHECK(window.value().height_px() == 320);
  server.xdotool("mousemove 100 100");
  CHECK(hub::tests::pointer_shows());
}

TEST_CASE("a window is turned, and the mouse with it" * hub::tests::slow()) {
  const XServer server(800, 480);
  HUB_NEEDS(server);
  auto made = Window::create({"hub-kiosk", 480, 320, 270}, kClock);
  REQUIRE(made.ok());
  Window& window = made.value();
  CHECK(window.width_px() == 320);
  CHECK(window.height_px() == 480);
  settle(window);
  server.xdotool("mousemove 100 30 click 1");
  const auto contacts = settle(window).contacts;
  REQUIRE(contacts.size() == 2);
  CHECK(contacts[0].id == 0);
  CHECK(contacts[0].x_px == 319 - 30);
  CHECK(contacts[0].y_px == 100);
}

TEST_CASE("a signal ends a window that sleeps" * hub::tests::slow()) {
  if (!hub::tests::is_child()) {
    CHECK(hub::tests::run_cases("a signal ends*", {{"HUB_TEST_SIGNAL", "15"}}, 128 + SIGTERM) == 128 + SIGTERM);
    CHECK(hub::tests::run_cases("a signal ends*", {{"HUB_TEST_SIGNAL", "2"}}, 128 + SIGINT) == 128 + SIGINT);
    return;
  }
  const XServer server(160, 128);
  const int number = number_in("HUB_TEST_SIGNAL");
  signal(number, SIG_DFL);  // doctest would report it
  HUB_NEEDS(server);
  auto window = Window::create({"hub-kiosk"}, kClock);
  REQUIRE(window.ok());
  std::thread other([&] { kill(getpid(), number); });
  for (int turn = 0; turn < 100; ++turn) window.value().wait(Seconds(0.1));
  other.join();
}

TEST_CASE("a signal asks a window to close that knows about signals, and a second one ends the process" *
          hub::tests::slow()) {
  if (!hub::tests::is_child()) {
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
      CAPTURE(signal);
      const std::string number = std::to_string(signal);
      const auto run = [&](const char* signals, int status) {
        return hub::tests::run_cases("a signal asks a window*",
                                     {{"HUB_TEST_SIGNAL", number}, {"HUB_TEST_SIGNALS", signals}}, status);
      };
      CHECK(run("1", 0) == 0);
      CHECK(run("2", 128 + signal) == 128 + signal);
    }
    return;
  }
  const XServer server(160, 128);
  const int number = number_in("HUB_TEST_SIGNAL");
  const int signals = number_in("HUB_TEST_SIGNALS");
  signal(number, SIG_DFL);  // doctest would report it
  HUB_NEEDS(server);
  auto window = Window::create({"hub-kiosk"}, kClock);
  REQUIRE(window.ok());
  settle(window.value());
  window.value().close_on_signals();
  const bool too_early = window.value().wait(Seconds(0)).close_asked;
  std::thread other([&] { kill(getpid(), number); });
  const bool asked = window.value().wait(Seconds(-1)).close_asked;  // hangs when the signal does not wake it
  other.join();
  CHECK_FALSE(too_early);
  CHECK(asked);
  if (signals == 2) kill(getpid(), number);
  _exit(!too_early && asked ? 0 : 1);  // before a sanitizer sees what the driver leaves
}

TEST_CASE("when the display server dies the process ends, and says that it failed" * hub::tests::slow()) {
  if (!hub::tests::is_child()) {
    CHECK(hub::tests::run_cases("when the display server dies*", {}, 1) == 1);
    return;
  }
  XServer server(160, 128);
  HUB_NEEDS(server);
  auto window = Window::create({"hub-kiosk"}, kClock);
  if (!window.ok()) _exit(2);
  settle(window.value());
  alarm(60);  // a process that goes on ends by this signal
  std::thread other([&] { server.die(); });
  for (;;) window.value().wait(Seconds(-1));
}

TEST_SUITE_END();
