// What all hubs say of a service (common/services.json), where a hub says nothing of its own.
#pragma once

#include <optional>
#include <string>

#include "desk/store/json.h"

namespace hub::desk {

// `pointer`: into hub.json: /services/6/explanation, /services/6/situations, /services/6/situations/0. Nothing: they
// say nothing there.
std::optional<Json> common_words(const std::string& services_json, const std::string& pointer);

}  // namespace hub::desk
