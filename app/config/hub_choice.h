// Which hub this kiosk shows: the command line's, else the one that staff chose last, else the configuration's, else
// the first. The staff's choice is kept in the state folder, in a file of one line.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace hub::config {

struct KeptHub {
  std::string id;                       // empty: none was chosen, or it does not exist any more
  std::vector<base::Error> complaints;  // why what was kept does not count
};
// `hubs` are those of the content folder.
KeptHub kept_hub(const base::FileReader& files, const std::string& state_folder, const std::vector<std::string>& hubs);

base::Status keep_hub(base::FileWriter& files, const std::string& state_folder, const std::string& id);

}  // namespace hub::config
