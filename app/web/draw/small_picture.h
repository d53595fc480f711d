// A picture for a page, smaller than the screen is.
#pragma once

#include "platform/picture.h"

namespace hub::web {

// So wide, in the same shape; each pixel is the mean of those that it stands for. What is not wider stays.
platform::Picture smaller(const platform::Picture& picture, int width_px);

}  // namespace hub::web
