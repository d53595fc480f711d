// What the operating system's error numbers mean, in words for staff.
#pragma once

#include "base/message.h"

namespace hub::base {

// A clause without its full stop: ディスクがいっぱいです / the disk is full. An unknown number is named by itself.
Message system_message(int error_number);

// What to do about it.
Message system_remedy(int error_number);

}  // namespace hub::base
