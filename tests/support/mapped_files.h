// Which files this process has mapped (proc_pid_maps(5)).
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace hub::tests {

// Whether one is mapped in whose path this is found.
inline bool maps_file(const std::string& part) {
  std::ifstream maps("/proc/self/maps");
  const std::string all{std::istreambuf_iterator<char>(maps), {}};
  return all.find(part) != std::string::npos;
}

}  // namespace hub::tests
