// What the editor at a kiosk may know of the kiosk's configuration.
#pragma once

#include <string>
#include <string_view>

namespace hub::web {

// The configuration without staff.pin, as JSON: from that line a PIN can be guessed, and whoever broke into the editor
// could read what the editor can. What is no JSON object gives an empty one, with which everything has its default.
std::string open_settings(std::string_view config_json);

}  // namespace hub::web
