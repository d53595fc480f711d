#include "platform/service_manager.h"

#include <sys/socket.h>
#include <systemd/sd-daemon.h>

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/characters.h"
#include "base/parse.h"

namespace hub::platform {

namespace {

// The environment stays as it is, for the next message. Nobody can be told where nobody listens.
void tell(const std::string& message) { sd_notify(0, message.c_str()); }

}  // namespace

std::optional<base::Seconds> watchdog_interval() {
  const char* const set = std::getenv("WATCHDOG_USEC");
  const std::string_view written = set == nullptr ? "" : set;
  const auto us = base::parse_number<std::uint64_t>(written);
  if (!us || *us == 0) return std::nullopt;
  return base::Seconds(std::chrono::duration<double, std::micro>(static_cast<double>(*us) / 2));
}

std::optional<int> inherited_socket() {
  if (sd_listen_fds(1) != 1 || sd_is_socket(SD_LISTEN_FDS_START, AF_UNSPEC, SOCK_STREAM, 1) <= 0) return std::nullopt;
  return SD_LISTEN_FDS_START;
}

void tell_ready() { tell("READY=1"); }
void tell_alive() { tell("WATCHDOG=1"); }
void tell_stopping() { tell("STOPPING=1"); }
// A line break would begin another assignment.
void tell_status(const std::string& line) { tell("STATUS=" + base::shown(line)); }

}  // namespace hub::platform
