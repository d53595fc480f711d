// Reports that nobody published: the known ones taken apart and set again in every way wards are known to differ.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace hub::tests {

struct Variant {
  std::string text;
  nlohmann::json expected;
  std::string how;  // what was varied, for looking at a failure
};

// The same seed makes the same variant everywhere. `reports` are in the shape of reports/<year>.json.
Variant make_variant(unsigned seed, const std::vector<nlohmann::json>& reports);

}  // namespace hub::tests
