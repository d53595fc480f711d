// What this build draws with, for staff.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hub::platform {

std::vector<std::pair<std::string, std::string>> library_versions();  // name, version

// The GL implementation that draws, with its version: "V3D 4.2, 3.1 Mesa 23.2". Needs a current GL context.
std::string gl_name();

}  // namespace hub::platform
