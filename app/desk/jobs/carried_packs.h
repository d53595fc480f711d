// A folder into which a carrier puts packs as they come: a download, Syncthing. Each new one goes into the inbox and is
// taken as a stick's is; the folder itself is only read. Which were seen is remembered, so that a folder in which
// nothing is new costs neither a job nor a write:
//
//   <state>/desk/<hub>/carried.json
#pragma once

#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "base/system_calls.h"

namespace hub::desk {

inline constexpr std::size_t kMostCarried = 200;  // packs of a folder, by name

// How many were asked for. Packs that say they are another hub's are for other screens, and are passed over. Error: the
// folder cannot be read, or a pack could not be put into the inbox; it is tried again.
base::Result<int> ask_for_carried_packs(const base::SystemCalls& calls, const base::Clock& clock,
                                        const std::string& state_folder, const std::string& hub,
                                        const std::string& folder);

}  // namespace hub::desk
