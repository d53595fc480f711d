// Where on this kiosk a stick's files go.
#pragma once

#include <optional>
#include <string>

#include "base/files.h"
#include "stick/take.h"

namespace hub::stick {

struct Machine {
  std::string state_folder;
  std::string content_folder;  // what kiosks read
  std::string config;          // may be empty
};

struct Destination {
  std::string hub;  // its id
  Wanted wanted = Wanted::only_packs;
};

// Nothing where there is no hub whose screen this could be.
std::optional<Destination> destination_on(const base::FileReader& files, const Machine& machine);

}  // namespace hub::stick
