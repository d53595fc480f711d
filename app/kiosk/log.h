// Whoever wants to know what becomes of a kiosk while it runs: the command line prints it.
#pragma once

#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "content/json/diagnostic.h"

namespace hub::kiosk {

// Called from any thread, in the order in which things happen on it.
class Log {
 public:
  virtual ~Log() = default;
  virtual void write(const std::vector<content::Diagnostic>& diagnostics) = 0;
  virtual void write(const base::Error& error) = 0;
  virtual void write(const base::Message& message) = 0;
};

}  // namespace hub::kiosk
