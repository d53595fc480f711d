// The shipped content without its other languages: a sixth of the screens to draw.
#pragma once

#include <string>

namespace hub::tests {

// Leaves every text of a hub and of the services in Japanese alone.
void keep_japanese(const std::string& content_folder);

}  // namespace hub::tests
