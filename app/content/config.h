// The kiosk's own configuration (--config FILE): which hub it stands in and what screen it has.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "content/diagnostic.h"

namespace hub::content {

struct Config {
  std::string hub;           // id; empty: the first one
  double diagonal_inch = 0;  // 0: unknown, decided from the size in pixels
  double distance_m = 0;     // viewing distance; 0: decided from the size in pixels
};

struct LoadedConfig {
  Config config;  // the built-in defaults where the file is wrong
  std::vector<Diagnostic> diagnostics;
};

LoadedConfig load_config(const base::Files& files, const std::string& path);

}  // namespace hub::content
