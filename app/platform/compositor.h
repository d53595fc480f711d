// The Wayland compositor (cage) whose Xwayland is our display server. A compositor that hangs keeps the last picture on
// the screen, and neither Xwayland nor a client of Xwayland notices.
#pragma once

namespace hub::platform {

// Returns once the compositor that WAYLAND_DISPLAY names has answered: it waits for as long as it does not. At once
// where none is named, or nobody listens there.
void wait_for_compositor();

}  // namespace hub::platform
