// What else of a machine follows from hub-kiosk.txt, beside the kiosk's configuration: its network and its clock, for
// systemd-networkd, wpa_supplicant and systemd-timesyncd, which Debian 12 and 13 have with no further package but
// wpasupplicant.
#pragma once

#include <string>
#include <vector>

#include "card/card.h"

namespace hub::card {

inline constexpr const char* kWifiDevice = "wlan0";

struct MachineFile {
  std::string path;  // below the machine's root, with / at its beginning
  std::string bytes;
  bool secret = false;  // only root may read it
};

// All of them each time; what is not wanted is an empty file, which each of these takes for none.
std::vector<MachineFile> machine_files(const Network& network);

}  // namespace hub::card
