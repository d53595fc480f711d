// Tells the service manager that started the kiosk (systemd) how it is: sd_notify(3). Without one, nothing is told.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"

namespace hub::platform {

// How often the watchdog wants to hear from us: half of WATCHDOG_USEC. Nothing: there is none. WATCHDOG_PID is passed
// over, because it names the unit's main process, which is the compositor that started us (NotifyAccess=all).
std::optional<base::Seconds> watchdog_interval();

// The one socket that it has opened for this process (sd_listen_fds(3)), and from now on no child's. Nothing: none, or
// more than one.
std::optional<int> inherited_socket();

void tell_ready();
void tell_alive();
void tell_stopping();
void tell_status(const std::string& line);  // what `systemctl status` shows

}  // namespace hub::platform
