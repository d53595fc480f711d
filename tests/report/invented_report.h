// A report of any length, in words that nobody wrote: as many goals and entries as are asked for, no two alike.
#pragma once

#include <nlohmann/json.hpp>

#include "variant_layout.h"

namespace hub::tests {

// In the shape of reports/<year>.json. Every goal has so many activities, outcomes and challenges, which carry the same
// marks. `report` gives title, ward and what stands before the goals.
nlohmann::json invented_report(const nlohmann::json& report, int goals, int entries, Random& random);

// As an HTML page with a table a section: a row a field, or, with columns, a row a goal.
std::string set_in_html(const nlohmann::json& report, bool columns);

}  // namespace hub::tests
