// The status of the screen of this machine, put together from what the kiosk and its desk have written down.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/system_calls.h"
#include "fleet/status.h"

namespace hub::fleet {

// `screen`: the name that it goes by among others. `wrong`: the doctor's ×. Nothing: no kiosk has run here yet.
std::optional<ScreenStatus> status_of_this_screen(const base::SystemCalls& calls, const std::string& state_folder,
                                                  const std::string& screen, std::vector<std::string> wrong);

}  // namespace hub::fleet
