// One stick's partition at a time: those of one stick are read by programs of their own, which start at the same moment
// and write to the same inbox.
#pragma once

#include <string>

#include "base/file_descriptor.h"
#include "base/system_calls.h"

namespace hub::stick {

// Longer than reading one takes (hub-kiosk-stick@.service ends it after 60 s).
inline constexpr int kLongestTurn_s = 50;

// Has the turn as long as it lives. Whoever waits longer than that goes on without.
class Turn {
 public:
  // `folder`: of the hub's desk. `calls` outlives it.
  Turn(const base::SystemCalls& calls, const std::string& folder, int longest_s = kLongestTurn_s);
  bool has() const { return has_; }

 private:
  base::FileDescriptor lock_;
  bool has_ = false;
};

}  // namespace hub::stick
