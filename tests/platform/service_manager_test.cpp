#include "platform/service_manager.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

using namespace hub;

namespace {

// The socket that a service manager listens on, and the environment that it gives.
struct Manager {
  Manager() : path("/tmp/hub-kiosk-notify-" + std::to_string(getpid())) {
    unlink(path.c_str());
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    setenv("NOTIFY_SOCKET", path.c_str(), 1);
  }
  ~Manager() {
    unsetenv("NOTIFY_SOCKET");
    close(socket);
    unlink(path.c_str());
  }
  Manager(const Manager&) = delete;
  Manager& operator=(const Manager&) = delete;

  std::string heard() const {
    std::array<char, 512> bytes{};
    const ssize_t got = recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    return got < 0 ? "nothing" : std::string(bytes.data(), static_cast<std::size_t>(got));
  }

  std::string path;
  int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

}  // namespace

TEST_CASE("the service manager hears each message") {
  const Manager manager;
  platform::tell_ready();
  CHECK(manager.heard() == "READY=1");
  platform::tell_alive();
  CHECK(manager.heard() == "WATCHDOG=1");
  platform::tell_status("泉区の画面を映しています");
  CHECK(manager.heard() == "STATUS=泉区の画面を映しています");
  platform::tell_stopping();
  CHECK(manager.heard() == "STOPPING=1");
  CHECK(manager.heard() == "nothing");
}

TEST_CASE("without a service manager nothing is told, and nothing is wrong") {
  const Manager others;
  unsetenv("NOTIFY_SOCKET");
  platform::tell_ready();
  setenv("NOTIFY_SOCKET", "/nowhere/at/all", 1);
  platform::tell_alive();
  CHECK(others.heard() == "nothing");
}

TEST_CASE("the watchdog is fed twice as often as it wants, whosever it is") {
  setenv("WATCHDOG_PID", "1", 1);
  setenv("WATCHDOG_USEC", "5000000", 1);
  CHECK(platform::watchdog_interval() == base::Seconds(2.5));
  for (const char* none : {"", "0", "5s", "-1"}) {
    setenv("WATCHDOG_USEC", none, 1);
    CHECK_FALSE(platform::watchdog_interval());
  }
  unsetenv("WATCHDOG_USEC");
  CHECK_FALSE(platform::watchdog_interval());
  unsetenv("WATCHDOG_PID");
}
