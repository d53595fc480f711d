// A stick as a folder, for as long as this process lives: what root has to do, and nothing else. Failures are errnos; 0
// is none.
#pragma once

#include <string>
#include <variant>

#include "stick/volume.h"

namespace hub::stick {

// The device's first bytes (volume.h).
std::variant<std::string, int> first_bytes_of(const std::string& device);

// Whether the kernel still has it.
bool is_there(const std::string& device);

// Whether the machine itself stands on it: it is mounted already, or part of something that is.
bool is_in_use(const std::string& device);

// Of all partitions of a stick the same, and another each time that it is plugged in; empty: the kernel does not say.
std::string plugged_in(const std::string& device);

// Read-only, and nothing in it is run, is a device, or gives anybody rights. The mount namespace is this process's own,
// so it goes with it.
int mount_stick(const std::string& device, Volume volume, const std::string& at);

// From here on this process is that user, and nothing gives it rights again.
int become(const std::string& user);

}  // namespace hub::stick
