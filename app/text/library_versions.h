// The libraries this build sets text with, for staff.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hub::text {

std::vector<std::pair<std::string, std::string>> library_versions();  // name, version

}  // namespace hub::text
