#include "platform/compositor.h"

#include <wayland-client-core.h>

#include <cstdlib>

namespace hub::platform {

void wait_for_compositor() {
  const char* const name = std::getenv("WAYLAND_DISPLAY");
  if (name == nullptr || *name == '\0') return;
  wl_display* const display = wl_display_connect(name);
  if (display == nullptr) return;
  wl_display_roundtrip(display);
  wl_display_disconnect(display);
}

}  // namespace hub::platform
