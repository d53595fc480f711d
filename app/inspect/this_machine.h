// Every finding of the doctor about the machine that this runs on, and the kiosk that is installed on it.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "inspect/doctor.h"

namespace hub::inspect {

struct InstalledKiosk {
  std::string content;                // its folder; empty: config::default_content_folder()
  std::string hub;                    // empty: the configuration's, else the first
  std::string config;                 // empty: the package's, where there is one
  std::string program = "hub-kiosk";  // as it was called, for what can be typed next
  bool has_display = true;            // false: nothing is asked that only the kiosk's own screen can answer
};

// In the order in which they are to be read.
std::vector<Finding> examine_this_machine(const base::FileReader& files, const InstalledKiosk& kiosk);

}  // namespace hub::inspect
