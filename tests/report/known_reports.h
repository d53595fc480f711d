// The reports that variants are made of.
#pragma once

#include <nlohmann/json.hpp>

#include <vector>

namespace hub::tests {

std::vector<nlohmann::json> known_reports();

}  // namespace hub::tests
