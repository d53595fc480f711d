// Waiting for a window to come to rest.
#pragma once

#include "platform/window.h"

namespace hub::tests {

// All that happens until nothing has happened for a while.
inline base::Input settle(platform::Window& window) {
  base::Input all;
  for (int quiet = 0; quiet < 3;) {
    const base::Input input = window.wait(base::Seconds(0.05));
    all.contacts.insert(all.contacts.end(), input.contacts.begin(), input.contacts.end());
    all.resized = all.resized || input.resized;
    all.close_asked = all.close_asked || input.close_asked;
    quiet = input.contacts.empty() && !input.resized ? quiet + 1 : 0;
  }
  return all;
}

}  // namespace hub::tests
