#include "web/access/open_settings.h"

#include <nlohmann/json.hpp>

namespace hub::web {

std::string open_settings(std::string_view config_json) {
  using Json = nlohmann::ordered_json;
  Json settings = Json::parse(config_json, nullptr, false);
  if (!settings.is_object()) return "{}";
  const auto staff = settings.find("staff");
  if (staff != settings.end() && staff->is_object()) staff->erase("pin");
  return settings.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace hub::web
