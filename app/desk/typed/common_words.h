// What all hubs say of a service (common/services.json), where a hub says nothing of its own.
#pragma once

#include <optional>
#include <string>

#include "desk/store/json.h"

namespace hub::desk {

class CommonWords {
 public:
  explicit CommonWords(const std::string& services_json) : all_(parsed(services_json)) {}

  // `pointer`: into hub.json: /services/6/explanation, /services/6/situations, /services/6/situations/0. Null: they say
  // nothing there.
  const Json* at(const std::string& pointer) const;

 private:
  std::optional<Json> all_;
};

}  // namespace hub::desk
