// The whole kiosk as a service: what the service manager hears of it, and how it ends.
#include <doctest/doctest.h>

#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>
#include <thread>

#include "support/disk_place.h"
#include "support/needs.h"
#include "support/slow.h"
#include "support/touch_screen.h"

using namespace hub;

namespace {

constexpr int kPatience_ms = 20'000;

// hub-kiosk under a service manager of the test's own, with a watchdog of two seconds that names another process.
struct Service : tests::DiskPlace {
  Service() : address(*this / "notify") {
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    address.copy(where.sun_path, sizeof where.sun_path - 1);
    REQUIRE(bind(socket, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0);
  }
  ~Service() {
    if (process > 0) kill(process, SIGKILL), waitpid(process, nullptr, 0);
    close(socket);
  }

  void start(const std::string& config) {
    process = fork();
    if (process != 0) return;
    setenv("NOTIFY_SOCKET", address.c_str(), 1);
    setenv("WATCHDOG_USEC", "2000000", 1);
    setenv("WATCHDOG_PID", "1", 1);
    setenv("WAYLAND_DISPLAY", "", 1);
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1);  // Mesa's own; windows are looked at in tests/platform
    execl(HUB_KIOSK, HUB_KIOSK, "run", "--lang", "en", "--content", HUB_SOURCE_DIR "/content", "--date", "2026-11-21",
          "--config", config.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  void show_konan() {
    start(write("kiosk.json", R"({"hub": "konan"})"));
    CHECK(heard() == "READY=1");
    CHECK(heard() == "WATCHDOG=1");
    CHECK(heard() == "STATUS=Showing konan.");
  }
  // The next message; "" when there is none in time.
  std::string heard(int patience_ms = kPatience_ms) const {
    pollfd ready{socket, POLLIN, 0};
    std::array<char, 512> bytes{};
    if (poll(&ready, 1, patience_ms) != 1) return "";
    return {bytes.data(), static_cast<std::size_t>(recv(socket, bytes.data(), bytes.size(), 0))};
  }
  std::string heard_but(const std::string& not_this) const {
    std::string message = heard();
    while (message == not_this) message = heard();
    return message;
  }
  // The exit status, or 128 + the number of a signal.
  int ended() {
    int state = 0;
    for (int waited_ms = 0; waited_ms < kPatience_ms; waited_ms += 5) {
      if (waitpid(process, &state, WNOHANG) == process) {
        process = -1;
        return WIFSIGNALED(state) ? 128 + WTERMSIG(state) : WEXITSTATUS(state);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return -1;
  }

  const tests::TouchScreen screen{320, 240};
  std::string address;
  int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  pid_t process = -1;
};

}  // namespace

TEST_CASE_FIXTURE(Service, "a kiosk is ready, alive, and stops when it is told to" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  show_konan();
  const auto before = std::chrono::steady_clock::now();
  CHECK(heard() == "WATCHDOG=1");
  CHECK(heard() == "WATCHDOG=1");
  CHECK(std::chrono::steady_clock::now() - before > std::chrono::milliseconds(900));  // at its rate, not at the frames'
  kill(process, SIGTERM);
  CHECK(heard_but("WATCHDOG=1") == "STOPPING=1");
  CHECK(ended() == 0);
}

TEST_CASE_FIXTURE(Service, "a kiosk whose display server hangs is not alive, until it goes on" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  show_konan();
  screen.halt();
  heard(1200);  // one that was due already
  CHECK(heard(1200) == "");
  screen.go_on();
  CHECK(heard() == "WATCHDOG=1");
}

TEST_CASE_FIXTURE(Service, "a configuration that cannot be read stops nobody" * hub::tests::slow()) {
  HUB_NEEDS(screen);
  // Another hub's name may stand in it, so that none is guessed; one without a hub shows the first.
  for (const std::string& config : {*this / "none.json", path.string(), write("empty.json", "")}) {
    CAPTURE(config);
    start(config);
    CHECK(heard() == "READY=1");
    CHECK(heard_but("WATCHDOG=1") == "STATUS=The content or the configuration has errors: the built-in page shows.");
    kill(process, SIGTERM);
    CHECK(heard_but("WATCHDOG=1") == "STOPPING=1");
    CHECK(ended() == 0);
  }
}
