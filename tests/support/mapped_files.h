// Which files this process has mapped (proc_pid_maps(5)).
#pragma once

#include <fstream>
#include <string>

namespace hub::tests {

// How many mappings there are of files in whose path this is found.
inline int mappings_of(const std::string& part) {
  std::ifstream maps("/proc/self/maps");
  int found = 0;
  for (std::string line; std::getline(maps, line);) found += line.find(part) != std::string::npos ? 1 : 0;
  return found;
}

}  // namespace hub::tests
