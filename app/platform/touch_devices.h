// Which X input devices are touch screens.
#pragma once

#include <X11/extensions/XInput2.h>

namespace hub::platform {

bool is_touch_screen(const XIDeviceInfo& info);

}  // namespace hub::platform
